"""Names found by the indexes of each database, and without them."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import communique
from communique.errors import AmbiguousName, UnknownName
from communique.graph.model import Label
from communique.graph.store import Store, connect
from communique.graph.store.schema import name_index
from communique.queries.indexed_names import search_words
from communique.queries.question import ParameterType
from communique.queries.resolution import resolve

PEOPLE = (
    ("ada-oduya", ["Ada Oduya", "ADA ODUYA", "Oduya"]),
    ("ada-lund", ["Ada Lund"]),
    ("lourenco-gulsen", ["Lourenço Gülşen"]),
    ("stepan-nemec", ["Štěpán Němec"]),
    ("pat-o-brien", ["Pat O'Brien"]),
    ("zhou-mingyuan", ["周明遠"]),
    ("ben-will", ["Ben Will"]),
    ("le-thi-an", ["Le Thi An", "An"]),
)
HOSTILE = (
    '"', "\\", "(", ")", "[", "AND", "OR NOT", "*", "?", "~", "ada~", "ad*", "*:*", "names:ada",
    '" OR "ada', "ada\\", "/.*/", "a" * 9999, "ada " * 3000, "'", "{}", "+ada -lund", "ada^9",
    "[a TO z]", "\ud800", "\x00", "😀", "ada && lund", "_", "周" * 5000, "a.b:c·d'e",
)  # fmt: skip
RELEASE = """\
title: Mayor meets mayor
date: 2031-03-04
source: https://press.solvik.example/2031/03/04/mayor-meets-mayor
issuer: Solvik Government
language: en

