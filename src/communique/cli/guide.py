"""`communique guide`: what to paste into Neo4j and its Browser."""

from collections.abc import Sequence
from importlib import resources

import click

PARTS = ("favourites", "style", "index", "user")


@click.command("guide")
@click.argument("part", type=click.Choice(PARTS), required=False)
@click.argument("names", nargs=-1)
def command(part: str | None, names: Sequence[str]) -> None:
    """Print what to paste into Neo4j and its Browser; without PART, what there is.

    NAMES are questions of the library, for `favourites` alone. Nothing is installed or changed.
    """
    if part == "favourites":
        from communique.guide.favourites import write_favourites

        click.echo(write_favourites(names), nl=False)
        return
    if names:
        message = f"`communique guide {part}` takes nothing more: {' '.join(names)!r}."
        raise click.UsageError(message)
    click.echo(_write(part), nl=False)


def _write(part: str | None) -> str:
    if part == "style":
        from communique.guide.style import write_style

        return f"{write_style()}\n"
    if part == "index":
        from communique.guide.index import write_index

        return write_index()
    name = f"{part or 'overview'}.txt"
    return resources.files("communique.guide").joinpath(name).read_text("utf-8")
