"""Temporary."""

from communique.graph.registry.profile import Profile
from communique.identity.bodies import body_key
from communique.identity.verdict import Comparison, same


def blocks(profile: Profile) -> frozenset[str]:
    return frozenset(f"organization:{body_key(n)}" for n in profile.names)


def weigh(one: Profile, other: Profile) -> Comparison | None:
    shared = {*map(body_key, one.names)} & {*map(body_key, other.names)}
    return same(0.9, "the same body") if shared else None
