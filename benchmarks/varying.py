"""Real releases varied: other people in the same offices, other years, the same sentences."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from random import Random

from benchmarks.callings import listed
from dateutil.relativedelta import relativedelta

import communique
from communique.identity.tables import words
from communique.loaders.release import Release
from communique.reading.model import Entity, Kind, Reading

COPIES = 4
"""So many copies of a release tell of the same people."""

_YEARS = 2
_YEAR = re.compile(r"(?<![\w,.$€£])(?:19[5-9]\d|20\d\d|2100)(?!\d|[,.]\d)")
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
_GIVEN = sorted(words("given.csv", culture="english"))
_NOBODY = re.compile(r"(?!)")

Piece = str | int | tuple[str, ...]
"""What stays, a year, the words of somebody's name."""


@dataclass(frozen=True)
class Template:
    """A release of which others are made.

    Attributes:
        url: Its address.
        date: When it was issued.
        issuer: Who published it.
        title: The headline, in pieces.
        text: The text, in pieces.
        facts: How many facts the reader finds in it.
    """

    url: str | None
    date: str | None
    issuer: str | None
    title: tuple[Piece, ...]
    text: tuple[Piece, ...]
    facts: int


def make_template(release: Release) -> Template:
    """Read a release and take it to pieces.

    Args:
        release: A release.

    Returns:
        What others are made of.
    """
    reading = communique.read(release)
    return Template(
        url=release.url,
        date=release.issued or release.date,
        issuer=release.issuer,
        title=_divide(release.title, _called(reading.people), []),
        text=_divide(release.text, _called(reading.people), _elsewhere(reading)),
        facts=len(reading.facts),
    )


def vary(template: Template, copy: int, names: "Names") -> dict[str, str]:
    """Make a copy of a release.

    Args:
        template: The release.
        copy: Which copy of it; the first is the release itself.
        names: Who is called how.

    Returns:
        A record of it.
    """
    generation, day = divmod(copy, COPIES)
    url = f"{template.url.rstrip('/')}-{copy}/" if template.url and copy else template.url
    made = {
        "url": url,
        "title": names.write(template.title, generation),
        "date": template.date and _move(template.date, generation * _YEARS, day),
        "text": names.write(template.text, generation),
        "issuer": template.issuer,
    }
    return {key: value for key, value in made.items() if value}


class Names:
    """Invented names in the place of real ones: of a word and a generation always the same.

    Args:
        templates: Where the names stand; they tell which words are given names.
    """

    def __init__(self, templates: Iterable[Template]) -> None:
        first: Counter[str] = Counter()
        for name in (piece for t in templates for piece in t.text if isinstance(piece, tuple)):
            known = [word.casefold() for word in name if _is_replaced(word)]
            first.update(known[:-1])
            first.subtract(known[-1:])
        self._given = {word for word, times in first.items() if times > 0}
        self._generation = 0
        self._made: dict[tuple[str, ...], str] = {}

    def write(self, pieces: Sequence[Piece], generation: int) -> str:
        """Put pieces together as they stand in a generation; the first keeps names and years."""
        if generation != self._generation:
            self._generation = generation
            self._made.clear()
        return "".join(self._write(piece) for piece in pieces)

    def _write(self, piece: Piece) -> str:
        if isinstance(piece, str):
            return piece
        if isinstance(piece, int):
            return str(piece + _YEARS * self._generation)
        if not self._generation:
            return " ".join(piece)
        if piece not in self._made:
            # The invented names are of the West, and a Chinese one starts with the surname.
            ordered = sorted(piece, key=self._is_surname)
            self._made[piece] = " ".join(self._invent(word) for word in ordered)
        return self._made[piece]

    def _is_surname(self, word: str) -> bool:
        return _is_replaced(word) and word.casefold() not in self._given

    def _invent(self, word: str) -> str:
        if not _is_replaced(word):
            return word
        chance = Random(f"{word.casefold()} {self._generation}")  # noqa: S311
        if word.casefold() in self._given:
            made = chance.choice(_GIVEN)
        else:
            parts = ("heads", "middles", "heads", "tails")
            made = "".join(chance.choice(listed(part)) for part in parts)
        return made.upper() if word.isupper() else made.title()


def _is_replaced(word: str) -> bool:
    """Tell the words that are replaced from initials, particles and suffixes."""
    plain = word.strip(".,")
    return len(plain) > 1 and plain != plain.lower() and plain.casefold() not in _SUFFIXES


def _called(people: Iterable[Entity]) -> re.Pattern[str]:
    """Match what people are called in a release: whole names, and surnames alone."""
    forms = {form for who in people for form in (who.name, *who.forms)}
    forms |= {form.split()[-1] for form in forms}
    forms = {form for form in forms if any(map(_is_replaced, form.split()))}
    both = sorted(forms | {form.upper() for form in forms}, key=lambda form: (-len(form), form))
    told = "|".join(r"\s+".join(map(re.escape, form.split())) for form in both)
    return re.compile(rf"(?<!\w)(?:{told})(?!\w)") if both else _NOBODY


def _elsewhere(reading: Reading) -> list[tuple[int, int]]:
    """List where places and organizations are named, perhaps after people."""
    others = [e for e in reading.entities if e.kind in (Kind.PLACE, Kind.ORGANIZATION)]
    return [(span.start, span.end) for e in others if not e.implied for span in e.mentions]


def _divide(
    text: str, called: re.Pattern[str], kept: Sequence[tuple[int, int]]
) -> tuple[Piece, ...]:
    return tuple(_pieces(text, called, kept))


def _pieces(text: str, called: re.Pattern[str], kept: Sequence[tuple[int, int]]) -> Iterator[Piece]:
    names = [
        match
        for match in called.finditer(text)
        if not any(start <= match.start() < end for start, end in kept)
    ]
    found = sorted([*names, *_YEAR.finditer(text)], key=lambda match: match.start())
    at = 0
    for match in found:
        yield text[at : match.start()]
        at = match.end()
        yield int(match[0]) if match.re is _YEAR else tuple(match[0].split())
    yield text[at:]


def _move(date: str, years: int, days: int) -> str:
    try:
        moved = datetime.fromisoformat(date) + relativedelta(years=years, days=days)
    except ValueError:
        return f"{int(date[:4]) + years}{date[4:]}"
    return moved.date().isoformat() if len(date) == 10 else moved.isoformat()
