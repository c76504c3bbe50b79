"""How long each question takes, by what it is asked about, and by which plan."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from statistics import quantiles
from time import perf_counter
from typing import Any

from benchmarks.questions.anchors import BUSY, USUAL, Anchors, Call, calls

from communique.graph.store import Store
from communique.queries.question import Question

_PEER = "MATCH (n:Person {id: $person}) RETURN n"
"""What the peer of the same run does: find one node by its id."""
_LONG = 5.0
"""Seconds after which a statement is not run so often."""
COLUMNS = (
    "question", "rows", "p50", "p95", "times peer", "busy rows", "busy p50", "busy p95", "plan",
)  # fmt: skip


@dataclass(frozen=True)
class Times:
    """How long some runs took, in milliseconds, and how many rows came in the middle."""

    p50: float
    p95: float
    rows: int


def measure(
    store: Store, questions: Iterable[Question], runs: int
) -> Iterator[dict[str, Any]]:
    """Ask each question with each anchor, of any and of the busiest.

    Args:
        store: The graph.
        questions: The questions.
        runs: How often each is asked; the first time, when it is planned, does not count.

    Yields:
        A row for each, by `COLUMNS`; the peer's first.
    """
    anchors = Anchors(store)
    peer = _peer(store, anchors, runs)
    for question in questions:
        for call in calls(question):
            statement = _statement(store, call)
            drawn = [anchors.draw(call, USUAL) for _ in range(runs + 1)]
            usual = _time(store, statement, drawn)
            row = {
                "question": call.name, "rows": usual.rows, "p50": usual.p50, "p95": usual.p95,
                "times peer": round(usual.p50 / peer, 1), "plan": plan(store, statement, drawn[0]),
            }  # fmt: skip
            if call.anchors:
                busy = _time(store, statement, [anchors.draw(call, BUSY) for _ in range(runs + 1)])
                row |= {"busy rows": busy.rows, "busy p50": busy.p50, "busy p95": busy.p95}
            yield {column: row.get(column) for column in COLUMNS}


def plan(store: Store, statement: str, bound: Mapping[str, object]) -> str:
    """Tell the plan of a statement: the operators, the first to run first.

    Args:
        store: The graph.
        statement: The statement.
        bound: Its parameters.

    Returns:
        The names of the operators; nothing where the engine does not tell.
    """
    return " ".join(operators(store, statement, bound))


def operators(store: Store, statement: str, bound: Mapping[str, object]) -> list[str]:
    """List the operators of a plan, from its leaves up."""
    with store._session() as session:  # noqa: SLF001 - a store has no use for plans
        told = session.run(f"EXPLAIN {statement}", dict(bound)).consume().plan
    return list(_walk(told)) if told else []


def _walk(told: Mapping[str, Any]) -> Iterator[str]:
    for child in told.get("children", ()):
        yield from _walk(child)
    yield told["operatorType"].partition("@")[0]


def _statement(store: Store, call: Call) -> str:
    given = {parameter.name for parameter in call.given}
    return call.question.state(given, embedded=store.engine == "arcadedb")


def _peer(store: Store, anchors: Anchors, runs: int) -> float:
    from communique.queries.library import get

    call = next(c for c in calls(get("timeline")) if c.anchors)
    return _time(store, _PEER, [anchors.draw(call, USUAL) for _ in range(runs + 1)]).p50


def _time(store: Store, statement: str, drawn: list[dict[str, object]]) -> Times:
    spent: list[float] = []
    counts: list[int] = []
    store.run(statement, drawn[0])
    for bound in drawn[1:]:
        start = perf_counter()
        counts.append(len(store.run(statement, bound).rows))
        spent.append((perf_counter() - start) * 1000)
        if sum(spent) > _LONG * 1000:
            break
    if len(spent) == 1:
        return Times(round(spent[0], 2), round(spent[0], 2), counts[0])
    cuts = quantiles(spent, n=20, method="inclusive")
    return Times(round(cuts[9], 2), round(cuts[18], 2), sorted(counts)[len(counts) // 2])
