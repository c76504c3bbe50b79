"""As much of a network as can be shown, on both databases."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import communique
from communique import examples
from communique.errors import ParameterError, UnknownId, UnknownName
from communique.graph.ledger import load
from communique.graph.rows import Batch
from communique.graph.store import connect
from communique.network.kinds import Kind
from communique.pipeline import Graph
from communique.reading.model import Predicate

Tell = Callable[..., str]
ADA, BEN, CLEO, DAN = (
    f"person:{name}" for name in ("ada-oduya", "ben-cole", "cleo-dahl", "dan-falk")
)
BOUNDS: tuple[dict[str, Any], ...] = (
    {}, {"since": "2032"}, {"since": "2031-03", "until": "2032-03"}, {"weight": "days"},
)  # fmt: skip


@pytest.fixture
def loaded(where: str) -> Iterator[Graph]:
    """The examples in each database in turn."""
    with communique.open(where) as graph:
        graph.load(examples.paths())
        yield graph


def meeting(draft: Any, number: int, *names: str, day: str = "2031-03-04") -> Batch:
    """A release in which the first met each of the others."""
    made = draft(number, day)
    first, *others = [made.person(name) for name in names]
    met = made.meeting()
    for other in others:
        made.meet(first, other, met)
    batch: Batch = made.batch()
    return batch


def check_part(part: "nx.Graph[str]", whole: "nx.Graph[str]", *, alone: set[str]) -> None:
    """Hold an excerpt against the network: the same ties among its actors, with the same data."""
    tied = set(part) - alone
    assert tied <= set(whole)
    expected = whole.subgraph(tied)
    assert {frozenset(e) if not whole.is_directed() else e for e in part.edges} == {
        frozenset(e) if not whole.is_directed() else e for e in expected.edges
    }
    for source, target, told in part.edges(data=True):
        assert told == whole.edges[source, target]
    for node in tied:
        for key in ("name", "label", "office", "offices"):
            assert part.nodes[node][key] == whole.nodes[node][key]


@pytest.mark.parametrize("kind", list(Kind))
def test_an_excerpt_is_the_part_of_the_network_among_its_actors(loaded: Graph, kind: Kind) -> None:
    """Of those with most ties, of somebody and those next to them, however bounded."""
    for bounds in BOUNDS:
        whole = loaded.network(kind, **bounds)
        everything = loaded.excerpt(kind, top=2000, **bounds)
        check_part(everything, whole, alone=set())
        assert set(everything) == set(whole)
        assert everything.graph["left_out"] == whole.graph["left_out"]
        for top in (1, 2, 3, 5):
            part = loaded.excerpt(kind, top=top, **bounds)
            assert len(part) <= top
            check_part(part, whole, alone=set())
        for somebody in sorted(whole)[:4]:
            around = loaded.excerpt(kind, [somebody], top=2000, **bounds)
            undirected = whole.to_undirected() if whole.is_directed() else whole
            assert set(around) == {somebody, *undirected[somebody]}
            check_part(around, whole, alone=set())


@settings(
    max_examples=15, deadline=None, derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large,
                           HealthCheck.function_scoped_fixture],
)  # fmt: skip
@given(batch=st.from_type(Batch), top=st.integers(1, 6), pick=st.integers(0, 5))
def test_any_excerpt_is_a_part(tmp_path_factory: Any, batch: Batch, top: int, pick: int) -> None:
    """Whatever releases assert."""
    folder: Path = tmp_path_factory.mktemp("any") / "graph.db"
    with connect(str(folder), write=True, create=True) as store:
        load(store, batch)
        with communique.open(folder) as graph:
            for kind in Kind:
                whole = graph.network(kind)
                check_part(graph.excerpt(kind, top=top), whole, alone=set())
                if whole:
                    somebody = sorted(whole)[pick % len(whole)]
                    part = graph.excerpt(kind, [somebody], top=top)
                    assert somebody in part
                    check_part(part, whole, alone={somebody} - set(whole))


def test_those_with_most_come_first(draft: Any, tell: Tell) -> None:
    """Of all, and of those next to somebody; ties are broken by id."""
    where = tell(
        meeting(draft, 1, "Ada Oduya", "Ben Cole", "Cleo Dahl"),
        meeting(draft, 2, "Ada Oduya", "Cleo Dahl"),
        meeting(draft, 3, "Dan Falk", "Cleo Dahl", day="2032-01-01"),
    )
    with communique.open(where) as graph:
        assert set(graph.excerpt(top=2)) == {ADA, CLEO}
        assert set(graph.excerpt(around=[ADA], top=2)) == {ADA, CLEO}
        assert set(graph.excerpt(around=[CLEO], top=3)) == {CLEO, ADA, DAN}
        assert set(graph.excerpt(around=[BEN, DAN], top=2)) == {BEN, DAN}
        assert set(graph.excerpt(around=[BEN, DAN, BEN], top=1)) == {BEN, DAN}
        assert set(graph.excerpt(since="2032")) == {CLEO, DAN}
        assert graph.excerpt(top=1).graph["actors"] == 4


def test_who_was_asked_for_is_there_without_a_tie(draft: Any, tell: Tell) -> None:
    """Though nobody is next to them then."""
    made = draft(2)
    made.person("Dan Falk")
    where = tell(meeting(draft, 1, "Ada Oduya", "Ben Cole"), made.batch())
    with communique.open(where) as graph:
        lonely: tuple[dict[str, Any], ...] = ({"around": [DAN]}, {"around": [ADA], "since": "2040"})
        for around in lonely:
            part = graph.excerpt(**around)
            assert (list(part), part.number_of_edges()) == (around["around"], 0)
        assert set(graph.excerpt(also=[DAN])) == {ADA, BEN, DAN}
        assert set(graph.excerpt(around=[DAN], beyond=[ADA])) == {ADA, BEN, DAN}


def test_groups_without_a_name_are_in_no_excerpt(draft: Any, tell: Tell) -> None:
    """However much they met."""
    made = draft(1)
    office = made.office("Mayor of Oslo", "Mayor", made.place("Oslo"))
    mayor, ada, ben = made.title(office), made.person("Ada Oduya"), made.person("Ben Cole")
    for _ in range(3):
        met = made.meeting()
        made.meet(ada, mayor, met)
    made.meet(ada, ben, made.meeting())
    made.tell(ada, Predicate.THANKED, mayor)
    made.tell(ada, Predicate.THANKED, ben)
    with communique.open(tell(made.batch())) as graph:
        for kind in Kind:
            for part in (graph.excerpt(kind), graph.excerpt(kind, [ADA])):
                assert set(part) == {ADA, BEN}


def test_the_statement_that_is_told_gives_the_ties(loaded: Graph) -> None:
    """Whoever runs it by hand gets what is shown."""
    for kind in Kind:
        part = loaded.excerpt(kind, since="2031", top=5)
        told = loaded.cypher(part.graph["cypher"], **part.graph["parameters"]).dicts()
        assert len(told) == part.number_of_edges()


def test_what_cannot_be_shown_is_said(loaded: Graph) -> None:
    """In a sentence."""
    with pytest.raises(UnknownId):
        loaded.excerpt(around=["person:nobody"])
    offices = loaded.cypher("MATCH (o:Office) RETURN o.id AS id LIMIT 1").dicts()
    for place in ("around", "also", "beyond"):
        asked: dict[str, Any] = {place: [offices[0]["id"]]}
        with pytest.raises(UnknownId, match="No organization or person or place in"):
            loaded.excerpt(**asked)
    with pytest.raises(UnknownName):
        loaded.excerpt(places="Nowhereville")
    with pytest.raises(ParameterError):
        loaded.excerpt("friends")  # type: ignore[arg-type]
