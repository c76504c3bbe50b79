"""What is looked at in a graph of a few drafts: things, releases, where facts lead, months."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import communique
from communique.pipeline import Graph
from communique.reading.model import Predicate, Status

Tell = Callable[..., Graph]
ADA, BEN = "person:ada-oduya", "person:ben-cole"


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
