"""Dates of any precision as spans on a line of time, and as words."""

import calendar
import re
from collections.abc import Iterable
from datetime import date

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def span(text: str | None) -> tuple[date, date] | None:
    """Give the first and the last day that a date can mean.

    Args:
        text: Such as ``2031-03-04``, ``2031-03`` or ``2031``.

    Returns:
        The two days; None for what has no year, or is no date.
    """
    found = _DATE.match(text or "")
    if found is None:
        return None
    year, month, day = (int(part) if part else None for part in found.groups())
    try:
        first = date(year or 0, month or 1, day or 1)
        if day:
            return first, first
        last = month or 12
        return first, date(first.year, last, calendar.monthrange(first.year, last)[1])
    except (ValueError, calendar.IllegalMonthError):
        return None


def span_of(since: object, until: object, days: Iterable[object]) -> str:
    """Say in words from when to when.

    Args:
        since: A bound that was asked for, or None.
        until: A bound that was asked for, or None.
        days: The dates there are, for where no bound was asked for.

    Returns:
        Such as ``2031-03-04 to 2033-01-15``; nothing where no date is known.
    """
    known = sorted(str(day) for day in days if day and span(str(day)))
    first = str(since or (known[0] if known else ""))
    last = str(until or (known[-1] if known else ""))
    if first and last:
        return first if first == last else f"{first} to {last}"
    return f"since {first}" if first else f"until {last}" if last else ""
