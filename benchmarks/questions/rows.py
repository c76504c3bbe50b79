"""The made graph as rows: what made releases assert, and all that follows from it."""

from collections.abc import Iterable, Iterator

from benchmarks.questions.drafting import Draft
from benchmarks.questions.stories import drafts
from benchmarks.questions.world import make_world

from communique.graph.derivation import derive_edges, derive_meetings, derive_nodes
from communique.graph.model import EdgeType, Label
from communique.graph.rows import Edge, Node, NodeRef

SEED = 20_310_304
_PENDING = 100_000


def rows(people: int, events: int, seed: int = SEED) -> Iterator[Node | Edge]:
    """Make a graph, in bounded memory but for its people, bodies, offices and places.

    Args:
        people: How many people there are, of whom releases speak.
        events: How many events there are, about.
        seed: What all chance comes of.

    Yields:
        Every node and every edge once, in no order.
    """
    whole = _Whole()
    for told in drafts(make_world(people, seed), events, seed):
        yield from whole.add(told)
    yield from whole.rest()


class _Whole:
    """What outlives the releases that tell of one event, folded some mentions at a time."""

    def __init__(self) -> None:
        self.nodes: dict[NodeRef, Node] = {}
        self.edges: dict[str, Edge] = {}
        self.pending: list[Edge] = []

    def add(self, told: Iterable[Draft]) -> Iterator[Node | Edge]:
        """Give the rows that only these releases bear on."""
        edges: list[Edge] = []
        for draft in told:
            attached = draft.attached()
            yield attached.release
            edges += attached.edges
        yield from edges
        mentions = [edge for edge in edges if edge.type is EdgeType.MENTIONS]
        passing = [m for m in mentions if _passes(m.target)]
        yield from derive_nodes(passing).values()
        yield from derive_edges(passing).values()
        attended = (edge for edge in edges if edge.type is EdgeType.ATTENDED)
        yield from derive_meetings(attended).values()
        self.pending += [m for m in mentions if not _passes(m.target)]
        if len(self.pending) > _PENDING:
            self._fold()

    def rest(self) -> Iterator[Node | Edge]:
        """Give the rows that any release may bear on."""
        self._fold()
        yield from self.nodes.values()
        yield from self.edges.values()

    def _fold(self) -> None:
        self.nodes = derive_nodes(self.pending, self.nodes.values())
        self.edges = derive_edges(self.pending, self.edges.values())
        self.pending.clear()


def _passes(ref: NodeRef) -> bool:
    """Tell what no other releases speak of: events, and groups without a name."""
    return ref.label is Label.EVENT or "@" in ref.id
