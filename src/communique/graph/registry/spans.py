"""How long apart two profiles are seen."""

from datetime import date
from functools import lru_cache

from communique.graph.registry.profile import Profile


def gap(one: Profile, other: Profile) -> int | None:
    """Tell how many days lie between the times in which two profiles are seen.

    Args:
        one: A profile.
        other: Another.

    Returns:
        Days, 0 where the times overlap; None where a time isn't known.
    """
    if not (one.first and other.first):
        return None
    early, late = sorted(((one.first, one.last), (other.first, other.last)))
    end, start = _day(early[1] or early[0] or ""), _day(late[0] or "")
    return None if end is None or start is None else max(0, start - end)


@lru_cache(maxsize=1 << 16)
def _day(text: str) -> int | None:
    try:
        return date.fromisoformat(text).toordinal()
    except ValueError:
        return None
