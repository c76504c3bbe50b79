"""How Neo4j plans each question: what is asked about a person, office, event or place is found by index."""

from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from more_itertools import chunked

import communique
from communique.graph.rows import Edge, Node
from communique.graph.store import Store, Transaction, connect
from communique.graph.store.write import STARTING, merge_edges, merge_nodes
from communique.network.kinds import Kind
from communique.network.reach import _COUNTED
from communique.network.ties import _UNDATED
from communique.plots.whereabouts import _PLACES
from communique.queries import citation
from communique.queries.binding import NAMES
from communique.queries.library import all_questions
from communique.queries.lookups import look_up
from communique.queries.question import Parameter, ParameterType, Question, select_lines

ROOT = Path(__file__).parents[2]
AT_ONCE = 5000

pytestmark = pytest.mark.skipif(
    not (ROOT / "benchmarks").is_dir(), reason="benchmarks are not in the archive"
)


@pytest.fixture(scope="module")
def made(neo4j_server: Any) -> Iterator[Store]:
    """A made graph on Neo4j: with a handful of nodes a scan would be the better plan."""
    neo4j_server.empty()
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(ROOT))
        patch.setenv("NEO4J_USERNAME", neo4j_server.user)
        patch.setenv("NEO4J_PASSWORD", neo4j_server.password)
        from benchmarks.questions.rows import rows

        told = list(rows(300, 2000))
        with connect(neo4j_server.uri, write=True) as store:
            write(store, told)
            store.run(
                "CALL db.prepareForReplanning(300)", {}
            )  # else a plan depends on when it is made
            yield store
    neo4j_server.empty()


def write(store: Store, told: list[Node | Edge]) -> None:
    """Write rows, some at a time: nodes, then edges."""
    nodes = (row for row in told if isinstance(row, Node))
    edges = (row for row in told if isinstance(row, Edge))
    for some in chunked(nodes, AT_ONCE):
        store.transact(partial(merge_nodes, nodes=some))
    for more in chunked(edges, AT_ONCE):
        store.transact(partial(merge_edges, edges=more))


ANY: Mapping[ParameterType, object] = {
    ParameterType.INTEGER: 2,
    ParameterType.NUMBER: 0.5,
    ParameterType.DATE: "2031-03-04",
    ParameterType.STATUS: "occurred",
}
"""A plan is made for every value of a parameter alike; only its sort tells."""


def asked(question: Question) -> Iterator[frozenset[str]]:
    """Give the sets of parameters by which a question is anchored: one anchor at a time, then all."""
    needed = {p.name for p in question.parameters if p.required or p.default is not None}
    anchors = [p for p in question.parameters if p.type in NAMES]
    dates = {p.name for p in question.parameters if p.type is ParameterType.DATE}
    if any(anchor.name in needed for anchor in anchors):
        yield frozenset(needed)
        yield frozenset(needed | dates)
    for anchor in anchors:
        if anchor.name not in needed:
            yield frozenset({*needed, anchor.name})
            yield frozenset({*needed, *dates, anchor.name})
    if len(anchors) > 1:
        yield frozenset({*needed, *(anchor.name for anchor in anchors)})


CALLS = [
    pytest.param(question, given, id=f"{question.name}-{'-'.join(sorted(given))}")
    for question in all_questions()
    for given in sorted(set(asked(question)), key=sorted)
]


def operators(store: Store, statement: str, bound: Mapping[str, object]) -> list[str]:
    """List the operators of the plan of a statement."""
    with store._session() as session:
        plan = session.run(f"EXPLAIN {statement}", dict(bound)).consume().plan
    assert plan is not None
    return list(walk(plan))


def walk(plan: Mapping[str, Any]) -> Iterator[str]:
    """Go through a plan."""
    yield plan["operatorType"].partition("@")[0]
    for child in plan.get("children", ()):
        yield from walk(child)


def value(parameter: Parameter) -> object:
    """Give some value that a parameter can take."""
    return ANY.get(parameter.type, "person:somebody")


