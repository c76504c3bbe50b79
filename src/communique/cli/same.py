"""`communique same`: two that a person holds to be one."""

import click

from communique.cli.options import graph_options, note_option, pair_arguments
from communique.cli.output import emit_json


@click.command("same")
@pair_arguments
@note_option
@graph_options
def command(
    one: str, other: str, *, note: str | None, where: str | None, database: str | None
) -> None:
    """Decide that A and B are one: one person, body, place, office or event.

    A and B are ids of nodes or of mentions, or names as a person writes them. The decision
    outlives reloads and better readers; `communique undo` takes it back.
    """
    from communique.pipeline import Graph

    with Graph(where, database=database) as graph:
        emit_json(graph.same(one, other, note=note))
