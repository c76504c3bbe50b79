"""Reading on all cores."""

import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from communique.builds.reading import read_batches
from communique.builds.work import Work
from communique.errors import ParameterError, ReleaseError
from communique.graph.rows import Batch
from communique.loaders import Failure, Release, release_from_text

TEXT = (
    "title: Mayors {n}\ndate: 2031-03-04\n\nThe Mayor of Oslo, Ms Ada Oduya, met Mr Ben Okri today."
)


def some(number: int) -> list[Release | Failure]:
    """Make releases, among them something that is none."""
    releases = [release_from_text(TEXT.format(n=n), name=str(n)) for n in range(number)]
    return [*releases[:70], Failure("x", ReleaseError("It is none.")), *releases[70:]]


def test_as_many_processes_as_you_like_give_the_same_in_the_same_order() -> None:
    """One, two or three, with failures where they were."""
    alone = list(read_batches(some(100), Work(), 1))
    assert [type(made) for made in alone] == [*[Batch] * 70, Failure, *[Batch] * 30]
    assert {len(made.assertions) for made in alone if isinstance(made, Batch)} == {2}
    assert list(map(str, read_batches(some(100), Work(), 2))) == list(map(str, alone))
    assert list(map(str, read_batches(some(100), Work(), 3))) == list(map(str, alone))


def test_what_comes_is_read_as_it_comes() -> None:
    """No more than a few are taken ahead of what is given."""
    taken = 0

    def coming() -> Any:
        nonlocal taken
        for item in some(400):
            taken += 1
            yield item

    reading = read_batches(coming(), Work(), 2)
    for given in range(1, 200):
        next(reading)
        assert taken <= given + 8 * 4 * 2 + 8
    reading.close()  # type: ignore[attr-defined]


def test_a_reader_that_is_not_there_is_said_before_anything_is_read() -> None:
    """Not once for each release."""
    with pytest.raises(ParameterError, match="no reader 'ruels'"):
        next(read_batches(some(1), Work("ruels")))


@pytest.fixture
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Work]:
    """Make work that goes wrong on one release; other processes must be able to import it."""

    def make(what: str) -> Work:
        lines = (
            "import os",
            "from communique.builds.work import Work",
            "class Bad(Work):",
            "    def do(self, release):",
            f"        if release.name == '83': {what}",
            "        return super().do(release)",
        )
        (tmp_path / "communique_test_bad.py").write_text("\n".join(lines))
        monkeypatch.syspath_prepend(tmp_path)
        monkeypatch.delitem(sys.modules, "communique_test_bad", raising=False)
        bad: Work = import_module("communique_test_bad").Bad()
        return bad

    return make


def test_a_release_that_ends_its_process_stops_no_other(work: Callable[[str], Work]) -> None:
    """It is found out by reading again, one by one, what that process had."""
    made = list(read_batches(some(100), work("os._exit(9)"), 2))
    failures = [item for item in made if isinstance(item, Failure)]
    assert [failure.where for failure in failures] == ["x", "83"]
    assert "ended the process" in str(failures[1])
    assert len(made) == 101


def test_a_reader_that_fails_on_a_release_fails_on_that_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The message names reader and error."""

    class Failing:
        name, version = "failing", "1"

        def read(self, release: Release) -> Any:
            raise KeyError(release.name)

    monkeypatch.setattr("communique.builds.work.find_reader", lambda _: Failing())
    made = Work("failing").do(release_from_text(TEXT.format(n=1), name="1"))
    assert isinstance(made, Failure)
    assert "The reader 'failing' fails on it: KeyError: '1'" in str(made)
