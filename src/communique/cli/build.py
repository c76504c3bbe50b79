"""`communique build`: an archive read into a folder, part by part."""

import sys
from pathlib import Path
from typing import Unpack

import click

from communique.cli.options import (
    confidence_option,
    processes_option,
    reader_option,
    release_options,
)
from communique.cli.output import emit_json, progress, say, stages
from communique.loaders.options import Finding


@click.command("build")
@click.argument("places", nargs=-1, required=True, metavar="PLACE...")
@click.option(
    "--out", required=True, type=click.Path(path_type=Path), metavar="DIR", help="Where to."
)
@release_options
@reader_option
@processes_option
@confidence_option
def command(
    places: tuple[str, ...],
    *,
    out: Path,
    reader: str,
    processes: int | None,
    min_confidence: float,
    **finding: Unpack[Finding],
) -> None:
    """Read an archive into Parquet and make its graph, so that it can be loaded anywhere.

    PLACE is what `communique load` takes. DIR then has tables of releases, of what they mention and
    of facts, five hundred releases a part, and those of the graph: nodes, edges and profiles.
    Whatever ends it, the same command goes on where it was; what was read before by the same
    reader is passed over. What can't be read is in DIR/failures.jsonl. `communique load DIR` puts
    it into a graph.
    """
    from communique.builds.build import Build, BuildReport
    from communique.builds.engines.local import LocalEngine
    from communique.builds.work import Work
    from communique.pipeline import releases

    report = BuildReport()
    build = Build(out, Work(reader, min_confidence))
    with progress(releases(places, **finding), "reading") as items:
        for failure in build.read(items, report, processes):
            say(f"Error: {failure}")
    with stages("resolving") as told:
        build.resolve(report, lambda tables, given: LocalEngine(tables, given, processes, told))
    emit_json(report.counts())
    sys.exit(1 if report.failed else 0)
