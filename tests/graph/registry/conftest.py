"""Profiles of invented people."""

from collections.abc import Callable, Iterable
from hashlib import sha256
from typing import Any

import pytest

from communique.graph.model import Label
from communique.graph.registry.profile import Held, Profile

Make = Callable[..., Profile]


def make_person(
    *names: str,
    held: Iterable[tuple[str, ...]] = (),
    seen: str | None = "2031-01-01..2031-12-31",
    **more: Any,
) -> Profile:
    """A profile of somebody with these names, offices and days on which releases tell of it."""
    first, _, last = (seen or "").partition("..")
    offices = tuple(sorted(Held(*each) for each in held))
    told = repr((names, offices, seen, sorted(more.items(), key=str)))
    return Profile(
        **{
            "id": f"person:{sha256(told.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}",
            "label": Label.PERSON,
            "names": tuple(sorted(names)),
            "name": max(names, key=len),
            "held": offices,
            "first": first or None,
            "last": (last or first) or None,
            **more,
        }
    )


@pytest.fixture(scope="session")
def person() -> Make:
    """Makes a profile of a person."""
    return make_person
