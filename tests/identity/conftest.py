"""What the tests of names share: names of invented people."""

import csv
from collections.abc import Iterable
from pathlib import Path

import pytest

from communique.identity import Verdict, compare

PAIRS = Path(__file__).parent / "data" / "invented_pairs.csv"
Row = dict[str, str]


def read(path: Path) -> list[Row]:
    """The lines of a table of pairs."""
    lines = path.read_text("utf-8").splitlines()
    return list(csv.DictReader(line for line in lines if not line.startswith("#")))


class Figures:
    """How the verdicts on labelled pairs compare with the labels."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self.right = self.wrong = self.missed = 0
        for row in rows:
            same = compare(row["name1"], row["name2"]).verdict is Verdict.SAME
            truth = row["same_person"] == "true"
            self.right += same and truth
            self.wrong += same and not truth
            self.missed += truth and not same

    @property
    def precision(self) -> float:
        """The share of those called the same that are."""
        return self.right / (self.right + self.wrong)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.right / (2 * self.right + self.wrong + self.missed)


@pytest.fixture(scope="session")
def invented() -> list[Row]:
    """Labelled pairs of names of invented people."""
    return read(PAIRS)


@pytest.fixture(scope="session")
def probe(shared: Path) -> list[Row]:
    """The labelled pairs that are not in the repository."""
    return read(shared / "names" / "hk_name_probe.csv")


@pytest.fixture(scope="session")
def figures() -> type[Figures]:
    """Counts right and wrong verdicts."""
    return Figures
