"""Whether two profiles are of one person: what names, offices, time and company say together."""

from collections.abc import Iterator

from communique.graph.registry.blocking import blocks
from communique.graph.registry.evidence import days, weight
from communique.graph.registry.likeness import Likeness, Names, liken
from communique.graph.registry.offices import Offices, match
from communique.graph.registry.profile import Profile
from communique.graph.registry.spans import gap
from communique.identity import Comparison
from communique.identity.verdict import different, doubt, same

__all__ = ["blocks", "weigh"]

_BEST_DOUBT = 0.79
"""Scores above 0.8 are of the same."""


def weigh(one: Profile, other: Profile) -> Comparison | None:
    """Weigh what speaks for and against two profiles being one person.

    Args:
        one: A profile of a person.
        other: Another.

    Returns:
        Same, where the evidence is enough; doubt, where a person should look at it; different,
        where something contradicts it; None, where nothing speaks for it. The same whichever
        comes first.
    """
    if one.id in other.apart or other.id in one.apart:
        return different("one release tells them apart")
    names = liken(one.names, other.names)
    if names.likeness is Likeness.OTHER:
        return None
    if names.likeness is Likeness.KIN:
        return different(names.reason)
    offices, between = match(one.held, other.held), gap(one, other)
    if why := _contradiction(offices, between):
        return different(why)
    pieces = tuple(_pieces(one, other, offices, between))
    total = names.weight + sum(value for value, _ in pieces)
    reason = ", ".join((names.reason, *(why for value, why in pieces if value > 0)))
    known = one.issuer == other.issuer != "" or not one.companions.isdisjoint(other.companions)
    if total >= weight("same", "lines") and _is_enough(names, offices, between, known):
        return same(_score(total), reason)
    return _doubt(names, offices, between, total, reason, known)


def _contradiction(offices: Offices, between: int | None) -> str:
    if between is not None and between > days("life"):
        return "more than a life in public between them"
    if offices.abroad:
        return "offices in two countries"
    if offices.seats and (between is None or between <= days("overlap")):
        return "seats in two places at one time"
    return ""


def _pieces(
    one: Profile, other: Profile, offices: Offices, between: int | None
) -> Iterator[tuple[float, str]]:
    """Each piece of evidence: what it weighs, and in words."""
    if offices.told:
        yield offices.weight, offices.reason
    if one.issuer and one.issuer == other.issuer:
        yield weight("issuer"), "the same issuer"
    if company := len(one.companions & other.companions):
        most = int(weight("companions"))
        words = "one in their company" if company == 1 else f"{company} in the company of both"
        yield weight("companion") * min(company, most), words
    if places := len(one.places & other.places):
        yield weight("place") * min(places, int(weight("places"))), "seen in the same place"
    if between is not None and between <= days("near"):
        yield weight("near"), "at one time" if between == 0 else "within two years"
    if between is not None and between > days("far"):
        yield weight("far"), ""


def _is_enough(names: Names, offices: Offices, between: int | None, known: bool) -> bool:
    """Whether what names leave open is told by an office held at one time."""
    if names.likeness is Likeness.SAME:
        return True
    if not (offices.title and _is_near(offices, between)):
        return False
    if names.likeness is Likeness.DOUBT:
        return offices.body or names.weight >= weight("faint", "names")
    return offices.body or (known if names.common else known or offices.firm)


def _is_near(offices: Offices, between: int | None) -> bool:
    limit = days("term" if offices.body else "near")
    return between is not None and between <= limit


def _doubt(
    names: Names, offices: Offices, between: int | None, total: float, reason: str, known: bool
) -> Comparison | None:
    """A person is only asked where more than the name speaks for it."""
    if total < weight("doubt", "lines"):
        return None
    found = doubt(min(_BEST_DOUBT, round(_score(total) - 0.2, 4)), reason)
    if names.likeness is Likeness.SAME:
        return found
    if offices.title and (offices.body or (known and _is_near(offices, between))):
        return found
    alone = names.likeness is Likeness.ALONE and not offices.told and not names.common
    return found if alone and known and _is_near(offices, between) else None


def _score(total: float) -> float:
    """From 0.8 for nothing to 1 for all that can be said."""
    most = weight("most", "lines")
    return round(0.8 + 0.2 * max(0.0, min(total, most)) / most, 4)
