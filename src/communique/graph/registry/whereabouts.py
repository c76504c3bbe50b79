"""Whether two events can have been in one place, and on which days they were."""

from datetime import date
from functools import lru_cache

from communique.graph.registry.profile import Profile

_FULL = 10


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
    return days(profile.date, None) is not None


def agree_on_day(one: Profile, other: Profile) -> bool:
    """Whether two events have a day in common, each from its first to its last."""
    first, second = days(one.date, one.end_date), days(other.date, other.end_date)
    if first is None or second is None:
        return False
    return first[0] <= second[1] and second[0] <= first[1]


@lru_cache(maxsize=65536)
def days(first: str | None, last: str | None) -> tuple[date, date] | None:
    """The first and the last day of an event, where the first is known in full."""
    begin = _day(first)
    end = _day(last)
    if begin is None:
        return None
    return begin, end if end and end > begin else begin


def _day(text: str | None) -> date | None:
    if not text or len(text) != _FULL:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
