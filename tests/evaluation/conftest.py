"""The figures that must not fall."""

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from communique.evaluation.scoring import Report
from communique.evaluation.tables import accuracy

Fallen = dict[str, tuple[float, float]]


@pytest.fixture(scope="session")
def floors() -> dict[str, Any]:
    """What the built-in reader's figures must not fall below, by part."""
    return tomllib.loads((Path(__file__).parent / "floors.toml").read_text("utf-8"))


@pytest.fixture(scope="session")
def find_fallen(floors: dict[str, Any]) -> Callable[[Report, str], Fallen]:
    """The figures of a report that lie below their floors, with them."""

    def find(report: Report, part: str) -> Fallen:
        told = {n: report.tally(n).f1 for n in ("people", "offices", "facts", "met-with")}
        told |= {"precision": report.tally("facts").precision, "mean": report.mean_f1 or 0.0}
        told |= {name: accuracy(report, name) or 0.0 for name in ("date", "status")}
        return {n: (round(told[n], 3), f) for n, f in floors[part].items() if told[n] < f}

    return find
