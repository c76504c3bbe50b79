"""From a name as a person writes it to the one who is meant, on both databases."""

from collections.abc import Iterator
from time import perf_counter

import pytest

import communique
from communique.errors import AmbiguousName, UnknownName
from communique.graph.store import Store, connect
from communique.queries.question import ParameterType
from communique.queries.resolution import resolve

PEOPLE = (
    ("person:john-lee-ka-chiu", "John Lee Ka-chiu", ["John Lee", "John Lee Ka-chiu", "Lee"]),
    ("person:mary-lee", "Mary Lee", ["Mary Lee"]),
    ("person:tomas-avelar", "Tomás Avelar", ["Tomás Avelar"]),
    ("person:rita-queiros", "Rita Queirós", ["Rita Queirós"]),
    ("person:ben-cole~3fa9c2", "Ben Cole", ["Ben Cole"]),
    ("person:ben-cole~81d0e7", "Ben Cole", ["Ben Cole", "Benjamin Cole"]),
    ("person:ben-cole~a7b11c", "Ben Cole", ["Ben Cole"]),
)
HOLDS = (
    ("person:ben-cole~3fa9c2", "Sheriff of Bergen", "2030-01-02"),
    ("person:ben-cole~3fa9c2", "Mayor of Oslo", "2031-03-04"),
    ("person:ben-cole~81d0e7", "Bishop of Tromsø", None),
)


@pytest.fixture
def store(where: str) -> Iterator[Store]:
    """A few people and their offices in each database in turn."""
    with connect(where, write=True, create=True) as opened:
        rows = [{"id": i, "name": name, "names": names} for i, name, names in PEOPLE]
        opened.run("UNWIND $rows AS row CREATE (p:Person) SET p = row", {"rows": rows})
        for person, office, day in HOLDS:
            told = {"person": person, "id": f"office:{office}", "name": office, "day": day}
            opened.run(
                "MATCH (p:Person {id: $person}) CREATE (o:Office {id: $id, name: $name})", told
            )
            opened.run(
                "MATCH (p:Person {id: $person}), (o:Office {id: $id}) "
                "CREATE (p)-[:HOLDS {id: $id, attested: [], last_seen: $day}]->(o)",
                told,
            )
        yield opened


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("john lee", "person:john-lee-ka-chiu"),
        ("Ka-chiu Lee", "person:john-lee-ka-chiu"),
        ("LEE Ka Chiu", "person:john-lee-ka-chiu"),
        ("李家超", "person:john-lee-ka-chiu"),
        ("queiros", "person:rita-queiros"),
        ("Tomas Avelar", "person:tomas-avelar"),
        ("Avelar", "person:tomas-avelar"),
        ("Benjamin Cole", "person:ben-cole~81d0e7"),
        ("person:ben-cole~3fa9c2", "person:ben-cole~3fa9c2"),
    ],
)
def test_a_person_is_found_by_any_form(store: Store, text: str, person: str) -> None:
    """One of the names, a part of it, without accents, the other way round, in another script."""
    assert resolve(store, ParameterType.PERSON, text) == person
    assert resolve(store, ParameterType.PARTY, text) == person


def test_namesakes_are_listed_with_their_latest_office(store: Store) -> None:
    """So that whoever asks can tell which id to take."""
    with pytest.raises(AmbiguousName) as caught:
        resolve(store, ParameterType.PERSON, "ben cole")
    assert caught.value.candidates == (
        "Ben Cole, Mayor of Oslo (person:ben-cole~3fa9c2)",
        "Ben Cole, Bishop of Tromsø (person:ben-cole~81d0e7)",
        "Ben Cole (person:ben-cole~a7b11c)",
    )


@pytest.mark.parametrize("text", ["周明遠", "Ada", "?", "😀", "person:ben-cole~000000", "x" * 9999])
def test_another_name_is_of_nobody(store: Store, text: str) -> None:
    """However it is written; never a guess."""
    with pytest.raises(UnknownName, match="knows no person"):
        resolve(store, ParameterType.PERSON, text)


def test_a_name_that_fits_several_in_another_form_is_no_name(store: Store) -> None:
    """Two namesakes answer to the same characters."""
    store.run(
        "CREATE (:Person {id: 'person:lee-ka-chiu', name: 'Lee Ka-chiu', names: ['Lee Ka-chiu']})",
        {},
    )
    with pytest.raises(AmbiguousName, match=r"John Lee Ka-chiu.*; Lee Ka-chiu"):
        resolve(store, ParameterType.PERSON, "李家超")


def test_a_name_of_nobody_is_told_in_a_moment_among_thousands(store: Store) -> None:
    """All names are compared, and that is quick enough."""
    names = [f"{chr(97 + n % 26)}{n:x} Falk" for n in range(5000)]
    rows = [{"id": f"person:{n}", "name": name, "names": [name]} for n, name in enumerate(names)]
    store.run("UNWIND $rows AS row CREATE (p:Person) SET p = row", {"rows": rows})
    with communique.open(store.where) as graph:
        started = perf_counter()
        with pytest.raises(UnknownName):
            graph.timeline("周明遠")
        assert perf_counter() - started < 5
