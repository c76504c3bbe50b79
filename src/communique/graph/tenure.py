"""Who held an office on a day: attested, between two attestations, or the nearest one.

Nobody holds an office for ever, and a release tells of its day alone. Nothing here guesses when
somebody took office or left it.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from operator import itemgetter

_FULL = len("2031-03-04")


class Basis(StrEnum):
    """On what the answer to who held an office rests."""

    ATTESTED = "attested"
    BETWEEN = "between"
    NEAREST = "nearest"


@dataclass(frozen=True)
class Holding:
    """A holder of an office on a day.

    Attributes:
        holder: The id of the person.
        attested: The nearest day on which a release shows the person in the office.
        basis: Whether that is the day itself, the person is attested before and after with
            nobody between, or it is the nearest there is.
        away: How many days it is away.
    """

    holder: str
    attested: str
    basis: Basis
    away: int


class Attestations:
    """The days on which the holders of one office are attested, sorted once for many questions.

    Args:
        tenures: The days of each holder; months and days without a year tell nothing here.
    """

    def __init__(self, tenures: Mapping[str, Iterable[str]]) -> None:
        self._days = sorted({(day, who) for who, told in tenures.items() for day in told})
        self._days = [each for each in self._days if is_day(each[0])]

    def holders_on(self, on: str) -> tuple[Holding, ...]:
        """Tell who held the office on a day.

        Args:
            on: The day, as ``2031-03-04``.

        Returns:
            Those who are nearest by their attestation, sorted: several where that is a tie.
        """
        earlier, later = set(self._at(on, -1)), set(self._at(on, 1))
        holders = {who for _, who in earlier} | {who for _, who in later}
        enclosed = bool(earlier and later) and len(holders) == 1
        near = earlier | later
        least = min((_away(day, on) for day, _ in near), default=0)
        return tuple(
            Holding(who, day, _basis(_away(day, on), enclosed=enclosed), _away(day, on))
            for day, who in sorted(near, key=lambda each: (each[1], each[0]))
            if _away(day, on) == least and (day, who) == _first(near, who, least, on)
        )

    def _at(self, on: str, step: int) -> list[tuple[str, str]]:
        """Those attested on the nearest day not after the day, or not before it."""
        at = bisect_left(self._days, on, key=itemgetter(0))
        if step < 0:
            at = bisect_right(self._days, on, key=itemgetter(0)) - 1
        found: list[tuple[str, str]] = []
        while 0 <= at < len(self._days) and (not found or self._days[at][0] == found[0][0]):
            found.append(self._days[at])
            at += step
        return found


def is_day(day: str) -> bool:
    """Tell a full day from a month, a year, or a day without one."""
    try:
        return len(day) == _FULL and bool(date.fromisoformat(day))
    except ValueError:
        return False


def _first(near: Iterable[tuple[str, str]], who: str, away: int, on: str) -> tuple[str, str]:
    """Of two attestations as near, one before and one after, take the earlier."""
    return min((d, w) for d, w in near if w == who and _away(d, on) == away)


def _basis(away: int, *, enclosed: bool) -> Basis:
    if away == 0:
        return Basis.ATTESTED
    return Basis.BETWEEN if enclosed else Basis.NEAREST


def _away(day: str, on: str) -> int:
    return abs((date.fromisoformat(day) - date.fromisoformat(on)).days)
