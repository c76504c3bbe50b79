"""What a node is, a release in its places, whom facts are about, and when it was, on both databases."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

import communique
from communique.errors import ParameterError, UnknownId
from communique.graph.model import Label
from communique.pipeline import Graph
from communique.queries.description import check_ids
from communique.reading.model import Predicate, Status

Tell = Callable[..., Graph]
ADA, BEN = "person:ada-oduya", "person:ben-cole"
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


def test_a_person_is_described(told: Tell, draft: Any) -> None:
    """By every form of the name, how often and when it is mentioned; years alone count."""
    drafts = [
        draft(n, day) for n, day in enumerate(["2031-03-04", "--03-04", "2032", "2031-01-01"], 1)
    ]
    for made in drafts:
        made.person("Ada Oduya")
    found = told(*drafts).describe(ADA)
    assert found.as_dict() == {
        "id": ADA, "label": "Person", "name": "Ada Oduya", "names": ["Ada Oduya"], "about": {},
        "parts": [], "mentions": 4, "first": found.first, "last": found.last,
    }  # fmt: skip
    assert found.first == "2031-01-01"
    assert found.last in ("2031-03-04", "2032")


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


def test_spans_count_code_points(told: Tell, draft: Any) -> None:
    """Not the units of another language: what lies outside the basic plane is one."""
    made = draft(1)
    made.say("🚢 𝒽𝑒𝓁𝓁𝑜 \u202e")
    made.meet(made.person("Ada Oduya"), made.person("Ben Cole"), made.meeting())
    found = told(made).document("https://news.example/1")
    ada = next(one for one in found.mentions if one.node == ADA)
    assert found.text[ada.spans[0] : ada.spans[1]] == "Ada Oduya"
    (fact,) = found.facts
    assert (fact.predicate, fact.subject, fact.object) == ("met-with", ADA, BEN)
    assert fact.event is not None
    assert (fact.subject_name, fact.object_name, fact.quote) == (
        "Ada Oduya",
        "Ben Cole",
        found.text,
    )


def test_a_release_without_anything_is_a_document(told: Tell, draft: Any) -> None:
    """Its text alone."""
    made = draft(1)
    made.say("Nothing happened")
    found = told(made).document("https://news.example/1")
    assert (found.mentions, found.facts, found.text) == ((), (), "Nothing happened, ")


def test_the_ends_of_facts_and_mentions_are_told(told: Tell, draft: Any) -> None:
    """Each once, of several releases; what is unknown is left out."""
    drafts = []
    for number in (1, 2):
        made = draft(number)
        ada, ben, forum = (
            made.person("Ada Oduya"),
            made.person("Ben Cole"),
            made.event("Harbour Forum"),
        )
        made.meet(ada, ben, made.meeting())
        made.tell(ada, Predicate.THANKED, ben)
        made.attend(ben, forum)
        drafts.append(made)
    graph = told(*drafts)
    for number in (1, 2):
        found = graph.document(f"https://news.example/{number}")
        asked = [*(one.id for one in found.facts), *(one.id for one in found.mentions)]
        ends = graph.ends([*asked, "nothing", "https://news.example/9#x"])
        assert set(ends) == set(asked)
        for fact in found.facts:
            assert {fact.subject, fact.object} <= {end.id for end in ends[fact.id]}
        for mention in found.mentions:
            assert [(end.id, end.name) for end in ends[mention.id]] == [
                (mention.node, mention.name)
            ]
    assert graph.ends([]) == {}


def test_the_calendar_counts_what_took_place(told: Tell, draft: Any) -> None:
    """By month, or by year where no more is known; not what was planned or has no year."""
    days = ["2031-03-04", "2031-03-20", "2031-04", "2032", "--03-04", None]
    drafts = []
    for number, day in enumerate(days, 1):
        made = draft(number, day)
        norway = made.place("Norway", "country")
        oslo = made.place("Oslo")
        made.entities[oslo] = replace(made.entities[oslo], place=norway)
        made.meet(
            made.person("Ada Oduya"),
            made.person("Ben Cole"),
            made.meeting(place=oslo, status=Status.OCCURRED),
        )
        drafts.append(made)
    planned = draft(9, "2033-01-01")
    forum = planned.event("Harbour Forum", status=Status.PLANNED)
    planned.tell(planned.person("Ada Oduya"), Predicate.ATTENDED, forum, status=Status.PLANNED)
    graph = told(*drafts, planned)
    expected = [("2031-03", 2), ("2031-04", 1), ("2032", 1)]
    assert [(month.month, month.events) for month in graph.calendar()] == expected
    (oslo_id,) = graph.cypher("MATCH (p:Place {name: 'Oslo'}) RETURN p.id AS id").dicts()
    for place in (oslo_id["id"], "place:norway"):
        assert [(month.month, month.events) for month in graph.calendar(place)] == expected


def test_an_empty_graph_has_nothing_to_tell(where: str) -> None:
    """And breaks nothing."""
    with communique.open(where) as graph:
        graph.writer(create=True)
        assert not graph.complete("a")
        assert not graph.calendar()
        assert graph.whereabouts().spots == ()
        assert len(graph.excerpt()) == 0
