"""Dates in running text."""

from dataclasses import dataclass
from datetime import date, timedelta

from communique.reading.rules.texts.tokens import Token

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan"), ("february", "feb"), ("march", "mar"), ("april", "apr"),
            ("may",), ("june", "jun"), ("july", "jul"), ("august", "aug"),
            ("september", "sep", "sept"), ("october", "oct"), ("november", "nov"),
            ("december", "dec"),
        ),
        start=1,
    )
    for name in names
}  # fmt: skip
WEEKDAYS = {
    name: number
    for number, name in enumerate(
        ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
    )
}
_RELATIVE = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}
_LONG = frozenset(("week", "month", "year", "weekend"))
_PARTS = _LONG | {"morning", "afternoon", "evening", "night"}
_DASHES = frozenset(("-", "–", "—", "to", "through", "and", "until"))


@dataclass(frozen=True, slots=True)
class When:
    """A date that the text states.

    Attributes:
        start: First token.
        end: After the last token.
        day: ``2024-11-06``, ``2024-11``, ``--11-06``, ``--04``; None for a time that can't be told.
        until: The last day of a range.
        weekday: 0 to 6 where only a weekday was said.
        relative: Whether it was told from the day of issue (``today``).
    """

    start: int
    end: int
    day: str | None
    until: str | None = None
    weekday: int | None = None
    relative: bool = False


def find(tokens: list[Token], first: int, last: int, today: str | None) -> list[When]:
    """The dates in a stretch of tokens.

    Args:
        tokens: All tokens.
        first: Where to begin.
        last: Where to stop.
        today: The day of issue, perhaps without a year, or None.
    """
    found: list[When] = []
    i = first
    while i < last:
        when = _read(tokens, i, last, today)
        if when:
            found.append(when)
            i = when.end
        else:
            i += 1
    return found


def _read(tokens: list[Token], i: int, last: int, today: str | None) -> When | None:
    low = tokens[i].low
    if low in _RELATIVE:
        return _read_relative(tokens, i, i + 1, last, shift(today, _RELATIVE[low]))
    if tokens[i].cap and (low in MONTHS or low in WEEKDAYS):
        read = _read_month_first if low in MONTHS else _read_weekday
        return read(tokens, i, last, today)
    if low in ("this", "last", "next") and i + 1 < last and tokens[i + 1].low in _PARTS:
        return _read_part(tokens, i, last, today)
    if low in ("in", "since") and i + 1 < last and _is_year(tokens, i + 1, last):
        return When(i + 1, i + 2, None)
    if low[:1].isdigit():
        return _read_numeric(tokens, i, last, today) or _read_day_first(tokens, i, last, today)
    return None


def _is_year(tokens: list[Token], i: int, last: int) -> bool:
    """Whether a token is a year that stands alone: ``in 2016``."""
    text = tokens[i].text
    alone = i + 1 >= last or not tokens[i + 1].cap
    return len(text) == 4 and text.isdigit() and text[:2] in ("17", "18", "19", "20") and alone


def _read_part(tokens: list[Token], i: int, last: int, today: str | None) -> When | None:
    """``this morning`` is today, ``last night`` yesterday; ``next week, May 3`` says the day."""
    long = tokens[i + 1].low in _LONG
    owner = i + 2 < last and tokens[i + 2].low in ("'s", "'")
    if owner or (tokens[i].low == "this" and tokens[i + 1].low == "year"):
        return None
    if tokens[i].low == "this" and not long:
        return _read_relative(tokens, i, i + 2, last, today)
    if i + 3 < last and tokens[i + 2].text in (",", "("):
        inner = _read(tokens, i + 3, last, today)
        if inner and inner.day and len(inner.day) > 7 - 2 * inner.day.startswith("--"):
            return When(i, inner.end, inner.day, inner.until)
    past = tokens[i].low == "last" and not long
    return When(i, i + 2, shift(today, -1) if past else None)


def _read_numeric(tokens: list[Token], i: int, last: int, today: str | None) -> When | None:
    """``2022-07-21`` and, where only one order is possible, ``07/21/2022``."""
    parts = tokens[i].text.split("-")
    if len(parts) == 3 and [len(part) for part in parts] == [4, 2, 2]:
        return _checked(i, i + 1, parts[0], parts[1], parts[2], today)
    if i + 4 < last and tokens[i + 1].text == tokens[i + 3].text == "/":
        left, right, year = (tokens[k].text for k in (i, i + 2, i + 4))
        if left.isdigit() and int(left) > 12:
            left, right = right, left
        if len(year) == 4 and (right > "12" or left == right):
            return _checked(i, i + 5, year, left, right, today)
    return None


