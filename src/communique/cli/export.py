"""`communique export`: the graph as RDF."""

import sys

import click

from communique.cli.options import graph_options


@click.command("export")
@click.option(
    "--format",
    "form",
    type=click.Choice(["turtle", "nquads"]),
    default="nquads",
    show_default=True,
    help="Turtle for people, sorted N-Quads for programs: equal graphs give equal bytes.",
)
@click.option("--out", default="-", metavar="FILE", help="Where to; - is standard output.")
@graph_options
def command(*, form: str, out: str, where: str | None, database: str | None) -> None:
    """Write the whole graph as RDF."""
    from communique.pipeline import Graph

    with Graph(where, database=database) as graph:
        if out == "-":
            graph.write(sys.stdout, form)
        else:
            graph.export(out, form)
