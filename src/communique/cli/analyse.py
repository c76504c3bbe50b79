"""`communique analyse`: centralities, communities, brokers, cuts, cores, and what changed."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from communique.cli.options import form_options, graph_options
from communique.cli.output import emit, progress, say, settle_form
from communique.network.catalogue import CHANGES, STANDARD, Measure
from communique.network.kinds import Kind, Weight
from communique.queries.table import Table

if TYPE_CHECKING:
    import networkx as nx

    from communique.network.analysis import Finding

_IDS = frozenset({"id", "a_id", "b_id"})
"""Columns for programs; a person has names and offices."""


@click.command("analyse")
@click.option(
    "--kind",
    type=click.Choice([kind.value for kind in Kind]),
    default=Kind.MET_WITH.value,
    show_default=True,
    help="Who met whom; who was at the same event; who thanked whom.",
)
@click.option("--since", metavar="DATE", help="From this day, month or year on.")
@click.option("--until", metavar="DATE", help="Up to this day, month or year.")
@click.option(
    "--place",
    "places",
    multiple=True,
    metavar="NAME",
    help="What happened in this city, region or country; as often as you like: in any of them.",
)
@click.option(
    "--weight",
    type=click.Choice([weight.value for weight in Weight]),
    default=Weight.EVENTS.value,
    show_default=True,
    help="What a tie counts.",
)
@click.option(
    "--measure",
    "names",
    multiple=True,
    type=click.Choice([measure.value for measure in Measure]),
    help="This measure alone; as often as you like. Default: all but members.",
)
@click.option(
    "--top", type=click.IntRange(min=1), default=10, show_default=True, help="So many rows of each."
)
@click.option(
    "--against",
    metavar="PERIOD",
    help="What changed since another period: 2031, 2031-03, 2031-01..2031-06. Needs --since or"
    " --until.",
)
@click.option(
    "--by",
    type=click.Choice(["strength", "rank"]),
    help="With --against: by what somebody rises or falls. Default: strength.",
)
@form_options
@graph_options
def command(  # noqa: PLR0913
    *,
    kind: str,
    since: str | None,
    until: str | None,
    places: tuple[str, ...],
    weight: str,
    names: tuple[str, ...],
    top: int,
    against: str | None,
    by: str | None,
    form: str | None,
    where: str | None,
    database: str | None,
) -> None:
    """Measure who stands where in a network, and what changed between two periods.

    A table for each measure, with a line that says what its numbers mean; JSON Lines and CSV have
    the measure's name in the field `measure`. See docs/network.md.
    """
    measures = [Measure(name) for name in names] or list(CHANGES if against else STANDARD)
    _check(measures, bounded=bool(since or until), against=against, by=by)
    from communique.network.analysis import analyse
    from communique.network.moves import By
    from communique.pipeline import Graph
    from communique.queries.period import Period

    now, earlier = Period.of(since, until), Period.parse(against) if against else None
    told: dict[str, Any] = {"kind": kind, "places": places, "weight": weight}
    with Graph(where, database=database) as graph:
        network = graph.network(since=now.since, until=now.until, **told)
        then = None
        if earlier is not None:
            then = graph.network(since=earlier.since, until=earlier.until, **told)
    findings = analyse(network, measures, then=then, by=By(by or By.STRENGTH))
    with progress(findings, "Measuring", len(measures)) as going:
        done = list(going)
    when = str(now) if earlier is None else f"{now} against {earlier}"
    title = ", ".join([kind, when, *places])
    _print(title, done, top, settle_form(form))
    _warn(network, then)


def _check(
    measures: Sequence[Measure], *, bounded: bool, against: str | None, by: str | None
) -> None:
    changes = [measure for measure in measures if measure in CHANGES]
    if changes and not against:
        message = f"{changes[0]} compares two periods: --against 2031."
        raise click.UsageError(message)
    if against and not bounded:
        message = "--against compares two periods: say which the other is by --since or --until."
        raise click.UsageError(message)
    if by and not against:
        message = "--by is for what changed: --against PERIOD."
        raise click.UsageError(message)


def _print(title: str, findings: Sequence["Finding"], top: int, form: str) -> None:
    if form == "csv":
        emit(_join(findings, top), form)
        return
    if form == "table":
        click.echo(f"{click.style(title, bold=True)}\n")
    for finding in findings:
        table = finding.table
        if form == "table":
            columns = [column for column in table.columns if column not in _IDS]
            click.echo(_heading(finding, top))
            emit(Table(columns, table.dicts()[:top], dict, table.notes), form)
        else:
            emit(_join([finding], top), form)


def _heading(finding: "Finding", top: int) -> str:
    rows = len(finding.table)
    few = f" ({top} of {rows:,})" if rows > top else "" if rows else " (none)"
    return f"{click.style(finding.measure.value, bold=True)}{few}: {finding.explanation}"


def _join(findings: Sequence["Finding"], top: int) -> Table[dict[str, Any]]:
    """Put all into one table, the measure's name before each row."""
    columns = list(dict.fromkeys(column for f in findings for column in f.table.columns))
    blank = dict.fromkeys(columns)
    rows = [
        {"measure": finding.measure.value, **blank, **row}
        for finding in findings
        for row in finding.table.dicts()[:top]
    ]
    notes = [note for finding in findings for note in finding.table.notes]
    return Table(["measure", *columns], rows, dict, notes)


def _warn(network: "nx.Graph[str]", then: "nx.Graph[str] | None") -> None:
    """Say what is missing from the networks, and what to bear in mind."""
    from communique.network.change import weigh_lengths

    if not (len(network) or then):
        say("Nobody has such a tie there: try other bounds, other places, another --kind.")
    for note in [] if then is None else weigh_lengths(then, network):
        say(note)
    left_out = network.graph["left_out"]
    if left_out:
        say(f"{left_out:,} left out: no full date is known, so no bound can hold them.")
