"""Dates of issue, in any usual form, with just the precision they have."""

import datetime
import re
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from communique.errors import ReleaseError

_ISO = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$")
_BASIC = re.compile(r"(\d{4})(\d{2})(\d{2})$")
_RFC = re.compile(r"[A-Za-z]{3}, \d{1,2} [A-Za-z]{3} \d{4} \d")
_HAN = re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日(?: ?[(（].{1,5}[)）])?")
_MONTH = re.compile(r"([A-Za-z]{3,9})\.?,? (\d{4})$")
_YEAR = re.compile(r"\b[12]\d{3}\b")
_NUMERIC = re.compile(r"\b(\d{1,2})([/.-])(\d{1,2})\2\d{4}\b")
_LONGEST = 100
_HOURS = {
    "HKT": 8, "SGT": 8, "MYT": 8, "JST": 9, "KST": 9, "GMT": 0, "UTC": 0, "Z": 0, "CET": 1,
    "CEST": 2, "EST": -5, "EDT": -4, "PST": -8, "PDT": -7,
}  # fmt: skip
_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip
_SENTINELS = (datetime.datetime(1904, 1, 1), datetime.datetime(1908, 12, 28))


@dataclass(frozen=True)
class Issue:
    """When a release was issued.

    Attributes:
        date: The day where the issuer sits: ``2024-11-06``, ``2024-11`` or ``2024``.
        issued: The instant, as exactly as known: a date, or a date and time, in UTC where an offset
            or a zone is known.
    """

    date: str
    issued: str

    @property
    def timed(self) -> bool:
        """Whether the time of day is known."""
        return self.issued != self.date


def parse_issue(text: str, zone: ZoneInfo | None = None) -> Issue | None:
    """Read a date of issue.

    Args:
        text: A date in any usual form: ISO, with a time, with a zone, RFC 2822, written out.
        zone: Where the issuer sits, if known: a time with an offset is brought there.

    Returns:
        The date, or None when the text is empty.

    Raises:
        ReleaseError: If it is no date, one that doesn't exist, or one that could be two.
    """
    text = " ".join(text.split())
    if not text:
        return None
    if len(text) > _LONGEST:
        raise _no_date(text)
    if whole := _ISO.fullmatch(text) or _BASIC.fullmatch(text):
        return _read_whole(text, *(int(part) if part else None for part in whole.groups()))
    if (month := _MONTH.fullmatch(text)) and (number := _number_of(month[1])):
        return _read_whole(text, int(month[2]), number, None)
    try:
        moment, timed = _read_moment(text)
        return _settle(moment, zone) if timed else _read_whole(text, *moment.timetuple()[:3])
    except (ValueError, OverflowError, TypeError, ArithmeticError):
        raise _no_date(text) from None


def _settle(moment: datetime.datetime, zone: ZoneInfo | None) -> Issue:
    """Tell the day where the issuer sits, and the instant in UTC."""
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=zone)
    local = moment.astimezone(zone) if zone and moment.tzinfo else moment
    return Issue(local.date().isoformat(), _write_instant(moment))


def _read_whole(text: str, year: int | None, month: int | None, day: int | None) -> Issue:
    first = (1 if part is None else part for part in (month, day))
    try:
        made = datetime.date(year or 0, *first).isoformat()
    except ValueError:
        raise _no_date(text) from None
    date = made[: 10 if day is not None else 7 if month is not None else 4]
    return Issue(date, date)


def _number_of(month: str) -> int | None:
    name = month.lower()
    return next((n for n, full in enumerate(_MONTHS, start=1) if full.startswith(name)), None)


def _read_moment(text: str) -> tuple[datetime.datetime, bool]:
    """Read a whole day, and whether a time stands beside it."""
    if _RFC.match(text):
        from email.utils import parsedate_to_datetime

        return parsedate_to_datetime(text), True
    text = _HAN.sub(lambda found: "-".join(part.zfill(2) for part in found.groups()), text)
    return _read_written_out(text)


def _read_written_out(text: str) -> tuple[datetime.datetime, bool]:
    """Read it twice with other defaults: where the two differ, a part is missing."""
    from dateutil import parser

    numeric = _NUMERIC.search(text)
    day_first = numeric is not None and (numeric[2] == "." or int(numeric[1]) > 12)
    one, other = (
        parser.parse(text, default=default, tzinfos=_find_offset, dayfirst=day_first)
        for default in _SENTINELS
    )
    if one.date() != other.date() or not _YEAR.search(text):
        raise _no_date(text)
    if numeric and numeric[2] != "." and one.day <= 12 and one.day != one.month:
        raise _two_dates(text)
    return one, ":" in text


def _find_offset(name: str | None, seconds: int | None) -> datetime.timezone | None:
    """Tell the offset of a zone; an abbreviation that means several zones, or none, tells none."""
    if seconds is None and (name or "").upper() not in _HOURS:
        return None
    known = seconds if seconds is not None else _HOURS[(name or "").upper()] * 3600
    return datetime.timezone(datetime.timedelta(seconds=known))


def _write_instant(moment: datetime.datetime) -> str:
    if moment.tzinfo is None:
        return moment.isoformat(timespec="seconds")
    return moment.astimezone(datetime.UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def _no_date(text: str) -> ReleaseError:
    shown = text if len(text) <= 60 else text[:60] + "…"
    return ReleaseError(f"{shown!r} is no date of issue.", "Write it as 2024-11-06.")


def _two_dates(text: str) -> ReleaseError:
    return ReleaseError(f"{text!r} could be two days.", "Write it as 2024-11-06.")
