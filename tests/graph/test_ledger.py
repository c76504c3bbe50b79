"""Releases written whole, taken back whole, on both databases."""

from collections.abc import Callable, Iterator
from itertools import permutations
from typing import Any

import pytest

from communique.errors import UnknownId
from communique.graph.ledger import Outcome, load, retract
from communique.graph.store import Store, connect

Snapshot = Callable[[Store], dict[str, object]]


@pytest.fixture
def store(where: str) -> Iterator[Store]:
    """An empty graph, opened for writing, in each database in turn."""
    with connect(where, write=True, create=True) as opened:
        yield opened


@pytest.fixture
def releases(talks: Any) -> list[Any]:
    """Three releases: a repeat meeting, the same office with another holder, another city."""
    return [
        talks(1),
        talks(2, day="2031-05-06", minister="ADA ODUYA"),
        talks(3, day="2032-01-01", mayor="Cleo Dahl", city="Bergen"),
    ]


def count(store: Store, cypher: str) -> int:
    """Ask for one number."""
    return int(store.run(cypher, {}).rows[0]["n"])


def test_loading_again_changes_nothing(
    store: Store, releases: list[Any], snapshot: Snapshot
) -> None:
    """The second time each release is unchanged, and the graph is the same."""
    assert [load(store, r.batch()) for r in releases] == [Outcome.ADDED] * 3
    before = snapshot(store)
    assert [load(store, r.batch()) for r in releases] == [Outcome.UNCHANGED] * 3
    assert snapshot(store) == before


def test_the_order_of_loading_does_not_matter(
    store: Store, releases: list[Any], snapshot: Snapshot
) -> None:
    """Any order gives the same graph, ids included."""
    graphs = []
    for order in list(permutations(releases))[::2]:
        for release in order:
            load(store, release.batch())
        graphs.append(snapshot(store))
        for release in order:
            retract(store, release.batch().release.ref.id)
    assert graphs[0]
    assert all(graph == graphs[0] for graph in graphs)


def test_a_retracted_release_was_never_there(
    store: Store, releases: list[Any], snapshot: Snapshot
) -> None:
    """Load A and B, retract B: the graph of A, names and tenures included; retract A: nothing."""
    load(store, releases[0].batch())
    alone = snapshot(store)
    for release in releases[1:]:
        load(store, release.batch())
    assert snapshot(store) != alone
    for release in releases[1:]:
        retract(store, release.batch().release.ref.id)
    assert snapshot(store) == alone
    retract(store, releases[0].batch().release.ref.id)
    assert snapshot(store) == {}


def test_retracting_what_is_not_there_is_an_error(store: Store) -> None:
    """The graph has no such release, and says so."""
    with pytest.raises(UnknownId, match=r"No release 'https://news.example/9'"):
        retract(store, "https://news.example/9")


def test_the_latest_text_of_an_address_wins_in_any_order(
    store: Store, talks: Any, snapshot: Snapshot
) -> None:
    """A correction replaces what it corrects; an older text loaded later changes nothing."""
    old, new = talks(1), talks(1, mayor="Cleo Dahl", issued="2031-03-05")
    assert load(store, old.batch()) is Outcome.ADDED
    assert load(store, new.batch()) is Outcome.REPLACED
    corrected = snapshot(store)
    assert load(store, old.batch()) is Outcome.UNCHANGED
    assert snapshot(store) == corrected
    retract(store, "https://news.example/1")
    load(store, new.batch())
    assert snapshot(store) == corrected


def test_two_meetings_of_a_pair_are_two_edges_and_one_tenure(
    store: Store, releases: list[Any]
) -> None:
    """Meetings are counted one by one; a tenure gathers its attested days."""
    for release in releases[:2]:
        load(store, release.batch())
    assert count(store, "MATCH (:Person)-[m:MET_WITH]->(:Person) RETURN count(m) AS n") == 2
    rows = store.run("MATCH (:Person {name: 'Ben Cole'})-[h:HOLDS]->() RETURN h", {}).rows
    assert [row["h"]["attested"] for row in rows] == [["2031-03-04", "2031-05-06"]]
    assert rows[0]["h"]["first_seen"] == "2031-03-04"
    assert rows[0]["h"]["last_seen"] == "2031-05-06"


def test_names_follow_from_the_releases_that_are_there(store: Store, releases: list[Any]) -> None:
    """Every form seen is kept; when its only release goes, so does the form."""
    load(store, releases[0].batch())
    load(store, releases[1].batch())
    names = "MATCH (p:Person {id: 'person:ada-oduya'}) RETURN p.names AS names"
    assert store.run(names, {}).rows == [{"names": ["ADA ODUYA", "Ada Oduya"]}]
    retract(store, "https://news.example/2")
    assert store.run(names, {}).rows == [{"names": ["Ada Oduya"]}]


def test_places_have_their_second_label_and_their_country(
    store: Store, releases: list[Any]
) -> None:
    """A city is a Place too; its country is implied, and mentioned by the city's name."""
    load(store, releases[0].batch())
    found = "MATCH (c:City {name: 'Oslo'})-[:IN]->(n:Country) RETURN count(*) AS n"
    assert count(store, found) == 1
    assert count(store, "MATCH (p:Place) RETURN count(p) AS n") == 2
    assert (
        count(store, "MATCH (:Release)-[m:MENTIONS {implied: true}]->() RETURN count(m) AS n") == 1
    )


def test_no_node_is_without_evidence(store: Store, releases: list[Any]) -> None:
    """Every node but a release is mentioned by one."""
    for release in releases:
        load(store, release.batch())
    orphans = (
        "MATCH (n) WHERE NOT (n:Release OR n:Profile OR n:Block) "
        "AND NOT EXISTS { MATCH (:Release)-[:MENTIONS]->(n) } RETURN count(n) AS n"
    )
    assert count(store, orphans) == 0


def test_a_place_that_turns_out_to_be_another_sort_changes_its_label(
    store: Store, talks: Any, snapshot: Snapshot
) -> None:
    """A city-state is a country in one release and a city in the next, in either order."""
    graphs = []
    for cities in (("Oslo", "Norway"), ("Norway", "Oslo")):
        for number, city in enumerate(cities):
            load(store, talks(city, city=city, day=f"2031-03-0{number % 1 + 1}").batch())
        graphs.append(snapshot(store))
        for city in cities:
            retract(store, f"https://news.example/{city}")
    assert graphs[0] == graphs[1]
    assert snapshot(store) == {}
