"""Whether two profiles are of one place: the gazetteer tells, else name and country."""

from communique.graph.identity import name_key
from communique.graph.registry.profile import Profile
from communique.identity.verdict import Comparison, same


def blocks(profile: Profile) -> frozenset[str]:
    """Bring together places that may be one.

    Args:
        profile: A place's.

    Returns:
        Its keys.
    """
    return frozenset((f"place:@{profile.gazetteer}",)) if profile.gazetteer else frozenset()


def weigh(one: Profile, other: Profile) -> Comparison | None:
    """Hold two places against each other.

    Args:
        one: A place.
        other: Another.

    Returns:
        Same for one id in the gazetteer, or one name in countries that don't differ; else None: two
        places with one name are told apart by nothing more than that.
    """
    if one.gazetteer and other.gazetteer:
        alike = one.gazetteer == other.gazetteer
        return same(1.0, "one place of the gazetteer") if alike else None
    if _differ(one.country, other.country) or not _share_name(one, other):
        return None
    known = one.country or other.country
    return same(0.9 if known else 0.85, "the same name, in countries that don't differ")


def _share_name(one: Profile, other: Profile) -> bool:
    return bool({*map(name_key, one.names)} & {*map(name_key, other.names)})


def _differ(one: str | None, other: str | None) -> bool:
    return bool(one and other and one != other)
