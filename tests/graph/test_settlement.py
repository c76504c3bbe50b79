"""The ledger against the oracle: settled release by release in a database, and at once as rows."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.errors import Contradiction
from communique.graph.assertion import precedence
from communique.graph.deciding import decide, undo
from communique.graph.decisions import Decision, check, different, same, side_of, wrong
from communique.graph.ledger import load, retract
from communique.graph.registry.clustering import Doubt
from communique.graph.registry.entry import read_entry
from communique.graph.rows import Batch
from communique.graph.store import Store, connect
from communique.graph.whole import settle

Snapshot = Callable[[Store], dict[str, Any]]
Verb = Callable[..., Decision]
BATCHES = st.from_type(Batch)
VERBS = ("load", "load", "load", "replace", "retract", "same", "different", "wrong", "undo")


@dataclass
class Ledger:
    """A database, and what it ought to hold: each step is made in both."""

    store: Store
    snapshot: Snapshot
    batches: dict[str, Batch] = field(default_factory=dict)
    decisions: dict[str, Decision] = field(default_factory=dict)

    def step(self, verb: str, batch: Batch, choices: st.DataObject) -> None:
        """Make one step; what can't be made of what is there is passed over."""
        if verb in ("load", "replace"):
            self.load(batch, replace=verb == "replace")
        elif verb == "retract" and self.batches:
            self.retract(choices.draw(st.sampled_from(sorted(self.batches))))
        elif verb == "undo" and self.decisions:
            self.undo(choices.draw(st.sampled_from(sorted(self.decisions))))
        elif verb == "wrong":
            facts = {str(a.properties["fact"]) for b in self.batches.values() for a in b.assertions}
            if facts:
                self.decide(wrong(choices.draw(st.sampled_from(sorted(facts)))))
        elif verb in ("same", "different"):
            self.compare(same if verb == "same" else different, choices)

    def load(self, batch: Batch, *, replace: bool = False) -> None:
        """Load a release."""
        load(self.store, batch, replace=replace)
        known = self.batches.get(batch.release.ref.id)
        newer = known is None or precedence(batch.release) > precedence(known.release)
        if newer or replace:
            self.batches[batch.release.ref.id] = batch

    def retract(self, release: str) -> None:
        """Take a release back."""
        retract(self.store, release)
        del self.batches[release]

    def compare(self, verb: Verb, choices: st.DataObject) -> None:
        """Decide about any two mentions of a label."""
        rows = [m for b in self.batches.values() for m in b.mentions]
        rows = [m for m in rows if m.properties.get("kind") != "group"]
        if len(rows) > 1:
            one = choices.draw(st.sampled_from(rows))
            other = choices.draw(st.sampled_from([m for m in rows if m.label is one.label]))
            sides = (side_of(m.id, str(m.properties["form"])) for m in (one, other))
            self.decide(verb(*sides))

    def decide(self, decision: Decision) -> None:
        """Make a decision, unless it contradicts others."""
        try:
            check([*self.decisions.values(), decision])
            decide(self.store, [decision], ahead=True)
        except Contradiction:
            return
        self.decisions[decision.id] = decision

    def undo(self, decision: str) -> None:
        """Take a decision back."""
        undo(self.store, decision)
        del self.decisions[decision]

    def verify(self) -> None:
        """Compare nodes and edges, then who is who, why, and what is in doubt."""
        whole = settle(self.batches.values(), self.decisions.values())
        found = self.snapshot(self.store)
        entries = [read_entry(told) for key, told in found.items() if key.startswith("kept ")
                   and "told" in told]  # fmt: skip
        graph = {key: row for key, row in found.items() if not key.startswith("kept ")}
        assert graph == {**whole.nodes, **whole.edges}
        assert {entry.id: entry.node for entry in entries} == whole.profiles
        assert {e.id: e.reason for e in entries if e.reason} == whole.reasons
        assert doubts(d for e in entries for d in e.doubts) == doubts(whole.doubts)

    def empty(self) -> None:
        """Take everything back; nothing at all may be left."""
        for decision in sorted(self.decisions):
            self.undo(decision)
        for release in sorted(self.batches):
            self.retract(release)
        assert self.snapshot(self.store) == {}


def doubts(told: Iterable[Doubt]) -> list[Doubt]:
    """Put doubts in order."""
    return sorted(told)


@pytest.fixture(scope="module")
def embedded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """One embedded database for all examples."""
    where = str(tmp_path_factory.mktemp("settlement") / "graph.db")
    with connect(where, write=True, create=True) as store:
        yield store


def run(
    store: Store, snapshot: Snapshot, steps: list[tuple[str, Batch]], choices: st.DataObject
) -> None:
    """Make steps in an empty database, and compare after the last."""
    ledger = Ledger(store, snapshot)
    try:
        for verb, batch in steps:
            ledger.step(verb, batch, choices)
        ledger.verify()
        ledger.empty()
    finally:
        store.run("MATCH (n) DETACH DELETE n", {})


STEPS = st.lists(st.tuples(st.sampled_from(VERBS), BATCHES), max_size=9)


@settings(max_examples=25, deadline=None)
@given(steps=STEPS, choices=st.data())
def test_the_ledger_comes_to_what_settling_at_once_comes_to(
    embedded: Store, snapshot: Snapshot, steps: Any, choices: st.DataObject
) -> None:
    """Whatever is loaded, replaced, retracted, decided and undone, in whatever order."""
    run(embedded, snapshot, steps, choices)


@pytest.mark.long
@settings(max_examples=300, deadline=None)
@given(steps=STEPS, choices=st.data())
def test_the_ledger_comes_to_it_in_many_more_examples(
    embedded: Store, snapshot: Snapshot, steps: Any, choices: st.DataObject
) -> None:
    """The same, for minutes."""
    run(embedded, snapshot, steps, choices)
