"""Dates of issue, in any usual form, with just the precision they have."""

import datetime
import email.utils
import re
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from communique.errors import ReleaseError

_ISO = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$")
_RFC = re.compile(r"[A-Za-z]{3}, \d{1,2} [A-Za-z]{3} \d{4} ")
_HAN = re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日")
_YEAR = re.compile(r"\b\d{4}\b")
_ZONES = {"HKT": 8, "SGT": 8, "JST": 9, "KST": 9, "GMT": 0, "UTC": 0, "Z": 0}
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


def parse_issue(text: str, zone: ZoneInfo | None = None) -> Issue | None:
    """Read a date of issue.

    Args:
        text: A date in any usual form: ISO, with a time, with a zone, RFC 2822, written out.
        zone: Where the issuer sits, if known: a time with an offset is brought there.

    Returns:
        The date, or None when the text is empty.

    Raises:
        ReleaseError: If it is no date, or one that doesn't exist.
    """
    text = " ".join(text.split())
    if not text:
        return None
    if whole := _ISO.fullmatch(text):
        return _whole(text, whole)
    moment, timed = _moment(text)
    if not timed:
        return Issue(moment.date().isoformat(), moment.date().isoformat())
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=zone) if zone else moment
        day = moment.date().isoformat()
    else:
        day = (moment.astimezone(zone) if zone else moment).date().isoformat()
    return Issue(day, _instant(moment))


def _whole(text: str, parts: re.Match[str]) -> Issue:
    year, month, day = (int(p) if p else None for p in parts.groups())
    try:
        made = datetime.date(year or 0, month or 1, day or 1).isoformat()
    except ValueError:
        raise _no_date(text) from None
    date = made[: 10 if day else 7 if month else 4]
    return Issue(date, date)


def _moment(text: str) -> tuple[datetime.datetime, bool]:
    """Read a whole day, and whether a time stands beside it."""
    if han := _HAN.search(text):
        text = "-".join(part.zfill(2) for part in han.groups())
    try:
        if _RFC.match(text):
            return email.utils.parsedate_to_datetime(text), True
        return _written_out(text)
    except (ValueError, OverflowError, TypeError):
        raise _no_date(text) from None


def _written_out(text: str) -> tuple[datetime.datetime, bool]:
    """Read it twice with other defaults: where the two differ, a part is missing."""
    from dateutil import parser

    offsets = {name: hours * 3600 for name, hours in _ZONES.items()}
    one, other = (parser.parse(text, default=d, tzinfos=offsets) for d in _SENTINELS)
    if one.date() != other.date() or not _YEAR.search(text):
        raise _no_date(text)
    return one, ":" in text


def _instant(moment: datetime.datetime) -> str:
    if moment.tzinfo is None:
        return moment.isoformat(timespec="seconds")
    return moment.astimezone(datetime.UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def _no_date(text: str) -> ReleaseError:
    shown = text if len(text) <= 60 else text[:60] + "…"
    return ReleaseError(f"{shown!r} is no date of issue.", "Write it as 2024-11-06.")
