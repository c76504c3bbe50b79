"""Which seat an office is: its title, and the body or place it is of."""

from communique.graph.registry.profile import Profile
from communique.identity.acronyms import expansion_fits
from communique.identity.bodies import body_key
from communique.identity.titles import office_key
from communique.identity.verdict import Comparison, same


def seat(profile: Profile, node_of: str | None) -> tuple[str, str]:
    """Tell which seat an office is.

    Args:
        profile: An office's.
        node_of: The node of the organization or place it is of.

    Returns:
        The keys of its title and of its body: an organization's by the name that its node has, so
        that an acronym and the full name are one; empty where the office is of nothing.
    """
    slug = node_of.partition(":")[2].partition("~")[0].replace("-", " ") if node_of else None
    title, body = office_key(profile.name, profile.title, slug)
    if slug and " " not in body and body != slug and expansion_fits(body, slug):
        return title, body_key(slug)
    return title, body


def weigh(one: tuple[str, str], other: tuple[str, str]) -> Comparison | None:
    """Hold two seats against each other.

    Args:
        one: What `seat` gives.
        other: Likewise.

    Returns:
        Same for one title of one body; else None.
    """
    return same(1.0, "one title of one body") if one == other else None
