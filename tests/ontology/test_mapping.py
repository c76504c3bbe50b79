"""Rows into quads."""

from typing import Any

import pytest

from communique.graph.attachment import Settled, attach
from communique.graph.model import EDGES, EdgeType, Label, Layer
from communique.graph.rows import Edge, Node, NodeRef, Value
from communique.ontology.iris import BASE, iri_of
from communique.ontology.mapping import (
    CODED,
    DATED,
    REFERRING,
    UNSAID,
    quads_of_edge,
    quads_of_node,
)
from communique.ontology.terms import (
    ASSERTIONS,
    DERIVED,
    EVIDENCE,
    LINKS,
    NAMESPACE,
    OA,
    PROV,
    REFERS,
    TYPE,
)
from communique.ontology.vocabulary import (
    CQ,
    edge_terms,
    is_coded,
    is_many,
    label_terms,
    property_terms,
    refer_terms,
    values_of,
    vocabulary,
)
from communique.reading.model import Predicate


def test_a_release_is_in_its_own_graph_and_all_else_is_derived(nodes: list[Node]) -> None:
    """Taking a release back is dropping its graph and deriving again."""
    for node in nodes:
        graphs = {graph for *_, graph in quads_of_node(node)}
        own = node.ref.label is Label.RELEASE
        assert graphs == {f"<{iri_of(node.ref.id)}>" if own else f"<{DERIVED}>"}


def test_an_edge_is_in_the_graph_of_its_layer(edges: list[Edge]) -> None:
    """Asserted in the graph of the release that says so, derived in the one of what is derived."""
    for edge in edges:
        asserted = EDGES[edge.type].layer is Layer.ASSERTED
        graph = iri_of(str(edge.properties["release"])) if asserted else DERIVED
        assert {found for *_, found in quads_of_edge(edge)} == {f"<{graph}>"}


def test_an_asserted_edge_is_a_resource_with_all_its_properties(edges: list[Edge]) -> None:
    """Type, both ends, and a quad for every value."""
    edge = next(e for e in edges if e.type is EdgeType.ATTENDED)
    subject = f"<{iri_of(edge.id)}>"
    quads = [quad for quad in quads_of_edge(edge) if quad[0] == subject]
    said = {predicate.removeprefix(f"<{NAMESPACE}")[:-1]: found for _, predicate, found, _ in quads}
    assert f"<{NAMESPACE}Attendance>" in said.values()
    assert said["subject"] == f"<{iri_of(edge.source.id)}>"
    assert said["object"] == f"<{iri_of(edge.target.id)}>"
    assert said["role"] == f"<{BASE}role/principal>"
    assert said["inOffice"] == f"<{iri_of('office:mayor-of-oslo')}>"
    assert said["evidence"] == f"<{edge.properties['release']}#char=10,55>"
    assert len(quads) == len(edge.properties) - len(("id", *EVIDENCE)) + 5


def test_a_quote_is_selected_by_position_and_by_its_words(edges: list[Edge]) -> None:
    """As Open Annotation tells: words of a release, with a selector of two sorts."""
    edge = next(e for e in edges if e.type is EdgeType.ATTENDED)
    words = f"<{edge.properties['release']}#char=10,55>"
    selector = f"<{edge.properties['release']}#selector.10-55>"
    said = {quad[:3] for quad in quads_of_edge(edge) if quad[0] in (words, selector)}
    integer = "^^<http://www.w3.org/2001/XMLSchema#integer>"
    assert said == {
        (words, f"<{TYPE}>", f"<{NAMESPACE}Evidence>"),
        (words, f"<{OA}hasSource>", f"<{edge.properties['release']}>"),
        (words, f"<{OA}hasSelector>", selector),
        (selector, f"<{TYPE}>", f"<{OA}TextPositionSelector>"),
        (selector, f"<{TYPE}>", f"<{OA}TextQuoteSelector>"),
        (selector, f"<{OA}start>", f'"10"{integer}'),
        (selector, f"<{OA}end>", f'"55"{integer}'),
        (selector, f"<{OA}exact>", r'"Ms Oduya met \"Bruno\"\nin Oslo."'),
    }


