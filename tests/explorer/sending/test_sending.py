"""What a page to send tells, and how it is kept small."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest

import communique
from communique import examples
from communique.errors import DataError, ParameterError, UnknownName
from communique.explorer.sending import make_page
from communique.explorer.sending.document import LIMIT, write_page
from communique.explorer.sending.fitting import ROOM, dump, fit, size_of
from communique.explorer.sending.gathering import Gathered
from communique.pipeline import Graph


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Graph]:
    """The graph of the examples."""
    with communique.open(tmp_path_factory.mktemp("sending") / "g.db") as opened:
        opened.load(examples.paths())
        yield opened


def told_of(page: str) -> dict[str, Any]:
    """Read what a page tells."""
    found = re.search(r'<script type="application/json" id="told">(.*?)</script>', page, re.DOTALL)
    assert found is not None
    told: dict[str, Any] = json.loads(found[1])
    return told


def test_a_page_tells_facts_evidence_and_network(graph: Graph) -> None:
    """The latest first, each with its sentences and their releases."""
    told = told_of(make_page(graph, person="Ingrid Solheim", since="2032"))
    assert told["subject"]["id"] == "person:ingrid-solheim"
    assert [fact["date"] for fact in told["facts"]] == sorted(
        (fact["date"] for fact in told["facts"]), reverse=True
    )
    assert told["total"] == len(told["facts"]) > 0
    for fact in told["facts"]:
        assert fact["date"] >= "2032"
        assert all(one["release"] in told["releases"] and one["sentence"] for one in fact["told"])
    assert {node["id"] for node in told["network"]["nodes"]} == {
        "person:ingrid-solheim", "person:beatriz-fontoura", "person:duarte-pinhal",
    }  # fmt: skip


def test_a_title_means_its_holder_and_the_page_says_so(graph: Graph) -> None:
    """As everywhere."""
    told = told_of(make_page(graph, person="Mayor of Lisbon", since="2032"))
    assert told["subject"]["name"] == "Beatriz Fontoura"
    assert any("Beatriz Fontoura" in note for note in told["notes"])


def test_an_office_is_told_of_by_all_who_held_it(graph: Graph) -> None:
    """With those whom they met."""
    told = told_of(make_page(graph, office="Mayor of Lisbon"))
    assert {fact["who"] for fact in told["facts"]} == {"Beatriz Fontoura", "Tomás Avelar"}
    assert {"person:beatriz-fontoura", "person:tomas-avelar", "person:ingrid-solheim"} <= {
        node["id"] for node in told["network"]["nodes"]
    }


def test_equal_graphs_give_equal_pages(graph: Graph, tmp_path: Any) -> None:
    """Byte for byte, in whatever order releases were loaded."""
    with communique.open(tmp_path / "again.db") as again:
        again.load(sorted(examples.paths(), reverse=True))
        for named in ({"person": "Ingrid Solheim"}, {"place": "Lisbon"}):
            assert make_page(again, **named) == make_page(graph, **named)


@pytest.mark.parametrize("named", [{}, {"person": "Ingrid Solheim", "place": "Lisbon"}])
def test_just_one_subject_is_named(graph: Graph, named: dict[str, str]) -> None:
    """Neither none nor two."""
    with pytest.raises(ParameterError, match="A page is about one of these"):
        make_page(graph, **named)


def test_nobody_known_and_nothing_told_are_said(graph: Graph) -> None:
    """There is no empty page."""
    with pytest.raises(UnknownName):
        make_page(graph, person="Nobody Anybody")
    with pytest.raises(DataError, match="Nothing is told of Ingrid Solheim in 1999"):
        make_page(graph, person="Ingrid Solheim", since="1999", until="1999")


def test_what_there_is_no_room_for_is_left_out_and_counted() -> None:
    """The oldest; the page stays under its limit however much is told."""
    facts = tuple(
        {"date": f"{9000 - number}", "what": "met-with", "who": None, "whom": "ä" * 300,
         "place": None, "ends": [], "told": [{"release": f"r{number}", "sentence": "ß<" * 700}]}
        for number in range(2000)
    )  # fmt: skip
    releases = {f"r{n}": {"title": "T", "date": None, "issuer": None, "address": f"r{n}"}
                for n in range(2000)}  # fmt: skip
    head: dict[str, Any] = {"subject": {"id": "person:x", "name": "X", "label": "Person", "names": []},
            "since": None, "until": None, "notes": [], "network": {"nodes": [], "edges": []}}  # fmt: skip
    page = write_page(fit(Gathered(head, facts, releases, len(facts))))
    told = told_of(page)
    assert len(page.encode()) < LIMIT
    assert told["total"] == 2000
    assert 0 < len(told["facts"]) < 2000
    assert told["facts"][0]["date"] == "9000"
    assert told["releases"].keys() == {f"r{n}" for n in range(len(told["facts"]))}
    assert size_of(told) <= ROOM


def test_json_can_stand_in_markup() -> None:
    """It says the same, and nothing in it ends a script."""
    value = {"text": "</script><!-- & \u2028\u2029 \x00 ä"}
    assert not set("<>&\u2028\u2029\x00") & set(dump(value))
    assert json.loads(dump(value)) == value


def test_a_name_in_the_title_is_text() -> None:
    """No markup comes of it."""
    head = '{"subject":{"name":"\\u003c/title\\u003e\\u003cscript\\u003e\\u202e"}}'
    assert "<title>&lt;/title&gt;&lt;script&gt;\ufffd</title>" in write_page(head)
