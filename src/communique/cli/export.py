"""`communique export`: the graph for others."""

import sys

import click

from communique.cli.options import graph_options

_RDF = ("nquads", "trig", "ntriples", "turtle", "jsonld", "rdfxml")
_OTHER = ("graphml", "gexf", "json", "csv", "parquet")


@click.command("export")
@click.option(
    "--format",
    "form",
    type=click.Choice([*_RDF, *_OTHER]),
    default="nquads",
    show_default=True,
    help="RDF, sorted: nquads and trig with a graph for each release, the others without. Or"
    " graphml, gexf (for Gephi), json (node-link), csv (for neo4j-admin), parquet; csv and parquet"
    " are folders. Equal graphs give equal bytes.",
)
@click.option("--out", default="-", metavar="PATH", help="Where to; - is standard output.")
@click.option(
    "--release",
    "releases",
    multiple=True,
    metavar="ADDRESS",
    help="This release alone, by address or id, and what follows from it; as often as you like.",
)
@click.option("--since", metavar="DAY", help="Only releases of this day or later: 2024-11-06.")
@click.option("--without-texts", is_flag=True, help="Leave the releases' whole texts out of RDF.")
@graph_options
def command(
    *,
    form: str,
    out: str,
    releases: tuple[str, ...],
    since: str | None,
    without_texts: bool,
    where: str | None,
    database: str | None,
) -> None:
    """Write the graph, or some of its releases, for other tools."""
    from communique.pipeline import Graph

    with Graph(where, database=database) as graph:
        if out == "-":
            graph.write(sys.stdout, form, releases=releases, since=since, texts=not without_texts)
        else:
            graph.export(out, form, releases=releases, since=since, texts=not without_texts)
