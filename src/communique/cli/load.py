"""`communique load`: releases into the graph."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Unpack

import click

from communique.cli.options import (
    confidence_option,
    graph_options,
    processes_option,
    reader_option,
    release_options,
    strict_option,
)
from communique.cli.output import emit_json, progress, say, stages
from communique.loaders.options import Finding
from communique.loaders.piece import Failure

if TYPE_CHECKING:
    from communique.pipeline import Graph, LoadReport


@click.command("load")
@click.argument("places", nargs=-1, required=True, metavar="PLACE...")
@graph_options
@release_options
@strict_option
@reader_option
@processes_option
@confidence_option
@click.option(
    "--replace",
    is_flag=True,
    help="Put texts in the place of what the graph has of their addresses, newer or not.",
)
def command(
    places: tuple[str, ...],
    *,
    where: str | None,
    database: str | None,
    strict: bool,
    reader: str,
    processes: int | None,
    min_confidence: float,
    replace: bool,
    **finding: Unpack[Finding],
) -> None:
    """Read releases and write them into the graph, each whole or not at all.

    PLACE is a file, a folder, an archive, the address of a page, feed or sitemap,
    hkgov:2024-11-01..2024-11-30 for the days of info.gov.hk, or a folder that `communique build`
    made; - is standard input. Loading the same release again changes nothing; among texts of one
    address the latest issued wins, in whatever order they come.
    """
    from communique.builds.built import batches_of, divide
    from communique.pipeline import Graph, LoadReport, releases

    report = LoadReport()
    built, others = divide(places)
    with Graph(where, database=database) as graph:
        for folder in built:
            if _fill(graph, folder, report):
                continue
            with progress(batches_of(folder), f"loading {folder}") as batches:
                loading = graph.load_batches(batches, report, replace=replace)
                _tell(loading, strict=strict)
        with progress(releases(others, **finding), "loading") as items:
            loading = graph.load_releases(
                items,
                report,
                reader=reader,
                min_confidence=min_confidence,
                replace=replace,
                processes=processes,
                strict=strict,
            )
            _tell(loading, strict=strict)
    emit_json(report.counts())
    sys.exit(1 if report.failed else 0)


def _fill(graph: "Graph", folder: Path, report: "LoadReport") -> int:
    """Fill the graph from a build, where that can be; tell how many rows are there then."""
    from communique.builds.built import graph_in

    found, done = graph_in(folder), 0
    total = found[1].rows if found else None
    with stages(f"filling from {folder}", total) as tell:
        for done in graph.fill(folder, report):
            tell("rows", done)
    return done


def _tell(failures: Iterator[Failure], *, strict: bool) -> None:
    for failure in failures:
        say(f"Error: {failure}")
        if strict:
            break
