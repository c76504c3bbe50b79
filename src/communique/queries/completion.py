"""Completion: what a few letters may be the beginning of, whatever kind of thing it is."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass

from communique.graph.identity import ref_of
from communique.graph.model import Label
from communique.graph.store import Store
from communique.identity.scripts import HAN
from communique.queries.beginnings import search_start
from communique.queries.indexed_names import Row, search_forms
from communique.queries.letters import plain_words
from communique.queries.table import Table

NAMED = (Label.PERSON, Label.OFFICE, Label.ORGANIZATION, Label.PLACE, Label.EVENT)
"""What can be looked for by name."""

_CANDIDATES = 40
"""So many of the most mentioned are fetched to be ranked."""
_LONGEST = 1000
"""So much of what was typed counts."""


@dataclass(frozen=True)
class Completion:
    """Something with a name that begins as was typed.

    Attributes:
        id: The node's id.
        label: ``Person``, ``Office``, ``Organization``, ``Place`` or ``Event``.
        name: Its fullest name.
        form: The form of its name that fits, where that is another.
        date: The day of an event.
        mentions: How often releases mention it.
    """

    id: str
    label: str
    name: str
    form: str | None
    date: str | None
    mentions: int


def complete(
    store: Store, text: str, labels: Collection[Label] = NAMED, limit: int = 10
) -> Table[Completion]:
    """Find what a text may be the beginning of: a name, or a word of one, in any of its forms.

    Args:
        store: The graph.
        text: What was typed; the last word need not be whole.
        labels: What can be meant.
        limit: At most so many.

    Returns:
        Whole names first, then those that begin or end with the words typed, then those that begin
        with the letters, then others; the most mentioned first.
    """
    wanted, text = [label for label in NAMED if label in labels], text[:_LONGEST]
    asked = limit > 0 and plain_words(text)
    rows = _candidates(store, wanted, text, limit) if asked else []
    counts = _count(store, [row["id"] for row in rows])
    found = sorted((_read(row, text, counts) for row in rows), key=lambda one: _rank(one, text))
    shown = [asdict(one) for one in found[:limit]]
    return Table(tuple(Completion.__dataclass_fields__), shown, Completion)


def _candidates(store: Store, labels: Sequence[Label], text: str, limit: int) -> list[Row]:
    """Fetch what fits; a name in another script is looked for where nothing begins so."""
    rows = search_start(store, labels, text, limit=max(limit, _CANDIDATES))
    found = [row for row in rows if _has(row["names"] or [], text)]
    if not found and Label.PERSON in labels:
        found = search_forms(store, text) or []
    return found


def _has(names: Iterable[str], text: str) -> bool:
    """Tell whether names have all words of a text, the last perhaps as the beginning of one."""
    *whole, last = plain_words(text)
    words = {word for name in names for word in plain_words(name)}
    if not words.issuperset(whole):
        return False
    left = words.difference(whole) | {word for word in whole if word == last}
    within = HAN.search(last)
    return any(last in word if within else word.startswith(last) for word in left)


def _read(row: Row, text: str, counts: Mapping[str, int]) -> Completion:
    names = row["names"] or [row["name"]]
    form = min(names, key=lambda name: (_fit(name, text), len(name), name))
    told = form if _fit(form, text) < _fit(row["name"], text) else None
    label = ref_of(row["id"]).label.value
    return Completion(row["id"], label, row["name"], told, row["date"], counts.get(row["id"], 0))


def _rank(one: Completion, text: str) -> tuple[int, int, str, str]:
    return _fit(one.form or one.name, text), -one.mentions, one.name, one.id


def _fit(name: str, text: str) -> int:
    """Tell how a name fits a text.

    Returns:
        0 where it is the text and no more, 1 where it begins or ends with these words, 2 where it
        begins with these letters, 3 where another word does, 4 where it has the words elsewhere.
    """
    key, typed = " ".join(plain_words(name)), " ".join(plain_words(text))
    if key == typed:
        return 0
    if key.startswith(f"{typed} ") or key.endswith(f" {typed}"):
        return 1
    if key.startswith(typed):
        return 2
    return 3 if f" {typed}" in key else 4


def _count(store: Store, ids: Iterable[str]) -> dict[str, int]:
    """Count the mentions of nodes, of which Neo4j keeps count."""
    groups: dict[Label, list[str]] = defaultdict(list)
    for one in ids:
        groups[ref_of(one).label].append(one)
    counted = _COUNTED if store.engine == "arcadedb" else _KEPT
    return {
        row["id"]: row["n"]
        for label, some in groups.items()
        for row in store.run(counted.format(label), {"ids": some}).rows
    }


_KEPT = (
    "UNWIND $ids AS id MATCH (n:{} {{id: id}}) "
    "RETURN n.id AS id, COUNT {{ (n)<-[:MENTIONS]-() }} AS n"
)
_COUNTED = (
    "UNWIND $ids AS id MATCH (n:{} {{id: id}})<-[m:MENTIONS]-() RETURN n.id AS id, count(m) AS n"
)
