"""What follows from all that is asserted."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from communique.graph.derivation import derive_edges, derive_meetings, derive_nodes, join, seed
from communique.graph.model import EDGES, EdgeType, Label, Layer
from communique.graph.rows import Edge, NodeRef, Value

RELEASES = st.integers(0, 5).map(lambda n: NodeRef(Label.RELEASE, f"release:{n}"))
DAYS = st.sampled_from(["2031-03-04", "2031-03", "--03-04", "2030-01-01"])
NAMES = st.sampled_from(["Ada Oduya", "ADA ODUYA", "Ada Odúya"])


@st.composite
def mentions(draw: st.DrawFn) -> Edge:
    """A mention of one of a few nodes by one of a few releases."""
    label = draw(st.sampled_from([Label.PERSON, Label.OFFICE, Label.PLACE, Label.EVENT]))
    number, name = draw(st.integers(0, 2)), draw(NAMES)
    told: dict[str, Value] = {"form": name, "forms": [name], "attested": draw(DAYS)}
    if label is Label.PERSON:
        told["offices"] = draw(st.lists(st.sampled_from(["office:0", "office:1"]), unique=True))
    if label is Label.OFFICE:
        told["of"] = draw(st.sampled_from(["organization:0", "place:1"]))
    if label is Label.PLACE:
        told["kind"] = draw(st.sampled_from(["city", "country"]))
        told["gazetteer"] = draw(st.sampled_from(["geonames:1", "geonames:2"]))
        told["within"] = "place:9"
    if label is Label.EVENT:
        told["date"] = draw(DAYS)
        told["status"] = draw(st.sampled_from(["occurred", "planned", "cancelled"]))
        told["named"] = draw(st.booleans())
    release = draw(RELEASES)
    target = NodeRef(label, f"{label.lower()}:{number}")
    return Edge(EdgeType.MENTIONS, f"{release.id}#{draw(st.integers())}", release, target, told)


@given(st.lists(mentions()), st.randoms(use_true_random=False))
def test_the_order_and_repetition_of_mentions_do_not_matter(
    rows: list[Edge], random: Random
) -> None:
    """The same mentions in any order, once or twice, give the same nodes and edges."""
    shuffled = [*rows, *rows]
    random.shuffle(shuffled)
    assert derive_nodes(shuffled) == derive_nodes(rows)
    assert derive_edges(shuffled) == derive_edges(rows)


@given(st.lists(mentions()), st.lists(mentions()))
def test_adding_to_what_is_known_equals_deriving_from_all(
    one: list[Edge], other: list[Edge]
) -> None:
    """Loading joins with what is there; it need not read what is there."""
    known = derive_nodes(one)
    assert derive_nodes(other, known.values()) == derive_nodes([*one, *other])
    edges = derive_edges(one)
    assert derive_edges(other, edges.values()) == derive_edges([*one, *other])


@given(mentions())
def test_a_node_joined_with_itself_is_itself(mention: Edge) -> None:
    """Joins are idempotent."""
    node = seed(mention)
    assert join(node, node) == node


@given(st.lists(mentions()))
def test_derived_edges_are_of_the_derived_layer(rows: list[Edge]) -> None:
    """Types, ends and properties are those of the model."""
    for edge in derive_edges(rows).values():
        spec = EDGES[edge.type]
        assert spec.layer is Layer.DERIVED
        assert edge.source.label in spec.sources
        assert edge.target.label in spec.targets
        assert set(edge.properties) <= set(spec.properties)


def attended(who: str, event: str, role: str, fact: str, status: str = "occurred") -> Edge:
    """One ATTENDED edge."""
    source = NodeRef(Label(who.partition(":")[0].capitalize()), who)
    told: dict[str, Value] = {"role": role, "fact": fact, "status": status, "date": "2031-03-04"}
    return Edge(EdgeType.ATTENDED, f"{fact}/{role}", source, NodeRef(Label.EVENT, event), told)


def test_only_a_pair_that_a_fact_asserts_has_met() -> None:
    """Two counterparts of one meeting, and who also attended it, did not meet each other."""
    rows = [
        attended("person:a", "event:1", "principal", "f1"),
        attended("person:b", "event:1", "counterpart", "f1"),
        attended("person:a", "event:1", "principal", "f2"),
        attended("person:c", "event:1", "counterpart", "f2"),
        attended("person:d", "event:1", "attendee", "f3"),
    ]
    met = {(e.source.id, e.target.id) for e in derive_meetings(rows).values()}
    assert met == {("person:a", "person:b"), ("person:a", "person:c")}


def test_a_planned_meeting_is_no_meeting_yet() -> None:
    """MET_WITH exists for occurred facts alone."""
    rows = [
        attended("person:a", "event:1", "principal", "f1", "planned"),
        attended("person:b", "event:1", "counterpart", "f1", "planned"),
    ]
    assert derive_meetings(rows) == {}


def test_meetings_run_from_the_smaller_id_and_from_people_to_organizations() -> None:
    """One direction for each pair, whoever the release names first."""
    rows = [
        attended("person:b", "event:1", "principal", "f1"),
        attended("person:a", "event:1", "counterpart", "f1"),
        attended("organization:x", "event:2", "principal", "f2"),
        attended("person:b", "event:2", "counterpart", "f2"),
    ]
    met = {(e.source.id, e.target.id) for e in derive_meetings(rows).values()}
    assert met == {("person:a", "person:b"), ("person:b", "organization:x")}


def test_a_meeting_with_a_group_is_told_apart() -> None:
    """No chain of meetings is to run through a group that has no name of its own."""
    rows = [
        attended("person:a", "event:1", "principal", "f1"),
        attended("organization:officials-12@0123456789", "event:1", "counterpart", "f1"),
        attended("person:a", "event:2", "principal", "f2"),
        attended("organization:chamber", "event:2", "counterpart", "f2"),
    ]
    named = {e.target.id: e.properties["named"] for e in derive_meetings(rows).values()}
    assert named == {"organization:officials-12@0123456789": False, "organization:chamber": True}


def test_one_meeting_told_twice_is_one_edge_with_two_facts() -> None:
    """Lede and body tell of one meeting; so do two releases."""
    rows = [
        attended("person:a", "event:1", "principal", "f1"),
        attended("person:b", "event:1", "counterpart", "f1"),
        attended("person:b", "event:1", "principal", "f2"),
        attended("person:a", "event:1", "counterpart", "f2"),
    ]
    (edge,) = derive_meetings(rows).values()
    assert edge.properties["facts"] == ["f1", "f2"]


def test_only_a_person_holds_an_office() -> None:
    """A group that an office names has no HOLDS edge, though its mention tells the office."""
    release = NodeRef(Label.RELEASE, "release:1")
    told: dict[str, Value] = {"form": "Mayor of Oslo", "offices": ["office:mayor-of-oslo"]}
    group = NodeRef(Label.ORGANIZATION, "organization:mayor-of-oslo-4@8f3a2b1c9d")
    assert not derive_edges([Edge(EdgeType.MENTIONS, "release:1#1", release, group, told)])
    person = NodeRef(Label.PERSON, "person:ada-oduya")
    (edge,) = derive_edges([Edge(EdgeType.MENTIONS, "release:1#2", release, person, told)]).values()
    assert edge.type is EdgeType.HOLDS


def test_a_place_has_the_least_of_its_gazetteer_ids() -> None:
    """Two mentions that tell two ids give one, in either order."""
    place = NodeRef(Label.PLACE, "place:oslo")
    release = NodeRef(Label.RELEASE, "release:1")
    rows = [
        Edge(
            EdgeType.MENTIONS, f"release:1#{n}", release, place,
            {"form": "Oslo", "forms": ["Oslo"], "gazetteer": f"geonames:{n}"},
        )
        for n in (2, 1)
    ]  # fmt: skip
    assert derive_nodes(rows)[place].properties["gazetteer"] == "geonames:1"
