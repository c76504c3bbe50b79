"""What can be measured: names, and a line each on how to read the numbers."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType


class Measure(StrEnum):
    """What can be measured on a network, in the order in which it is printed."""

    OVERVIEW = "overview"
    STRENGTH = "strength"
    BETWEENNESS = "betweenness"
    CLOSENESS = "closeness"
    COMMUNITIES = "communities"
    MEMBERS = "members"
    BROKERS = "brokers"
    BRIDGES = "bridges"
    CUTPOINTS = "cutpoints"
    CORES = "cores"
    ROSE = "rose"
    FELL = "fell"
    NEW_TIES = "new-ties"
    LOST_TIES = "lost-ties"


CHANGES = (Measure.ROSE, Measure.FELL, Measure.NEW_TIES, Measure.LOST_TIES)
"""Those that compare two periods."""

STANDARD = tuple(m for m in Measure if m not in (*CHANGES, Measure.MEMBERS))
"""Those of one period that are printed unless told otherwise."""

EXPLAINED: Mapping[Measure, str] = MappingProxyType(
    {
        Measure.OVERVIEW: "How many have a tie, how many pairs are tied, and into how many separate"
        " parts the network falls.",
        Measure.STRENGTH: "With how many others somebody is tied (ties), and how many {weight} that"
        " makes (strength).",
        Measure.BETWEENNESS: "The share of the shortest ways between two others that lead through"
        " somebody; a heavier tie is a shorter way.",
        Measure.CLOSENESS: "How near all others are on average: 1 would be one of the {weight} with"
        " each, 0 is nobody within reach.",
        Measure.COMMUNITIES: "Groups with more ties inside than chance would make; leading are"
        " their strongest members.",
        Measure.MEMBERS: "Who is in which community, the strongest of each first.",
        Measure.BROKERS: "Those whose contacts have few ties with each other: the lower the"
        " constraint, the more passes through them alone.",
        Measure.BRIDGES: "Ties that alone hold two sides together; cut_off is how many are on the"
        " smaller side.",
        Measure.CUTPOINTS: "Those who alone hold parts together; cut_off is how many lose the"
        " largest part without them.",
        Measure.CORES: "How deep inside somebody stands: core k is a group in which each has k"
        " ties or more.",
        Measure.ROSE: "Who gained: strength then and now, and how many ranks somebody climbed.",
        Measure.FELL: "Who lost: strength then and now; climbed below 0 tells how many ranks.",
        Measure.NEW_TIES: "Pairs tied now that were not then.",
        Measure.LOST_TIES: "Pairs tied then that are not now.",
    }
)
"""What the numbers of each mean, a line each; ``{weight}`` is events or days."""
