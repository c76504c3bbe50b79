"""An explanation drawn for people: in colour on a terminal, plain in a pipe."""

import sys
from collections.abc import Iterator

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from communique.loaders.release import Release
from communique.reading.explanation import Drop, Explanation, Marking, Passage
from communique.reading.model import Fact, Reading
from communique.terminal import visible

_COLOURS = {
    "person": "cyan",
    "title": "blue",
    "office": "blue",
    "organization": "magenta",
    "group": "bright_magenta",
    "place": "green",
    "site": "green",
    "event": "yellow",
    "agreement": "yellow",
    "date": "bright_blue",
    "pronoun": "bright_cyan",
    "many": "bright_cyan",
}
_TOLD, _DROPPED, _ASIDE = "bold green", "red", "dim"
Line = tuple[int, Text]
"""How far a line stands in, and what it says."""


def draw(release: Release, explanation: Explanation, least: float = 0.0) -> None:
    """Draw an explanation on standard output.

    Args:
        release: What was read.
        explanation: What was made of it, and why.
        least: The confidence that a fact needs to be printed; the others are shown as dropped.
    """
    console = Console(highlight=False, markup=False, emoji=False)
    for indent, text in lines(release, explanation, least):
        if sys.stdout.isatty():
            console.print(Padding(text, (0, 0, 0, indent)))
        else:
            console.print(Text(" " * indent) + text, soft_wrap=True)


def lines(release: Release, explanation: Explanation, least: float = 0.0) -> Iterator[Line]:
    """Say line by line what `draw` draws."""
    yield from _head(release, explanation)
    for passage in explanation.passages:
        yield 0, Text()
        yield from _passage(release, explanation.reading, passage, least)
    yield 0, Text()


def _head(release: Release, explanation: Explanation) -> Iterator[Line]:
    reading = explanation.reading
    about = filter(None, (release.name, reading.date, release.issuer))
    yield 0, Text(visible(release.title or release.name), "bold")
    yield 0, Text(visible(" · ".join(about)), _ASIDE)
    drops = sum(len(p.drops) for p in explanation.passages)
    told = ((len(reading.people), "person", "people"), (len(reading.facts), "fact", "facts"),
            (drops, "candidate dropped", "candidates dropped"))  # fmt: skip
    counts = ", ".join(f"{n} {one if n == 1 else many}" for n, one, many in told)
    yield 0, Text(f"{visible(reading.reader)}: {counts}", _ASIDE)
    for note in reading.notes:
        yield 0, Text(visible(note), _DROPPED)


def _passage(release: Release, reading: Reading, passage: Passage, least: float) -> Iterator[Line]:
    yield 0, _sentence(release.text, passage)
    if passage.markings:
        yield 4, _mentions(release.text, reading, passage.markings)
    for number in passage.facts:
        yield from _fact(release.text, reading, reading.facts[number], least)
    for drop in passage.drops:
        yield 2, _drop(drop)


def _sentence(text: str, passage: Passage) -> Text:
    """The words as they stand, the mentions among them in colour."""
    parts, at = Text(), passage.span.start
    for marking in passage.markings:
        parts += _piece(text[at : marking.span.start])
        parts += _piece(marking.span.of(text), _COLOURS.get(marking.sort, ""))
        at = marking.span.end
    return parts + _piece(text[at : passage.span.end])


def _piece(text: str, style: str = "") -> Text:
    """A stretch of a line; white space at its ends stays, so that words don't run together."""
    before = " " if text[:1].isspace() else ""
    after = " " if text[-1:].isspace() and text.strip() else ""
    return Text(f"{before}{visible(text)}{after}", style)


def _mentions(text: str, reading: Reading, markings: tuple[Marking, ...]) -> Text:
    """``person Ms Velt → Ana Velt; place Oslo``."""
    return Text("; ").join(_mention(text, reading, marking) for marking in markings)


def _mention(text: str, reading: Reading, marking: Marking) -> Text:
    words = visible(marking.span.of(text))
    names = ", ".join(visible(reading.entities[e].name) for e in marking.entities)
    told = Text(f"{marking.sort} ", _ASIDE) + Text(words, _COLOURS.get(marking.sort, ""))
    return told if names in ("", words) else told + Text(f" → {names}")


def _fact(text: str, reading: Reading, fact: Fact, least: float) -> Iterator[Line]:
    kept = fact.confidence >= least
    ends = [visible(reading.entities[e].name) for e in (fact.subject, fact.object)]
    style = _TOLD if kept else _DROPPED
    yield 2, Text(f"{'✓' if kept else '✗'} {ends[0]} {fact.predicate.value} {ends[1]}", style)
    if not kept:
        yield 6, Text("its confidence is below --min-confidence", _DROPPED)
    where = f", in {visible(reading.entities[fact.place].name)}" if fact.place is not None else ""
    when = f", {visible(fact.date)}" if fact.date else ""
    yield 6, Text(f"{fact.status.value}{when}{where}")
    spans = [visible(s.of(text)) for s in (fact.subject_span, fact.object_span)]
    words = "" if spans == ends else f": “{spans[0]}”, “{spans[1]}”"
    yield 6, Text(f"{fact.rule} {fact.confidence:.2f}{words}", _ASIDE)


def _drop(drop: Drop) -> Text:
    rule = f" ({drop.rule})" if drop.rule else ""
    return Text(f"✗ {visible(drop.told)}: {drop.reason.value}{rule}", _DROPPED)
