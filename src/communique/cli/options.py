"""Options that several commands share."""

from collections.abc import Callable
from typing import Any, TypeVar

import click

F = TypeVar("F", bound=Callable[..., Any])
_FOLDER = click.Path(file_okay=False)
_RATE = click.FloatRange(0, min_open=True)

GRAPH = click.Option(
    ["--graph", "where"],
    envvar="COMMUNIQUE_GRAPH",
    metavar="WHERE",
    help="A folder or the address of a Neo4j. Default: COMMUNIQUE_GRAPH, else ./communique.db.",
)
DATABASE = click.Option(["--database"], metavar="NAME", help="The database on that Neo4j.")
FORMATS = (
    click.Option(["--json", "form"], flag_value="json", help="JSON Lines."),
    click.Option(["--table", "form"], flag_value="table", help="A table."),
    click.Option(["--csv", "form"], flag_value="csv", help="Comma-separated values."),
)


def _option(option: click.Option) -> Callable[[F], F]:
    def decorate(function: F) -> F:
        if not hasattr(function, "__click_params__"):
            function.__click_params__ = []  # type: ignore[attr-defined]
        function.__click_params__.append(option)  # type: ignore[attr-defined]
        return function

    return decorate


def graph_options(function: F) -> F:
    """Add ``--graph`` and ``--database``."""
    return _option(GRAPH)(_option(DATABASE)(function))


def form_options(function: F) -> F:
    """Add ``--json``, ``--table`` and ``--csv``."""
    for option in FORMATS:
        function = _option(option)(function)
    return function


def release_options(function: F) -> F:
    """Add what says how releases are to be found: the keys of `communique.loaders.Finding`."""
    for option in (
        click.option("--private", is_flag=True, help="Let this machine and its network be asked."),
        click.option(
            "--rate",
            type=_RATE,
            default=1.0,
            show_default=True,
            help="Requests a second to one site.",
        ),
        click.option("--cache", type=_FOLDER, help="Where fetched pages are kept."),
        click.option("--refresh", is_flag=True, help="Ask for pages again that are kept already."),
        click.option("--fetch", is_flag=True, help="Fetch what stands at addresses in files, too."),
        click.option("--match", metavar="REGEX", help="Only addresses in which this is found."),
        click.option(
            "--column",
            "columns",
            multiple=True,
            metavar="NAME=FIELD",
            callback=_read_columns,
            help="What a column or key is: Headline=title.",
        ),
        click.option("--language", help="Language, where a release tells none: en."),
        click.option("--url", help="Address, where a release has none."),
        click.option("--issuer", help="Issuer, where a release names none."),
        click.option("--date", help="Day of issue, where a release has none: 2024-11-06."),
    ):
        function = option(function)
    return function


def _read_columns(
    context: click.Context, parameter: click.Parameter, values: tuple[str, ...]
) -> dict[str, str]:
    columns = {}
    for value in values:
        name, mark, wanted = value.partition("=")
        if not (name and mark and wanted):
            message = f"{value!r} is not NAME=FIELD."
            raise click.BadParameter(message, context, parameter)
        columns[name] = wanted
    return columns


def strict_option(function: F) -> F:
    """Add ``--strict``."""
    return click.option("--strict", is_flag=True, help="Stop at the first bad release.")(function)


def confidence_option(function: F) -> F:
    """Add ``--min-confidence``."""
    option = click.option(
        "--min-confidence",
        type=click.FloatRange(0, 1),
        default=0.0,
        show_default=True,
        help="Leave less sure facts out: fewer are told, and more of them are right.",
    )
    return option(function)


def processes_option(function: F) -> F:
    """Add ``--processes``."""
    option = click.option(
        "--processes",
        type=click.IntRange(min=1),
        metavar="N",
        help="How many read at a time.  [default: as many as there are cores]",
    )
    return option(function)


def reader_option(function: F) -> F:
    """Add ``--reader``."""
    option = click.option("--reader", default="rules", show_default=True, help="Which reader.")
    return option(function)


def note_option(function: F) -> F:
    """Add ``--note``."""
    option = click.option("--note", callback=check_text, help="Why, for whoever reads it later.")
    return option(function)


def pair_arguments(function: F) -> F:
    """Add A and B, the two sides of a decision."""
    for argument in (
        click.argument("other", metavar="B", callback=_check_other),
        click.argument("one", metavar="A", callback=check_text),
    ):
        function = argument(function)
    return function


def check_text(context: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    """Refuse what is empty or no UTF-8.

    Raises:
        click.BadParameter: If it is.
    """
    if value is not None and not value.strip():
        message = "it is empty."
        raise click.BadParameter(message, context, parameter)
    if value is not None and any("\ud800" <= char <= "\udfff" for char in value):
        message = "it is not UTF-8."
        raise click.BadParameter(message, context, parameter)
    return value


def _check_other(context: click.Context, parameter: click.Parameter, value: str) -> str | None:
    if value == context.params.get("one"):
        message = "it is the same as A."
        raise click.BadParameter(message, context, parameter)
    return check_text(context, parameter, value)
