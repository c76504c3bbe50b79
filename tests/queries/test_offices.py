"""Offices over time, asked of tenures as the graph keeps them, on both databases."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import communique
from communique.graph.model import EdgeType, Label
from communique.graph.rows import Edge, Node, NodeRef
from communique.graph.store import Store, Transaction, connect
from communique.graph.store.write import merge_edges, merge_nodes
from communique.graph.tenure import Attestations, is_day
from communique.pipeline import Graph
from communique.queries.asked.offices import OfficesOf, Succession

Tenures = Mapping[str, Sequence[str]]

MAYOR = NodeRef(Label.OFFICE, "office:mayor-of-oslo")
OSLO = NodeRef(Label.PLACE, "place:oslo")
PEOPLE = ("Ada Oduya", "Ben Cole", "Cleo Dahl")
DAYS = tuple((date(2031, 2, 25) + timedelta(n)).isoformat() for n in range(9))
VAGUE = ("2031-02", "2031", "--02-27", "--02")


@dataclass(frozen=True)
class Town:
    """A graph in which people hold the office of a mayor."""

    store: Store
    graph: Graph

    def hold(self, tenures: Tenures) -> None:
        """Let these people be attested on these days, and nobody else."""
        edges = [
            _edge(EdgeType.HOLDS, _person(name), MAYOR, sorted(days))
            for name, days in tenures.items()
        ]

        def work(tx: Transaction) -> None:
            merge_nodes(tx, [_node(_person(name), name) for name in PEOPLE])
            merge_nodes(tx, [_node(MAYOR, "Mayor of Oslo"), _node(OSLO, "Oslo")])
            merge_edges(tx, [*edges, _edge(EdgeType.OF, MAYOR, OSLO)])

        self.store.run("MATCH ()-[h:HOLDS]->() DELETE h", {})
        self.store.transact(work)


def _person(name: str) -> NodeRef:
    return NodeRef(Label.PERSON, f"person:{name.lower().replace(' ', '-')}")


def _node(ref: NodeRef, name: str) -> Node:
    return Node(ref, {"id": ref.id, "name": name, "names": [name]})


def _edge(kind: EdgeType, source: NodeRef, target: NodeRef, days: Sequence[str] = ()) -> Edge:
    edge_id = f"{kind}:{source.id}>{target.id}"
    told = {"attested": list(days)} if kind is EdgeType.HOLDS else {}
    return Edge(kind, edge_id, source, target, {"id": edge_id, **told})


@pytest.fixture
def town(where: str) -> Iterator[Town]:
    """A town in each database in turn."""
    with connect(where, write=True, create=True) as store, communique.open(where) as graph:
        yield Town(store, graph)


tenures_of_some = st.dictionaries(
    st.sampled_from(PEOPLE),
    st.lists(st.sampled_from((*DAYS, *DAYS, *VAGUE)), unique=True),
    min_size=1,
)


def check(town: Town, tenures: Tenures, on: str) -> None:
    """Hold all questions against one another, and against what inference takes for the holder."""
    town.hold(tenures)
    attested = Attestations({_person(name).id: days for name, days in tenures.items()})
    holdings = attested.holders_on(on)
    held = list(town.graph.held(MAYOR.id, on))
    assert [(_person(row.person).id, row.attested, row.basis) for row in held] == [
        (each.holder, each.attested, each.basis) for each in holdings
    ]
    known = {(row.person, row.attested, row.basis) for row in held}
    told: set[tuple[str, str, str]] = set()
    for name in PEOPLE:
        rows = town.graph.offices(_person(name).id, on)
        assert len(rows) == any(is_day(day) for day in tenures.get(name, ()))
        told |= {(name, row.attested, row.basis) for row in rows}
    assert known <= told
    assert all(row[2] == "nearest" for row in told - known)
    vague = sum(not is_day(day) for days in tenures.values() for day in days)
    note = (f"{vague} left out: no full date is known.",) if vague else ()
    assert town.graph.held(MAYOR.id, on).notes == town.graph.succession(MAYOR.id).notes == note


@settings(max_examples=60, deadline=None)
@given(tenures_of_some, st.sampled_from(DAYS))
def test_questions_and_inference_take_the_same_for_the_holder(
    embedded_town: Town, tenures: Tenures, on: str
) -> None:
    """Whatever the tenures, a tie included; a person's offices are the same, asked the other way."""
    check(embedded_town, tenures, on)


