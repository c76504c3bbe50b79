"""How well names are compared: figures that may not fall."""

import csv
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from communique.identity import compare

Row = dict[str, str]


@pytest.mark.shared
def test_the_probe_of_hard_pairs_is_passed(probe: list[Row], figures: Any) -> None:
    """Precision first: at least 0.97, with F1 of 0.90 or more."""
    found = figures(probe)
    assert found.precision >= 0.97
    assert found.f1 >= 0.90


def test_the_invented_pairs_are_passed(invented: list[Row], figures: Any) -> None:
    """Over all orders, scripts and systems."""
    found = figures(invented)
    assert found.precision >= 0.98
    assert found.f1 >= 0.95


def test_no_kind_of_name_is_left_behind(invented: list[Row], figures: Any) -> None:
    """Each of the twelve kinds by itself."""
    for kind in {row["kind"] for row in invented}:
        assert figures(row for row in invented if row["kind"] == kind).f1 >= 0.9, kind


def test_the_invented_pairs_are_many_and_balanced(invented: list[Row]) -> None:
    """At least 300, about as many of one person as of two, none twice."""
    truths = Counter(row["same_person"] for row in invented)
    assert len({(row["name1"], row["name2"]) for row in invented}) == len(invented) >= 300
    assert min(truths.values()) > 0.4 * len(invented)


def test_a_table_of_pairs_can_be_read_back(invented: list[Row], tmp_path: Path) -> None:
    """Verdicts on a file are those on its lines."""
    from communique.identity.pairs import Pair, read_pairs

    path = tmp_path / "pairs.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, ("name1", "name2"), extrasaction="ignore")
        writer.writeheader()
        writer.writerows(invented)
    found = [p for p in read_pairs(str(path)) if isinstance(p, Pair)]
    assert [compare(p.name1, p.name2) for p in found] == [
        compare(row["name1"], row["name2"]) for row in invented
    ]
