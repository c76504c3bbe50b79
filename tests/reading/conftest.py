"""Short releases for the reader's tests."""

from collections.abc import Callable

import pytest

from communique.loaders.release import Release
from communique.reading import read
from communique.reading.model import Reading
from communique.reading.record import record

Told = Callable[..., set[tuple[str, str, str]]]
MakeReading = Callable[..., Reading]


def make_release(
    body: str, *, title: str = "A headline", date: str | None = "2024-11-06"
) -> Release:
    """Make a release whose text is the headline, an empty line and the body."""
    return Release(
        text=f"{title}\n\n{body}",
        title=title,
        body=len(title),
        date=date,
        issuer="Arvedian Government",
    )


@pytest.fixture
def reading() -> MakeReading:
    """Read a body: ``reading(body, title=…, date=…)``."""

    def make(body: str, **rest: str | None) -> Reading:
        return read(make_release(body, **rest))  # type: ignore[arg-type]

    return make


@pytest.fixture
def told() -> Told:
    """The facts of a body as subject, predicate and object."""

    def make(body: str, **rest: str | None) -> set[tuple[str, str, str]]:
        release = make_release(body, **rest)  # type: ignore[arg-type]
        facts = record(release, read(release))["facts"]
        assert isinstance(facts, list)
        return {(f["subject"], f["predicate"], f["object"]) for f in facts}

    return make
