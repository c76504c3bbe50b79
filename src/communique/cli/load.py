"""`communique load`: releases into the graph."""

import sys

import click

from communique.cli.options import (
    confidence_option,
    graph_options,
    reader_option,
    release_options,
    strict_option,
)
from communique.cli.output import emit_json, progress, say


@click.command("load")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@graph_options
@release_options
@strict_option
@reader_option
@confidence_option
@click.option(
    "--replace",
    is_flag=True,
    help="Put texts in the place of what the graph has of their addresses, newer or not.",
)
def command(  # noqa: PLR0913
    paths: tuple[str, ...],
    *,
    where: str | None,
    database: str | None,
    strict: bool,
    reader: str,
    min_confidence: float,
    replace: bool,
    date: str | None,
    issuer: str | None,
    url: str | None,
) -> None:
    """Read releases and write them into the graph, each whole or not at all.

    PATH is a file or a folder; - is standard input. Loading the same release again changes nothing;
    among texts of one address the latest issued wins, in whatever order they come.
    """
    from communique.pipeline import Graph, LoadReport, releases

    report = LoadReport()
    with (
        Graph(where, database=database) as graph,
        progress(releases(paths, date=date, issuer=issuer, url=url), "loading") as items,
    ):
        failures = graph.load_releases(
            items, report, reader=reader, min_confidence=min_confidence, replace=replace
        )
        for failure in failures:
            say(f"Error: {failure}")
            if strict:
                break
    emit_json(report.counts())
    sys.exit(1 if report.failed else 0)
