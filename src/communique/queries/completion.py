"""Completion: what a few letters may be the beginning of, whatever kind of thing it is."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass

from communique.graph.identity import is_local, name_key, ref_of
from communique.graph.model import Label
from communique.graph.store import Store
from communique.queries.indexed_names import Row, search_forms, search_start
from communique.queries.table import Table

NAMED = (Label.PERSON, Label.OFFICE, Label.ORGANIZATION, Label.PLACE, Label.EVENT)
"""What can be looked for by name."""

_CANDIDATES = 60
"""How many of each label are fetched to be ranked."""


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
        Whole names first, then names that begin so, then others; the most mentioned first.
    """
    wanted = [label for label in NAMED if label in labels]
    rows = _candidates(store, wanted, text) if limit > 0 else []
    counts = _count(store, [row["id"] for row in rows])
    found = sorted((_read(row, text, counts) for row in rows), key=lambda one: _rank(one, text))
    shown = [asdict(one) for one in found[:limit]]
    return Table(tuple(Completion.__dataclass_fields__), shown, Completion)


def _candidates(store: Store, labels: Sequence[Label], text: str) -> list[Row]:
    """Fetch what may fit; a name in another script is looked for where nothing begins so."""
    rows = search_start(store, labels, text, limit=_CANDIDATES) or []
    if not rows and Label.PERSON in labels and text.strip():
        rows = search_forms(store, text) or []
    named = (row for row in rows if row["names"] and row.get("named") is not False)
    return list({row["id"]: row for row in named if not is_local(row["id"])}.values())


def _read(row: Row, text: str, counts: Mapping[str, int]) -> Completion:
    form = min(row["names"], key=lambda name: (_fit(name, text), len(name), name))
    told = form if _fit(form, text) < _fit(row["name"], text) else None
    label = ref_of(row["id"]).label.value
    return Completion(row["id"], label, row["name"], told, row["date"], counts.get(row["id"], 0))


def _rank(one: Completion, text: str) -> tuple[int, int, str, str]:
    return _fit(one.form or one.name, text), -one.mentions, one.name, one.id


def _fit(name: str, text: str) -> int:
    """Tell how a name begins: 0 for the text and no more, 1 and 2 with it, 3 elsewhere."""
    key, typed = name_key(name), name_key(text)
    if key == typed:
        return 0
    if f"-{key}".endswith(f"-{typed}") or key.startswith(f"{typed}-"):
        return 1
    return 2 if f"-{typed}" in f"-{key}" else 3


def _count(store: Store, ids: Iterable[str]) -> dict[str, int]:
    """Count the mentions of nodes; Neo4j keeps count, the embedded engine has to go through them."""
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
