"""Marks in a text nest right, wherever they begin and end."""

import random
from collections.abc import Callable
from typing import Any

LENGTH = 30
PIECES = """async (cases) => {
  const { nest, walk } = await import("/static/release/passages.js");
  return cases.map(([length, marks]) => {
    const pieces = [];
    const draw = (passage, around) => {
      const marks = passage.mark ? [...around, passage.mark.id] : around;
      walk(passage, (start, end) => pieces.push([start, end, marks]), (inner) => draw(inner, marks));
    };
    draw(nest(marks, length), []);
    return pieces;
  });
}"""


def marks(rng: random.Random) -> list[dict[str, int]]:
    """Make up to eight marks; they cross, hold each other, are alike."""
    spans = [sorted(rng.sample(range(LENGTH + 1), 2)) for _ in range(rng.randint(0, 8))]
    return [{"id": at, "start": start, "end": end} for at, (start, end) in enumerate(spans)]


def test_every_character_stands_in_the_marks_that_hold_it(open_page: Callable[..., Any]) -> None:
    """Once, in order, in all of them and in no other: for hundreds of ways in which marks cross."""
    rng = random.Random(9)  # noqa: S311 - the same cases each time
    cases = [(LENGTH, marks(rng)) for _ in range(500)]
    told = open_page().show().evaluate(PIECES, cases)
    for (_, made), pieces in zip(cases, told, strict=True):
        assert [at for start, end, _ in pieces for at in range(start, end)] == list(range(LENGTH))
        for start, end, around in pieces:
            holding = [one["id"] for one in made if one["start"] <= start and end <= one["end"]]
            assert sorted(around) == holding


def test_marks_outside_the_text_are_left_out(open_page: Callable[..., Any]) -> None:
    """A span that a broken reading gives is no reason to show nothing."""
    broken = [
        {"id": 0, "start": -1, "end": 2},
        {"id": 1, "start": 3, "end": 9},
        {"id": 2, "start": 2, "end": 2},
    ]
    assert open_page().show().evaluate(PIECES, [(5, broken)]) == [[[0, 5, []]]]
