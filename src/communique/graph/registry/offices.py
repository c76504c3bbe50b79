"""How the offices of two profiles of people stand to each other."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from communique.graph.registry.evidence import (
    home,
    is_abroad,
    is_generic,
    is_head,
    is_past,
    is_seat,
    ranks,
    weight,
)
from communique.graph.registry.profile import Held

MOST = 8
"""Of so many offices each is compared."""


@dataclass(frozen=True, slots=True)
class Offices:
    """How the offices of two profiles stand to each other.

    Attributes:
        weight: What they weigh together.
        reason: In words; empty where there is nothing to say.
        title: Whether a title is shared and no body contradicts it.
        firm: Whether that title is of the same body, or is one that few hold.
        body: Whether a body is shared.
        abroad: Whether their countries contradict each other.
        like: Whether one title says the other in fewer words.
        seats: Whether both hold seats of bodies that may be two.
        places: Whether those are two places: who holds both at one time is not one person.
        told: Whether both sides tell an office.
    """

    weight: float = 0.0
    reason: str = ""
    title: bool = False
    firm: bool = False
    body: bool = False
    abroad: bool = False
    like: bool = False
    seats: bool = False
    places: bool = False
    told: bool = False


def match(one: tuple[Held, ...], other: tuple[Held, ...]) -> Offices:
    """Hold the offices of two profiles against each other.

    Args:
        one: Those of one, sorted.
        other: Those of the other.

    Returns:
        What they say; the same whichever comes first.
    """
    return _match(min(one, other), max(one, other)) if one and other else Offices()


@lru_cache(maxsize=1 << 18)
def _match(one: tuple[Held, ...], other: tuple[Held, ...]) -> Offices:
    p, q = one[:MOST], other[:MOST]
    value, reason, kind = max((_pair(a, b) for a, b in product(p, q)), key=lambda found: found[:2])
    union = {held.title for held in (*p, *q)}
    shared = {held.title for held in p} & {held.title for held in q}
    if kind not in ("none", "like"):
        value *= 0.5 + 0.5 * len(shared or union) / len(union)
    countries = _countries(p), _countries(q)
    if countries[0] & countries[1]:
        value += weight("country")
    title = kind in ("office", "title", "generic")
    two = (pair for pair in product(p, q) if _are_two_seats(*pair))
    seats = list(two) if kind != "office" else []
    return Offices(
        weight=value,
        reason=reason,
        title=title,
        firm=kind in ("office", "title"),
        body=kind in ("office", "body"),
        abroad=kind != "office" and all(countries) and not countries[0] & countries[1],
        like=kind == "like",
        seats=bool(seats),
        places=any((a.country and b.country) or not is_head(a.title) for a, b in seats),
        told=True,
    )


def _pair(a: Held, b: Held) -> tuple[float, str, str]:
    """What two offices weigh, why, and of which kind it is."""
    if a.title != b.title:
        return _pair_of_titles(a, b)
    like = _likeness(a, b)
    if like in ("same", "like"):
        body = min(a.body, b.body, key=lambda each: (len(each), each))
        key = "office" if like == "same" else "office_like"
        return weight(key), f"both {a.title} of {body}", "office"
    if like == "unsaid":
        kind = "generic" if is_generic(a.title) else "title"
        return weight("generic_title" if kind == "generic" else kind), f"both {a.title}", kind
    return weight("differ"), f"{a.title} of two bodies", "none"


def _pair_of_titles(a: Held, b: Held) -> tuple[float, str, str]:
    if a.body and a.body == b.body:
        return weight("body"), f"both of {a.body}", "body"
    if _shortens(a.title, b.title) and _likeness(a, b) != "other":
        return weight("title_like"), f"{min(a.title, b.title)} and {max(a.title, b.title)}", "like"
    return weight("differ"), "other offices", "none"


def _likeness(a: Held, b: Held) -> str:
    if not a.body or not b.body:
        return "unsaid" if not _abroad(a, b) else "other"
    if a.body == b.body:
        return "same"
    short, long = sorted((a.body, b.body), key=len)
    if long.startswith(f"{short} of ") or (is_head(a.title) and a.country == b.country != ""):
        return "like"
    return "other"


def _shortens(one: str, other: str) -> bool:
    """``under secretary`` and ``under secretary political affairs``, as keys of sorted words.

    What is left out is no rank: a deputy director is no director.
    """
    short, long = sorted((frozenset(one.split()), frozenset(other.split())), key=len)
    return short < long and (long - short).isdisjoint(ranks())


def _abroad(a: Held, b: Held) -> bool:
    return bool(a.country and b.country) and home(a.country) != home(b.country)


def _are_two_seats(a: Held, b: Held) -> bool:
    if not (is_seat(a.title) and is_seat(b.title) and a.body and b.body):
        return False
    return _likeness(a, b) == "other" and not (is_past(a.title) or is_past(b.title))


def _countries(held: Iterable[Held]) -> frozenset[str]:
    return frozenset(_at_home(held))


def _at_home(held: Iterable[Held]) -> Iterator[str]:
    """The countries of offices; of who serves abroad they tell nothing."""
    for each in held:
        if each.country and not is_abroad(each.title):
            yield home(each.country)
