"""`communique undo`: a decision taken back."""

import click

from communique.cli.options import check_text, graph_options
from communique.cli.output import emit_json


@click.command("undo")
@click.argument("decision", callback=check_text)
@graph_options
def command(decision: str, *, where: str | None, database: str | None) -> None:
    """Take a decision back, and leave the graph as if it had never been made.

    DECISION is its id, such as same-3fa9c2d1e0: see `communique review --decided`.
    """
    from communique.pipeline import Graph

    with Graph(where, database=database) as graph:
        emit_json(graph.undo(decision))
