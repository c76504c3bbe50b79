"""A real Neo4j: what goes wrong on the way to it, and what it guards."""

import socket
from typing import Any

import neo4j.exceptions
import pytest

from communique import errors
from communique.errors import (
    CommuniqueError,
    CypherError,
    OutOfMemory,
    ParameterError,
    TimedOut,
    Unreachable,
    WrongPassword,
)
from communique.graph.store import connect
from communique.graph.store.border import translate


@pytest.fixture
def server(neo4j_server: Any, monkeypatch: pytest.MonkeyPatch) -> Any:
    """The server, empty, with its password in the environment."""
    neo4j_server.empty()
    monkeypatch.setenv("NEO4J_USERNAME", neo4j_server.user)
    monkeypatch.setenv("NEO4J_PASSWORD", neo4j_server.password)
    return neo4j_server


def test_nobody_answers() -> None:
    """A port where nobody listens."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port = listener.getsockname()[1]
    with pytest.raises(Unreachable, match="Nobody answers"):
        connect(f"bolt://127.0.0.1:{port}")


def test_a_wrong_password_is_told_and_never_shown(
    server: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It says which variables to set."""
    monkeypatch.setenv("NEO4J_PASSWORD", "open-sesame")
    with pytest.raises(WrongPassword, match="NEO4J_PASSWORD") as caught:
        connect(server.uri)
    assert "open-sesame" not in str(caught.value)
    monkeypatch.delenv("NEO4J_PASSWORD")
    with pytest.raises(WrongPassword):
        connect(server.uri)


def test_somebody_listens_and_never_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever is at that port is no Neo4j; nobody waits for it for ever."""
    monkeypatch.setattr("communique.graph.store.connection._PATIENCE", 1.0)
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        with pytest.raises(Unreachable, match="Nobody answers"):
            connect(f"bolt://127.0.0.1:{listener.getsockname()[1]}")


@pytest.mark.parametrize(
    ("where", "told"),
    [
        ("http://127.0.0.1:7474", "is no address of a Neo4j"),
        ("bolt://neo4j:open-sesame@127.0.0.1:7687", "NEO4J_PASSWORD"),
        ("bolt://[::1", "is no address of a Neo4j"),
        ("bolt://127.0.0.1:99999", "is no address of a Neo4j"),
        (" ", "is empty"),
    ],
)
def test_an_address_that_is_none_is_no_folder_either(where: str, told: str) -> None:
    """It is told apart, nothing is made, and a password in it is not repeated."""
    with pytest.raises(ParameterError, match=told) as caught:
        connect(where, write=True, create=True)
    assert "open-sesame" not in str(caught.value)


def test_an_unknown_database_is_told(server: Any) -> None:
    """The user asked for one that the server does not have."""
    with (
        pytest.raises(CypherError, match="no such database"),
        connect(server.uri, database="atlantis") as store,
    ):
        store.run("RETURN 1", {})


def test_a_statement_can_take_too_long(server: Any) -> None:
    """A time-out in seconds ends it; it counts as it goes, so that memory doesn't end it first."""
    slow = "UNWIND range(1, 1000000000) AS x UNWIND range(1, 1000000000) AS y RETURN count(y)"
    with connect(server.uri, timeout=0.5) as store, pytest.raises(TimedOut):
        store.run(slow, {})


def test_a_statement_can_need_too_much_memory(server: Any) -> None:
    """That the database lives and the statement doesn't is told apart from nobody answering."""
    large = "UNWIND range(1, 100000000) AS x WITH x ORDER BY x DESC RETURN count(x)"
    with connect(server.uri) as store, pytest.raises(OutOfMemory, match=r"more memory.*LIMIT"):
        store.run(large, {})


def test_constraints_are_made_once_and_guard_ids(server: Any) -> None:
    """Nodes of every label and asserted edges of every type."""
    for _ in range(2):
        with connect(server.uri, write=True) as store:
            store.run("CREATE (:Person {id: 'person:a'})-[:VISITED {id: 'f'}]->(:Place)", {})
            with pytest.raises(CypherError):
                store.run("CREATE (:Person {id: 'person:a'})", {})
            with pytest.raises(CypherError):
                store.run("CREATE (:Person {id: 'b'})-[:VISITED {id: 'f'}]->(:Place)", {})
        server.empty()


def test_every_error_of_the_driver_has_a_name_of_ours() -> None:
    """None comes through as itself, and none of them is a bare root."""
    theirs = {
        kind
        for kind in vars(neo4j.exceptions).values()
        if isinstance(kind, type)
        and issubclass(kind, neo4j.exceptions.Neo4jError | neo4j.exceptions.DriverError)
    }
    assert len(theirs) > 15
    for kind in theirs:
        error = kind.__new__(kind)
        Exception.__init__(error, "told")
        ours = translate(error, "here")
        assert isinstance(ours, CommuniqueError)
        assert type(ours) is not CommuniqueError
        assert "here" in str(ours)


def test_the_tree_of_errors_in_the_docstring_is_the_tree() -> None:
    """Each class is drawn where it stands, with its exit code."""
    named = [k for k in vars(errors).values() if isinstance(k, type)]
    kinds = [k for k in named if issubclass(k, CommuniqueError)]
    for kind in kinds:
        assert f" {kind.__name__} " in f" {errors.__doc__} ".replace("\n", " ")
        assert kind.__doc__
    assert {k.exit_code for k in kinds} == {1, 2, 3}
