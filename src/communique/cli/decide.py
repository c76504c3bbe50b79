"""`communique decide`: decisions from a file."""

import click

from communique.cli.options import graph_options
from communique.cli.output import emit_json


@click.command("decide")
@click.option("--file", required=True, metavar="FILE", help="The file; - is standard input.")
@click.option("--ahead", is_flag=True, help="Keep decisions about releases that come later.")
@graph_options
def command(*, file: str, ahead: bool, where: str | None, database: str | None) -> None:
    """Take in decisions, all of them or none.

    FILE is what `communique review --export FILE` writes. Decisions that are there already change
    nothing; one about what the graph does not have is an error, or waits for it with --ahead.
    """
    from communique.pipeline import Graph

    with Graph(where, database=database) as graph:
        emit_json(graph.decide(file, ahead=ahead))
