"""Events with a name: one is told from another of its series by edition, else by year.

A name that many events are called by (``press conference``) tells little: then it takes the day
and the place too.
"""

from dataclasses import dataclass
from functools import lru_cache

from communique.graph.registry.profile import Profile
from communique.graph.registry.whereabouts import agree_on_day, agree_on_place, has_day
from communique.identity.event_wording import event_words
from communique.identity.events import EventName, is_called, parse_event
from communique.identity.verdict import Comparison, different, doubt, same

Years = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Series:
    """What the names of a profile tell.

    Attributes:
        bases: The keys of its names, without edition and year.
        common: Whether those are names that many events have.
        acronyms: Acronyms that stand in its names.
        edition: Which of the series.
        years: The first and last year, from the names, else from the days.
    """

    bases: frozenset[str]
    common: bool
    acronyms: frozenset[str]
    edition: int | None
    years: Years | None

    @property
    def dated(self) -> bool:
        """Whether anything tells which of its series it is."""
        return self.edition is not None or self.years is not None


def blocks(profile: Profile) -> frozenset[str]:
    """The names without edition and year; those that many have, with the month or the edition."""
    series = series_of(profile)
    if series.common:
        when = {f"#{series.edition}"} if series.edition else set()
        when |= {f"@{profile.date[:7]}"} if profile.date and has_day(profile) else set()
        return frozenset(f"name:{base}{part}" for base in series.bases for part in when)
    found = {f"name:{base}" for base in series.bases}
    if series.edition:
        found |= {f"acronym:{acronym}#{series.edition}" for acronym in series.acronyms}
    return frozenset(found)


def series_of(profile: Profile) -> Series:
    """Read the names and days of a profile."""
    return _read(profile.names, profile.name, profile.date, profile.end_date)


@lru_cache(maxsize=65536)
def _read(names: tuple[str, ...], fullest: str, first: str | None, last: str | None) -> Series:
    called = [fullest, *(name for name in names if name != fullest and is_called(name, fullest))]
    told = [parse_event(name) for name in called]
    bases = {base: event.common for event in reversed(told) for base in _bases(event)}
    telling = frozenset(base for base in bases if not bases[base])
    return Series(
        bases=telling or frozenset(bases),
        common=not telling,
        acronyms=frozenset(event.acronym.casefold() for event in told if event.acronym),
        edition=next((event.edition for event in told if event.edition), None),
        years=next(filter(None, map(_years, told)), None) or _years_of_days(first, last),
    )


def _bases(event: EventName) -> tuple[str, ...]:
    acronym = (event.acronym or "").casefold()
    within = acronym in event.words
    return tuple(filter(None, (event.base, "" if within else acronym)))


def _years(event: EventName) -> Years | None:
    return (event.year, event.last_year or event.year) if event.year else None


def _years_of_days(first: str | None, last: str | None) -> Years | None:
    years = [int(day[:4]) for day in (first, last) if day and day[:4].isdecimal()]
    return (min(years), max(years)) if years else None


def weigh(one: Profile, other: Profile) -> Comparison | None:
    """Weigh two events with names; arguments and answer as in `events.weigh`."""
    first, second = series_of(one), series_of(other)
    if first.common != second.common:
        return None
    if not first.bases & second.bases:
        return _weigh_acronyms(first, second)
    if first.common:
        return _weigh_common(one, other)
    return _weigh_series(one, other)


def _weigh_series(one: Profile, other: Profile) -> Comparison | None:
    """Weigh two events of one series."""
    first, second = series_of(one), series_of(other)
    if first.edition and second.edition:
        return _weigh_editions(first, second)
    if first.years and second.years:
        if _gap(first.years, second.years):
            return different("the same name, other years")
        return same(0.92, "the same name and year")
    if first.dated or second.dated:
        return _weigh_half(first, second)
    if one.date or other.date:
        return None
    return same(0.85, "the same name, and no year in either")


def _weigh_editions(first: Series, second: Series) -> Comparison:
    if first.edition != second.edition:
        return different("other editions of one series")
    if first.years and second.years:
        if _gap(first.years, second.years) > 1:
            return different("the same name and edition, years far apart")
        return same(0.97, "the same name, edition and year")
    return same(0.95, "the same name and edition")


def _weigh_half(first: Series, second: Series) -> Comparison | None:
    """Weigh an event of an edition and one of a year: they may be one. Others are not held."""
    if first.dated and second.dated:
        return doubt(0.4, "the same name, an edition in one and a year in the other")
    return None


def _gap(one: Years, other: Years) -> int:
    """How many years lie between; nought where they have one in common."""
    return max(one[0] - other[1], other[0] - one[1], 0)


def _weigh_acronyms(first: Series, second: Series) -> Comparison | None:
    """Weigh ``COP30`` and ``COP30 summit``."""
    if not first.edition or first.edition != second.edition:
        return None
    for acronym in sorted(first.acronyms & second.acronyms):
        for alone, longer in ((first, second), (second, first)):
            more = (
                set(base.split()) - {acronym} for base in longer.bases if acronym in base.split()
            )
            if acronym in alone.bases and any(words <= event_words("heads") for words in more):
                return doubt(0.6, "the same acronym and edition")
    return None


def _weigh_common(one: Profile, other: Profile) -> Comparison | None:
    """Weigh two events by a name that tells little."""
    first, second = series_of(one), series_of(other)
    if first.edition and second.edition and first.edition != second.edition:
        return different("other editions of one name")
    if first.years and second.years and _gap(first.years, second.years) > 0:
        return different("the same name, other years")
    place, day = agree_on_place(one, other), agree_on_day(one, other)
    if place is False:
        return different("a common name, in different places")
    edition = first.edition is not None and first.edition == second.edition
    if place and (day or edition):
        return same(0.86, f"a common name, the same place and {'day' if day else 'edition'}")
    if day and one.issuer and one.issuer == other.issuer:
        return same(0.82, "a common name, the same day and issuer")
    return doubt(0.5, "a common name on the same day") if day else None
