"""Events with a name: one is told from another of its series by edition, else by year.

A name that many events are called by (``press conference``) tells little: then it takes the day
and the place too.
"""

from dataclasses import dataclass
from functools import lru_cache

from communique.graph.registry.profile import Profile
from communique.graph.registry.whereabouts import agree_on_place, days_between, has_day, span
from communique.identity.event_wording import event_words
from communique.identity.events import EventName, is_called, parse_event
from communique.identity.verdict import Comparison, different, doubt, same

Years = tuple[int, int]
_RECURS = 10
"""Days after which a recurrent event may be the next."""
_SEASON = 31
"""Days after which an event in another place is another, even in one year."""


@dataclass(frozen=True, slots=True)
class Series:
    """What the names of a profile tell.

    Attributes:
        bases: The keys of its names, without edition and year.
        common: Whether those are names that many events have.
        acronyms: Acronyms that stand in its names.
        edition: Which of the series.
        years: The first and last year, from the names.
        recurrent: Whether its body has several such in a year.
    """

    bases: frozenset[str]
    common: bool
    acronyms: frozenset[str]
    edition: int | None
    years: Years | None
    recurrent: bool


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
    return _read(profile.names, profile.name)


@lru_cache(maxsize=65536)
def _read(names: tuple[str, ...], fullest: str) -> Series:
    called = [fullest, *(name for name in names if name != fullest and is_called(name, fullest))]
    told = [parse_event(name) for name in called]
    bases = {base: event.common for event in reversed(told) for base in _bases(event)}
    telling = frozenset(base for base in bases if not bases[base])
    return Series(
        bases=telling or frozenset(bases),
        common=not telling,
        acronyms=frozenset(event.acronym.casefold() for event in told if event.acronym),
        edition=next((event.edition for event in told if event.edition), None),
        years=next(filter(None, map(_years, told)), None),
        recurrent=told[0].recurrent,
    )


def _bases(event: EventName) -> tuple[str, ...]:
    acronym = (event.acronym or "").casefold()
    within = acronym in event.words
    return tuple(filter(None, (event.base, "" if within else acronym)))


def _years(event: EventName) -> Years | None:
    return (event.year, event.last_year or event.year) if event.year else None


def _years_of(profile: Profile) -> Years | None:
    """The years of an event, from its names, else from its days."""
    days = span(profile)
    return series_of(profile).years or ((days[0].year, days[1].year) if days else None)


def weigh(one: Profile, other: Profile) -> Comparison | None:
    """Weigh two events with names; arguments and answer as in `events.weigh`."""
    first, second = series_of(one), series_of(other)
    if first.common != second.common:
        return None
    if not first.bases & second.bases:
        return _weigh_acronyms(first, second)
    if contradiction := _contradict(one, other):
        return contradiction
    place = agree_on_place(one, other)
    if first.common:
        return _weigh_common(one, other, place)
    if first.edition and second.edition:
        both = _years_of(one) and _years_of(other)
        return same(0.97 if both else 0.95, "the same name and edition")
    return _weigh_years(one, other, place)


def _contradict(one: Profile, other: Profile) -> Comparison | None:
    """Say why two events of one series are two: editions tell, else years."""
    first, second = series_of(one), series_of(other)
    if first.edition and second.edition and first.edition != second.edition:
        return different("other editions of one series")
    years, others = _years_of(one), _years_of(other)
    if not years or not others:
        return None
    if first.edition and second.edition:
        far = _gap(years, others) > 1
        return different("the same name and edition, years far apart") if far else None
    return different("the same name, other years") if _gap(years, others) else None


def _weigh_years(one: Profile, other: Profile, place: bool | None) -> Comparison | None:
    """Weigh two events of one series of which at most one tells the edition."""
    if _years_of(one) and _years_of(other):
        return _weigh_days(one, other, place)
    if series_of(one).edition or series_of(other).edition:
        dated = _years_of(one) or _years_of(other)
        return (
            doubt(0.4, "the same name and place, one edition and one year")
            if place and dated
            else None
        )
    if one.date or other.date or _years_of(one) or _years_of(other):
        return None
    if place is False and series_of(one).recurrent:
        return doubt(0.4, "the same name, no year, other places")
    return same(0.85, "the same name, and no year in either")


def _weigh_days(one: Profile, other: Profile, place: bool | None) -> Comparison:
    """Weigh two events of one series and one year by how near their days are."""
    recurrent = series_of(one).recurrent or series_of(other).recurrent
    apart = days_between(one, other)
    if apart is None:
        return same(0.91, "the same name and year")
    far = apart > (_RECURS if recurrent else _SEASON)
    if far and place is False:
        return different("the same name and year, in other places, long apart")
    if far and recurrent:
        return doubt(0.5, "the same name and year, but such recur within a year")
    return same(0.93 if apart <= _RECURS else 0.9, "the same name and year")


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


def _weigh_common(one: Profile, other: Profile, place: bool | None) -> Comparison | None:
    """Weigh two events by a name that tells little."""
    if place is False:
        return different("a common name, in different places")
    day = has_day(one) and has_day(other) and not days_between(one, other)
    edition = (
        series_of(one).edition is not None and series_of(one).edition == series_of(other).edition
    )
    if place and (day or edition):
        return same(0.86, f"a common name, the same place and {'day' if day else 'edition'}")
    if day and one.issuer and one.issuer == other.issuer:
        return same(0.82, "a common name, the same day and issuer")
    return doubt(0.5, "a common name on the same day") if day else None