The Mayor of Bergen, Mr Zhou Mingyuan, met with the Mayor of Oslo, Ms Robin Falk, today (March 4).
"""


def write_people(store: Store) -> None:
    """Write the people without a registry."""
    rows = [{"id": f"person:{i}", "name": names[0], "names": names} for i, names in PEOPLE]
    store.run("UNWIND $rows AS row CREATE (p:Person) SET p = row", {"rows": rows})


def drop_indexes(store: Store) -> None:
    """Bring a graph to what an older version made."""
    for label in (Label.PERSON, Label.ORGANIZATION, Label.PLACE):
        store.define(f"DROP INDEX {name_index(label)}")


@pytest.fixture
def store(where: str) -> Iterator[Store]:
    """A few people in each database in turn."""
    with connect(where, write=True, create=True) as opened:
        write_people(opened)
        yield opened


@pytest.mark.parametrize("indexed", [True, False])
def test_names_are_found_by_their_words(store: Store, indexed: bool) -> None:
    """Whatever their case, accents and order; without indexes the same."""
    if not indexed:
        drop_indexes(store)
    for text, person in [
        ("ADA ODUYA", "ada-oduya"),
        ("oduya, ada", "ada-oduya"),
        ("Lund", "ada-lund"),
        ("gulsen", "lourenco-gulsen"),
        ("LOURENCO GÜLSEN", "lourenco-gulsen"),
        ("Stepan Nemec", "stepan-nemec"),
        ("Šte\u030cpán", "stepan-nemec"),
        ("o'brien", "pat-o-brien"),
        ("周明遠", "zhou-mingyuan"),
        ("周明远", "zhou-mingyuan"),
        ("will", "ben-will"),
        ("an", "le-thi-an"),
    ]:
        assert resolve(store, ParameterType.PERSON, text) == f"person:{person}"
    with pytest.raises(AmbiguousName):
        resolve(store, ParameterType.PARTY, "Ada")
    assert (search_words(store, [Label.PERSON], "lund") is not None) is indexed


@pytest.mark.parametrize("text", HOSTILE)
def test_no_name_is_a_query(store: Store, text: str) -> None:
    """What Lucene gives a meaning to means nothing in a name."""
    try:
        found = resolve(store, ParameterType.PARTY, text)
    except (AmbiguousName, UnknownName):
        return
    assert found == "person:ada-lund", "`+ada -lund` holds both of her names"


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Ada Odya", "Ada Oduya"),
        ("Ad Oduyaa", "Ada Oduya"),
        ("Lourenso Gulshen", "Lourenço Gülşen"),
        ("Stepan Nemek", "Štěpán Němec"),
        ("周明遠達", "周明遠"),
    ],
)
def test_what_was_meant_comes_from_the_index(store: Store, text: str, meant: str) -> None:
    """Misspelt in any script."""
    with pytest.raises(UnknownName) as caught:
        resolve(store, ParameterType.PERSON, text)
    assert meant in caught.value.candidates


def test_people_go_by_their_name_in_another_script(where: str, tmp_path: Path) -> None:
    """The registry of the graph brings them together; nobody else is compared."""
    (tmp_path / "release.txt").write_text(RELEASE)
    with communique.open(where) as graph:
        graph.load([tmp_path / "release.txt"])
    with connect(where) as store:
        for text in ("周明遠", "周明远", "Mingyuan Zhou", "Zhou Ming-yuan"):
            assert resolve(store, ParameterType.PERSON, text) == "person:zhou-mingyuan"
        assert resolve(store, ParameterType.PARTY, "falk") == "person:robin-falk"
        assert resolve(store, ParameterType.OFFICE, "mayor of bergen") == "office:mayor-of-bergen"
        for text in ("周明達", "Zhou Mingda"):
            with pytest.raises(UnknownName):
                resolve(store, ParameterType.PERSON, text)


def test_a_name_follows_its_node(store: Store) -> None:
    """Indexes are kept in the transaction that changes a name."""
    store.run("MATCH (p:Person {id: 'person:ada-lund'}) SET p.names = ['Ida Falk']", {})
    assert resolve(store, ParameterType.PERSON, "Falk") == "person:ada-lund"
    store.run("MATCH (p:Person {id: 'person:ada-lund'}) DETACH DELETE p", {})
    with pytest.raises(UnknownName):
        resolve(store, ParameterType.PERSON, "Falk")


def test_a_graph_of_an_older_version_gets_its_indexes(store: Store) -> None:
    """Opening it to write makes them, of all that is there, before anybody asks."""
    drop_indexes(store)
    with connect(store.where, write=True) as again:
        assert search_words(again, [Label.PERSON], "Lund") is not None
        assert resolve(again, ParameterType.PERSON, "Lund") == "person:ada-lund"


def test_no_statement_goes_through_all_nodes(
    neo4j_server: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Found, ambiguous, in another form or unknown: the plan of each statement says so."""
    neo4j_server.empty()
    monkeypatch.setenv("NEO4J_USERNAME", neo4j_server.user)
    monkeypatch.setenv("NEO4J_PASSWORD", neo4j_server.password)
    asked: list[tuple[str, Any]] = []
    with connect(neo4j_server.uri, write=True) as store, neo4j_server.driver() as driver:
        write_people(store)
        store.run("CREATE (:Profile {id: 'person:x', node: 'person:ada-lund'})", {})
        run = store.run
        monkeypatch.setattr(store, "run", lambda *told: asked.append(told) or run(*told))
        for kind in (ParameterType.PERSON, ParameterType.PARTY, ParameterType.EVENT):
            for text in ("Ada Oduya", "Ada", "周明", "Nobody", "person:ada-lund"):
                try:
                    resolve(store, kind, text)
                except (AmbiguousName, UnknownName):
                    continue
        for cypher, parameters in asked:
            plan = driver.execute_query(f"EXPLAIN {cypher}", parameters).summary.plan
            assert not {"AllNodesScan", "NodeByLabelScan"} & {*operators(plan)}, cypher
    assert len(asked) > 15


def operators(plan: dict[str, Any]) -> Iterator[str]:
    """The steps of a plan."""
    yield plan["operatorType"].partition("@")[0]
    for child in plan.get("children", ()):
        yield from operators(child)
