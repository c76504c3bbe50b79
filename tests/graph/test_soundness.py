"""Whether a graph is what its releases make of it: each check catches what breaks its rule."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import communique
from communique.graph.decisions import wrong
from communique.graph.held import Settling
from communique.graph.model import EdgeType, Label
from communique.graph.rows import Batch, Edge, Node, NodeRef, Value
from communique.graph.soundness import check_graph
from communique.graph.store.stored import Stored
from communique.graph.store.write import send
from communique.graph.whole import Whole, settle

EXAMPLES = Path(str(communique.__file__)).parent / "examples"
Change = Callable[[Whole], Whole]


@pytest.fixture(scope="module")
def whole(draft: Any) -> Whole:
    """Two releases: of a meeting with the Mayor of Oslo, and of the mayor by title alone."""
    made = draft(1)
    oslo = made.place("Oslo")
    ada = made.person("Ada Oduya", made.office("Mayor of Oslo", "Mayor", oslo))
    made.meet(ada, made.person("Ben Cole"), made.meeting(place=oslo))
    title = draft(2)
    mayor = title.title(title.office("Mayor of Oslo", "Mayor", title.place("Oslo")))
    title.attend(mayor, title.event("Herring Fair"))
    return settle([cast("Batch", each.batch()) for each in (made, title)])


def found(whole: Whole) -> set[str]:
    """The rules that a graph breaks."""
    return {violation.rule for violation in check_graph(Settling(whole))}


def edge(edge_type: EdgeType, drop: bool = False, **told: Value) -> Change:
    """Change what the first edge of a type carries, or leave the edge out."""

    def change(whole: Whole) -> Whole:
        first = next(e for key, e in sorted(whole.edges.items()) if e.type is edge_type)
        kept = {key: e for key, e in whole.edges.items() if e is not first}
        changed = replace(first, properties={**first.properties, **told})
        return replace(whole, edges=kept if drop else {**kept, first.id: changed})

    return change


def moved(edge_type: EdgeType, **ends: NodeRef) -> Change:
    """Move an end of the first edge of a type."""

    def change(whole: Whole) -> Whole:
        first = next(e for key, e in sorted(whole.edges.items()) if e.type is edge_type)
        return replace(whole, edges={**whole.edges, first.id: replace(first, **ends)})  # type: ignore[arg-type]

    return change


def node(label: Label, drop: bool = False, **told: Value) -> Change:
    """Change what the first node of a label carries, or leave the node out."""

    def change(whole: Whole) -> Whole:
        first = next(n for key, n in sorted(whole.nodes.items()) if n.ref.label is label)
        kept = {key: n for key, n in whole.nodes.items() if n is not first}
        changed = replace(first, properties={**first.properties, **told})
        return replace(whole, nodes=kept if drop else {**kept, first.ref.id: changed})

    return change


def more(*rows: Node | Edge) -> Change:
    """Put nodes and edges in under keys of their own."""

    def change(whole: Whole) -> Whole:
        nodes = {f"~{n}": r for n, r in enumerate(rows) if isinstance(r, Node)}
        edges = {f"~{n}": r for n, r in enumerate(rows) if isinstance(r, Edge)}
        return replace(whole, nodes={**whole.nodes, **nodes}, edges={**whole.edges, **edges})

    return change


def again(key: str) -> Change:
    """Put a row in a second time."""

    def change(whole: Whole) -> Whole:
        row = whole.nodes.get(key) or next(e for k, e in whole.edges.items() if key in k)
        return more(row)(whole)

    return change


ADA, BEN = NodeRef(Label.PERSON, "person:ada-oduya"), NodeRef(Label.PERSON, "person:ben-cole")
OSLO = NodeRef(Label.PLACE, "place:oslo")
NOBODY = NodeRef(Label.PERSON, "person:nobody")
ONE = "https://news.example/1"


def stray(edge_type: EdgeType, source: NodeRef, target: NodeRef, **told: Value) -> Change:
    """Put an edge in that follows from nothing."""
    key = f"{edge_type}:{source.id}>{target.id}"
    return more(Edge(edge_type, key, source, target, {"id": key, **told}))


BROKEN = {
    "a person whom nobody mentions": (
        more(Node(NOBODY, {"id": NOBODY.id, "name": "No Body", "names": ["No Body"]})), "derived",
    ),
    "another name": (node(Label.PERSON, name="Somebody Else"), "derived"),
    "a name too few": (node(Label.PERSON, names=[]), "derived"),
    "a node of another label than its id": (
        more(Node(NodeRef(Label.PERSON, OSLO.id), {"id": OSLO.id, "name": "O", "names": ["O"]})),
        "label",
    ),
    "a node with a key that is none": (node(Label.PERSON, colour="blue"), "key"),
    "a node twice": (again("person:ada-oduya"), "twice"),
    "an edge twice": (again("#mentions.person"), "twice"),
    "a tenure that no release shows": (
        stray(EdgeType.HOLDS, BEN, NodeRef(Label.OFFICE, "office:mayor-of-oslo"), attested=[]),
        "derived",
    ),
    "a tenure too few": (edge(EdgeType.HOLDS, drop=True), "derived"),
    "a tenure on another day": (edge(EdgeType.HOLDS, attested=["2031-01-01"]), "derived"),
    "a place for an office that no release tells": (edge(EdgeType.OF, source="x"), "derived"),
    "a meeting too few": (edge(EdgeType.MET_WITH, drop=True), "derived"),
    "a meeting with other facts": (edge(EdgeType.MET_WITH, facts=["x"]), "derived"),
    "a meeting at an event that is not here": (
        stray(EdgeType.MET_WITH, ADA, BEN, event="event:x", facts=[]), "missing",
    ),
    "an edge that the model does not have": (stray(EdgeType.HOLDS, ADA, OSLO), "end-label"),
    "an attendance too few": (edge(EdgeType.ATTENDED, drop=True), "meeting"),
    "a report too few": (edge(EdgeType.REPORTS, drop=True), "attached"),
    "an attendance of somebody else": (moved(EdgeType.ATTENDED, source=NOBODY), "attached"),
    "an attendance in an office of nobody's": (edge(EdgeType.ATTENDED, offices=["office:x"]), "attached"),
    "a mention that points at another node": (edge(EdgeType.MENTIONS, within="place:x"), "attached"),
    "a mention of an empty name": (edge(EdgeType.MENTIONS, form=""), "form"),
    "a release with another text": (node(Label.RELEASE, text="x"), "sha256"),
    "a release too few": (node(Label.RELEASE, drop=True), "missing"),
    "withheld rows that are no rows": (node(Label.RELEASE, withheld=["{"]), "unreadable"),
    "an attendance with no role": (edge(EdgeType.ATTENDED, role=7), "type"),
}  # fmt: skip


def test_a_graph_is_what_its_releases_make_of_it(whole: Whole) -> None:
    """Nothing is found where nothing is wrong: titles that stand for a holder included."""
    assert found(whole) == set()
    assert any("read_confidence" in e.properties for e in whole.edges.values())


@pytest.mark.parametrize("name", BROKEN)
def test_each_check_catches_its_violation(whole: Whole, name: str) -> None:
    """One row changed, put in or left out."""
    change, rule = BROKEN[name]
    assert rule in found(change(whole))


def test_a_confidence_that_rests_on_no_inference_is_found(whole: Whole) -> None:
    """It is lower for just as long as a title stands for its holder."""
    lowered = next(e for e in whole.edges.values() if "read_confidence" in e.properties)
    changed = replace(lowered, properties={**lowered.properties, "confidence": 0.9})
    assert found(replace(whole, edges={**whole.edges, lowered.id: changed})) == {"attached"}


@settings(deadline=None)
@given(st.lists(st.from_type(Batch), max_size=4), st.data())
def test_no_graph_of_invented_releases_breaks_a_rule(batches: list[Batch], data: Any) -> None:
    """Facts that somebody called wrong are withheld, and what is withheld is sound."""
    facts = sorted({str(a.properties["fact"]) for b in batches for a in b.assertions})
    chosen = data.draw(st.lists(st.sampled_from(facts), max_size=3)) if facts else []
    assert found(settle(batches, [wrong(fact) for fact in chosen])) == set()


def test_a_graph_in_a_database_is_checked_where_it_is(where: str) -> None:
    """Nothing is found in one that was loaded; what another program put there is."""
    with communique.open(where) as graph:
        graph.load(EXAMPLES)
        assert not list(check_graph(Stored(graph.reader)))
        cypher = "UNWIND $rows AS name MATCH (p:Person {name: name}) SET p.name = 'Nobody'"
        graph.writer(create=False).transact(lambda tx: send(tx, cypher, ["Ingrid Solheim"]))
        violations = list(check_graph(Stored(graph.reader)))
    assert [v.where for v in violations] == ["person:ingrid-solheim"]
    assert violations[0].message == "It is not what its mentions tell: `name`."
