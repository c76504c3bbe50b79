"""Which profiles of organizations are one: by the keys of their names, and by acronyms.

An acronym is one body's only where a release says so: it has to stand among the names of a profile
beside a name that it fits. Names that hold no name of a place or body ("Ministry of Foreign
Affairs") are one body's within the releases of one issuer alone, unless the country is known.
"""

from dataclasses import dataclass
from functools import lru_cache

from communique.graph.registry.profile import Profile
from communique.identity.acronyms import abbreviates
from communique.identity.bodies import (
    acronym_key,
    body_key,
    country_slug,
    differ_by_place,
    expansion_fits,
    is_abroad,
    is_acronym,
    is_generic,
)
from communique.identity.verdict import Comparison, different, doubt, same

_LABEL = "organization"
_TELLING = 4
"""From so many letters on, an acronym alone is one body's whoever publishes it."""


@dataclass(frozen=True, slots=True)
class _Names:
    """The names of a profile as keys.

    Attributes:
        own: Keys of names that are a body's own.
        generic: Keys of names that many bodies have.
        acronyms: Acronyms that fit a name, or all where there is no other name.
        forms: The names as they stand, without acronyms.
    """

    own: frozenset[str]
    generic: frozenset[str]
    acronyms: frozenset[str]
    forms: tuple[str, ...]

    @property
    def telling(self) -> frozenset[str]:
        """Those that tell which body it is: its own, else the generic ones."""
        return self.own or self.generic

    @property
    def bare(self) -> bool:
        """Whether it has acronyms alone."""
        return not self.own and not self.generic


def blocks(profile: Profile) -> frozenset[str]:
    """Tell under which keys an organization is to be sought.

    Args:
        profile: The profile of an organization.

    Returns:
        Keys that begin with ``organization:``; none for a group, which is only itself.
    """
    if _is_group(profile):
        return frozenset()
    names = _names(profile)
    generic = names.generic if profile.issuer else ()
    return frozenset(
        (
            *(f"{_LABEL}:{key}" for key in names.own),
            *(f"{_LABEL}:{key}@{profile.issuer}" for key in generic),
            *(f"{_LABEL}:{key}~" for key in names.acronyms),
        )
    )


def weigh(one: Profile, other: Profile) -> Comparison | None:
    """Weigh whether two profiles are of one organization.

    Args:
        one: The profile of an organization.
        other: Another.

    Returns:
        Same, doubt or different, with the reason; None where nothing speaks for it.
    """
    if _is_group(one) or _is_group(other):
        return None
    if one.country and other.country and one.country != other.country:
        return different("of two countries")
    mine = _names(one)
    theirs = _names(other)
    near = bool(one.issuer) and one.issuer == other.issuer
    if mine.own & theirs.own:
        return same(0.98 if near else 0.95, "one name")
    acronym = min(mine.acronyms & theirs.acronyms, default="")
    if mine.bare and theirs.bare:
        return _weigh_bare(acronym, near=near)
    if mine.bare or theirs.bare:
        return _weigh_defined(mine.own | theirs.own, acronym, near=near)
    return _weigh_full(mine, theirs, acronym, near=near)


def _is_group(profile: Profile) -> bool:
    return not profile.named or profile.kind == "group"


def _weigh_bare(acronym: str, *, near: bool) -> Comparison | None:
    """Weigh profiles that have nothing but acronyms."""
    if not acronym:
        return None
    if near:
        return same(0.88, "one acronym from one issuer")
    if len(acronym) >= _TELLING:
        return same(0.82, "one long acronym")
    return doubt(0.5, "one short acronym")


def _weigh_defined(own: frozenset[str], acronym: str, *, near: bool) -> Comparison | None:
    """Weigh an acronym alone and a profile that has it beside a name."""
    if not acronym or not (near or own):
        return None
    if near:
        return same(0.92, "an acronym and its name, from one issuer")
    return same(0.84, "an acronym and its name")


def _weigh_full(mine: _Names, theirs: _Names, acronym: str, *, near: bool) -> Comparison | None:
    """Weigh profiles with names of which none that is a body's own is the same."""
    if not _can_be_one(mine, theirs):
        return different("two names")
    if acronym and (near or (mine.own and theirs.own)):
        return same(0.86, "one acronym, and names that differ by a country at most")
    if not near or not mine.generic & theirs.generic:
        return None
    if mine.own or theirs.own:
        return doubt(0.6, "one general name from one issuer, once with a country")
    return same(0.9, "one general name from one issuer")


def _can_be_one(mine: _Names, theirs: _Names) -> bool:
    """Whether the names, different as they are, don't contradict each other."""
    keys = ((a, b) for a in mine.telling for b in theirs.telling)
    forms = ((a, b) for a in mine.forms for b in theirs.forms)
    return any(a == b or differ_by_place(a, b) for a, b in keys) or any(
        abbreviates(a, b) or abbreviates(b, a) for a, b in forms
    )


def _names(profile: Profile) -> _Names:
    return _keys(profile.names, profile.name, profile.country or "", profile.issuer)


@lru_cache(maxsize=65536)
def _keys(names: tuple[str, ...], name: str, country: str, issuer: str) -> _Names:
    forms = sorted({name, *names})
    short = [form for form in forms if is_acronym(form)]
    full = [form for form in forms if form not in short]
    kept = [a for a in short if not full or any(expansion_fits(a, form) for form in full)]
    told = [form for form in kept if acronym_key(form) != body_key(form)]
    keys = frozenset(_specify(body_key(form), country, issuer) for form in (*full, *told))
    own = frozenset(key for key in keys if not is_generic(key))
    acronyms = frozenset(acronym_key(form) for form in kept if form not in told)
    return _Names(own, keys - own, acronyms, tuple(full))


def _specify(key: str, country: str, issuer: str) -> str:
    """The key of a body's own, for a generic one, where its country or its issuer tells it.

    The Ministry of Trade in releases of the Ministry of Trade of X is that of X.
    """
    if not is_generic(key):
        return key
    slug = country_slug(country)
    if slug and not is_abroad(key):
        return body_key(f"{slug} {key}")
    own = body_key(issuer) if issuer else ""
    return own if own and differ_by_place(key, own) else key
