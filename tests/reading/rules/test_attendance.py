"""Presences and journeys told beside the verb, and who is meant in them."""

from collections.abc import Callable

import pytest

Told = Callable[..., set[tuple[str, str, str]]]
V, B = "Ana Velt", "Oskar Brenn"
_A = "Trade Minister Ana Velt"
_B = "Mayor Oskar Brenn"


@pytest.mark.parametrize(
    ("body", "facts"),
    [
        (
            f"Norway was represented by {_A} at the Harbour Forum.",
            {(V, "attended", "Harbour Forum")},
        ),
        (
            f"Also attending the Harbour Forum were {_A} and {_B}.",
            {(V, "attended", "Harbour Forum"), (B, "attended", "Harbour Forum")},
        ),
        (
            f"In her opening remarks at the Harbour Forum, {_A} spoke of grain.",
            {(V, "spoke-at", "Harbour Forum")},
        ),
        (f"{_A} is in Norway July 21-22 to study grain.", {(V, "visited", "Norway")}),
        (
            f"Accompanied by {_B}, {_A} visited Lisbon.",
            {(B, "accompanied", V), (V, "visited", "Lisbon")},
        ),
        (f"{_A} departed Norway for Lisbon.", {(V, "visited", "Lisbon")}),
        (f"{_A} returned from travel to Lisbon.", {(V, "visited", "Lisbon")}),
        (f"{_A} will travel to Sundvik, Norway, on May 3.", {(V, "visited", "Sundvik")}),
        (
            "Organised by the Harbour Office, this year's Grain Fair was held in May.",
            {("Harbour Office", "hosted", "Grain Fair")},
        ),
        (
            f"{_A} and officials from the Harbour Office convened a meeting.",
            {(V, "hosted", "meeting"), ("Harbour Office", "hosted", "meeting")},
        ),
        (
            f"{_A} visited Oslo. She visited Lisbon with its mayor, {_B}. She visited Rome.",
            {(V, "visited", "Oslo"), (V, "visited", "Lisbon"), (V, "visited", "Rome")},
        ),
        (
            f"The Harbour Office held the Grain Forum. {_A} spoke at the Forum.",
            {("Harbour Office", "hosted", "Grain Forum"), (V, "spoke-at", "Grain Forum")},
        ),
    ],
)
def test_form(told: Told, body: str, facts: set[tuple[str, str, str]]) -> None:
    """Each form gives its facts and no others."""
    assert told(body) == facts
