"""Who held an office on a day: attested, between two attestations, or the nearest one.

Nobody holds an office for ever, and a release tells of its day alone. Nothing here guesses when
somebody took office or left it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

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


def find_holders(tenures: Mapping[str, Iterable[str]], on: str) -> tuple[Holding, ...]:
    """Tell who held an office on a day.

    Args:
        tenures: The days on which each holder is attested; months and days without a year tell
            nothing here.
        on: The day, as ``2031-03-04``.

    Returns:
        Those who are nearest by their attestation, sorted: several where that is a tie.
    """
    days = sorted({(day, who) for who, told in tenures.items() for day in told if is_day(day)})
    before = [each for each in days if each[0] <= on]
    after = [each for each in days if each[0] >= on]
    earlier = {each for each in before if each[0] == before[-1][0]}
    later = {each for each in after if each[0] == after[0][0]}
    holders = {who for _, who in earlier} | {who for _, who in later}
    enclosed = bool(earlier and later) and len(holders) == 1
    near = earlier | later
    least = min((_away(day, on) for day, _ in near), default=0)
    return tuple(
        Holding(who, day, _basis(_away(day, on), enclosed=enclosed), _away(day, on))
        for day, who in sorted(near, key=lambda each: (each[1], each[0]))
        if _away(day, on) == least and (day, who) == _first(near, who, least, on)
    )


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
