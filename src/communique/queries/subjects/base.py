"""What a node that one asks about has, whatever kind it is of."""

from dataclasses import dataclass, field

from communique.queries.asked.base import Asking


@dataclass(frozen=True)
class Subject:
    """A node of a graph, with the questions that are about it.

    Attributes:
        id: Its id.
        name: Its fullest name.
        names: Every form of its name.
        graph: Where it is.
    """

    id: str
    name: str
    names: tuple[str, ...]
    graph: Asking = field(repr=False, compare=False)
