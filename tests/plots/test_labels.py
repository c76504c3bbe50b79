"""Labels that lie on nothing."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

pytest.importorskip("matplotlib")

from communique.plots.drawing import style
from communique.plots.labels import Box, Label, Ruler, place

marks = st.builds(
    Label,
    text=st.text(st.characters(categories=["L"], max_codepoint=0x24F), min_size=1, max_size=20),
    x=st.floats(0, 200),
    y=st.floats(0, 200),
    radius=st.floats(0, 12),
    size=st.floats(6, 12),
)


def lie_apart(one: Box, other: Box) -> bool:
    """Tell whether two boxes have nothing in common."""
    return one[0] >= other[2] or other[0] >= one[2] or one[1] >= other[3] or other[1] >= one[3]


@settings(deadline=None, max_examples=40)
@given(st.lists(marks, max_size=30))
def test_no_two_placed_labels_overlap(labels: list[Label]) -> None:
    """Wherever their marks are; and all are within what they were to be within."""
    within = (-10.0, -10.0, 210.0, 210.0)
    with style():
        placed = place(labels, Ruler(), within=within, reach=(0.0, 10.0))
    for one, other in combinations(placed, 2):
        assert lie_apart(one.box, other.box)
    for each in placed:
        assert within[0] <= each.box[0] <= each.box[2] <= within[2]
        assert within[1] <= each.box[1] <= each.box[3] <= within[3]


def test_the_first_is_the_first_served() -> None:
    """Where there is room for one."""
    labels = [Label(name, 50, 50) for name in ("Ada Oduya", "Ben Cole")]
    with style():
        placed = place(labels, Ruler(), within=(45, 40, 115, 60))
    assert [each.label.text for each in placed] == ["Ada Oduya"]


def test_a_label_keeps_off_what_is_in_the_way() -> None:
    """Marks of others, obstacles, and lines if it can."""
    labels = [Label("Ada Oduya", 50, 50), Label("", 60, 50, radius=4)]
    with style():
        (first, *_) = place(labels, Ruler(), obstacles=[(0, 45, 44, 55)], lines=[(50, 50, 50, 90)])
    assert lie_apart(first.box, (57, 47, 63, 53))
    assert lie_apart(first.box, (0, 45, 44, 55))
    assert first.box[3] <= 50


def test_a_label_far_from_its_mark_has_a_line() -> None:
    """It says so."""
    around = [(30.0, 30.0, 70.0, 49.0), (30.0, 51.0, 70.0, 70.0), (0.0, 0.0, 46.0, 100.0)]
    blocked = [*around, (54.0, 0.0, 130.0, 100.0)]
    with style():
        (placed,) = place([Label("Ada", 50, 50)], Ruler(), obstacles=blocked, reach=(0, 30, 90))
    assert placed.far
