"""The trailer of an info.gov.hk release: that it ends here, and when it was issued."""

import re
from dataclasses import dataclass

_ENDS = re.compile(
    r"^[ \t\u3000\xa0]*(?:Ends/(?P<day>[A-Z][a-z]+, [A-Z][a-z]+ \d{1,2}, \d{4})|完$)", re.MULTILINE
)
_TIME = re.compile(r"Issued at HKT (\d{1,2}:\d{2})")
_HAN_DAY = re.compile(r"\d{4}年\d{1,2}月\d{1,2}日")
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
    found = next(reversed(list(_ENDS.finditer(text))), None)
    if found is None or len(text) - found.end() > _REACH:
        return None
    rest = text[found.start() :]
    day = found["day"].partition(", ")[2] if found["day"] else _first(_HAN_DAY, rest)
    if day is None:
        return Trailer(found.start(), None)
    time = _first(_TIME, rest, 1)
    if han := _HAN_TIME.search(rest):
        time = f"{int(han[1]):02}:{han[2]}"
    return Trailer(found.start(), f"{_western(day)} {time} HKT" if time else _western(day))


def _western(day: str) -> str:
    return re.sub(r"(\d+)年(\d+)月(\d+)日", r"\1-\2-\3", day)


def _first(pattern: re.Pattern[str], text: str, group: int = 0) -> str | None:
    found = pattern.search(text)
    return found[group] if found else None
