"""`communique retract`: a release taken back."""

import click

from communique.cli.options import graph_options
from communique.cli.output import emit_json


@click.command("retract")
@click.argument("release")
@graph_options
def command(release: str, *, where: str | None, database: str | None) -> None:
    """Take a release back, and leave the graph as if it had never been loaded.

    RELEASE is its address or its id.
    """
    from communique.pipeline import Graph

    with Graph(where, database=database) as graph:
        emit_json({"retracted": graph.retract(release)})
