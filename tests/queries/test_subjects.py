"""Nodes as objects: a person, an office, a body, a place, an event."""

import inspect
from typing import Any

import pytest

from communique.errors import AmbiguousName, ParameterError, UnknownName
from communique.pipeline import Graph
from communique.queries.generation import SUBJECTS, questions_about
from communique.queries.subjects.base import Subject


def test_a_person_tells_of_meetings_offices_and_paths(graph: Graph) -> None:
    """As the question of that name would."""
    person = graph.person("fontoura")
    assert (person.id, person.name) == ("person:beatriz-fontoura", "Beatriz Fontoura")
    assert list(person.meetings()) == list(graph.meetings("Beatriz Fontoura"))
    assert person.offices(on="2032-03-01")[0].office == "Mayor of Lisbon"
    assert person.path_to("Noor Haddad")[0].chain[0] == "Beatriz Fontoura"


def test_a_title_means_its_holder_in_the_period(graph: Graph) -> None:
    """One mayor then, another later, and nobody's guess without a period."""
    assert graph.person("mayor of lisbon", until="2031").name == "Tomás Avelar"
    assert graph.person("Mayor of Lisbon", since="2032").name == "Beatriz Fontoura"
    with pytest.raises(AmbiguousName, match="Several held the office 'mayor of lisbon'") as caught:
        graph.person("mayor of lisbon")
    assert len(caught.value.candidates) == 2


def test_a_title_in_a_question_is_told_in_a_note(graph: Graph) -> None:
    """Who is meant must not be silent."""
    answer = graph.who_met("mayor of lisbon", since="2032")
    assert answer.notes[0].startswith("'mayor of lisbon' is taken for Beatriz Fontoura, attested")
    assert {row.person for row in answer} == {"Beatriz Fontoura"}


def test_nobody_attested_in_the_period_is_the_nearest(graph: Graph) -> None:
    """Before and after the first and the last attestation."""
    assert graph.person("mayor of lisbon", until="2030").name == "Tomás Avelar"
    assert graph.person("mayor of lisbon", since="2040").name == "Beatriz Fontoura"
    assert graph.person("mayor of lisbon", since="2032-03-01", until="2032-04-01").name == (
        "Beatriz Fontoura"
    )
    with pytest.raises(AmbiguousName):
        graph.person("mayor of lisbon", since="2031-06", until="2031-07")


def test_a_period_that_ends_before_it_starts_is_none(graph: Graph) -> None:
    """It is told, not answered with nothing."""
    with pytest.raises(ParameterError, match="after 'until'"):
        graph.person("mayor of lisbon", since="2032", until="2031")


@pytest.mark.parametrize("name", ["", " ", None, 7])
def test_a_name_is_some_text(graph: Graph, name: Any) -> None:
    """And nothing else is asked of a database."""
    with pytest.raises(ParameterError, match="must be some text"):
        graph.person(name)


def test_each_kind_is_found_by_its_name(graph: Graph) -> None:
    """And says which it is."""
    assert graph.office("mayor of lisbon").id == "office:mayor-of-lisbon"
    assert graph.organization("lisbon harbour authority").name == "Lisbon Harbour Authority"
    assert graph.place("Lisbon").name == "Lisbon"
    assert graph.event("Nordic Harbours Conference").attendees()
    with pytest.raises(UnknownName):
        graph.organization("Ingrid Solheim")


@pytest.mark.parametrize("subject", SUBJECTS)
def test_every_question_about_one_is_a_method_of_it(graph: Graph, subject: str) -> None:
    """With the parameters of the question, the first left out."""
    made = {cls.__name__.lower(): cls for cls in Subject.__subclasses__()}[subject]
    questions = questions_about(subject)
    assert questions
    for question in questions:
        method = getattr(made, question.subject_method)
        assert list(inspect.signature(method).parameters)[1:] == [
            p.name for p in question.parameters[1:]
        ]
    assert graph
