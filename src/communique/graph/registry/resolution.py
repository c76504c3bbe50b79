"""Who is who among the profiles of one label: blocks, links to what they rest on, and clusters.

The labels are resolved in the order of `LAYERS`, since an office rests on whose it is, a title
without a name on who held the office, and an event on who met whom.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby

from communique.graph.identity import digest, name_key
from communique.graph.model import Label
from communique.graph.registry import events, organizations, people, places, seats
from communique.graph.registry.clustering import Doubt, Weigh, cluster
from communique.graph.registry.naming import id_key, name_clusters
from communique.graph.registry.profile import Profile
from communique.graph.registry.union import Union

LAYERS = (Label.PLACE, Label.ORGANIZATION, Label.OFFICE, Label.PERSON, Label.EVENT)
"""In which order labels are resolved."""

_DECIDED = "!"


@dataclass(frozen=True)
class Resolution:
    """What became of the profiles of some components.

    Attributes:
        nodes: The id of the node of each profile.
        reasons: Why a profile is of its node, for all but the first of each node.
        doubts: Pairs of profiles of two nodes that may be one.
    """

    nodes: Mapping[str, str]
    reasons: Mapping[str, str]
    doubts: tuple[Doubt, ...]


def blocks_of(
    profile: Profile, nodes: Mapping[str, str], decisions: Iterable[str] = ()
) -> frozenset[str]:
    """Tell with which others a profile has to be held.

    Args:
        profile: A profile.
        nodes: The nodes of the profiles it rests on.
        decisions: The ids of the decisions that speak of its mention.

    Returns:
        Keys that begin with its label; every two profiles that can be one, and every two that could
        have one id, share one.
    """
    label = profile.label.lower()
    decided = set(decided_blocks(profile.label, decisions))
    if profile.label is Label.EVENT:
        decided |= events.blocks(profile)
    if not profile.named:
        return frozenset(decided)
    names = {f"{label}:={name_key(name)}" for name in profile.names}
    more: Collection[str] = ()
    match profile.label:
        case Label.PERSON:
            more = people.blocks(profile)
        case Label.ORGANIZATION:
            more = organizations.blocks(profile)
        case Label.PLACE:
            more = places.blocks(profile)
        case Label.OFFICE:
            more = (f"office:{_digest(_seat(profile, nodes))}",)
        case _:
            more = (f"event:={id_key(profile)}",)
    return frozenset((*decided, *names, *more))


def links_of(profile: Profile) -> frozenset[str]:
    """Tell on which other profiles' nodes it rests which node this one is of.

    Args:
        profile: A profile.

    Returns:
        Ids of profiles: whose an office is, who met at an event, the office of a bare title.
    """
    match profile.label:
        case Label.OFFICE:
            return frozenset((profile.of,)) if profile.of else frozenset()
        case Label.EVENT:
            return frozenset(end for pair in profile.pairs for end in pair)
        case Label.ORGANIZATION if not profile.named:
            return frozenset(profile.offices)
        case _:
            return frozenset()


def label_of(profile_id: str) -> Label:
    """Tell the label of a profile from its id."""
    return Label(profile_id.partition(":")[0].capitalize())


def decisions_of(blocks: Iterable[str]) -> frozenset[str]:
    """Tell which decisions speak of a profile, from its blocks."""
    keys = (block.partition(":")[2] for block in blocks)
    return frozenset(key.removeprefix(_DECIDED) for key in keys if key.startswith(_DECIDED))


def decided_blocks(label: Label, decisions: Iterable[str]) -> frozenset[str]:
    """Make the blocks in which the two sides of each decision stand together."""
    return frozenset(f"{label.lower()}:{_DECIDED}{decision}" for decision in decisions)


def resolve(
    profiles: Mapping[str, Profile], nodes: Mapping[str, str], blocks: Mapping[str, frozenset[str]]
) -> Resolution:
    """Tell which profiles of one label are of one node.

    Args:
        profiles: All profiles of some components, by id: with each, all that share a block with it.
        nodes: The nodes of the profiles that these rest on, by id of profile.
        blocks: The blocks of each of the profiles.

    Returns:
        Which node each is of, and why: a function of the arguments alone, whatever their order.
    """
    if not profiles:
        return Resolution({}, {}, ())
    label = next(iter(profiles.values())).label
    must, cannot = _rulings(blocks)
    found = cluster(profiles.values(), weigh_of(label, nodes), lambda p: blocks[p.id], must, cannot)
    clusters = [[profiles[each] for each in members] for members in found.clusters]
    return Resolution(name_clusters(clusters), found.reasons, found.doubts)


def weigh_of(label: Label, nodes: Mapping[str, str]) -> Weigh:
    """Give what weighs two profiles of a label.

    Args:
        label: The label.
        nodes: The nodes of the profiles that they rest on.
    """
    match label:
        case Label.PERSON:
            return people.weigh
        case Label.ORGANIZATION:
            return organizations.weigh
        case Label.PLACE:
            return places.weigh
        case Label.OFFICE:
            return lambda a, b: seats.weigh(_seat(a, nodes), _seat(b, nodes))
        case _:
            return lambda a, b: events.weigh(a, b, lambda profile: nodes.get(profile, profile))


def _seat(profile: Profile, nodes: Mapping[str, str]) -> tuple[str, str]:
    return seats.seat(profile, nodes.get(profile.of) if profile.of else None)


def _rulings(
    blocks: Mapping[str, frozenset[str]],
) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """Find which pairs people have called the same and different: those that share a decision."""
    decided = sorted(
        (block.partition(_DECIDED)[2], profile)
        for profile, keys in blocks.items()
        for block in keys
        if block.partition(":")[2].startswith(_DECIDED)
    )
    must: list[tuple[str, str]] = []
    cannot: list[tuple[str, str]] = []
    for decision, group in groupby(decided, key=lambda each: each[0]):
        sides = [profile for _, profile in group]
        if len(sides) == len(("one", "other")):
            (must if decision.startswith("same") else cannot).append((sides[0], sides[1]))
    return must, _without_contradictions(must, cannot)


def _without_contradictions(
    must: Iterable[tuple[str, str]], cannot: Iterable[tuple[str, str]]
) -> list[tuple[str, str]]:
    """Leave out what can't hold beside the others.

    Decisions are checked when they are made; a newer reading can still make two of their mentions
    one. Then those that join stand.
    """
    joined = Union()
    for one, other in must:
        joined.unite(one, other)
    return [(one, other) for one, other in cannot if joined.find(one) != joined.find(other)]


def _digest(seat: tuple[str, str]) -> str:
    return digest("\n".join(seat))
