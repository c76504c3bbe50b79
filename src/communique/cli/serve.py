"""`communique serve`: a page on a graph."""

import click

from communique.cli.options import graph_options


@click.command("serve")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8765,
    show_default=True,
    help="On this machine alone; 0 for any that is free.",
)
@click.option("--review", is_flag=True, help="Let the page settle doubts: print a token for it.")
@click.option(
    "--timeout",
    type=click.FloatRange(0, min_open=True),
    default=30.0,
    show_default=True,
    help="Seconds that a question may take.",
)
@graph_options
def command(
    *, port: int, review: bool, timeout: float, where: str | None, database: str | None
) -> None:
    """Open a page on a graph: look for names, see the network, read the evidence.

    The page is for this machine alone. It only reads, unless --review is given; then whoever has
    the address that is printed can settle doubts. Ctrl-C ends it.
    """
    from communique.explorer.serving import serve
    from communique.pipeline import Graph

    with Graph(where, database=database, timeout=timeout) as graph:
        serve(graph, port, review=review, announce=click.echo)
