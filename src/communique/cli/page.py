"""`communique page`: one file that shows a person, an organization, a place or an office."""

import sys
from pathlib import Path

import click

from communique.cli.options import check_text, graph_options
from communique.errors import MissingFile
from communique.ontology.files import whole_file
from communique.writing import unwritten

_KINDS = ("person", "organization", "place", "office")


@click.command("page")
@click.option("--person", metavar="NAME", callback=check_text, help="Of this person.")
@click.option("--organization", metavar="NAME", callback=check_text, help="Of this organization.")
@click.option("--place", metavar="NAME", callback=check_text, help="Of this place.")
@click.option("--office", metavar="NAME", callback=check_text, help="Of this office.")
@click.option("--since", metavar="DATE", help="From this day, month or year on.")
@click.option("--until", metavar="DATE", help="Up to this day, month or year.")
@click.option(
    "--out", required=True, metavar="FILE", help="Where to: an .html; - is standard output."
)
@graph_options
def command(*, out: str, where: str | None, database: str | None, **asked: str | None) -> None:
    """Make a page to send: one file with network, timeline and evidence, which works offline.

    It is under 2 MB; what there is no room for is left out, the oldest first, and the page says
    how much that is. Equal graphs give equal bytes.
    """
    from communique.explorer.sending import make_page
    from communique.pipeline import Graph

    if sum(asked[kind] is not None for kind in _KINDS) != 1:
        message = f"Give one of --{', --'.join(_KINDS)}."
        raise click.UsageError(message)
    _check_place(out)
    with Graph(where, database=database) as graph:
        _write(out, make_page(graph, **asked))


def _check_place(out: str) -> None:
    """Refuse a place that can't be written before anything is asked for nothing."""
    if out == "-":
        return
    if Path(out).is_dir():
        message = f"{out} is a folder."
        raise MissingFile(message, "Name a file in it.")
    if not Path(out).parent.is_dir():
        message = f"{out} can't be written: there is no folder {Path(out).parent}."
        raise MissingFile(message)


def _write(out: str, page: str) -> None:
    if out == "-":
        sys.stdout.write(page)
        return
    try:
        with whole_file(Path(out)) as stream:
            stream.write(page)
    except OSError as error:
        raise unwritten(out, error) from error