@pytest.mark.parametrize(("question", "given"), CALLS)
def test_an_anchored_question_scans_nothing(
    made: Store, question: Question, given: frozenset[str]
) -> None:
    """Neither all nodes, nor those of a label, nor the edges of a type; with evidence as without."""
    bound = {p.name: value(p) if p.name in given else None for p in question.parameters}
    bound |= {name: look_up(name) for name in question.lookups}
    statements = [
        question.state(given, embedded=False),
        question.state(given, embedded=False, evidence=True),
    ]
    if question.left_out is not None:
        statements.append(select_lines(question.left_out, given))
    for statement in statements:
        found = operators(made, statement, bound)
        assert not [name for name in found if name.endswith("Scan")], (statement, found)


@pytest.mark.parametrize("statement", [citation._FACTS, citation._MENTIONS])
def test_evidence_is_found_by_its_ids(made: Store, statement: str) -> None:
    """Whatever else there is in the graph."""
    found = operators(
        made, statement, {"asked": [{"release": "https://news.example/1", "ids": ["x"]}]}
    )
    assert not [name for name in found if name.endswith("Scan")], found


def test_looking_around_scans_nothing(made: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is looked at by its id or its first letters is found by an index, whatever else there is."""
    (person,) = made.run(_ANYBODY, {}).rows
    (event,) = made.run(
        "MATCH (e:Event)-[:HELD_IN]->(p) RETURN e.id AS id, p.id AS place LIMIT 1", {}
    ).rows
    asked: list[tuple[str, Any]] = []
    graph = communique.open(made.where)
    run, stream, consult = Store.run, Store.stream, Transaction.run

    def listening(method: Any) -> Any:
        def listen(self: Any, cypher: str, parameters: Any) -> Any:
            asked.append((cypher, parameters))
            return method(self, cypher, parameters)

        return listen

    with graph:
        release = person["release"]
        facts = [fact.id for fact in graph.document(release).facts]
        mentions = [mention.id for mention in graph.document(release).mentions]
        monkeypatch.setattr(Store, "run", listening(run))
        monkeypatch.setattr(Store, "stream", listening(stream))
        monkeypatch.setattr(Transaction, "run", listening(consult))
        for text in ("a", "Ad", person["name"], person["name"][:4]):
            graph.complete(text)
        for node in (person["id"], event["id"], event["place"]):
            graph.describe(node)
        graph.document(release)
        graph.ends([*facts, *mentions])
        graph.whereabouts(person["id"])
        graph.calendar(event["place"])
        graph.calendar(person=person["id"])
        for kind in Kind:
            for more in ({}, {"since": "2010", "until": "2020"}, {"places": [event["place"]]}):
                network = graph.excerpt(kind, [person["id"]], top=50, **more)
                asked.append((network.graph["cypher"], network.graph["parameters"]))
    counted = {*_COUNTED.values(), _PLACES, *_UNDATED.values()}
    plans = [(cypher, operators(made, cypher, told)) for cypher, told in asked]
    scanning = [
        (cypher, plan)
        for cypher, plan in plans
        if cypher not in counted and any(name.endswith("Scan") for name in plan)
    ]
    assert len(asked) > 40
    assert not scanning


_ANYBODY = (
    "MATCH (r:Release)-[:MENTIONS]->(p:Person)-[:MET_WITH]->() "
    "RETURN p.id AS id, p.name AS name, r.id AS release LIMIT 1"
)


@pytest.mark.parametrize("edge_type", ["ATTENDED", "THANKED", "VISITED"])
def test_what_a_release_tells_is_found_by_its_ids(made: Store, edge_type: str) -> None:
    """Not by going through all that is told of those it mentions."""
    statement = f"UNWIND $rows AS id {STARTING.format(edge_type)} RETURN r.id"
    found = operators(made, statement, {"rows": ["https://news.example/1#"]})
    assert not [name for name in found if name.endswith("Scan")], found


def test_a_scan_is_seen(made: Store) -> None:
    """What asks for everything scans, and this is how Neo4j says so."""
    scans = {
        "MATCH (n) RETURN n": "AllNodesScan",
        "MATCH (n:Person) RETURN n": "NodeByLabelScan",
        "MATCH ()-[r:MET_WITH]->() RETURN r": "DirectedRelationshipTypeScan",
    }
    for statement, name in scans.items():
        assert name in operators(made, statement, {})