def test_a_release_tells_who_read_it(nodes: list[Node], edges: list[Edge]) -> None:
    """The reading used the release and was the reader's; every assertion is of it."""
    release = nodes[0]
    told = Node(release.ref, {**release.properties, "reader": "rules/1.2"})
    reading, agent = f"<{release.ref.id}#reading>", f"<{BASE}reader/rules/1.2>"
    said = {quad[:3] for quad in quads_of_node(told)}
    assert (reading, f"<{PROV}used>", f"<{release.ref.id}>") in said
    assert (reading, f"<{PROV}wasAssociatedWith>", agent) in said
    assert (f"<{release.ref.id}>", f"<{NAMESPACE}reader>", agent) in said
    for edge in (edge for edge in edges if edge.type in ASSERTIONS):
        generated = (f"<{iri_of(edge.id)}>", f"<{PROV}wasGeneratedBy>", reading)
        assert generated in {quad[:3] for quad in quads_of_edge(edge)}


def test_a_mention_points_at_others_by_what_they_are_to_it(edges: list[Edge]) -> None:
    """A property for each word, so that a query can follow it."""
    told = {**edges[0].properties, "refers": ["offices a#m.1", "within a#m.2"]}
    more = Edge(edges[0].type, edges[0].id, edges[0].source, edges[0].target, told)
    new = {*quads_of_edge(more)} - {*quads_of_edge(edges[0])}
    assert {quad[1:3] for quad in new} == {
        (f"<{NAMESPACE}officeMention>", f"<{iri_of('a#m.1')}>"),
        (f"<{NAMESPACE}withinMention>", f"<{iri_of('a#m.2')}>"),
    }
    assert {word: CQ[name] for word, name in REFERS.items()} == {
        word: term.iri for word, term in refer_terms().items()
    }


def test_what_is_withheld_has_no_subject_and_no_object(draft: Any) -> None:
    """It is said with its mentions and its evidence, and marked."""
    made = draft()
    one, other = made.person("Ada Oduya"), made.person("Bruno Lind")
    made.tell(one, Predicate.THANKED, other)
    batch = made.batch()
    (fact,) = batch.assertions
    ids = {m.id: NodeRef(m.label, f"{m.label.lower()}:x{n}") for n, m in enumerate(batch.mentions)}
    wrong = frozenset({str(fact.properties["fact"])})
    said = [*quads_of_node(attach(batch, Settled(ids, wrong=wrong)).release)]
    mine = {q[1].rpartition("#")[2][:-1]: q[2] for q in said if q[0] == f"<{iri_of(fact.id)}>"}
    assert (f"<{iri_of(fact.id)}>", f"<{TYPE}>", f"<{NAMESPACE}Withheld>") in {q[:3] for q in said}
    assert mine["sourceMention"] == f"<{iri_of(fact.source)}>"
    assert {"evidence", "status", "confidence"} < mine.keys()
    assert not mine.keys() & {"subject", "object"}


def test_a_derived_edge_is_one_triple(edges: list[Edge]) -> None:
    """And so is a report: what else they carry follows from the assertions."""
    for edge in edges:
        if edge.type in LINKS and edge.type is not EdgeType.HOLDS:
            link = f"<{NAMESPACE}{LINKS[edge.type]}>"
            ends = (f"<{iri_of(edge.source.id)}>", f"<{iri_of(edge.target.id)}>")
            ((subject, predicate, found, _),) = quads_of_edge(edge)
            assert (subject, predicate, found) == (ends[0], link, ends[1])


def test_a_tenure_is_a_resource_too(edges: list[Edge]) -> None:
    """Who holds what is one triple; on which days it is shown hangs on the tenure."""
    edge = next(e for e in edges if e.type is EdgeType.HOLDS)
    person, office = f"<{iri_of(edge.source.id)}>", f"<{iri_of(edge.target.id)}>"
    said = {quad[:3] for quad in quads_of_edge(edge)}
    tenure = f"<{iri_of(edge.id)}>"
    day = '"2031-03-04"^^<http://www.w3.org/2001/XMLSchema#date>'
    assert said == {
        (person, f"<{NAMESPACE}holds>", office),
        (tenure, f"<{TYPE}>", f"<{NAMESPACE}Tenure>"),
        (tenure, f"<{NAMESPACE}holder>", person),
        (tenure, f"<{NAMESPACE}inOffice>", office),
        (tenure, f"<{NAMESPACE}attested>", day),
    }


