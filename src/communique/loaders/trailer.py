"""The trailer of an info.gov.hk release: that it ends here, and when it was issued."""

import re
from collections import deque
from dataclasses import dataclass

_ENDS = re.compile(
    r"^[ \t\u3000\xa0]*(?:"
    r"Ends?/ ?(?P<day>[A-Z][a-z]{2,9}, ?[A-Z][a-z]{2,9} \d{1,2}, ?\d{4})"
    r"|完(?:[/／][^\n]{0,40})?$"
    r")",
    re.MULTILINE,
)
_TIME = re.compile(r"Issued at HKT (\d{1,2}:\d{2})")
_HAN_DAY = re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日")
_HAN_TIME = re.compile(r"香港時間(\d{1,2})時(\d{1,2})分")
_REACH = 400


@dataclass(frozen=True)
class Trailer:
    """Where the trailer starts, and when it says the release was issued."""

    start: int
    issued: str | None


def find_trailer(text: str) -> Trailer | None:
    """Find the last trailer of a text.

    Args:
        text: The text of a release.

    Returns:
        The trailer, or None when there is none.
    """
    found = next(iter(deque(_ENDS.finditer(text), maxlen=1)), None)
    if found is None or len(text) - found.end() > _REACH:
        return None
    rest = text[found.start() :]
    day = found["day"].partition(",")[2].strip() if found["day"] else _read_han_day(rest)
    time = _read_time(rest)
    return Trailer(found.start(), f"{day} {time} HKT" if day and time else day)


def _read_han_day(text: str) -> str | None:
    found = _HAN_DAY.search(text)
    return "-".join(part.zfill(2) for part in found.groups()) if found else None


def _read_time(text: str) -> str | None:
    if found := _TIME.search(text):
        return found[1]
    han = _HAN_TIME.search(text)
    return f"{int(han[1]):02}:{int(han[2]):02}" if han else None
