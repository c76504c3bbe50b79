"""How long each question takes, by what it is asked about, and by which plan."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import quantiles
from time import perf_counter
from typing import Any

from benchmarks.questions.anchors import BUSY, USUAL, Anchors, Call, calls

from communique.errors import OutOfMemory
from communique.graph.store import Store
from communique.queries.question import Question

_PEER = "MATCH (n:Person {id: $person}) RETURN n"
"""What the peer of the same run does: find one node by its id."""
_LONG = 5.0
"""Seconds after which a statement is not run so often."""
COLUMNS = (
    "question", "rows", "p50", "p95", "peer p50", "times peer", "busy rows", "busy p50",
    "busy p95", "busy times peer", "plan",
)  # fmt: skip


@dataclass(frozen=True)
class Times:
    """How long some runs took, in milliseconds; rows in the middle, and the peer beside them."""

    p50: float
    p95: float
    rows: int
    peer: float


def measure(store: Store, questions: Iterable[Question], runs: int) -> Iterator[dict[str, Any]]:
    """Ask each question with each anchor, of any and of the busiest.

    Args:
        store: The graph.
        questions: The questions.
        runs: How often each is asked; the first time, when it is planned, does not count.

    Yields:
        A row for each, by `COLUMNS`.
    """
    anchors = Anchors(store)
    for question in questions:
        for call in calls(question):
            try:
                yield _measure(store, anchors, call, runs)
            except OutOfMemory:
                yield {**dict.fromkeys(COLUMNS), "question": call.name, "plan": "out of memory"}


def _measure(store: Store, anchors: Anchors, call: Call, runs: int) -> dict[str, Any]:
    given = {parameter.name for parameter in call.given}
    statement = call.question.state(given, embedded=store.engine == "arcadedb")
    usual = _time(store, statement, [anchors.draw(call, USUAL) for _ in range(runs)], anchors)
    row = {
        "question": call.name, "rows": usual.rows, "p50": usual.p50, "p95": usual.p95,
        "peer p50": usual.peer, "times peer": round(usual.p50 / usual.peer, 1),
        "plan": plan(store, statement, anchors.draw(call, USUAL)),
    }  # fmt: skip
    if call.anchors:
        busy = _time(store, statement, [anchors.draw(call, BUSY) for _ in range(runs)], anchors)
        row |= {
            "busy rows": busy.rows, "busy p50": busy.p50, "busy p95": busy.p95,
            "busy times peer": round(busy.p50 / busy.peer, 1),
        }  # fmt: skip
    return {column: row.get(column) for column in COLUMNS}


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
    with store._session() as session:
        told = session.run(f"EXPLAIN {statement}", dict(bound)).consume().plan
    return list(_walk(told)) if told else []


def _walk(told: Mapping[str, Any]) -> Iterator[str]:
    for child in told.get("children", ()):
        yield from _walk(child)
    yield told["operatorType"].partition("@")[0]


def _time(
    store: Store, statement: str, drawn: Sequence[dict[str, object]], anchors: Anchors
) -> Times:
    """Run a statement and its peer in turn; the first of each, which is planned, does not count."""
    spent: list[float] = []
    peers: list[float] = []
    counts: list[int] = []
    for bound in (drawn[0], *drawn):
        took, rows = _run(store, statement, bound)
        spent.append(took)
        counts.append(rows)
        peers.append(_run(store, _PEER, {"person": anchors.person()})[0])
        if len(spent) > 1 and sum(spent) > _LONG * 1000:
            break
    p50, p95 = _middle_and_high(spent[1:])
    peer, _ = _middle_and_high(peers[1:])
    return Times(p50, p95, sorted(counts[1:])[len(counts[1:]) // 2], peer)


def _run(store: Store, statement: str, bound: Mapping[str, object]) -> tuple[float, int]:
    start = perf_counter()
    rows = len(store.run(statement, bound).rows)
    return (perf_counter() - start) * 1000, rows


def _middle_and_high(spent: Sequence[float]) -> tuple[float, float]:
    cuts = quantiles([*spent, *spent], n=20, method="inclusive")
    return round(cuts[9], 2), round(cuts[18], 2)
