"""`communique import`: a graph built again from RDF."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import click

from communique.cli.options import graph_options
from communique.cli.output import emit_json, progress, say

if TYPE_CHECKING:
    from communique.graph.rows import Batch


@click.command("import")
@click.argument("file", metavar="FILE")
@click.option(
    "--format",
    "form",
    type=click.Choice(["nquads", "trig", "ntriples", "turtle", "jsonld", "rdfxml"]),
    help="Its format, where its ending does not tell.",
)
@graph_options
def command(*, file: str, form: str | None, where: str | None, database: str | None) -> None:
    """Build again, in a new graph or beside what is there, what a file of RDF says.

    All of it is read and checked before anything is written. Who is who, and all else that
    follows, is worked out again from what the releases assert and what people decided.
    """
    from communique.pipeline import Graph

    def watch(batches: "Iterator[Batch]", what: str) -> "Iterable[Batch]":
        with progress(batches, what) as going_by:
            yield from going_by

    with Graph(where, database=database) as graph:
        report = graph.import_rdf(file, form, watch=watch)
    emit_json(report.counts())
    if report.left_out:
        say(f"{report.left_out} resources described in other vocabularies were left out.")