@pytest.fixture(scope="module")
def embedded_town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    """A town on the embedded engine, for many tenures."""
    where = tmp_path_factory.mktemp("town") / "graph.db"
    with connect(str(where), write=True, create=True) as store, communique.open(where) as graph:
        yield Town(store, graph)


@pytest.mark.parametrize(
    ("tenures", "on"),
    [
        ({PEOPLE[0]: DAYS[:1], PEOPLE[1]: DAYS[4:5]}, DAYS[2]),
        ({PEOPLE[0]: (DAYS[0], DAYS[4]), PEOPLE[1]: DAYS[3:4]}, DAYS[2]),
        ({PEOPLE[0]: (DAYS[0], DAYS[4]), PEOPLE[1]: DAYS[4:5]}, DAYS[2]),
        ({PEOPLE[0]: (DAYS[0], DAYS[4], *VAGUE), PEOPLE[1]: DAYS[6:7]}, DAYS[2]),
        ({PEOPLE[0]: DAYS[2:3], PEOPLE[1]: DAYS[2:3], PEOPLE[2]: DAYS[1:2]}, DAYS[2]),
        ({PEOPLE[0]: VAGUE}, DAYS[2]),
    ],
)
def test_both_databases_take_the_same_for_the_holder(town: Town, tenures: Tenures, on: str) -> None:
    """A tie, somebody between, somebody on the last day, nobody else, two at once, no day at all."""
    check(town, tenures, on)


def test_offices_come_with_their_body_and_the_surest_first(town: Town) -> None:
    """And what a former holder held stands as what is nearest, with its day."""
    town.hold({"Ada Oduya": DAYS[:1], "Ben Cole": DAYS[2:3]})
    minister = NodeRef(Label.OFFICE, "office:minister")
    hold = _edge(EdgeType.HOLDS, _person("Ada Oduya"), minister, (DAYS[2], DAYS[4]))
    town.store.transact(lambda tx: merge_nodes(tx, [_node(minister, "Minister for Trade")]))
    town.store.transact(lambda tx: merge_edges(tx, [hold]))
    assert list(town.graph.offices("Ada Oduya", DAYS[3])) == [
        OfficesOf("Minister for Trade", None, DAYS[2], "between"),
        OfficesOf("Mayor of Oslo", "Oslo", DAYS[0], "nearest"),
    ]


def test_holders_follow_one_another(town: Town) -> None:
    """Who overlaps is listed; who comes back stands before and after whoever came between."""
    town.hold({"Ada Oduya": (DAYS[0], DAYS[7]), "Ben Cole": DAYS[2:6:2], "Cleo Dahl": DAYS[3:9:5]})
    assert list(town.graph.succession("Mayor of Oslo")) == [
        Succession("Ada Oduya", DAYS[0], DAYS[7], 2, None, "Cleo Dahl"),
        Succession("Ben Cole", DAYS[2], DAYS[4], 2, "Ada Oduya", "Ada Oduya"),
        Succession("Cleo Dahl", DAYS[3], DAYS[8], 2, "Ben Cole", None),
    ]


def test_namesakes_in_one_office_are_two_rows(town: Town) -> None:
    """They share a name, not a row."""
    town.hold({"Ada Oduya": DAYS[:1], "Ben Cole": DAYS[:1]})
    town.store.run("MATCH (p:Person) SET p.name = 'Ada Oduya'", {})
    assert [row.person for row in town.graph.held(MAYOR.id, DAYS[0])] == ["Ada Oduya"] * 2
    rows = town.graph.succession(MAYOR.id)
    assert [(row.person, row.predecessor) for row in rows] == [("Ada Oduya", None)] * 2
