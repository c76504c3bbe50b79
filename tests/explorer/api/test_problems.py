"""What went wrong, each with its status."""

from typing import Any

import pytest

from communique import errors
from communique.errors import CommuniqueError
from communique.explorer.problem import TITLES, status_of, tell

STATUSES = {
    "AmbiguousName": 409, "Contradiction": 409, "UnknownName": 404, "UnknownId": 404,
    "UnknownQuery": 404, "WriteRefused": 403, "TimedOut": 504, "StoreError": 503, "Unreachable": 503,
    "WrongPassword": 503, "Locked": 503, "NoRoom": 503, "Unfinished": 503, "EngineError": 503,
    "OutOfMemory": 503, "DataError": 400, "ReleaseError": 400, "FetchError": 400, "TryLater": 400,
    "UsageError": 400, "ParameterError": 400, "MissingFile": 400, "MissingExtra": 400, "NoGraph": 400,
    "CypherError": 400,
}  # fmt: skip
KINDS = {
    name: kind
    for name, kind in vars(errors).items()
    if isinstance(kind, type) and issubclass(kind, CommuniqueError) and kind is not CommuniqueError
}


class Failing:
    """A graph that can't tell what anything is."""

    def __init__(self, error: Exception) -> None:
        self._error = error

    def describe(self, node: str) -> Any:
        """Fail."""
        raise self._error


def test_every_error_of_ours_has_a_status() -> None:
    """And each status a title."""
    assert {name: status_of(kind("x")) for name, kind in KINDS.items()} == STATUSES
    assert set(STATUSES.values()) <= set(TITLES)
    assert status_of(CommuniqueError("x")) == 500


@pytest.mark.parametrize("name", ["Unreachable", "TimedOut", "UnknownId", "Unfinished"])
def test_an_error_tells_what_happened_and_what_to_do(ask_of: Any, name: str) -> None:
    """In its own words; later it can be tried again."""
    answer = ask_of(Failing(KINDS[name]("Nobody answers.", "Start it."))).get("/api/thing?id=x")
    assert answer.status_code == STATUSES[name]
    told = answer.json()
    assert (told["detail"], told["hint"]) == ("Nobody answers.", "Start it.")
    assert told["title"] == TITLES[STATUSES[name]]
    assert answer.headers["cache-control"] == "no-store"
    assert ("retry-after" in answer.headers) is (STATUSES[name] == 503)


def test_names_that_may_be_meant_are_told() -> None:
    """So that one can be chosen."""
    error = errors.AmbiguousName("Several.", None, ["Ada Oduya", "Ada Lund"])
    assert b'"candidates":["Ada Oduya","Ada Lund"]' in bytes(tell(error).body)


def test_half_a_character_in_a_message_breaks_nothing(ask_of: Any) -> None:
    """It is replaced."""
    answer = ask_of(Failing(errors.UnknownId("No \ud800."))).get("/api/thing?id=x")
    assert answer.status_code == 404
