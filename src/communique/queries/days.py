"""Days as people name them: a day, a month or a year."""

import calendar
import datetime
import re

from communique.errors import ParameterError

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def whole_day(name: str, value: object) -> str:
    """Make a whole day of a date: the last of its month or year for ``until``, else the first.

    Args:
        name: What the day is for: the name of a parameter or option.
        value: A date, or the text of one: ``2024-11-06``, ``2024-11`` or ``2024``.

    Returns:
        The day, such as ``2024-11-06``.

    Raises:
        ParameterError: If it is no day that exists.
    """
    text = value.isoformat()[:10] if isinstance(value, datetime.date) else str(value).strip()
    parts = _DATE.fullmatch(text)
    if parts is None:
        raise _wrong(name, text, "a date such as 2024-11-06, 2024-11 or 2024")
    year, month, day = (int(p) if p else None for p in parts.groups())
    last = name == "until"
    try:
        month = month or (12 if last else 1)
        day = day or (calendar.monthrange(year or 1, month)[1] if last else 1)
        return datetime.date(year or 0, month, day).isoformat()
    except (ValueError, calendar.IllegalMonthError):
        raise _wrong(name, text, "a day that exists") from None


def _wrong(name: str, text: str, wanted: str) -> ParameterError:
    return ParameterError(f"{name!r} must be {wanted}, not {text!r}.")
