"""What is printed to be pasted: a real Neo4j takes it."""

import re
from collections.abc import Iterator
from importlib import resources
from pathlib import Path
from types import ModuleType
from typing import Any

import neo4j
import pytest

import communique
from communique import examples
from communique.errors import UnknownQuery, WriteRefused
from communique.graph.model import EdgeType, Label, PlaceLabel
from communique.graph.store import connect
from communique.guide.favourites import write_favourite, write_favourites
from communique.guide.index import write_index
from communique.guide.style import write_style
from communique.pipeline import Graph
from communique.queries.library import all_questions
from communique.queries.question import Question

ROOT = Path(__file__).parent.parent.parent
_PARAMETER = re.compile(r'^:param (\w+) => ("(?:[^"\\]|\\.)*"|-?[\d.]+|\{.*\});$', re.MULTILINE)


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Graph]:
    """The graph of the examples, whose ids the favourites have."""
    with communique.open(tmp_path_factory.mktemp("guide") / "examples.db") as graph:
        graph.load(examples.paths())
        yield graph


@pytest.fixture(scope="module")
def driver(neo4j_server: Any) -> Iterator[neo4j.Driver]:
    """A driver of an empty Neo4j with what `guide index` prints."""
    neo4j_server.empty()
    with neo4j_server.driver() as opened:
        for statement in statements(write_index()):
            opened.execute_query(statement)
        yield opened


def statements(text: str) -> list[str]:
    """The statements of a script."""
    plain = "\n".join(line for line in text.splitlines() if not line.startswith("//"))
    return [statement for part in plain.split(";\n") if (statement := part.strip(" ;\n"))]


def try_out(driver: neo4j.Driver, favourite: str) -> dict[str, Any]:
    """Set the parameters as Browser does, run the statement, and give the parameters."""
    title, *_ = favourite.splitlines()
    assert title.startswith("// ")
    told = _PARAMETER.findall(favourite)
    assert len(told) == favourite.count(":param")
    values = {
        name: driver.execute_query(f"RETURN {value} AS v").records[0]["v"] for name, value in told
    }
    (cypher,) = statements(_PARAMETER.sub("", favourite))
    driver.execute_query(f"EXPLAIN {cypher}", values)
    driver.execute_query(cypher, values, routing_="r")
    return values


def test_the_indexes_are_those_of_a_load(driver: neo4j.Driver) -> None:
    """All of them are there and filled; a second time changes nothing."""
    for statement in statements(write_index()):
        driver.execute_query(statement)
    told = driver.execute_query("SHOW FULLTEXT INDEXES YIELD name, state").records
    assert {(row["name"], row["state"]) for row in told} == {
        (f"{label.lower()}_names", "ONLINE") for label in Label if label is not Label.RELEASE
    }


@pytest.mark.parametrize("question", all_questions(), ids=lambda question: question.name)
def test_each_question_is_a_favourite(driver: neo4j.Driver, question: Question) -> None:
    """Neo4j understands it, and every parameter that it needs has its line."""
    favourite = write_favourite(question)
    assert favourite.startswith(f"// {question.name}: {question.text}\n")
    assert set(question.example) <= set(try_out(driver, favourite))


@pytest.mark.parametrize("question", all_questions(), ids=lambda question: question.name)
def test_a_favourite_has_an_answer_in_the_examples(filled: Graph, question: Question) -> None:
    """Its ids are there, those of events with the year in them too."""
    favourite = write_favourite(question)
    told = _PARAMETER.findall(favourite)
    values = {name: filled.cypher(f"RETURN {value} AS v")[0]["v"] for name, value in told}
    (cypher,) = statements(_PARAMETER.sub("", favourite))
    assert filled.cypher(cypher, **values)


def test_the_first_favourite_finds_ids(driver: neo4j.Driver) -> None:
    """By words, for all the others."""
    text = write_favourites()
    assert text.count("\n// ") == len(all_questions())
    first, _, _ = text.partition("\n\n")
    driver.execute_query("CREATE (:Person {id: 'person:x', name: 'x', names: ['Íngrid Solheim']})")
    (cypher,) = statements(_PARAMETER.sub("", first))
    found = driver.execute_query(cypher, words="ingrid AND solheim").records
    driver.execute_query("MATCH (p:Person) DETACH DELETE p")
    assert [row["id"] for row in found] == ["person:x"]


def test_favourites_of_no_question() -> None:
    """Said as everywhere."""
    with pytest.raises(UnknownQuery):
        write_favourites(["who-met-whon"])


def test_the_style_tells_of_every_label_and_edge() -> None:
    """Each once, with a colour and a caption."""
    rules = re.findall(
        r"^(\S+) \{\n((?:  [a-z-]+: [^;{}]*(?:\{\w+\}')?;\n)+)\}", write_style(), re.MULTILINE
    )
    selectors = [selector for selector, _ in rules]
    assert sorted(selectors) == sorted(
        [
            "node",
            "relationship",
            *(f"node.{label}" for label in (*Label, *PlaceLabel)),
            *(f"relationship.{edge}" for edge in EdgeType),
        ]
    )
    assert all("color: #" in told and "caption: '" in told for _, told in rules)


@pytest.mark.long  # it starts another Neo4j
def test_community_refuses_roles_and_a_read_only_database_refuses_writes(
    neo4j_jars: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As `guide user` says; questions are answered all the same."""
    with neo4j_jars.started_server(tmp_path) as server:
        monkeypatch.setenv("NEO4J_PASSWORD", server.password)
        with connect(server.uri, write=True) as store:
            store.run("CREATE (:Person {id: 'person:x', name: 'Ada', names: ['Ada']})", {})
        with server.driver() as driver:
            driver.execute_query(
                "CREATE USER analyst SET PASSWORD 'A-PASSWORD-OF-YOURS' CHANGE REQUIRED",
                database_="system",
            )
            with pytest.raises(neo4j.exceptions.ClientError, match="Unsupported"):
                driver.execute_query("GRANT ROLE reader TO analyst", database_="system")
        password = server.password
    told = neo4j_jars.started_server(tmp_path, read_only="neo4j", password=password)
    with told as server, connect(server.uri) as store:
        assert store.run("MATCH (p:Person) RETURN p.name AS name", {}).rows == [{"name": "Ada"}]
        with pytest.raises(WriteRefused), connect(server.uri, write=True) as other:
            other.run("CREATE (:Person {id: 'person:y'})", {})


def test_what_the_guide_says_of_files_is_so() -> None:
    """`compose.yaml` has the setting, and the overview names each part."""
    user = resources.files("communique.guide").joinpath("user.txt").read_text("utf-8")
    assert "server.databases.read_only=neo4j" in user
    compose = (ROOT / "compose.yaml").read_text("utf-8")
    assert "NEO4J_server_databases_read__only: ${NEO4J_READ_ONLY:-}" in compose
    assert "GRANT ROLE reader TO analyst" in user
