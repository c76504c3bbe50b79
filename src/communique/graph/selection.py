"""A part of the graph: some releases, and what follows from these alone.

Who is who is as in the whole graph, so that ids mean the same; names, tenures and meetings are
those that the chosen releases show.
"""

from collections.abc import Collection, Iterable, Iterator
from functools import cached_property, partial

from more_itertools import chunked

from communique.errors import UnknownId
from communique.graph.derivation import derive_edges, derive_meetings, derive_nodes
from communique.graph.model import EdgeType, Label
from communique.graph.rows import Edge, Node, NodeRef
from communique.graph.settlement import fetch_attached
from communique.graph.store import Store
from communique.graph.store.write import fetch_edges_in, fetch_nodes

_AT_ONCE = 100


class Selection:
    """Some releases of a graph; rows are fetched as they are walked, some releases at a time.

    Args:
        store: The graph.
        releases: Ids of releases, all of them in the graph.
    """

    def __init__(self, store: Store, releases: Collection[str]) -> None:
        self._store = store
        self.releases = frozenset(releases)

    def nodes(self) -> Iterator[Node]:
        """Walk the releases, then all that they mention."""
        for refs in chunked(self._refs(), _AT_ONCE):
            yield from self._store.consult(partial(fetch_nodes, refs=refs))
        for refs in chunked(self._mentioned, _AT_ONCE):
            nodes = derive_nodes(self._into(refs, EdgeType.MENTIONS))
            # Whom these releases call by a title alone has a name only in the whole graph.
            rest = [ref for ref in refs if ref not in nodes]
            yield from [*nodes.values(), *self._store.consult(partial(fetch_nodes, refs=rest))]

    def edges(self) -> Iterator[Edge]:
        """Walk what the releases assert, then what follows."""
        for refs in chunked(self._refs(), _AT_ONCE):
            found = self._store.consult(partial(fetch_attached, refs=refs))
            for ref in refs:
                yield from found[ref].edges
        for refs in chunked(self._mentioned, _AT_ONCE):
            yield from derive_edges(self._into(refs, EdgeType.MENTIONS)).values()
            events = [ref for ref in refs if ref.label is Label.EVENT]
            yield from derive_meetings(self._into(events, EdgeType.ATTENDED)).values()

    def _refs(self) -> Iterator[NodeRef]:
        return (NodeRef(Label.RELEASE, each) for each in sorted(self.releases))

    @cached_property
    def _mentioned(self) -> list[NodeRef]:
        """List what the releases mention; the only thing that is held for all of them at once."""
        found: set[NodeRef] = set()
        for label in (label for label in Label if label is not Label.RELEASE):
            cypher = (
                f"MATCH (r:Release)-[:MENTIONS]->(n:{label}) WHERE r.id IN $releases "
                "RETURN DISTINCT n.id AS id"
            )
            for some in chunked(sorted(self.releases), _AT_ONCE):
                rows = self._store.run(cypher, {"releases": some}).rows
                found |= {NodeRef(label, row["id"]) for row in rows}
        return sorted(found)

    def _into(self, refs: Collection[NodeRef], edge_type: EdgeType) -> list[Edge]:
        found = self._store.consult(lambda tx: fetch_edges_in(tx, refs, [edge_type]))
        return [edge for edge in found if edge.properties["release"] in self.releases]


def select(store: Store, releases: Iterable[str] = (), since: str | None = None) -> Selection:
    """Choose releases of a graph.

    Args:
        store: The graph.
        releases: Ids of releases.
        since: A day: those issued then or later, in addition to these, or of these where there
            are any.

    Returns:
        The selection.

    Raises:
        UnknownId: If the graph has no release of such an id.
    """
    cypher = "MATCH (r:Release) WHERE r.sha256 IS NOT NULL RETURN r.id AS id, r.date AS date"
    dates = {row["id"]: row["date"] or "" for row in store.run(cypher, {}).rows}
    wanted = sorted(set(releases))
    for release in wanted:
        if release not in dates:
            message = f"No release {release!r} in {store.where}."
            raise UnknownId(
                message, "See `communique query --cypher 'MATCH (r:Release) RETURN r.id'`."
            )
    chosen = wanted or dates
    return Selection(store, [r for r in chosen if since is None or _is_since(dates[r], since)])


def _is_since(date: str, since: str) -> bool:
    """Compare as exactly as the date is known; one without a year lies nowhere."""
    return date[:1].isdigit() and date >= since[: len(date)]
