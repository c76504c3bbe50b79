"""`communique build`: an archive read into a folder, and the graph of it."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Unpack

import click

from communique.cli.options import (
    confidence_option,
    processes_option,
    reader_option,
    release_options,
)
from communique.cli.output import emit_json, progress, say, stages
from communique.loaders.options import Finding

if TYPE_CHECKING:
    from communique.builds.build import BuildReport
    from communique.builds.work import Work

_ROWS = 150
"""Rows that the stages go through for each release, about: for the time that is left."""


@click.command("build")
@click.argument("places", nargs=-1, required=True, metavar="PLACE...")
@click.option("--out", required=True, metavar="DIR", help="Where to; with Spark any address.")
@release_options
@reader_option
@processes_option
@confidence_option
@click.option(
    "--engine",
    type=click.Choice(["local", "spark"]),
    default="local",
    show_default=True,
    help="What carries it out: this machine, or a Spark cluster.",
)
@click.option("--master", metavar="ADDRESS", help="The cluster: spark://host:7077; else local[*].")
@click.option(
    "--spark",
    "settings",
    multiple=True,
    metavar="NAME=VALUE",
    help="A setting of Spark: spark.executor.memory=2g; as often as you like.",
)
def command(
    places: tuple[str, ...],
    *,
    out: str,
    reader: str,
    processes: int | None,
    min_confidence: float,
    engine: str,
    master: str | None,
    settings: tuple[str, ...],
    **finding: Unpack[Finding],
) -> None:
    """Read an archive into Parquet and make its graph, so that it can be loaded anywhere.

    PLACE is what `communique load` takes. DIR then has tables of releases, of what they mention and
    of facts, and those of the graph: nodes, edges and profiles. Whatever ends it, the same command
    goes on where it was; what was read before by the same reader is passed over. What can't be read
    is in DIR/failures.jsonl. `communique load DIR` puts it into a graph.
    """
    from communique.builds.build import BuildReport
    from communique.builds.work import Work

    if engine == "local" and (master or settings):
        message = "--master and --spark are for --engine spark."
        raise click.UsageError(message)
    report, work = BuildReport(), Work(reader, min_confidence)
    if engine == "local":
        _build_here(places, out, work, report, processes, finding)
    else:
        _build_there(places, out, work, report, (master, settings), finding)
    emit_json(report.counts())
    sys.exit(1 if report.failed else 0)


def _build_here(
    places: tuple[str, ...],
    out: str,
    work: "Work",
    report: "BuildReport",
    processes: int | None,
    finding: Finding,
) -> None:
    from communique.builds.build import Build
    from communique.builds.engines.local import LocalEngine
    from communique.pipeline import releases

    build = Build(Path(out), work)
    with progress(releases(places, **finding), "reading") as items:
        for failure in build.read(items, report, processes):
            say(f"Error: {failure}")
    about = _ROWS * (report.read + report.known)
    with stages("resolving", about) as told:
        build.resolve(report, lambda tables, given: LocalEngine(tables, given, processes, told))


def _build_there(
    places: tuple[str, ...],
    out: str,
    work: "Work",
    report: "BuildReport",
    cluster: tuple[str | None, tuple[str, ...]],
    finding: Finding,
) -> None:
    from communique.builds.cluster import ClusterBuild
    from communique.builds.engines.session import LOCAL, read_settings, spark_session
    from communique.pipeline import releases

    found = releases(places, **finding)
    with spark_session(cluster[0] or LOCAL, read_settings(cluster[1])) as session:
        build = ClusterBuild(session, out, work)
        with progress(found, "reading") as items:
            for failure in build.read(items, report):
                say(f"Error: {failure}")
        with stages("resolving") as told:
            build.resolve(report, told)