def _checked(i: int, end: int, year: str, month: str, day: str, today: str | None) -> When | None:
    if not all(part.isascii() and part.isdigit() for part in (year, month, day)):
        return None
    if not (1900 <= int(year) <= 2100 and 1 <= int(month) <= 12 and 1 <= int(day) <= 31):
        return None
    return When(i, end, compose(int(year), int(month), int(day), today))


def _read_relative(tokens: list[Token], i: int, end: int, last: int, day: str | None) -> When:
    """``today``, perhaps with the date in brackets, which then is the one that counts."""
    if end + 1 < last and tokens[end].text == "(":
        inner = _read(tokens, end + 1, last, day)
        if inner and not inner.relative and inner.day:
            close = inner.end
            while close < min(last, inner.end + 6) and tokens[close].text != ")":
                close += 1
            return When(i, min(close + 1, last), inner.day, inner.until, relative=True)
    return When(i, end, day, relative=True)


def _read_weekday(tokens: list[Token], i: int, last: int, today: str | None) -> When:
    weekday = WEEKDAYS[tokens[i].low]
    k = i + 1
    if k < last and tokens[k].text in (",", "("):
        inner = _read(tokens, k + 1, last, today) if k + 1 < last else None
        if inner and inner.day and inner.weekday is None and not inner.relative:
            closes = inner.end < last and tokens[inner.end].text == ")"
            return When(i, inner.end + closes, inner.day, inner.until)
    return When(i, i + 1, None, weekday=weekday)


def _read_month_first(tokens: list[Token], i: int, last: int, today: str | None) -> When | None:
    """``May 21-27, 2022``, ``June 29 – July 2``, ``April 2024``, ``in April``."""
    month, k = MONTHS[tokens[i].low], i + 1
    if k < last and tokens[k].text == ".":
        k += 1
    days = _days(tokens[k].low) if k < last else None
    if days is None:
        return _read_month(tokens, i, k, last, today, month)
    k += 1
    until_month, until_day = month, days[1]
    glued = tokens[k - 1].low.replace("–", "-").partition("-")[2]
    if glued in MONTHS and k < last and (upto := _days(tokens[k].low)):
        k, until_month, until_day = k + 1, MONTHS[glued], upto[0]
    elif until_day is None and k + 1 < last and tokens[k].text in _DASHES:
        k, until_month, until_day = _read_until(tokens, k, last, month)
    year, k = _read_year(tokens, k, last, today)
    until = compose(year, until_month, until_day, today) if until_day else None
    return _bracketed(tokens, i, k, last, compose(year, month, days[0], today), until)


def _read_until(tokens: list[Token], k: int, last: int, month: int) -> tuple[int, int, int | None]:
    """The end of a range, from the dash on: after it, its month and day."""
    right = tokens[k + 1].low
    if right in MONTHS and k + 2 < last and (days := _days(tokens[k + 2].low)):
        return k + 3, MONTHS[right], days[0]
    days = _days(right)
    return (k + 2, month, days[0]) if days else (k, month, None)


def _read_day_first(tokens: list[Token], i: int, last: int, today: str | None) -> When | None:
    """``21 July 2022``, ``21-27 July``, ``21 and 22 July``, ``the 21st of July``."""
    days = _days(tokens[i].low)
    if not days:
        return None
    k, until = i + 1, days[1]
    if until is None and k + 2 < last and tokens[k].text in _DASHES:
        second = _days(tokens[k + 1].low)
        if second and tokens[k + 2].low in MONTHS:
            k, until = k + 2, second[0]
    k += k + 1 < last and tokens[k].low == "of"
    if k >= last or tokens[k].low not in MONTHS or not tokens[k].cap:
        return None
    month = MONTHS[tokens[k].low]
    year, end = _read_year(tokens, k + 1, last, today)
    upto = compose(year, month, until, today) if until else None
    return _bracketed(tokens, i, end, last, compose(year, month, days[0], today), upto)


