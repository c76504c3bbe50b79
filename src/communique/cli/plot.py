"""`communique plot`: pictures of the graph as SVG or PNG."""

from collections.abc import Callable
from typing import Any, TypeVar

import click

from communique.cli.options import graph_options
from communique.network.kinds import Kind, Weight
from communique.plots import COLUMNS, ROWS, SHOWN

F = TypeVar("F", bound=Callable[..., Any])


@click.group("plot")
def command() -> None:
    """Draw the graph: a network, a timeline, a heatmap, a map.

    The ending of the file tells the format, .svg or .png. Equal graphs give equal bytes on one
    machine. What is left out is said below the picture.
    """


def _place_option(function: F) -> F:
    return click.option(
        "--place",
        "places",
        multiple=True,
        metavar="NAME",
        help="What happened in this city, region or country; as often as you like: in any.",
    )(function)


def _top_option(picture: str, what: str) -> Callable[[F], F]:
    return click.option(
        "--top",
        type=click.IntRange(min=1),
        default=SHOWN[picture],
        show_default=True,
        help=f"At most so many {what}.",
    )


def _picture_options(function: F) -> F:
    """Add ``--out``, ``--since``, ``--until``, ``--graph`` and ``--database``."""
    for option in (
        click.option("--until", metavar="DATE", help="Up to this day, month or year."),
        click.option("--since", metavar="DATE", help="From this day, month or year on."),
        click.option(
            "--out", required=True, metavar="FILE", help="Where to: a file in .svg or .png."
        ),
    ):
        function = option(function)
    return graph_options(function)


@command.command("network")
@click.option(
    "--kind",
    type=click.Choice([kind.value for kind in Kind]),
    default=Kind.MET_WITH.value,
    show_default=True,
    help="Who met whom; who was at the same event; who thanked whom.",
)
@_place_option
@click.option(
    "--weight",
    type=click.Choice([weight.value for weight in Weight]),
    default=Weight.EVENTS.value,
    show_default=True,
    help="What a tie counts.",
)
@_top_option("network", "people and bodies, those with most")
@_picture_options
def network(**options: Any) -> None:  # noqa: ANN401 - what the options give
    """Draw who is tied to whom, in colours for those who meet more among themselves."""
    _draw("plot_network", **options)


@command.command("timeline")
@click.option("--person", metavar="NAME", help="What this person did.")
@click.option("--organization", metavar="NAME", help="What this organization or country did.")
@click.option("--place", metavar="NAME", help="What happened here.")
@click.option("--office", metavar="NAME", help="Who held this office.")
@click.option(
    "--rows", type=click.Choice(ROWS), default=ROWS[0], show_default=True, help="What rows are of."
)
@_top_option("timeline", "rows, those with most; the others are one more")
@_picture_options
def timeline(**options: Any) -> None:  # noqa: ANN401 - what the options give
    """Draw what a person, an organization or a place saw day by day, or who held an office."""
    kinds = ("person", "organization", "place", "office")
    if sum(options[kind] is not None for kind in kinds) != 1:
        message = f"Give one of --{', --'.join(kinds)}."
        raise click.UsageError(message)
    _draw("plot_timeline", **options)


@command.command("heatmap")
@click.option(
    "--columns",
    type=click.Choice(COLUMNS),
    default=COLUMNS[0],
    show_default=True,
    help="How often each met each, or how often in each month, quarter or year.",
)
@_place_option
@_top_option("heatmap", "people and bodies, those who met most often")
@_picture_options
def heatmap(**options: Any) -> None:  # noqa: ANN401 - what the options give
    """Draw how often people met: each other, or in time."""
    _draw("plot_heatmap", **options)


@command.command("map")
@click.option("--person", metavar="NAME", help="Where this person was; else everybody.")
@_picture_options
def map_(**options: Any) -> None:  # noqa: ANN401 - what the options give
    """Draw in which cities events were held and visits made."""
    _draw("plot_map", **options)


def _draw(picture: str, *, out: str, where: str | None, database: str | None, **how: Any) -> None:  # noqa: ANN401
    """Draw a picture into a file; what can't be written is refused before a database is opened."""
    from communique.pipeline import Graph
    from communique.plots import check_installed

    check_installed()
    from communique.plots.saving import check_place, save

    check_place(out)
    with Graph(where, database=database) as graph:
        save(getattr(graph, picture)(**how), out)
