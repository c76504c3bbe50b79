"""`communique compare`: whether two names are of one person."""

import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

import click

from communique.cli.options import form_options
from communique.cli.output import emit, emit_json, say
from communique.errors import DataError
from communique.queries.table import Table

if TYPE_CHECKING:
    from communique.identity.pairs import Pair

COLUMNS = ("same", "score", "reason", "name1", "name2", "verdict")


@click.command("compare")
@click.argument("names", nargs=-1, metavar="[NAME NAME]")
@click.option("--file", metavar="PAIRS", help="A CSV file with the columns name1 and name2.")
@form_options
def command(names: tuple[str, ...], *, file: str | None, form: str | None) -> None:
    """Tell whether two names are of one person, as far as names tell, and why.

    NAME is a name in Latin letters, Han characters or Hangul, with honorifics or without. PAIRS is
    a CSV file in UTF-8; - is standard input. A doubt is no: `same` is true only where the names
    suffice.
    """
    if (len(names) != 2) if file is None else names:
        message = "Give two names, or --file PAIRS."
        raise click.UsageError(message)
    from communique.identity.pairs import check, read_pairs

    failed: list[DataError] = []
    pairs = [check(*names)] if file is None else read_pairs(file)
    _print(_compared(pairs, failed), form)
    sys.exit(1 if failed else 0)


def _compared(
    pairs: "Iterable[Pair | DataError]", failed: list[DataError]
) -> Iterator[dict[str, Any]]:
    from communique.identity import compare

    for pair in pairs:
        if isinstance(pair, DataError):
            failed.append(pair)
            say(f"Error: {pair}")
            continue
        found = compare(pair.name1, pair.name2)
        told = (found.same, found.score, found.reason, pair.name1, pair.name2, found.verdict)
        yield dict(zip(COLUMNS, told, strict=True))


def _print(rows: Iterator[dict[str, Any]], form: str | None) -> None:
    """Print each line of JSON as it comes; a table needs them all."""
    if form == "json" or (form is None and not sys.stdout.isatty()):
        for row in rows:
            emit_json(row)
    else:
        emit(Table(COLUMNS, list(rows), dict), form)
