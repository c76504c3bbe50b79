"""Titles and names together, on both databases: who is meant, and when nobody is."""

from collections.abc import Iterator

import pytest

from communique.errors import AmbiguousName, UnknownName
from communique.graph.store import Store, connect
from communique.queries.holders import Names
from communique.queries.period import Period
from communique.queries.question import ParameterType

PEOPLE = ("Ada Oduya", "Ben Oduya", "Cleo Dahl", "Rita Oslo Vik")
OFFICES = {
    "Chair of the Oduya Institute": ("Cleo Dahl",),
    "Mayor of Oslo": ("Rita Oslo Vik",),
    "Minister for Trade": ("Ada Oduya",),
    "Minister for Health": ("Ben Oduya",),
    "Envoy": tuple(f"Falk Number{n:02}" for n in range(12)),
}


@pytest.fixture
def store(where: str) -> Iterator[Store]:
    """A few people and their offices in each database in turn."""
    with connect(where, write=True, create=True) as opened:
        names = {*PEOPLE, *(name for held in OFFICES.values() for name in held)}
        rows = [{"id": _id(name), "name": name, "names": [name]} for name in sorted(names)]
        opened.run("UNWIND $rows AS row CREATE (p:Person) SET p = row", {"rows": rows})
        for office, held in OFFICES.items():
            told = {"id": f"office:{office}", "name": office, "held": [_id(name) for name in held]}
            opened.run("CREATE (o:Office {id: $id, name: $name, names: [$name]})", told)
            opened.run(
                "MATCH (p:Person), (o:Office {id: $id}) WHERE p.id IN $held "
                "CREATE (p)-[:HOLDS {id: p.id + $id, attested: ['2031-03-04']}]->(o)",
                told,
            )
        yield opened


def _id(name: str) -> str:
    return f"person:{name.lower().replace(' ', '-')}"


def find(
    store: Store, text: str, kind: ParameterType = ParameterType.PERSON
) -> tuple[str, list[str]]:
    """Whom a name means, and what is told of it."""
    names = Names(store)
    return names.find(kind, text, Period()), names.notes


def test_a_name_of_several_is_not_taken_for_an_office(store: Store) -> None:
    """Two are called Oduya, and a third chairs an institute of that name."""
    with pytest.raises(AmbiguousName, match="Several fit the person 'Oduya': Ada Oduya"):
        find(store, "Oduya")
    with pytest.raises(AmbiguousName, match="Several fit the person 'Oduya': Ada Oduya"):
        find(store, "President Oduya")


def test_what_an_office_is_of_is_no_title(store: Store) -> None:
    """The Institute is not its chair; the whole name of an office, or its title, is."""
    with pytest.raises(UnknownName, match="knows no person 'Institute'"):
        find(store, "Institute")
    assert find(store, "chair of the oduya institute")[0] == _id("Cleo Dahl")
    assert find(store, "Chair")[0] == _id("Cleo Dahl")
    assert find(store, "office:Mayor of Oslo")[0] == _id("Rita Oslo Vik")


@pytest.mark.parametrize("text", ["the Mayor of Oslo", "The mayor", "Oslo mayor"])
def test_the_article_is_no_part_of_a_title(store: Store, text: str) -> None:
    """It is written as often as not."""
    person, notes = find(store, text)
    assert person == _id("Rita Oslo Vik")
    assert notes[0].endswith("is taken for Rita Oslo Vik, attested 2031-03-04.")
    assert find(store, "the Mayor of Oslo", ParameterType.OFFICE)[0] == "office:Mayor of Oslo"


@pytest.mark.parametrize("text", ["Ms Dahl", "President Dahl", "the Honourable Cleo Dahl"])
def test_a_title_before_a_name_is_no_part_of_it(store: Store, text: str) -> None:
    """Whether the title was ever held is not asked, and the note says so."""
    assert find(store, text)[0] == _id("Cleo Dahl")
    assert find(store, text, ParameterType.PARTY)[0] == _id("Cleo Dahl")
    assert find(store, "Ms Dahl")[1] == ["'Ms Dahl' is taken for Cleo Dahl, by the name alone."]


def test_a_title_of_several_offices_is_told(store: Store) -> None:
    """They are listed, so that whoever asks can tell which."""
    with pytest.raises(AmbiguousName, match=r"office 'minister': Minister for Health .*; Minister"):
        find(store, "minister")


def test_ten_holders_are_listed(store: Store) -> None:
    """And the others counted."""
    with pytest.raises(AmbiguousName, match=r"Number09, attested .*; and 2 more\.") as caught:
        find(store, "Envoy")
    assert "Number10" not in str(caught.value)
