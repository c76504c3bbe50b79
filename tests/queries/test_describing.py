"""What a node is, a release in its places, whom facts are about, and when it was, on both databases."""

import pytest

from communique.errors import ParameterError, UnknownId
from communique.graph.model import Label
from communique.pipeline import Graph
from communique.queries.description import check_ids

BAD = (
    "",
    "x",
    "person:",
    "person:nobody",
    "Person:ada-oduya",
    "release:x",
    "😀",
    "a\x00b",
    "x" * 10_000,
)


def test_what_a_thing_is_of_and_in_is_told(graph: Graph) -> None:
    """An office's body, a city's country, an event's city; and what else it carries."""
    rows = graph.cypher(
        "MATCH (n)-[e:OF|IN|HELD_IN|BASED_IN]->(x) RETURN n.id AS id, x.id AS of"
    ).dicts()
    assert {row["id"].partition(":")[0] for row in rows} >= {"office", "place", "event"}
    for row in rows:
        found = graph.describe(row["id"])
        assert row["of"] in {part["id"] for part in found.parts}
        assert found.label == row["id"].partition(":")[0].capitalize()
        assert not {"id", "name", "names"} & set(found.about)
        assert None not in found.about.values()


def test_every_node_of_the_examples_can_be_looked_at(graph: Graph) -> None:
    """Those without a name of their own, too; it is mentioned as often as there are mentions."""
    for label in ("Person", "Office", "Organization", "Place", "Event"):
        statement = f"MATCH (n:{label}) OPTIONAL MATCH (n)<-[m:MENTIONS]-() RETURN n.id AS id, count(m) AS n"
        rows = graph.cypher(statement).dicts()
        assert rows
        for row in rows:
            found = graph.describe(row["id"])
            assert (found.id, found.mentions) == (row["id"], row["n"])
            assert found.name in found.names
            assert (found.first is None) is (row["n"] == 0)


@pytest.mark.parametrize("node", BAD, ids=map(str, range(len(BAD))))
def test_what_is_not_there_is_told(graph: Graph, node: str) -> None:
    """In a short sentence; a release is looked at otherwise."""
    for ask in (graph.describe, graph.document, lambda one: graph.excerpt(around=[one]),
                graph.whereabouts, graph.calendar):  # fmt: skip
        with pytest.raises(UnknownId) as caught:
            ask(node)
        assert node[:50] in str(caught.value) or "\\x00" in str(caught.value)


def test_half_a_character_is_no_id(graph: Graph) -> None:
    """No database can hold one; afterwards all is as before."""
    for ask in (graph.describe, graph.document):
        with pytest.raises((ParameterError, UnknownId)):
            ask("person:\ud800")
    assert graph.describe("person:tomas-avelar").name == "Tomás Avelar"


def test_ids_of_another_label_are_unknown(graph: Graph) -> None:
    """Though there is such a node."""
    people, some = (
        [Label.PERSON],
        ["person:tomas-avelar", "person:noor-haddad", "person:tomas-avelar"],
    )
    assert check_ids(graph.reader, some, people) == tuple(some[:2])
    assert check_ids(graph.reader, [], people) == ()
    with pytest.raises(UnknownId, match="No place in"):
        check_ids(graph.reader, some, [Label.PLACE])
    with pytest.raises(UnknownId, match="No node in"):
        check_ids(graph.reader, [*some, "person:nobody"], people)


def test_a_release_is_given_with_every_mention_and_fact_in_its_place(graph: Graph) -> None:
    """Spans count code points, and the words there are those that are told."""
    releases = graph.cypher(
        "MATCH (r:Release) RETURN r.id AS id, r.text AS text, r.title AS title"
    ).dicts()
    counts = {row["name"]: row["count"] for row in graph.stats().dicts()}
    mentions = facts = 0
    for row in releases:
        found = graph.document(row["id"])
        assert (found.id, found.text, found.title) == (row["id"], row["text"], row["title"])
        for mention in found.mentions:
            starts, ends = mention.spans[::2], mention.spans[1::2]
            words = [found.text[a:b] for a, b in zip(starts, ends, strict=True)]
            assert all(words)
            implied = mention.id.endswith(".implied") or mention.label == "Event"
            assert mention.form in words or implied
            assert graph.describe(mention.node).name == mention.name
        for fact in found.facts:
            assert found.text[fact.start : fact.end] == fact.quote
            assert 0 < fact.confidence <= 1
            assert {fact.subject, fact.object} <= {one.node for one in found.mentions}
            (explained,) = graph.ends([fact.id]).values()
            assert {fact.subject, fact.object} <= {end.id for end in explained}
        assert list(found.facts) == sorted(found.facts, key=lambda one: (one.start, one.id))
        assert len({fact.id for fact in found.facts}) == len(found.facts)
        mentions += len(found.mentions)
        facts += len(found.facts)
    assert mentions == counts["MENTIONS"]
    assert facts > 20


def test_people_are_completed_by_a_name_in_another_order(graph: Graph) -> None:
    """Where nothing begins so, as the registry reads names."""
    person = graph.complete("Tomás Avelar")[0]
    assert graph.complete("Avelar, Tomás")[0].id == person.id
