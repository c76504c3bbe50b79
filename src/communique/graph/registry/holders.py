"""Who is meant by a title without a name: the one who holds the office that day."""

from collections.abc import Callable

from communique.graph.registry.profile import Profile
from communique.graph.tenure import Attestations, Basis

_YEAR = 366
"""How many days away an attestation may be that nothing on the other side confirms."""


def find_holder(
    profile: Profile, attested: Callable[[str], Attestations]
) -> tuple[str, Basis] | None:
    """Tell whom a title without a name means.

    Args:
        profile: That of the title: a group that holds one office.
        attested: Gives the tenures of an office, with the ids of people, by the id of its profile.

    Returns:
        The id of the person and on what it rests; None where the release has no day, the office no
        body, or nobody alone is nearest within a year.
    """
    if profile.named or profile.first is None or len(profile.offices) != 1:
        return None
    found = attested(profile.offices[0]).holders_on(profile.first)
    if len(found) != 1 or (found[0].basis is Basis.NEAREST and found[0].away > _YEAR):
        return None
    return found[0].holder, found[0].basis


def is_seat(office: Profile) -> bool:
    """Tell an office of a known body or place from a title that many hold: ``President``."""
    return bool(office.held and office.held[0].body)
