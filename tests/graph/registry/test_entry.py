"""A profile as a database keeps it."""

import dataclasses

from hypothesis import given
from hypothesis import strategies as st

from communique.graph.model import Label
from communique.graph.registry.clustering import Doubt
from communique.graph.registry.entry import Entry, read_entry, write_entry
from communique.graph.registry.profile import Held, Profile

TEXT = st.text(st.characters(exclude_categories=()), min_size=1, max_size=8)
MAYBE = st.none() | TEXT
TEXTS = st.lists(TEXT, max_size=3).map(tuple)
SETS = st.frozensets(TEXT, max_size=3)
HELD = st.builds(Held, TEXT, st.text(), st.sampled_from(["", "NO"]))

PROFILES = st.builds(
    Profile,
    id=TEXT, label=st.sampled_from(Label), names=TEXTS, name=TEXT, kind=MAYBE, named=st.booleans(),
    issuer=st.text(), held=st.lists(HELD, max_size=2).map(tuple), title=MAYBE, of=MAYBE,
    offices=TEXTS, place=MAYBE, country=MAYBE, gazetteer=MAYBE, date=MAYBE, end_date=MAYBE,
    pairs=st.lists(st.tuples(TEXT, TEXT), max_size=2).map(tuple), release=MAYBE, mention=MAYBE,
    first=MAYBE, last=MAYBE, companions=SETS, places=SETS, apart=SETS,
)  # fmt: skip


@st.composite
def entries(draw: st.DrawFn) -> Entry:
    """Any entry."""
    profile = draw(PROFILES)
    doubt = st.builds(Doubt, st.just(profile.id), TEXT, st.floats(0, 1), TEXT)
    doubts = tuple(sorted(draw(st.lists(doubt, max_size=2))))
    return Entry(profile, draw(TEXT), draw(SETS), draw(MAYBE), doubts, draw(MAYBE))


@given(entries())
def test_an_entry_comes_back_as_it_was(entry: Entry) -> None:
    """Whatever stands in it."""
    assert read_entry(write_entry(entry)) == entry


@given(entries())
def test_an_entry_is_written_in_one_way(entry: Entry) -> None:
    """So that a database that was changed and changed back is as before."""
    again = dataclasses.replace(entry, blocks=frozenset(sorted(entry.blocks, reverse=True)))
    assert write_entry(again) == write_entry(entry)
    assert all(value is not None for value in write_entry(entry).values())