def _read_month(
    tokens: list[Token], i: int, k: int, last: int, today: str | None, month: int
) -> When | None:
    """A month alone; ``may`` and ``march`` are months only after a preposition."""
    year, end = _read_year(tokens, k, last, today)
    before = tokens[i - 1].low if i else ""
    if year is None and before not in (
        "in",
        "since",
        "until",
        "last",
        "this",
        "next",
        "of",
        "early",
        "late",
    ):
        return None
    if year is None and today and not today.startswith("--"):
        near = _year_of_month(month, today)
        near -= before == "last" and f"{near:04d}-{month:02d}" >= today[:7]
        return When(i, end, f"{near:04d}-{month:02d}")
    return When(i, end, f"{year:04d}-{month:02d}" if year else f"--{month:02d}")


def _bracketed(
    tokens: list[Token], i: int, end: int, last: int, day: str, until: str | None
) -> When:
    """Take ``(Stockholm time)`` and ``, Davos time`` in."""
    for k in range(end, min(end + 5, last)):
        if tokens[k].low == "time" and tokens[end].text in "(,":
            close = k + 1 < last and tokens[k + 1].text == ")" and tokens[end].text == "("
            return When(i, k + 1 + close, day, until)
    return When(i, end, day, until)


def _days(low: str) -> tuple[int, int | None] | None:
    """``21`` or ``21-27`` or ``6th`` as one or two days of a month."""
    left, _, right = low.replace("–", "-").partition("-")
    for suffix in ("st", "nd", "rd", "th"):
        left = left.removesuffix(suffix)
    if not (left.isascii() and left.isdigit() and len(left) <= 2 and 1 <= int(left) <= 31):
        return None
    if right.isascii() and right.isdigit() and len(right) <= 2 and 1 <= int(right) <= 31:
        return int(left), int(right)
    return int(left), None


def _read_year(tokens: list[Token], k: int, last: int, today: str | None) -> tuple[int | None, int]:
    """The year that ends a date, and the token after it: ``2022``, ``of last year``."""
    lows = [t.low for t in tokens[k : min(last, k + 3)]]
    if lows[1:] == ["last", "year"] and lows[0] in ("of", ",") and today and today[:1] != "-":
        return int(today[:4]) - 1, k + 3
    at = k + 1 if k < last and tokens[k].text == "," else k
    if at < last and len(tokens[at].text) == 4 and tokens[at].text.isascii():
        text = tokens[at].text
        if text.isdigit() and 1900 <= int(text) <= 2100:
            return int(text), at + 1
    return None, k


def compose(year: int | None, month: int, day: int, today: str | None) -> str:
    """A date; without a year the one that comes nearest to the day of issue, else none."""
    if year is None and today and not today.startswith("--"):
        year = _nearest_year(month, day, today)
    return f"{year:04d}-{month:02d}-{day:02d}" if year else f"--{month:02d}-{day:02d}"


def _nearest_year(month: int, day: int, today: str) -> int:
    issued = int(today[:4])
    if len(today) < 10:
        return issued
    here = _ordinal(issued, int(today[5:7]), int(today[8:10]))
    return min((issued, issued - 1, issued + 1), key=lambda y: abs(_ordinal(y, month, day) - here))


def _year_of_month(month: int, today: str) -> int:
    """A month alone is of this year, unless it lies too far off."""
    gap = month - int(today[5:7]) if len(today) >= 7 else 0
    return int(today[:4]) + (gap <= -9) - (gap >= 9)


def _ordinal(year: int, month: int, day: int) -> int:
    return year * 372 + month * 31 + day


def shift(today: str | None, days: int) -> str | None:
    """The day so many days after another; without a year it takes a common one."""
    if not today or not days or len(today) < 7:
        return today
    bare = today.startswith("--")
    try:
        moved = date.fromisoformat("2023" + today[1:] if bare else today) + timedelta(days=days)
    except ValueError:
        return None
    return moved.isoformat()[4:].rjust(7, "-") if bare else moved.isoformat()


def dates_before(day: str | None, today: str | None) -> str | None:
    """What happened lies not ahead: a day whose year was guessed goes back a year if it does."""
    if not day or not today or len(day) < 7 or day[:1] == "-" or today[:1] == "-":
        return day
    if day <= shift(today, 1)[: len(day)]:  # type: ignore[index]
        return day
    return f"{int(day[:4]) - 1:04d}{day[4:]}"


def resolve_weekday(weekday: int, today: str | None, ahead: bool) -> str | None:
    """The day of a bare weekday: the last one, or the next when it lies ahead."""
    if not today or today.startswith("--") or len(today) < 10:
        return None
    here = date.fromisoformat(today)
    back = (here.weekday() - weekday) % 7
    moved = here + timedelta(days=(7 - back) % 7 if ahead else -back)
    return moved.isoformat()
