"""The ids of nodes: what a person can read, made of what a cluster of profiles is called."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from communique.graph.identity import digest, name_key
from communique.graph.model import Label
from communique.graph.registry.profile import Profile


def name_clusters(clusters: Iterable[Sequence[Profile]]) -> Mapping[str, str]:
    """Give each profile of some clusters the id of its node.

    Args:
        clusters: All clusters of a component: two that would have one id are always in one.

    Returns:
        Ids of nodes by id of profile, such as ``person:john-lee``. Where several clusters share a
        name, all get a mark of their own, ``person:john-lee~3fa9c2``: an id never passes from one
        to another because a third was loaded.
    """
    wanted: dict[str, list[Sequence[Profile]]] = defaultdict(list)
    for cluster in clusters:
        wanted[wish_of(cluster)].append(cluster)
    named: dict[str, str] = {}
    for wish, sharing in wanted.items():
        for cluster in sharing:
            node = wish if len(sharing) == 1 else mark(wish, cluster)
            named |= {profile.id: node for profile in cluster}
    return named


def mark(wish: str, cluster: Sequence[Profile]) -> str:
    """Make the id of a cluster that shares its name with others.

    Args:
        wish: What its id would be.
        cluster: Its profiles.
    """
    return f"{wish}~{digest(min(profile.id for profile in cluster))[:6]}"


def id_key(profile: Profile) -> str:
    """Make of a profile's name what an id is made of: an event's says its year."""
    key = name_key(profile.name)
    year = profile.date[:4] if profile.date and profile.date[:4].isdigit() else None
    dated = profile.label is Label.EVENT and year and year not in key.split("-")
    return f"{key}-{year}" if dated else key


def wish_of(cluster: Sequence[Profile]) -> str:
    """Make the id that a cluster has where no other would have the same."""
    label = cluster[0].label.lower()
    named = [profile for profile in cluster if profile.named]
    if not named:
        return f"{label}:{_local_key(min(cluster, key=lambda p: str(p.mention)))}"
    fullest = min(named, key=lambda p: (-len(p.name), p.name, p.date or "~"))
    return f"{label}:{id_key(fullest)}"


def _local_key(profile: Profile) -> str:
    """Name what has no name by where its release speaks of it."""
    start = str(profile.mention).rpartition("#mentions.")[2].split(".")[1].partition("-")[0]
    return f"{name_key(profile.name)}-{start}@{digest(str(profile.release))}"
