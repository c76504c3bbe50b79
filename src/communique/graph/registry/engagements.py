"""Events without a name of their own: meetings, calls, dinners.

Two reports are of one when they tell of one pair that met, on one day and in one place. Aides and
attendees neither join nor split: they stand in no pair. An issuer that tells of a pair twice, once
with others, tells of two meetings more often than of one; so does a meeting of three beside one of
two of them.
"""

from collections.abc import Callable
from functools import lru_cache

from communique.graph.registry.profile import Profile
from communique.graph.registry.whereabouts import agree_on_place, has_day
from communique.identity.event_wording import event_words
from communique.identity.verdict import Comparison, different, doubt, same

Pairs = frozenset[tuple[str, str]]
_LOCAL = "@"
_REMOTE = "remote"
_MEALS = ("breakfast", "lunch", "dinner")
_ANY = "any"
_UNKNOWN = ""
_SCORE, _DOUBT = 0.88, 0.6
_PAIR, _KIND = 0.02, 0.01
_PAIRS_COUNTED = 4


def blocks(profile: Profile) -> frozenset[str]:
    """The day, where it is known in full."""
    return frozenset((f"day:{profile.date}",)) if has_day(profile) else frozenset()


def weigh(
    one: Profile,
    other: Profile,
    person_of: Callable[[str], str],
) -> Comparison | None:
    """Weigh two events without names; arguments and answer as in `events.weigh`."""
    if one.release and one.release == other.release:
        return different("one release tells of both")
    if one.date != other.date or not has_day(one):
        return None
    met, others = _pairs(one, person_of), _pairs(other, person_of)
    if not _people(_told(met)) & _people(_told(others)):
        return None
    place = agree_on_place(one, other)
    if contradiction := _contradict(one, other, place):
        return contradiction
    shared = _told(met) & _told(others)
    if not shared:
        return None
    between = met != others and (_doubt_issuer(one, other) or _doubt_third(met, others))
    return between or _judge(one, other, len(shared), place)


def _doubt_issuer(one: Profile, other: Profile) -> Comparison | None:
    """One issuer tells of a pair, with others and without: it writes a release for each meeting."""
    if not one.issuer or one.issuer != other.issuer:
        return None
    return doubt(0.6, "the same pair and day, told by one issuer with others and without")


def _doubt_third(met: Pairs, others: Pairs) -> Comparison | None:
    """Somebody met both of a pair of which the other report tells alone."""
    first, second = _told(met), _told(others)
    if _is_of_three(first, second) or _is_of_three(second, first):
        return doubt(0.6, "the same pair and day, perhaps of two and then of three")
    return None


def _pairs(profile: Profile, person_of: Callable[[str], str]) -> Pairs:
    """Who met whom, as nodes; who is local to a release is nobody in particular."""
    nodes = ((person_of(one), person_of(other)) for one, other in profile.pairs)
    plain = ((_LOCAL if _LOCAL in a else a, _LOCAL if _LOCAL in b else b) for a, b in nodes)
    return frozenset((min(pair), max(pair)) for pair in plain if pair[0] != pair[1])


def _told(pairs: Pairs) -> Pairs:
    return frozenset(pair for pair in pairs if _LOCAL not in pair)


def _is_of_three(pairs: Pairs, others: Pairs) -> bool:
    """Whether one met both of a pair in common, of whom the other report knows nothing."""
    more = sorted(_people(pairs) - _people(others))
    return any(
        {(min(third, who), max(third, who)) for who in pair} <= pairs
        for pair in sorted(pairs & others)
        for third in more
    )


def _people(pairs: Pairs) -> frozenset[str]:
    return frozenset(node for pair in pairs for node in pair)


def _contradict(one: Profile, other: Profile, place: bool | None) -> Comparison | None:
    """Say why two events of one person on one day can't be one."""
    first, second = sorted((_sort(one), _sort(other)))
    if _REMOTE in (first, second):
        apart = first not in (second, _UNKNOWN)
        return different("a call, and a meeting in person") if apart else None
    if first != second and first in _MEALS and second in _MEALS:
        return different(f"{first} and {second}")
    return different("in different places") if place is False else None


def _judge(one: Profile, other: Profile, pairs: int, place: bool | None) -> Comparison:
    """Weigh two events of one pair on one day that nothing contradicts."""
    sorts = {_sort(one), _sort(other)}
    more = _PAIR * (min(pairs, _PAIRS_COUNTED) - 1) + _KIND * (len(sorts) == 1)
    if len(sorts - {_ANY, _UNKNOWN}) > 1 or sorts == {_UNKNOWN, _REMOTE}:
        return doubt(round(_DOUBT + more, 2), "the same pair and day, perhaps two occasions")
    if _REMOTE in sorts:
        return same(round(_SCORE + more, 2), "a call of the same pair on the same day")
    if place is None:
        return doubt(round(_DOUBT + more, 2), "the same pair and day, the place not said by both")
    return same(round(_SCORE + more, 2), "the same pair, day and place")


def _sort(profile: Profile) -> str:
    return _sorted_out(profile.name, profile.kind)


@lru_cache(maxsize=65536)
def _sorted_out(name: str, kind: str | None) -> str:
    """What an event is, as far as that tells it from another on the same day."""
    said = name.casefold() if len(name) < 80 else ""
    for word in (said, said.split()[-1] if said.split() else "", kind or ""):
        for sort in (_REMOTE, *_MEALS):
            if word and word in event_words(sort, "kinds"):
                return sort
    if not kind:
        return _UNKNOWN
    return _ANY if kind in event_words(_ANY, "kinds") else kind
