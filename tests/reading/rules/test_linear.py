"""Work grows with the length of a text, not with its square: lines of code run are counted, not time."""

import sys
from collections.abc import Callable, Iterator
from random import Random
from types import FrameType
from typing import Any

import pytest

from communique.loaders.release import Release
from communique.reading.rules import RulesReader

_OPENING = "The Mayor went to the hall of the town by the sea for the good of the city. " * 20
_SOUNDS = "bdfgklmnprstvz", "aeiou"
Make = Callable[[Callable[[], str]], str]
"""Makes the next sentence of a text; its argument makes a name that was not there before."""

SENTENCES: dict[str, Make] = {
    "people": lambda n: f"Mr {n()} {n()} met with Ms {n()} {n()} in Oslo. ",
    "offices": lambda n: f"The Minister of {n()}, Mr {n()} {n()}, met with the Mayor of {n()}. ",
    "one subject": lambda n: f"Mr Bo Oyen met with Ms {n()} {n()}. ",
    "one surname": lambda n: f"Mr {n()} Oyen thanked Mr Oyen for the help of the city. ",
    "one person's offices": lambda n: f"The Minister of {n()}, Mr Bo Oyen, met with the Mayor. ",
    "one office": lambda n: f"The Minister, Mr {n()} {n()}, thanked the Minister. ",
    "the Ministers": lambda n: f"The Minister of {n()}, Mr {n()} {n()}, met with the Ministers. ",
    "events": lambda n: f"Mr Bo Oyen attended the {n()} {n()} Forum. ",
    "the event": lambda n: f"Mr {n()} {n()} attended the {n()} Forum. The meeting was in May. ",
    "acronyms": lambda n: f"The {n()} Forum ({n()[:4].upper()}) was attended by Mr Bo Oyen. ",
    "pronouns": lambda n: f"Mr {n()} {n()} came. He met with her. They met with the two. ",
    "delegations": lambda n: f"The delegation led by Mr {n()} {n()} met with the delegation. ",
    "missions": lambda n: f"The President named a delegation to attend the {n()} Gala. ",
    "groups": lambda n: f"The Mayor, Mr Bo Oyen, met with {n().lower()} officials of the city. ",
    "days": lambda n: f"Mr Bo Oyen met with Ms Ana Velt on {len(n())} May {1900 + len(n()) * 7}. ",
    "repetitions": lambda _: "Mr Bo Oyen met with Ms Ana Velt. ",
    "items": lambda n: f"\n- {n()} {n()}, Mayor of {n()}",
    "lists": lambda n: f"\nParticipants:\n- {n()} {n()}, Mayor of {n()}\n- {n()} {n()}\n",
    "speakers": lambda n: f"\nMR {n().upper()}: Thank you for the help of the city. ",
    "quotations": lambda n: f"“We met with the people of the city,” said Mr {n()} {n()}. ",
    "long lists": lambda n: (
        "The Mayor, Mr Bo Oyen, met with "
        + ", ".join(f"Mr {n()} {n()}" for _ in range(120))
        + " and Ms Ana Velt. "
    ),
    "all with all": lambda n: (
        ", ".join(f"Mr {n()} {n()}" for _ in range(60))
        + " and Ms Ana Velt met with "
        + ", ".join(f"Mr {n()} {n()}" for _ in range(60))
        + " and Ms Ada Brenn in a trilateral. "
    ),
}


@pytest.fixture
def lines() -> Iterator[Callable[[Callable[[], Any]], int]]:
    """Count the lines of code that a call runs."""
    before = sys.gettrace()

    def count(call: Callable[[], Any]) -> int:
        run = 0

        def trace(_frame: FrameType, event: str, _argument: object) -> Any:
            nonlocal run
            run += event == "line"
            return trace

        sys.settrace(trace)
        try:
            call()
        finally:
            sys.settrace(before)
        return run

    yield count
    sys.settrace(before)


def text_of(make: Make, times: int) -> str:
    """Make so many sentences; the same each time."""
    random = Random(1)  # noqa: S311

    def name() -> str:
        return "".join(random.choice(_SOUNDS[n % 2]) for n in range(8)).title()

    return _OPENING + "\n\n" + "".join(make(name) for _ in range(times))


@pytest.mark.parametrize("sort", list(SENTENCES))
def test_twice_the_text_is_twice_the_work(
    sort: str, lines: Callable[[Callable[[], Any]], int]
) -> None:
    """Whatever the text is full of."""
    reader = RulesReader()
    reader.read(Release(text=_OPENING, body=0))
    few = max(4, 20_000 // (len(text_of(SENTENCES[sort], 10)) // 10))
    work = []
    for times in (few, 2 * few, 4 * few):
        release = Release(text=text_of(SENTENCES[sort], times), body=0, date="2031-03-04")
        work.append(lines(lambda release=release: reader.read(release)))  # type: ignore[misc]
    assert work[2] - work[1] < 2.3 * (work[1] - work[0])
