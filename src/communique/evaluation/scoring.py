"""Precision, recall and F1 of predictions, by the rules of the guideline."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from communique.evaluation.likeness import same, same_person, same_thing
from communique.evaluation.pairing import pair_items

T = TypeVar("T")
Record = Mapping[str, Any]
"""One release's annotation: ``people`` and ``facts`` as the guideline tells."""

QUALIFIERS = ("date", "place", "status")
_SYMMETRIC = "met-with"


@dataclass
class Tally:
    """How many gold items there are, how many were predicted, how many agree."""

    right: int = 0
    predicted: int = 0
    gold: int = 0

    def add(self, right: int, predicted: int, gold: int) -> None:
        """Count more."""
        self.right += right
        self.predicted += predicted
        self.gold += gold

    @property
    def precision(self) -> float:
        """Share of the predicted that are right; 1 where nothing was to be found or was given."""
        return self.right / self.predicted if self.predicted else float(not self.gold)

    @property
    def recall(self) -> float:
        """Share of the gold that were found; 1 where there are none."""
        return self.right / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


@dataclass(frozen=True)
class Miss:
    """One difference between gold and prediction.

    Attributes:
        kind: ``MISSED``, ``SPURIOUS``, or ``WRONG`` for a fact found with another date, place or
            status.
        release: The release's name.
        told: The person, office or fact; for a ``WRONG`` one what was told and what is so.
        evidence: The sentence, for a fact.
        rule: For a predicted fact the rule that made it, and its confidence.
    """

    kind: str
    release: str
    told: str
    evidence: str = ""
    rule: str = ""


@dataclass
class Report:
    """The figures of one evaluation.

    Attributes:
        tallies: People, offices, facts, and each predicate.
        qualifiers: For date, place and status of the facts found: how many right, of how many.
        by_release: The F1 of the facts of each release that has any, gold or predicted.
        misses: Every difference.
        releases: How many gold releases there are.
        missing: Those without a prediction.
    """

    tallies: dict[str, Tally] = field(
        default_factory=lambda: {k: Tally() for k in ("people", "offices", "facts")}
    )
    qualifiers: dict[str, list[int]] = field(
        default_factory=lambda: {q: [0, 0] for q in QUALIFIERS}
    )
    by_release: list[float] = field(default_factory=list)
    misses: list[Miss] = field(default_factory=list)
    releases: int = 0
    missing: list[str] = field(default_factory=list)

    @property
    def mean_f1(self) -> float | None:
        """The mean F1 of facts over releases, None where none has any."""
        return sum(self.by_release) / len(self.by_release) if self.by_release else None

    def tally(self, name: str) -> Tally:
        """Find or open a tally."""
        return self.tallies.setdefault(name, Tally())


def score(golds: Mapping[str, Record], predictions: Mapping[str, Record]) -> Report:
    """Hold predictions against gold annotations.

    Args:
        golds: Gold annotations by release name.
        predictions: Predictions by release name; a missing one counts as empty.

    Returns:
        The figures.
    """
    report = Report(releases=len(golds), missing=sorted(set(golds) - set(predictions)))
    for name, gold in golds.items():
        predicted = predictions.get(name, {})
        _score_people(report, name, gold, predicted)
        _score_facts(report, name, gold.get("facts", []), predicted.get("facts", []))
    return report


def _score_people(report: Report, name: str, gold: Record, predicted: Record) -> None:
    people = gold.get("people", []), predicted.get("people", [])
    pairs = pair_items(*people, lambda g, p: same_person(g["name"], p["name"]))
    report.tally("people").add(len(pairs), len(people[1]), len(people[0]))
    told = [
        [Miss(kind, name, f"person {p['name']}") for p in side] for kind, side in _sides(people)
    ]
    _note(report, told, pairs)
    offices = _offices(people[0]), _offices(people[1])
    pairs = pair_items(*offices, lambda g, p: same_person(g[0], p[0]) and same_thing(g[1], p[1]))
    report.tally("offices").add(len(pairs), len(offices[1]), len(offices[0]))
    told = [
        [Miss(kind, name, f"office {who} | {office}") for who, office in side]
        for kind, side in _sides(offices)
    ]
    _note(report, told, pairs)


def _sides(both: tuple[Sequence[T], Sequence[T]]) -> Iterable[tuple[str, Sequence[T]]]:
    return zip(("MISSED", "SPURIOUS"), both, strict=True)


def _offices(people: Iterable[Record]) -> list[tuple[str, str]]:
    return [(p["name"], office) for p in people for office in p.get("offices", [])]


def _score_facts(
    report: Report, name: str, gold: Sequence[Record], predicted: Sequence[Record]
) -> None:
    pairs = pair_items(gold, predicted, match_facts, _agreement)
    if gold or predicted:
        one = Tally(len(pairs), len(predicted), len(gold))
        report.by_release.append(round(one.f1, 3))
    for i, fact in enumerate(gold):
        for tally in (report.tally(fact["predicate"]), report.tally("facts")):
            tally.add(int(i in pairs), 0, 1)
        if i in pairs:
            _score_qualifiers(report, name, fact, predicted[pairs[i]])
    for fact in predicted:
        for tally in (report.tally(fact["predicate"]), report.tally("facts")):
            tally.add(0, 1, 0)
    told = [
        [_miss(kind, name, f, _told(f)) for f in side] for kind, side in _sides((gold, predicted))
    ]
    _note(report, told, pairs)


def match_facts(gold: Record, predicted: Record) -> bool:
    """Tell whether two facts say the same: predicate, subject and object; a meeting either way."""
    if gold["predicate"] != predicted["predicate"]:
        return False
    ends = (gold["subject"], gold["object"]), (predicted["subject"], predicted["object"])
    if same(ends[0][0], ends[1][0]) and same(ends[0][1], ends[1][1]):
        return True
    turned = same(ends[0][0], ends[1][1]) and same(ends[0][1], ends[1][0])
    return gold["predicate"] == _SYMMETRIC and turned


def _agreement(gold: Record, predicted: Record) -> int:
    return sum(gold.get(key) == predicted.get(key) for key in QUALIFIERS)


def _score_qualifiers(report: Report, name: str, gold: Record, predicted: Record) -> None:
    for key in QUALIFIERS:
        if gold.get(key):
            one, other = gold[key], predicted.get(key)
            right = same_thing(one, other) if key == "place" else one == other
            report.qualifiers[key][0] += right
            report.qualifiers[key][1] += 1
            if not right:
                told = f"{_told(gold)}: {key} {other or 'none'}, not {one}"
                report.misses.append(_miss("WRONG", name, predicted, told))


def _told(fact: Record) -> str:
    return f"{fact['subject']} | {fact['predicate']} | {fact['object']}"


def _miss(kind: str, release: str, fact: Record, told: str) -> Miss:
    rule = " ".join(str(fact[key]) for key in ("rule", "confidence") if key in fact)
    return Miss(kind, release, told, str(fact.get("evidence", "")), rule)


def _note(report: Report, told: Sequence[Sequence[Miss]], pairs: Mapping[int, int]) -> None:
    """Note down what has no partner on the other side."""
    for side, paired in zip(told, (set(pairs), set(pairs.values())), strict=True):
        report.misses += [miss for i, miss in enumerate(side) if i not in paired]
