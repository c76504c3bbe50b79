"""`communique review`: doubts for a person to settle, and what has been settled."""

from pathlib import Path

import click

from communique.cli.options import form_options, graph_options
from communique.cli.output import emit


@click.command("review")
@click.option("--limit", type=click.IntRange(min=1), help="At most so many doubts.")
@click.option("--decided", is_flag=True, help="List the decisions made, not the doubts.")
@click.option(
    "--export", "out", metavar="FILE", help="Write the decisions to a file; - is standard output."
)
@form_options
@graph_options
def command(
    *,
    limit: int | None,
    decided: bool,
    out: str | None,
    form: str | None,
    where: str | None,
    database: str | None,
) -> None:
    """List what may be one and may be two, most consequential first.

    Settle a doubt by `communique same A B` or `communique different A B`. A decision is dormant
    while no release that is loaded has what it is about.
    """
    if [limit is not None, decided, out is not None].count(True) > 1 or (out is not None and form):
        message = "--limit goes with doubts alone, and --export with nothing else."
        raise click.UsageError(message)
    from communique.pipeline import Graph

    with Graph(where, database=database) as graph:
        if out is not None:
            _write(graph.export_decisions(), out)
        else:
            emit(graph.decisions() if decided else graph.review(limit=limit), form)


def _write(text: str, out: str) -> None:
    if out == "-":
        click.echo(text, nl=False)
        return
    from communique.ontology.files import whole_file
    from communique.writing import unwritten

    try:
        with whole_file(Path(out)) as stream:
            stream.write(text)
    except OSError as error:
        raise unwritten(out, error) from error
