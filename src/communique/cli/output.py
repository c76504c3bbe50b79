"""Answers on standard output, talk on standard error."""

import json
import math
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

import click

from communique.queries.table import Table

if TYPE_CHECKING:
    from rich.progress import ProgressColumn

    from communique.queries.citation import Cited

T = TypeVar("T")


def emit(table: Table[Any], form: str | None) -> None:
    """Print an answer: a table to a terminal, JSON Lines to a pipe, unless told otherwise.

    Args:
        table: The answer.
        form: ``json``, ``table``, ``csv`` or None.
    """
    form = settle_form(form)
    if form == "table":
        _print_table(table)
    elif form == "csv":
        click.echo(table.csv(), nl=False)
    else:
        for row in table.dicts():
            emit_json(row)
    for note in table.notes:
        say(note)


def settle_form(form: str | None) -> str:
    """Tell in which form answers are printed: as asked, else as suits who reads them."""
    return form or ("table" if sys.stdout.isatty() else "json")


def emit_cited(cited: "Cited[Any]", form: str | None) -> None:
    """Print an answer with its evidence: a line for each sentence, in JSON a list in each row.

    Args:
        cited: The answer.
        form: ``json``, ``table``, ``csv`` or None.
    """
    if form == "json" or (form is None and not sys.stdout.isatty()):
        for row in cited.dicts():
            emit_json(row)
        for note in cited.answer.notes:
            say(note)
    else:
        emit(cited.table(), form)


def emit_json(value: object) -> None:
    """Print one JSON value on a line of its own."""
    try:
        told = json.dumps(value, ensure_ascii=False, default=str, allow_nan=False)
    except ValueError:
        told = json.dumps(_finite(value), ensure_ascii=False, default=str)
    click.echo(told)


def _finite(value: object) -> Any:  # noqa: ANN401 - any JSON value
    """JSON has no word for infinity, nor for what is no number."""
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, dict):
        return {key: _finite(item) for key, item in value.items()}
    return [_finite(item) for item in value] if isinstance(value, list) else value


def say(message: str) -> None:
    """Tell the user something that is no answer."""
    click.echo(message, err=True)


@contextmanager
def progress(items: Iterable[T], what: str, total: int | None = None) -> Iterator[Iterator[T]]:
    """Show a bar on a terminal's standard error while items go by.

    Args:
        items: What goes by.
        what: What is being done.
        total: How many there will be, if known.
    """
    if not sys.stderr.isatty():
        yield iter(items)
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(*_columns(), console=Console(stderr=True), transient=True) as bars:
        yield iter(bars.track(items, total=total, description=what))


@contextmanager
def stages(what: str, total: int | None = None) -> Iterator[Callable[[str, int], None]]:
    """Show on a terminal's standard error which stage of long work is at how many rows.

    Args:
        what: What is being done.
        total: How many rows all stages together will have been through, about.

    Yields:
        What is to be called with the name of a stage and how many rows it has been through.
    """
    if not sys.stderr.isatty():
        yield lambda _stage, _rows: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(*_columns(), console=Console(stderr=True), transient=True) as bars:
        task = bars.add_task(what, total=total)
        seen: dict[str, int] = {}

        def tell(stage: str, rows: int) -> None:
            seen[stage] = rows
            told = f"{what}: {stage.replace('_', ' ')}"
            bars.update(task, description=told, completed=sum(seen.values()))

        yield tell


def _columns() -> "Sequence[ProgressColumn]":
    """List what a bar shows: how many, how fast, how long still."""
    from rich.progress import BarColumn, TaskProgressColumn, TextColumn, TimeRemainingColumn

    return (
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("{task.completed:,}"),
        TaskProgressColumn(show_speed=True),
        TimeRemainingColumn(elapsed_when_finished=True),
    )


def _print_table(table: Table[Any]) -> None:
    if not sys.stdout.isatty():
        click.echo(str(table))
        return
    from rich.console import Console

    Console().print(table)
