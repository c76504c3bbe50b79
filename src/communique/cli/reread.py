"""`communique reread`: releases of the graph read again by a newer reader."""

import sys
from collections import Counter

import click

from communique.cli.options import confidence_option, graph_options, reader_option
from communique.cli.output import emit_json, progress, say


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
    One that can't be read stays as it is, and is told.
    """
    from communique.pipeline import Graph

    with Graph(where, database=database) as graph:
        rereading = graph.reread(
            reader=reader, min_confidence=min_confidence, everything=everything
        )
        counts = Counter[bool]()
        with progress(rereading, "reading again") as items:
            for item in items:
                counts[isinstance(item, str)] += 1
                if not isinstance(item, str):
                    say(f"Error: {item}")
    emit_json({"reread": counts[True], "failed": counts[False]})
    sys.exit(1 if counts[False] else 0)
