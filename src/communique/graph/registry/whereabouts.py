"""Whether two events can have been in one place, and on which days they were."""

from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache

from communique.graph.registry.profile import Profile

_FULL = 10
_FIRST = "0001-01-01"
_LONGEST = timedelta(days=62)
"""An event said to go on for longer is a slip of the reading."""


def agree_on_place(one: Profile, other: Profile) -> bool | None:
    """Tell whether the places of two events agree: one place, or one that contains the other.

    Args:
        one: The profile of an event.
        other: Another.

    Returns:
        None where one of them says no place.
    """
    first, second = one.places, other.places
    if not (first and second):
        return None
    return first <= second or second <= first


def has_day(profile: Profile) -> bool:
    """Whether an event's day is known in full."""
    return profile.date is not None and len(profile.date) == _FULL and span(profile) is not None


def span(profile: Profile) -> tuple[date, date] | None:
    """The first and last day that an event may have been on; None where no year is known."""
    return _span(profile.date, profile.end_date)


def days_between(one: Profile, other: Profile) -> int | None:
    """How many days lie between two events, at least; nought where they may share one."""
    first, second = span(one), span(other)
    if first is None or second is None:
        return None
    return max((first[0] - second[1]).days, (second[0] - first[1]).days, 0)


@lru_cache(maxsize=65536)
def _span(first: str | None, last: str | None) -> tuple[date, date] | None:
    begin, end = _days(first), _days(last)
    if begin is None:
        return None
    if end is None or not begin[1] < end[1] <= begin[1] + _LONGEST:
        return begin
    return begin[0], end[1]


def _days(text: str | None) -> tuple[date, date] | None:
    """The first and last day of a day, a month or a year."""
    if not text or len(text) > _FULL or not text[:4].isdecimal():
        return None
    try:
        begin = date.fromisoformat(text + _FIRST[len(text) :])
    except ValueError:
        return None
    if len(text) == _FULL:
        return begin, begin
    month = begin.month if len(text) > 4 else 12
    return begin, date(begin.year, month, monthrange(begin.year, month)[1])
