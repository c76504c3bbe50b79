"""Lines sorted, whether memory holds them or not."""

import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.errors import NoRoom
from communique.ontology.sorting import sort_lines

LINES = st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\n")).map("{}\n".format))


@given(LINES, st.integers(1, 60), st.integers(2, 4))
def test_lines_are_sorted_and_said_once(lines: list[str], held: int, runs: int) -> None:
    """However few memory holds, and however few files may be open."""
    found = list(sort_lines(lines, held, runs))
    assert found == sorted(set(lines))
    assert [line.encode() for line in found] == sorted({line.encode() for line in lines})


def test_what_memory_can_not_hold_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither when all lines are taken nor when the taker stops."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    lines = [f"{n}\n" for n in range(100)]
    assert len(list(sort_lines(lines, 10))) == 100
    stopped = sort_lines(lines, 10)
    next(stopped)
    assert list(tmp_path.iterdir())
    stopped.close()  # type: ignore[attr-defined]
    assert not list(tmp_path.iterdir())


def test_it_is_said_where_there_is_no_room_for_what_waits(small_files: Any) -> None:
    """That is elsewhere than where the export goes."""
    lines = [f"{number:06}\n" for number in range(1000)]
    with (
        small_files(100),
        pytest.raises(NoRoom, match=f"no room left for {tempfile.gettempdir()}/"),
    ):
        list(sort_lines(lines, held=500))
