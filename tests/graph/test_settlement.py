"""The ledger against the oracle: settled release by release in a database, and at once as rows."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.errors import Contradiction
from communique.graph.assertion import precedence
from communique.graph.deciding import decide, undo
from communique.graph.decisions import Decision, Side, check, different, same, side_of, wrong
from communique.graph.ledger import load, retract
from communique.graph.model import Label
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
        assert sorted(d for e in entries for d in e.doubts) == sorted(whole.doubts)

    def empty(self) -> None:
        """Take everything back; nothing at all may be left."""
        for decision in sorted(self.decisions):
            self.undo(decision)
        for release in sorted(self.batches):
            self.retract(release)
        assert self.snapshot(self.store) == {}


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


# -- sequences that have gone wrong, or easily could, on both databases ---------------------------


@pytest.fixture
def ledger(where: str, snapshot: Snapshot) -> Iterator[Ledger]:
    """An empty graph in each database in turn; whatever is in it in the end can be taken back."""
    with connect(where, write=True, create=True) as store:
        made = Ledger(store, snapshot)
        yield made
        made.verify()
        made.empty()


def mayor(draft: Any, number: int, name: str | None, day: str = "2031-03-04") -> Batch:
    """A release that tells of the mayor of Oslo at a meeting, by name or by title alone."""
    made = draft(number, day)
    office = made.office("Mayor of Oslo", "Mayor", made.place("Oslo"))
    who = made.person(name, office) if name else made.title(office)
    made.meet(who, made.person("Ada Oduya"), made.meeting(place=0))
    return cast("Batch", made.batch())


def side_in(batch: Batch, name: str) -> Side:
    """The mention of that form as a decision names it."""
    return next(side_of(m.id, name) for m in batch.mentions if m.properties["form"] == name)


def test_a_title_goes_from_holder_to_holder(ledger: Ledger, draft: Any) -> None:
    """As better attested ones come and go; the meeting that it tells of goes along."""
    for batch in (
        mayor(draft, 1, None), mayor(draft, 2, "Ben Cole", "2031-03-01"),
        mayor(draft, 3, "Cleo Dahl", "2031-03-04"),
    ):  # fmt: skip
        ledger.load(batch)
        ledger.verify()
    ledger.retract("https://news.example/3")
    ledger.verify()
    ledger.retract("https://news.example/2")


def test_an_office_follows_the_name_of_its_body(ledger: Ledger, draft: Any) -> None:
    """An acronym is defined, and then no longer: its offices are one, and two again."""
    for number, forms in enumerate((("WHO",), ("World Harbour Organization",),
                                    ("World Harbour Organization", "WHO")), 1):  # fmt: skip
        made = draft(number)
        office = made.office(f"Director of the {forms[0]}", "Director", made.body(*forms))
        made.attend(made.person("Ada Oduya", office), made.event("Harbour Forum"))
        ledger.load(made.batch())
        ledger.verify()
    ledger.retract("https://news.example/3")


def test_a_meeting_that_both_sides_report_is_settled_again_when_one_is_replaced(
    ledger: Ledger, draft: Any
) -> None:
    """By a text that tells of another, and then by an older one that stands in its place."""
    for number in (1, 2):
        ledger.load(mayor(draft, number, "Ben Cole"))
    old = mayor(draft, 2, "Cleo Dahl", "2031-03-02")
    ledger.load(old)
    ledger.verify()
    ledger.load(old, replace=True)


def test_decisions_are_kept_in_step(ledger: Ledger, draft: Any) -> None:
    """Made, undone and made again; kept while the release is away."""
    batches = [mayor(draft, n, name) for n, name in ((1, "Ben Cole"), (2, "Cleo Dahl"), (3, None))]
    for batch in batches:
        ledger.load(batch)
    sides = [side_in(b, name) for b, name in zip(batches, ("Ben Cole", "Cleo Dahl"), strict=False)]
    ada = [side_in(batch, "Ada Oduya") for batch in batches]
    one, two = same(sides[0], sides[1]), different(ada[0], ada[1])
    fact = wrong(str(batches[2].assertions[0].properties["fact"]))
    for decision in (one, two, fact):
        ledger.decide(decision)
        ledger.verify()
    ledger.retract("https://news.example/1")
    ledger.verify()
    ledger.load(batches[0])
    ledger.verify()
    for decision in (one, fact):
        ledger.undo(decision.id)
        ledger.verify()
    ledger.decide(one)


def test_a_meeting_that_is_the_same_as_a_forum(ledger: Ledger, draft: Any) -> None:
    """What has a name and what has none can be called one, before and after others are loaded."""
    first = mayor(draft, 1, "Ben Cole")
    made = draft(2)
    made.attend(made.person("Ada Oduya"), made.event("Harbour Forum"))
    other = made.batch()
    for batch in (first, other):
        ledger.load(batch)
    decision = same(side_in(first, "meeting"), side_in(other, "Harbour Forum"))
    ledger.decide(decision)
    ledger.verify()
    ledger.load(mayor(draft, 3, "Ben Cole"))
    ledger.verify()
    ledger.undo(decision.id)


def test_a_title_of_nothing_means_nobody_though_its_office_is_called_the_same(
    ledger: Ledger, draft: Any
) -> None:
    """Of presidents there are many: the decision is about the office, not about who is meant."""
    known, made = mayor(draft, 1, "Ben Cole"), draft(2)
    title = made.title(made.office("President", "President"))
    made.meet(title, made.person("Ada Oduya"), made.meeting())
    batch = made.batch()
    for each in (known, batch):
        ledger.load(each)
    office = next(m for m in batch.mentions if m.label is Label.OFFICE)
    ledger.decide(same(side_of(office.id, "President"), side_in(known, "Mayor of Oslo")))
