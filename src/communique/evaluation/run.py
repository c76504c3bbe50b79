"""A reader run over annotated releases, and scored."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from communique.errors import DataError
from communique.evaluation.gold import load_gold
from communique.evaluation.pairing import pair_items
from communique.evaluation.scoring import Report, match_facts, score
from communique.loaders import Failure, Options, load_releases
from communique.loaders.release import Release
from communique.reading.model import Fact, Reader, Reading
from communique.reading.readers import find_reader
from communique.reading.record import record

Records = Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True)
class Evaluation:
    """What a reader made of a folder of annotated releases.

    Attributes:
        golds: The annotations by name.
        predictions: The reader's by name.
        whole: The figures of all.
        by_issuer: The figures of each issuer's.
    """

    golds: Records
    predictions: Records
    whole: Report
    by_issuer: Mapping[str, Report]


def evaluate(folder: str | Path, reader: str) -> Evaluation:
    """Run a reader over a folder and score it.

    Args:
        folder: Holds ``NAME.txt`` and ``NAME.json``.
        reader: The reader's name.

    Returns:
        Annotations, predictions and figures.

    Raises:
        MissingFile: If there are no annotations.
        DataError: If a text is no release.
    """
    golds = load_gold(folder)
    predictions = _predict(Path(folder), reader)
    issuers = sorted({_issuer(gold) for gold in golds.values()})
    parts = {i: {n: g for n, g in golds.items() if _issuer(g) == i} for i in issuers}
    by_issuer = {issuer: score(part, predictions) for issuer, part in parts.items()}
    return Evaluation(golds, predictions, score(golds, predictions), by_issuer)


def _predict(folder: Path, reader: str) -> dict[str, Mapping[str, Any]]:
    return {item.name: record(item, made) for item, made in _read(folder, find_reader(reader))}


def _read(folder: Path, reader: Reader) -> Iterator[tuple[Release, Reading]]:
    paths = [str(path) for path in sorted(folder.glob("*.txt"))]
    for item in load_releases(paths, Options()):
        if isinstance(item, Failure):
            raise DataError(str(item))
        yield item, reader.read(item)


def _issuer(gold: Mapping[str, Any]) -> str:
    return str(gold.get("release", {}).get("issuer") or "unknown")


def judge_facts(evaluation: Evaluation) -> list[tuple[float, bool]]:
    """Tell of each predicted fact its confidence and whether it is right.

    Args:
        evaluation: What a reader made of a folder.

    Returns:
        A pair a fact, surest first.
    """
    judged: list[tuple[float, bool]] = []
    for name, gold in evaluation.golds.items():
        facts = list(evaluation.predictions.get(name, {}).get("facts", []))
        right = set(pair_items(gold.get("facts", []), facts, match_facts).values())
        judged += [(float(fact["confidence"]), i in right) for i, fact in enumerate(facts)]
    return sorted(judged, reverse=True)


def judge_readings(folder: str | Path, reader: Reader) -> Iterator[tuple[Reading, Fact, bool]]:
    """Read a folder of annotated releases and tell of each fact whether it is right.

    Args:
        folder: Holds ``NAME.txt`` and ``NAME.json``.
        reader: What reads.

    Yields:
        The reading, a fact of it, and whether the annotation has it.
    """
    golds = load_gold(folder)
    for release, reading in _read(Path(folder), reader):
        told: Any = record(release, reading)["facts"]
        right = set(pair_items(golds[release.name].get("facts", []), told, match_facts).values())
        for number, fact in enumerate(reading.facts):
            yield reading, fact, number in right
