"""Which reports are of one event.

Named events go by their name with edition or year, others by who met whom, the day and the place.
"""

from collections.abc import Callable

from communique.graph.registry import engagements, occasions
from communique.graph.registry.profile import Profile
from communique.identity.verdict import Comparison, different


def blocks(profile: Profile) -> frozenset[str]:
    """Make the blocks of an event: two that can be one share at least one.

    Args:
        profile: The profile of an event.

    Returns:
        Strings that begin ``event:``; none for an event that can be no other's, such as one
        without a name and a full day.
    """
    made = occasions.blocks(profile) if profile.named else engagements.blocks(profile)
    return frozenset(f"event:{block}" for block in made)


def weigh(
    one: Profile,
    other: Profile,
    person_of: Callable[[str], str],
) -> Comparison | None:
    """Weigh whether two profiles are of one event.

    Args:
        one: The profile of an event.
        other: Another.
        person_of: Maps a profile that stands in pairs to its node; an id with ``@`` is local to
            its release.

    Returns:
        The verdict with score and reason, the same whichever comes first; None where nothing
        speaks for their being one.
    """
    if one.named != other.named:
        return None
    if other.id in one.apart or one.id in other.apart:
        return different("one release tells them apart")
    if one.named:
        return occasions.weigh(one, other)
    return engagements.weigh(one, other, person_of)
