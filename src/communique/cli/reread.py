"""`communique reread`: releases of the graph read again by a newer reader."""

import click

from communique.cli.options import confidence_option, graph_options, reader_option
from communique.cli.output import emit_json, progress


@click.command("reread")
@click.option("--all", "everything", is_flag=True, help="Those that this reader read, too.")
@reader_option
@confidence_option
@graph_options
def command(
    *,
    everything: bool,
    reader: str,
    min_confidence: float,
    where: str | None,
    database: str | None,
) -> None:
    """Read again the releases that another reader, or an older one, has read.

    Their texts are taken from the graph. Decisions are kept, and all that follows is settled anew.
    """
    from communique.pipeline import Graph

    with Graph(where, database=database) as graph:
        rereading = graph.reread(
            reader=reader, min_confidence=min_confidence, everything=everything
        )
        with progress(rereading, "reading again") as items:
            count = sum(1 for _ in items)
    emit_json({"reread": count})
