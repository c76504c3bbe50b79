"""`communique query`: a question of the library, or Cypher of one's own."""

from typing import Any

import click
from click.shell_completion import CompletionItem

from communique.cli.options import DATABASE, FORMATS, GRAPH
from communique.cli.output import emit, emit_cited
from communique.errors import UnknownQuery
from communique.queries.catalogue import option
from communique.queries.library import get, names
from communique.queries.question import Parameter, Question
from communique.queries.table import Table

_FLAGS = {"--json", "--table", "--csv", "--evidence", "--write"}


class QueryCommand(click.Command):
    """A command whose options are the parameters of the question it is given."""

    fixed: list[click.Parameter]

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Add the options of the question named among the arguments."""
        if args and not args[0].startswith("-"):
            get(args[0])  # the options of a question that is none would be blamed instead
        self.params = [*self.fixed, *self._options(args)]
        return super().parse_args(ctx, args)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Complete the names of questions and of their options."""
        self.params = [*self.fixed, *self._options([ctx.params.get("name") or ""])]
        return super().shell_complete(ctx, incomplete)

    def _options(self, args: list[str]) -> list[click.Parameter]:
        question = _named(args)
        return [_option(p) for p in question.parameters] if question else []


def _named(args: list[str]) -> Question | None:
    """Find the question among the arguments; what follows an option is that option's value."""
    for before, word in zip(["", *args], args, strict=False):
        value = before.startswith("-") and before not in _FLAGS and "=" not in before
        if word in names() and not value:
            return get(word)
    return None


def _option(parameter: Parameter) -> click.Option:
    note = " Required." if parameter.required else ""
    default = f" Default: {parameter.default}." if parameter.default is not None else ""
    return click.Option(
        [option(parameter.name), f"parameter_{parameter.name}"],
        metavar=parameter.type.upper(),
        help=f"{parameter.help[0].upper()}{parameter.help[1:]}.{note}{default}",
    )


def _complete(
    ctx: click.Context, parameter: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    found = (n for n in names() if n.startswith(incomplete))
    return [CompletionItem(n, help=get(n).text) for n in found]


def _run(name: str | None, cypher: str | None, form: str | None, **given: Any) -> None:  # noqa: ANN401
    """Ask a question of the library, or run Cypher.

    NAME is one of `communique queries`; each of its parameters is an option, see `communique query
    NAME --help`. Names of people and places are matched as a person writes them; the title of an
    office means its holder in the period asked.
    """
    options = {key: given.pop(key) for key in ("where", "database", "timeout", "rdf")}
    evidence, write = given.pop("evidence"), given.pop("write")
    parameters = {k.removeprefix("parameter_"): v for k, v in given.items() if v is not None}
    if (name is None) == (cypher is None):
        both = ", not both" if name is not None else ""
        message = f"Give the name of a query, or --cypher TEXT{both}."
        raise UnknownQuery(message, "See `communique queries`.")
    if name is not None:
        _check(get(name), parameters)
    _check_options(name, evidence=evidence, write=write)
    if (rdf := options.pop("rdf")) is not None:
        _check_file(cypher, options["timeout"], evidence=evidence)
        emit(_ask_file(rdf, name or "", parameters), form)
        return
    from communique.pipeline import Graph

    with Graph(**options) as graph:
        if name is None:
            emit(graph.cypher(cypher or "", allow_writes=write), form)
        elif evidence:
            emit_cited(graph.cite(name, **parameters), form)
        else:
            emit(graph.query(name, **parameters), form)


def _check(question: Question, parameters: dict[str, Any]) -> None:
    """Miss a parameter before a database is started for nothing."""
    for parameter in question.parameters:
        if parameter.required and parameter.name not in parameters:
            needed = option(parameter.name)
            message = f"The query {question.name!r} needs {needed}: {parameter.help}."
            raise click.UsageError(message)


def _check_options(name: str | None, *, evidence: bool, write: bool) -> None:
    if name is None and evidence:
        message = "--evidence is for questions of the library; Cypher names its own columns."
        raise click.UsageError(message)
    if name is not None and write:
        message = "--write is for --cypher; a question of the library only reads."
        raise click.UsageError(message)
    if evidence and name and not get(name).cites:
        message = f"The rows of {name!r} are evidence themselves; ask without --evidence."
        raise click.UsageError(message)


def _check_file(cypher: str | None, timeout: float | None, *, evidence: bool) -> None:
    given = (("--cypher", cypher), ("--timeout", timeout), ("--evidence", evidence or None))
    for flag, value in given:
        if value is not None:
            message = f"{flag} is for graphs; --rdf asks a question of the library by name."
            raise click.UsageError(message)


def _ask_file(path: str, name: str, parameters: dict[str, Any]) -> Table[Any]:
    from communique.queries import twins
    from communique.queries.asking import row_type
    from communique.queries.exported import open_dataset

    twins.read_twin(name)  # before a file is read for nothing
    rows = twins.ask(open_dataset(path), name, **parameters)
    return Table([column.name for column in get(name).columns], rows, row_type(get(name)))


command = QueryCommand("query", callback=_run, help=_run.__doc__)
command.fixed = [
    click.Argument(["name"], required=False, shell_complete=_complete),
    click.Option(["--cypher"], metavar="TEXT", help="Cypher of one's own; a write is refused."),
    click.Option(["--write"], is_flag=True, help="Let that Cypher write."),
    click.Option(
        ["--evidence"], is_flag=True, help="Bring the release, date and sentence of each row."
    ),
    click.Option(["--rdf"], metavar="FILE", help="Ask an exported file instead of a graph."),
    click.Option(
        ["--timeout"], type=click.FloatRange(min=0, min_open=True), help="At most so many seconds."
    ),
    *FORMATS,
    GRAPH,
    DATABASE,
]
command.params = list(command.fixed)
