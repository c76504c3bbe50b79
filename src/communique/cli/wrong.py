"""`communique wrong`: a fact that its release does not say."""

import click

from communique.cli.options import check_text, graph_options, note_option
from communique.cli.output import emit_json


@click.command("wrong")
@click.argument("fact", callback=check_text)
@note_option
@graph_options
def command(fact: str, *, note: str | None, where: str | None, database: str | None) -> None:
    """Decide that a release does not say what a fact says it does.

    FACT is an id as queries give it in their last column. The fact is left out of every answer
    until `communique undo` takes the decision back.
    """
    from communique.pipeline import Graph

    with Graph(where, database=database) as graph:
        emit_json(graph.wrong(fact, note=note))
