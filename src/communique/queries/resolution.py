"""From a name as a person writes it to the one node that is meant."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from communique.errors import AmbiguousName, UnknownId, UnknownName
from communique.graph.identity import name_key, ref_of
from communique.graph.model import Label
from communique.graph.store import Store
from communique.identity import compare
from communique.queries.citation import cite_facts
from communique.queries.indexed_names import (
    Row,
    search_forms,
    search_near,
    search_whole,
    search_words,
)
from communique.queries.question import ParameterType

LABELS = {
    ParameterType.PERSON: (Label.PERSON,),
    ParameterType.PARTY: (Label.PERSON, Label.ORGANIZATION, Label.PLACE),
    ParameterType.OFFICE: (Label.OFFICE,),
    ParameterType.ORGANIZATION: (Label.ORGANIZATION,),
    ParameterType.PLACE: (Label.PLACE,),
    ParameterType.EVENT: (Label.EVENT,),
}
"""What a name of each type can mean."""

_SHOWN = 10
_LIKENESS = 70
_MANY = 200
"""With so many hits, whether one is just the name is asked apart: few of them are fetched."""
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True)
class Known:
    """A node that a name can mean, with all its names, and the day of an event."""

    id: str
    name: str
    names: tuple[str, ...]
    date: str | None
    named: bool = True

    def name_keys(self) -> set[str]:
        """Fold its names: case, accents and punctuation don't matter."""
        return {name_key(name) for name in self.names}

    def told_apart(self, by: str | None) -> str:
        """Write it so that a person can tell it from its namesakes."""
        return f"{self.name}, {by} ({self.id})" if by else f"{self.name} ({self.id})"


def resolve(store: Store, kind: ParameterType, text: str) -> str:
    """Find the node that a name means.

    An id means itself; a name means the node that has just that name, whatever its case and
    accents; else the only one with all of its words in a name; else the only person who goes by it
    in another form or script. Indexes give who can be meant; where a graph lacks them, since an
    older version made it, all names are gone through.

    Args:
        store: The graph.
        kind: What is looked for.
        text: An id or a name.

    Returns:
        The node's id.

    Raises:
        AmbiguousName: If several nodes fit; they are listed, people with their latest office.
        UnknownName: If none fits; the nearest names are offered.
        UnknownId: If a fact's id is not one.
    """
    if kind is ParameterType.FACT:
        return _fact(store, text)
    labels = LABELS[kind]
    found = _by_id(store, labels, text)
    if found:
        return found
    fitting = _fitting(store, labels, text)
    if len(fitting) > 1:
        raise ambiguous(kind, text, fitting, lambda person: _latest_office(store, person))
    if not fitting:
        raise unknown(store.where, kind, text, _near(store, labels, text))
    return fitting[0].id


def longest_word(text: str) -> str:
    """Give the word of a name by which nodes are looked for, in lower case."""
    words = sorted(_WORD.findall(text.lower()), key=len)
    return words[-1] if words else text.lower()


def find_best(known: Sequence[Known], text: str) -> list[Known]:
    """Find those that have just that name, else those with all of its words in a name."""
    key = name_key(text)
    exact = [k for k in known if key in k.name_keys()]
    wanted = set(key.split("-"))
    return exact or [k for k in known if any(wanted <= set(n.split("-")) for n in k.name_keys())]


def find_alike(everything: Sequence[Known], text: str) -> list[Known]:
    """Find what a database can't: words without their accents, people by another form."""
    people = [known for known in everything if ref_of(known.id).label is Label.PERSON]
    return find_best(everything, text) or _same(people, text)


def _same(people: Sequence[Known], text: str) -> list[Known]:
    return [known for known in people if any(compare(text, name).same for name in known.names)]


def ambiguous(
    kind: ParameterType,
    text: str,
    fitting: Sequence[Known],
    latest_office: Callable[[str], str | None],
) -> AmbiguousName:
    """Make the error that lists all that fit, events with their day and people with an office."""
    ordered = sorted(fitting, key=lambda known: (known.name, known.date or "", known.id))
    few = ordered[:_SHOWN]
    shown = [known.told_apart(known.date or latest_office(known.id)) for known in few]
    message = f"Several fit the {kind} {text!r}: {listed(shown, len(ordered))}."
    return AmbiguousName(message, "Give the full name or the id.", shown)


