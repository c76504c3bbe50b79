"""`communique export`: the graph for others."""

import sys
from pathlib import Path
from typing import Any

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
@click.option(
    "--dataset",
    metavar="DIR",
    help="A folder to cite: N-Quads, what they are (DCAT, schema.org), a README, checksums; quotes,"
    " not whole texts.",
)
@click.option("--with-text", is_flag=True, help="Put the releases' whole texts into the dataset.")
@click.option("--title", help="What the dataset is called.")
@click.option("--creator", help="Who made it.")
@click.option("--license", "licence", metavar="ADDRESS", help="The licence of the data.")
@click.option("--issued", metavar="DAY", help="The day of its publication.")
@click.option("--url", metavar="ADDRESS", help="The address at which it is told of: a DOI.")
@click.option("--version", metavar="NAME", help="Its version; else a hash of what it says.")
@click.option("--without-texts", is_flag=True, help="Leave the releases' whole texts out of RDF.")
@graph_options
def command(  # noqa: PLR0913
    *,
    form: str,
    out: str,
    releases: tuple[str, ...],
    since: str | None,
    without_texts: bool,
    dataset: str | None,
    with_text: bool,
    licence: str | None,
    where: str | None,
    database: str | None,
    **imprint: str | None,
) -> None:
    """Write the graph, or some of its releases, for other tools.

    Of a folder that `communique build` made, --graph DIR --format csv writes what makes a Neo4j
    database of it without loading.
    """
    from communique.builds.built import is_build, write_import
    from communique.pipeline import Graph

    if where and is_build(Path(where)):
        _check_build(form, out, others=bool(releases or since or dataset or database))
        write_import(Path(where), Path(out))
        return
    part: dict[str, Any] = {"releases": releases, "since": since}
    told = {key: value for key, value in {**imprint, "license": licence}.items() if value}
    _check(dataset, told, out=out, with_text=with_text)
    with Graph(where, database=database) as graph:
        if dataset:
            from communique.ontology.dataset import Imprint

            graph.export_dataset(dataset, Imprint(**told), texts=with_text, **part)
        elif out == "-":
            graph.write(sys.stdout, form, texts=not without_texts, **part)
        else:
            graph.export(out, form, texts=not without_texts, **part)


def _check_build(form: str, out: str, *, others: bool) -> None:
    if form != "csv" or out == "-" or others:
        message = "Of a build, all of it is exported as --format csv --out DIR; or load it first."
        raise click.UsageError(message)


def _check(dataset: str | None, told: dict[str, str], *, out: str, with_text: bool) -> None:
    if dataset and out != "-":
        message = "--out and --dataset are two places."
        raise click.UsageError(message)
    if not dataset and (told or with_text):
        message = "--title, --with-text and the like are told of a dataset: --dataset DIR."
        raise click.UsageError(message)
