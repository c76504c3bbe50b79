"""Citing an answer: the sentences that its rows rest on."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Generic, TypeVar, overload

from more_itertools import chunked

from communique.graph.model import AT_EVENTS, FACT_EDGES
from communique.graph.store import Store
from communique.queries.table import Table
from communique.reading.passages import sentence_at

R = TypeVar("R")

_AT_ONCE = 1000
SHOWN = ("release", "issued", "sentence")
"""What the table of a cited answer shows of each citation."""


@dataclass(frozen=True)
class Citation:
    """A sentence of a release.

    Attributes:
        id: The id of the fact that it tells, or of the mention that stands in it.
        release: The id of the release: its address, where it has one.
        issued: The day of the release.
        issuer: Who published it.
        title: Its headline.
        sentence: The words, verbatim.
        start: Where they start in the release's text, in code points.
        end: Where they end.
    """

    id: str
    release: str
    issued: str | None
    issuer: str | None
    title: str | None
    sentence: str
    start: int
    end: int


class Cited(Sequence[tuple[R, tuple[Citation, ...]]], Generic[R]):
    """An answer with its evidence: each row beside the sentences that it rests on.

    Args:
        answer: The answer.
        citations: Those of each row, in the answer's order.
        ids: The ids of all facts and mentions of each row: one sentence can tell several.

    Attributes:
        answer: The answer.
        ids: The ids of all facts and mentions of each row.
    """

    def __init__(
        self,
        answer: Table[R],
        citations: Sequence[tuple[Citation, ...]],
        ids: Sequence[Sequence[str]] = (),
    ) -> None:
        self.answer = answer
        self.ids = ids or [[one.id for one in some] for some in citations]
        self._citations = citations

    def __len__(self) -> int:
        return len(self.answer)

    @overload
    def __getitem__(self, index: int) -> tuple[R, tuple[Citation, ...]]: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[tuple[R, tuple[Citation, ...]]]: ...
    def __getitem__(self, index: int | slice) -> Any:
        if isinstance(index, slice):
            return list(zip(self.answer[index], self._citations[index], strict=True))
        return self.answer[index], self._citations[index]

    def __iter__(self) -> Iterator[tuple[R, tuple[Citation, ...]]]:
        return zip(self.answer, self._citations, strict=True)

    def dicts(self) -> list[dict[str, Any]]:
        """Give the rows as plain dicts, the citations of each under ``evidence``."""
        return [
            {**row, "evidence": [asdict(citation) for citation in citations]}
            for row, citations in zip(self.answer.dicts(), self._citations, strict=True)
        ]

    def table(self) -> Table[dict[str, Any]]:
        """Give a line for each row and sentence; a row without evidence keeps one of its own."""
        rows = [
            {**row, **{name: getattr(citation, name, None) for name in SHOWN}}
            for row, citations in zip(self.answer.dicts(), self._citations, strict=True)
            for citation in citations or (None,)
        ]
        return Table((*self.answer.columns, *SHOWN), rows, dict, self.answer.notes)

    def __str__(self) -> str:
        return str(self.table())

    def _repr_html_(self) -> str:
        return self.table()._repr_html_()


def attach(store: Store, answer: Table[R], evidence: Sequence[object]) -> Cited[R]:
    """Put the sentences beside the rows of an answer.

    Args:
        store: The graph that answered.
        answer: The answer.
        evidence: For each row the ids of facts and mentions, in lists as deep as they come.

    Returns:
        The cited answer.
    """
    ids = [sorted(set(_flatten(told))) for told in evidence]
    found = cite(store, {one for row in ids for one in row})
    known = [[one for one in row if one in found] for row in ids]
    return Cited(answer, [_in_order(found[one] for one in row) for row in known], known)


def cite(store: Store, ids: Iterable[str]) -> dict[str, Citation]:
    """Find the sentences of facts and mentions.

    Args:
        store: The graph.
        ids: Ids of facts and of mentions.

    Returns:
        A citation for each id that the graph has.
    """
    found: dict[str, Citation] = {}
    for some in chunked(sorted(set(ids)), _AT_ONCE):
        found |= cite_facts(store, some)
        missing = [one for one in some if one not in found]
        if missing:
            rows = store.run(_MENTIONS, grouped(missing)).rows
            found |= {row["id"]: _mention(row) for row in rows}
    return found


def cite_facts(store: Store, ids: Iterable[str]) -> dict[str, Citation]:
    """Find the sentences of facts, at once.

    Args:
        store: The graph.
        ids: Ids of facts, a bounded number.

    Returns:
        A citation for each fact that the graph has.
    """
    statements = _FACTS_EMBEDDED if store.engine == "arcadedb" else (_FACTS,)
    found: dict[str, Citation] = {}
    missing = sorted(ids)
    for statement in statements:
        rows = store.run(statement, grouped(missing)).rows if missing else []
        found |= {row["id"]: Citation(**row) for row in rows}
        missing = [one for one in missing if one not in found]
    return found


def grouped(ids: Iterable[str]) -> dict[str, Any]:
    """Put ids of facts and mentions by their releases, as the parameter ``asked``."""
    releases: dict[str, list[str]] = {}
    for one in ids:
        releases.setdefault(one.partition("#")[0], []).append(one)
    return {"asked": [{"release": release, "ids": some} for release, some in releases.items()]}


def _mention(row: Mapping[str, Any]) -> Citation:
    text, spans = row["text"], row["spans"]
    start, end = sentence_at(text, spans[0]) if spans else (0, 0)
    told = {key: row[key] for key in ("id", "release", "issued", "issuer", "title")}
    return Citation(**told, sentence=text[start:end], start=start, end=end)


def _in_order(citations: Iterable[Citation]) -> tuple[Citation, ...]:
    """Sort by day and place; two facts of one sentence are one citation."""
    once = {(c.release, c.start, c.end): c for c in citations}
    return tuple(sorted(once.values(), key=lambda c: (c.issued or "", c.release, c.start, c.end)))


def _flatten(told: object) -> Iterator[str]:
    if isinstance(told, str):
        yield told
    elif isinstance(told, list):
        for item in told:
            yield from _flatten(item)


FACT_PATHS = (
    f"-[:MENTIONS]->(b:Event)<-[e:{'|'.join(AT_EVENTS)}]-(a)",
    f"-[:MENTIONS]->(a)-[e:{'|'.join(e for e in FACT_EDGES if e not in AT_EVENTS)}]->(b)",
)
"""Where the facts of a release are, without an index of edges: few at an event, many at a hub."""

_RELEASE = "r.id AS release, r.date AS issued, r.issuer AS issuer, r.title AS title"
_TOLD = "|".join(FACT_EDGES)
_FACTS = (
    "UNWIND $asked AS row MATCH (r:Release {id: row.release}) UNWIND row.ids AS id "
    # The id of an edge is that of its fact; a met-with fact is two, the principal's and another.
    f"MATCH ()-[e:{_TOLD}]->() WHERE e.id IN [id, id + '/principal'] AND e.fact = id "
    f"RETURN DISTINCT id, {_RELEASE}, e.quote AS sentence, e.start AS start, e.end AS end"
)
_FACTS_EMBEDDED = tuple(
    f"UNWIND $asked AS row MATCH (r:Release {{id: row.release}}){path} WHERE e.fact IN row.ids "
    f"RETURN DISTINCT e.fact AS id, {_RELEASE}, e.quote AS sentence, e.start AS start, e.end AS end"
    for path in FACT_PATHS
)
_MENTIONS = (
    "UNWIND $asked AS row MATCH (r:Release {id: row.release})-[m:MENTIONS]->() "
    "WHERE m.id IN row.ids "
    f"RETURN m.id AS id, {_RELEASE}, r.text AS text, m.spans AS spans"
)
