"""`communique why`: what makes mentions one node."""

import click

from communique.cli.options import check_text, form_options, graph_options
from communique.cli.output import emit


@click.command("why")
@click.argument("node", metavar="ID", callback=check_text)
@form_options
@graph_options
def command(node: str, *, form: str | None, where: str | None, database: str | None) -> None:
    """Tell why the mentions of a node are one.

    ID is the id of a node, or a name as a person writes it. Each row is a mention, with the reason
    why it stands with the others.
    """
    from communique.pipeline import Graph

    with Graph(where, database=database) as graph:
        emit(graph.why(node), form)
