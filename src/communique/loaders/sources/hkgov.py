"""Releases of info.gov.hk by the days they were issued on, as its own lists of a day have them."""

import calendar
import datetime
import re
from collections.abc import Iterator

from communique.errors import ParameterError
from communique.loaders.options import Options
from communique.loaders.piece import Found, Link

_SCHEME = "hkgov:"
_SITE = "https://www.info.gov.hk/"
_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_ENDINGS = {"en": "", "zh": "c", "zh-hant": "c"}


class HkGov:
    """``hkgov:2024-11-01..2024-11-30``, a day or a range of days."""

    name = "hkgov"
    rank = 10
    fetches = True

    def __init__(self, site: str = _SITE) -> None:
        self.site = site

    def takes(self, place: str) -> bool:
        """Take what starts with ``hkgov:``."""
        return place.lower().startswith(_SCHEME)

    def find(self, place: str, options: Options) -> Iterator[Found]:
        """Give the list of each day, the earliest first.

        Raises:
            ParameterError: If it is no range of days, or the language is none it publishes in.
        """
        first, last = read_days(place[len(_SCHEME) :])
        language = (options.defaults.language or "en").lower()
        if language not in _ENDINGS:
            message = f"info.gov.hk has no list of releases in {options.defaults.language!r}."
            raise ParameterError(message, f"Use one of {', '.join(_ENDINGS)}.")
        days = (first + datetime.timedelta(n) for n in range((last - first).days + 1))
        return (
            Link(
                f"{self.site}gia/general/{day:%Y%m/%d}{_ENDINGS[language]}.htm",
                place,
                lasting=False,
            )
            for day in days
        )


def read_days(text: str) -> tuple[datetime.date, datetime.date]:
    """Read a day or a range of days: ``2024-11-01``, ``2024-11-01..2024-11-30``, ``2024-11``.

    Args:
        text: As in the examples.

    Returns:
        The first and the last day.

    Raises:
        ParameterError: If it is none, or ends before it starts.
    """
    since, dots, until = (part.strip() for part in text.partition(".."))
    try:
        first, last = _whole(since)[0], _whole(until if dots else since)[1]
    except ValueError:
        message = f"{text!r} is no day and no range of days."
        raise ParameterError(message, "Write it as 2024-11-01..2024-11-30.") from None
    if first > last:
        message = f"The range {text!r} ends before it starts."
        raise ParameterError(message, "Exchange the two.")
    return first, last


def _whole(text: str) -> tuple[datetime.date, datetime.date]:
    """Give the first and last day of a day, month or year."""
    found = _DATE.fullmatch(text)
    if found is None:
        raise ValueError(text)
    year, month, day = (int(part) if part else None for part in found.groups())
    late = month or 12
    end = day or calendar.monthrange(year or 0, late)[1]
    return datetime.date(year or 0, month or 1, day or 1), datetime.date(year or 0, late, end)
