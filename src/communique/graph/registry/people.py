"""Whether two profiles are of one person: what names, offices, time and company say together."""

from collections.abc import Iterator

from communique.graph.registry.blocking import blocks
from communique.graph.registry.evidence import days, weight
from communique.graph.registry.likeness import Likeness, Names, is_alone, liken
from communique.graph.registry.offices import Offices, match
from communique.graph.registry.profile import Profile
from communique.graph.registry.sole import Sole
from communique.graph.registry.spans import gap
from communique.identity import Comparison, Verdict
from communique.identity.names import parse
from communique.identity.verdict import different, doubt, same

__all__ = ["blocks", "is_lone", "weigh"]

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
    names = liken(one.names, other.names)
    offices, between = match(one.held, other.held), gap(one, other)
    if one.id in other.apart or other.id in one.apart:
        return different("one release tells them apart")
    if names.likeness is Likeness.UNLIKE:
        return None
    if why := _contradiction(names, offices, between):
        return different(why)
    return _add(one, other, names, offices, between)


def _add(
    one: Profile, other: Profile, names: Names, offices: Offices, between: int | None
) -> Comparison | None:
    """Add up what speaks for two being one, of whom nothing tells that they are not."""
    pieces = tuple(_pieces(one, other, offices, between))
    total = names.weight + sum(value for value, _ in pieces)
    reason = ", ".join((names.reason, *(why for value, why in pieces if value > 0)))
    issuer = one.issuer == other.issuer != ""
    if total >= weight("same", "lines") and _is_enough(names, offices, between, issuer=issuer):
        return same(_score(total), reason)
    lone, whole = (one, other) if is_lone(one) else (other, one)
    fits = offices.like or offices.title or not lone.held
    if issuer and fits and _is_sole(names, between, total) and not is_lone(whole):
        return Sole(Verdict.DOUBT, _doubtful(total), reason, lone.id)
    known = issuer or not one.companions.isdisjoint(other.companions)
    return _doubt(names, offices, between, total, reason, known)


def _contradiction(names: Names, offices: Offices, between: int | None) -> str:
    if names.likeness in (Likeness.KIN, Likeness.OTHER):
        return names.reason
    if between is not None and between > days("life"):
        return "more than a life in public between them"
    if offices.abroad:
        return "offices in two countries"
    if offices.places and _is_at_once(between):
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


def _is_enough(names: Names, offices: Offices, between: int | None, *, issuer: bool) -> bool:
    """Whether what names leave open is told by an office held at one time.

    Without its body a title tells only within the releases of one issuer, or where few hold such
    a title and few have the surname.
    """
    if names.likeness is Likeness.SAME:
        return not (offices.seats and _is_at_once(between))
    if not (offices.title and _is_near(offices, between)):
        return False
    if not (offices.body or issuer or (offices.firm and not names.common)):
        return False
    told = offices.body or names.weight >= weight("faint", "names")
    return names.likeness is Likeness.ALONE or told


def _is_sole(names: Names, between: int | None, total: float) -> bool:
    """Whether a surname that few have is enough if nobody else with it can be meant."""
    near = between is not None and between <= days("near")
    enough = near and total >= weight("sole", "lines")
    return enough and names.likeness is Likeness.ALONE and not names.common


def is_lone(profile: Profile) -> bool:
    """Tell a profile that has a surname and nothing more."""
    return all(is_alone(parse(name)) for name in profile.names)


def _is_at_once(between: int | None) -> bool:
    return between is None or between <= days("overlap")


def _is_near(offices: Offices, between: int | None) -> bool:
    limit = days("term" if offices.body else "near")
    return between is not None and between <= limit


def _doubt(
    names: Names, offices: Offices, between: int | None, total: float, reason: str, known: bool
) -> Comparison | None:
    """A person is only asked where more than the name speaks for it."""
    if total < weight("doubt", "lines"):
        return None
    found = doubt(_doubtful(total), reason)
    if names.likeness is Likeness.SAME:
        return found
    if offices.title and (offices.body or (known and _is_near(offices, between))):
        return found
    alone = names.likeness is Likeness.ALONE and not offices.told and not names.common
    return found if alone and known and _is_near(offices, between) else None


def _doubtful(total: float) -> float:
    return min(_BEST_DOUBT, round(_score(total) - 0.2, 4))


def _score(total: float) -> float:
    """From 0.8 for nothing to 1 for all that can be said."""
    most = weight("most", "lines")
    return round(0.8 + 0.2 * max(0.0, min(total, most)) / most, 4)