def listed(shown: Sequence[str], count: int | None = None) -> str:
    """Write what fits, ten at most, and how many more do."""
    few = shown[:_SHOWN]
    more = (len(shown) if count is None else count) - len(few)
    return "; ".join((*few, f"and {more} more") if more else few)


def unknown(where: str, kind: ParameterType, text: str, names: Iterable[str]) -> UnknownName:
    """Make the error that offers the nearest of all names."""
    from rapidfuzz import fuzz, process

    near = process.extract(
        text,
        sorted(set(names)),
        scorer=fuzz.WRatio,
        processor=name_key,
        limit=3,
        score_cutoff=_LIKENESS,
    )
    candidates = [name for name, _, _ in near]
    message = f"The graph {where} knows no {kind} {text!r}."
    hint = f"Did you mean {' or '.join(candidates)}?" if candidates else None
    return UnknownName(message, hint, candidates)


def _by_id(store: Store, labels: Sequence[Label], text: str) -> str | None:
    for label in labels:
        if text.startswith(f"{label.lower()}:") and store.run(_BY_ID[label], {"id": text}).rows:
            return text
    return None


def _fact(store: Store, text: str) -> str:
    if text not in cite_facts(store, [text]):
        message = f"No fact {text!r} in {store.where}."
        raise UnknownId(
            message, "Other queries name the facts they rest on: see their last column."
        )
    return text


def _fitting(store: Store, labels: Sequence[Label], text: str) -> list[Known]:
    found = _by_words(store, labels, text)
    if found is None:
        return find_best(_everything(store, labels), text) or _by_forms(store, labels, text)
    best = found or _by_forms(store, labels, text)
    if best or store.engine != "arcadedb":
        return best
    # Its index keeps accents, and finds a word with many of them by these alone.
    accented = (k for k in _everything(store, labels) if not all(map(str.isascii, k.names)))
    return find_best(list(accented), text)


def _by_words(store: Store, labels: Sequence[Label], text: str) -> list[Known] | None:
    """Find those that have the name or its words; None where no index can tell."""
    rows = search_words(store, labels, text, limit=_MANY)
    if rows is None:
        return None
    best = find_best(_read(rows), text)
    if len(rows) < _MANY:
        return best
    key = name_key(text)
    whole = _read(search_whole(store, labels, text) or ())
    if exact := [known for known in whole if key in known.name_keys()]:
        return exact
    return (
        best if len(best) > 1 else find_best(_read(search_words(store, labels, text) or ()), text)
    )


def _by_forms(store: Store, labels: Sequence[Label], text: str) -> list[Known]:
    if Label.PERSON not in labels:
        return []
    rows = search_forms(store, text)
    people = _everything(store, (Label.PERSON,)) if rows is None else _read(rows)
    return _same(people, text)


def _near(store: Store, labels: Sequence[Label], text: str) -> Iterable[str]:
    rows = search_near(store, labels, text)
    near = _everything(store, labels) if rows is None else _read(rows)
    return (known.name for known in near)


def _everything(store: Store, labels: Sequence[Label]) -> list[Known]:
    return _read(row for label in labels for row in store.run(_ALL[label], {}).rows)


def _read(rows: Iterable[Row]) -> list[Known]:
    # What another writer holds just now is there without a name.
    named = (row for row in rows if row["names"] and row.get("named") is not False)
    return [Known(r["id"], r["name"], tuple(r["names"]), r["date"]) for r in named]


def _latest_office(store: Store, person: str) -> str | None:
    rows = store.run(_LATEST, {"id": person}).rows
    return str(rows[0]["office"]) if rows else None


_NAMED = {Label.EVENT: "WHERE coalesce(n.named, true) "}
_BY_ID = {label: f"MATCH (n:{label} {{id: $id}}) RETURN n.id AS id" for label in Label}
_ALL = {
    label: f"MATCH (n:{label}) {_NAMED.get(label, '')}"
    "RETURN n.id AS id, n.name AS name, n.names AS names, n.date AS date"
    for label in Label
}
_LATEST = (
    "MATCH (:Person {id: $id})-[h:HOLDS]->(o:Office) "
    "RETURN o.name AS office ORDER BY coalesce(h.last_seen, '') DESC, office LIMIT 1"
)