def test_a_place_has_all_its_classes(nodes: list[Node]) -> None:
    """A city-state is a city and a country."""
    place = next(node for node in nodes if node.place_labels)
    types = {found for _, predicate, found, _ in quads_of_node(place) if "#type" in predicate}
    assert types == {f"<{NAMESPACE}{label}>" for label in ("Place", "City", "Region")}


def test_a_span_keeps_start_and_end_together(edges: list[Edge]) -> None:
    """A set of numbers would not."""
    quads = quads_of_edge(edges[0])
    spans = {found for _, predicate, found, _ in quads if predicate == f"<{NAMESPACE}span>"}
    assert spans == {f"<{edges[0].properties['release']}#char={s}>" for s in ("10,19", "70,72")}


def test_spans_without_an_end_are_refused() -> None:
    """Rather than lost."""
    ends = (NodeRef(Label.RELEASE, "release:1"), NodeRef(Label.PERSON, "person:ada"))
    told: dict[str, Value] = {"id": "release:1#x", "release": "release:1", "spans": [1, 2, 3]}
    with pytest.raises(ValueError, match="shorter"):
        list(quads_of_edge(Edge(EdgeType.MENTIONS, "release:1#x", *ends, told)))


def test_every_edge_type_is_either_an_assertion_or_a_link() -> None:
    """Edges that carry facts or forms are resources, the rest single triples."""
    assert {*ASSERTIONS, *LINKS} == set(EDGES)
    assert not {*ASSERTIONS} & {*LINKS}
    assert all(EDGES[edge].layer is Layer.ASSERTED for edge in ASSERTIONS)


def test_the_ontology_tells_of_what_sort_the_values_are() -> None:
    """Ids where the ontology has an object property, dates where it has no one datatype."""
    sorts = {key: values_of(key) for key in property_terms()}
    assert {key for key in property_terms() if is_coded(key)} == CODED - {"verb"}
    assert {key for key, sort in sorts.items() if sort.startswith("id")} == REFERRING
    assert {key for key, sort in sorts.items() if sort == "date"} == DATED


def test_what_follows_is_left_out_of_an_assertion(edges: list[Edge]) -> None:
    """Who is who is worked out anew from the rest: profiles are in no export."""
    terms = [*(edge_terms()[edge].iri for edge in ASSERTIONS), label_terms()["Release"].iri]
    unsaid = {str(key) for term in terms for key in vocabulary().objects(term, CQ.graphKey)}
    assert unsaid | {"id"} == UNSAID
    told = {**edges[0].properties, "profile": "person:1", "inferred": "nearest"}
    more = Edge(edges[0].type, edges[0].id, edges[0].source, edges[0].target, told)
    assert list(quads_of_edge(more)) == list(quads_of_edge(edges[0]))


def test_a_fact_tells_which_mentions_it_is_between(edges: list[Edge]) -> None:
    """As IRIs of mentions, so that the rows it was attached from can be made of it again."""
    edge = next(e for e in edges if e.type is EdgeType.ATTENDED)
    mention = edges[0].id
    told = {**edge.properties, "source_mention": mention}
    quads = quads_of_edge(Edge(edge.type, edge.id, edge.source, edge.target, told))
    assert (f"<{NAMESPACE}sourceMention>", f"<{iri_of(mention)}>") in {q[1:3] for q in quads}


def test_the_ontology_tells_which_keys_carry_lists(nodes: list[Node], edges: list[Edge]) -> None:
    """So that one value of a list comes back as a list."""
    asserted = [edge.properties for edge in edges if edge.type in ASSERTIONS]
    rows = [*(node.properties for node in nodes), *asserted]
    carried = [(key, value) for row in rows for key, value in row.items() if key != "id"]
    assert all(isinstance(value, list) is is_many(key) for key, value in carried)
