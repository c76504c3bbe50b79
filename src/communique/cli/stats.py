"""`communique stats`: what the graph holds."""

import click

from communique.cli.options import form_options, graph_options
from communique.cli.output import emit


@click.command("stats")
@form_options
@graph_options
def command(*, form: str | None, where: str | None, database: str | None) -> None:
    """Count the nodes of each label and the edges of each type."""
    from communique.pipeline import Graph

    with Graph(where, database=database) as graph:
        emit(graph.stats(), form)
