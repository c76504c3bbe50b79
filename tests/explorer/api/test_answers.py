"""Answers as they go out: pages, CSV, ETags, HEAD."""

import csv
import io
from typing import Any

import httpx
import pytest

from communique.pipeline import Graph

PAIRS = "/api/questions/who-met-whom"


def test_an_answer_that_is_there_already_is_not_sent_again(client: httpx.Client) -> None:
    """By its ETag, whatever else is in the list; another answer has another."""
    for path in (
        "/api/about",
        "/api/names?text=tom",
        PAIRS,
        "/",
        "/static/app.js",
        "/api/openapi.json",
    ):
        first = client.get(path)
        tag = first.headers["etag"]
        for given in (tag, f'"x", {tag}', f"W/{tag}", "*"):
            again = client.get(path, headers={"If-None-Match": given})
            assert (again.status_code, again.content) == (304, b"")
            assert again.headers["etag"] == tag
        assert client.get(path, headers={"If-None-Match": '"x"'}).content == first.content
        assert first.headers["cache-control"] == "no-cache"
    one, other = (client.get(f"/api/names?text={text}") for text in ("tom", "noor"))
    assert one.headers["etag"] != other.headers["etag"]


def test_an_etag_is_of_what_is_in_the_graph(decider: httpx.Client, known: dict[str, str]) -> None:
    """It changes with a decision."""
    before = decider.get("/api/decisions").headers["etag"]
    a, b = (one["id"] for one in decider.get("/api/names?text=a&label=Person").json()["names"][:2])
    sent = {"verb": "different", "a": a, "b": b}
    assert decider.post("/api/decisions", json=sent, headers=known).status_code == 200
    answer = decider.get("/api/decisions", headers={"If-None-Match": before})
    assert answer.status_code == 200


@pytest.mark.parametrize("path", ["/", "/static/app.js", "/api/about", PAIRS, "/nothing"])
def test_head_tells_what_get_would(client: httpx.Client, path: str) -> None:
    """Without the answer itself."""
    got, head = client.get(path), client.head(path)
    assert (head.status_code, head.content) == (got.status_code, b"")
    for name in ("content-type", "content-length", "etag"):
        assert head.headers.get(name) == got.headers.get(name)


def test_pages_make_up_the_whole(client: httpx.Client, examples_graph: Graph) -> None:
    """Every page of rows, each row once; the last one knows how many there are."""
    whole = examples_graph.who_met(limit=1000).dicts()
    assert len(whole) > 5
    for count in (1, 2, len(whole) - 1, len(whole), len(whole) + 1):
        rows: list[Any] = []
        while True:
            page = client.get(PAIRS, params={"offset": len(rows), "count": count}).json()
            assert page["offset"] == len(rows)
            assert len(page["rows"]) <= count
            rows += page["rows"]
            if page["total"] is not None:
                break
        assert rows == whole
        assert page["total"] == len(whole)


def test_a_page_beyond_the_end_is_empty(client: httpx.Client, examples_graph: Graph) -> None:
    """And tells how many rows there are."""
    page = client.get(PAIRS, params={"offset": 10**9, "count": 1000}).json()
    assert (page["rows"], page["total"]) == ([], len(examples_graph.who_met(limit=1000)))


def test_a_limit_that_is_given_bounds_the_whole(client: httpx.Client) -> None:
    """However the pages are cut."""
    for count, offset, rows, total in ((100, 0, 3, 3), (2, 0, 2, None), (2, 2, 1, 3), (3, 0, 3, 3)):
        page = client.get(PAIRS, params={"limit": 3, "count": count, "offset": offset}).json()
        assert (len(page["rows"]), page["total"]) == (rows, total)


def test_a_question_without_a_limit_is_paged_too(client: httpx.Client) -> None:
    """All its rows are known at once."""
    path = "/api/questions/offices-of"
    whole = client.get(path, params={"person": "Tomás Avelar", "on": "2031-03-04"}).json()
    page = client.get(
        path, params={"person": "Tomás Avelar", "on": "2031-03-04", "count": 1}
    ).json()
    assert page["total"] == len(whole["rows"]) >= 1
    assert page["rows"] == whole["rows"][:1]


def test_an_answer_tells_how_it_was_asked(client: httpx.Client, examples_graph: Graph) -> None:
    """The statement, run by hand with the parameters, gives the rows."""
    page = client.get(PAIRS, params={"person": "Avelar"}).json()
    assert page["parameters"]["person"] == "person:tomas-avelar"
    again = examples_graph.cypher(page["cypher"], **page["parameters"]).dicts()
    assert [row["meetings"] for row in again] == [row["meetings"] for row in page["rows"]]
    assert page["columns"] == ["person", "counterpart", "meetings", "first", "last"]


def test_an_answer_can_be_had_as_csv(client: httpx.Client) -> None:
    """The same page of the same rows, as a file."""
    told = {"count": 2, "offset": 1}
    answer = client.get(PAIRS, params={**told, "form": "csv"})
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert answer.headers["content-disposition"] == 'attachment; filename="who-met-whom.csv"'
    rows = client.get(PAIRS, params=told).json()["rows"]
    read = list(csv.DictReader(io.StringIO(answer.text)))
    assert [row["person"] for row in read] == [row["person"] for row in rows]
    tag = {"If-None-Match": answer.headers["etag"]}
    assert client.get(PAIRS, params={**told, "form": "csv"}, headers=tag).status_code == 304


def test_evidence_comes_with_whom_it_is_about(client: httpx.Client) -> None:
    """Sentences verbatim, and the ends of their facts; in CSV a line for each."""
    told = {"evidence": "true", "person": "Avelar"}
    page = client.get(PAIRS, params=told).json()
    lines = 0
    for row in page["rows"]:
        assert row["evidence"]
        for one in row["evidence"]:
            lines += 1
            text = client.get("/api/release", params={"id": one["release"]}).json()["text"]
            assert text[one["start"] : one["end"]] == one["sentence"]
        assert {"person:tomas-avelar"} <= {end["id"] for end in row["ends"]}
    answer = client.get(PAIRS, params={**told, "form": "csv"})
    read = list(csv.DictReader(io.StringIO(answer.text)))
    assert len(read) == lines
    assert read[0]["sentence"] == page["rows"][0]["evidence"][0]["sentence"]


def test_a_question_whose_rows_are_evidence_takes_no_more(client: httpx.Client) -> None:
    """It has no such parameter."""
    asked = {"fact": "x", "evidence": "true"}
    answer = client.get("/api/questions/explain", params=asked)
    assert answer.status_code in (400, 404)
