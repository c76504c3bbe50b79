"""Names that nobody would give a child, through the whole of identity and into a database."""

from collections.abc import Callable

import pytest

from communique.graph.assertion import assert_release
from communique.graph.ledger import load, retract
from communique.graph.rows import Batch
from communique.graph.store import Store, connect
from communique.graph.whole import settle
from communique.loaders.release import Release
from communique.reading.model import Entity, Fact, Kind, Predicate, Reading, Span

NAMES = (
    "X",
    "李",
    "😀",
    "🇳🇴🇳🇴",
    "a" * 10_000,
    "Ada " * 2_500,
    "\u202e\u0000",
    "\ud800",
    "~",
    "@",
    "-",
)


def release_about(number: int, names: tuple[str, ...]) -> Batch:
    """A release in which people, bodies, offices, places and an event bear such names."""
    text, spans = "", []
    for name in names:
        spans.append(Span(len(text), len(text) + len(name)))
        text += f"{name}, "
    kinds = (Kind.PERSON, Kind.ORGANIZATION, Kind.PLACE, Kind.EVENT)
    entities = [Entity(kind, n, (s,)) for n, s in zip(names, spans, strict=True) for kind in kinds]
    offices = [
        Entity(Kind.OFFICE, name, (span,), title=name, of=4 * at + 1)
        for at, (name, span) in enumerate(zip(names, spans, strict=True))
    ]
    holders = [
        Entity(Kind.PERSON, f"{name} {name}"[:20_000], (span,), offices=(len(entities) + at,))
        for at, (name, span) in enumerate(zip(names, spans, strict=True))
    ]
    attended = tuple(
        Fact(4 * at, Predicate.ATTENDED, 4 * at + 3, span, span, span, "test", 0.9)
        for at, span in enumerate(spans)
    )
    release = Release(text, "Talks", date="2031-03-04", url=f"https://news.example/{number}")
    return assert_release(
        release, Reading("test/1", "2031-03-04", "en", (*entities, *offices, *holders), attended)
    )


def test_hostile_names_have_short_ids_of_their_own() -> None:
    """One character, emoji, ten thousand characters, half a character: each is somebody."""
    whole = settle([release_about(1, NAMES), release_about(2, NAMES[::-1])])
    assert max(map(len, whole.nodes)) < 120
    people = [node for node in whole.nodes if node.startswith("person:")]
    assert len(people) >= len(NAMES)


def test_hostile_names_are_kept_and_taken_back(
    where: str, snapshot: Callable[[Store], dict[str, object]]
) -> None:
    """No name is too long for an index, and nothing of it stays when its release goes."""
    names = tuple(name for name in NAMES if name != "\ud800" and "\u0000" not in name)
    batches = [release_about(1, names), release_about(2, names[::-1])]
    with connect(where, write=True, create=True) as store:
        for batch in batches:
            load(store, batch)
        kept = snapshot(store)
        assert kept.keys() >= settle(batches).nodes.keys()
        for batch in batches:
            retract(store, batch.release.ref.id)
        assert snapshot(store) == {}


@pytest.mark.parametrize("name", NAMES)
def test_a_hostile_name_is_the_same_as_itself_in_another_release(name: str) -> None:
    """Two releases that write the same are not told apart by its being odd."""
    one, two = (release_about(n, (name,)) for n in (1, 2))
    assert len(settle([one]).nodes) + 1 == len(settle([one, two]).nodes)
