"""Doubts and decisions of a graph, for Python and for the command line."""

from abc import abstractmethod
from pathlib import Path
from typing import Any

from communique.errors import UnknownId
from communique.graph import deciding
from communique.graph.decisions import (
    Decision,
    Side,
    different,
    load_decisions,
    parse_mention,
    same,
    side_of,
    write_decisions,
    wrong,
)
from communique.graph.identity import ref_of
from communique.graph.model import Label
from communique.graph.store import Store
from communique.graph.store.decisions import all_decisions
from communique.queries import review
from communique.queries.doubts import Decided, Doubt, Reason
from communique.queries.question import ParameterType
from communique.queries.resolution import resolve
from communique.queries.table import Table


class Deciding:
    """What identity leaves open in a graph, and what people decide about it."""

    @property
    @abstractmethod
    def reader(self) -> Store:
        """The database, opened for reading."""

    @abstractmethod
    def writer(self, *, create: bool) -> Store:
        """The database, opened for writing."""

    def review(self, limit: int | None = None) -> Table[Doubt]:
        """List what may be one and may be two, most consequential first."""
        return review.review(self.reader, limit)

    def why(self, node: str) -> Table[Reason]:
        """Tell why the mentions of a node are one.

        Args:
            node: The id of a node, or a name as a person writes it.
        """
        return review.reasons(self.reader, _find(self.reader, node))

    def decisions(self) -> Table[Decided]:
        """List the decisions that were made, and whether they are in force."""
        return review.decided(self.reader)

    def export_decisions(self) -> str:
        """Write the decisions as the text of a file: equal decisions give equal bytes."""
        return write_decisions(all_decisions(self.reader))

    def same(self, a: str, b: str, note: str | None = None) -> dict[str, Any]:
        """Decide that two are one.

        Args:
            a: The id of a node or of a mention, or a name as a person writes it.
            b: Another.
            note: Why.

        Returns:
            The decision's id and verb, and the nodes that came of it.

        Raises:
            Contradiction: If decisions made before stand against it.
            UnknownId: If the graph has no such node or mention.
        """
        store = self.writer(create=False)
        return self._decide(same(_side(store, a), _side(store, b), note))

    def different(self, a: str, b: str, note: str | None = None) -> dict[str, Any]:
        """Decide that two are not one; else like `same`."""
        store = self.writer(create=False)
        return self._decide(different(_side(store, a), _side(store, b), note))

    def wrong(self, fact: str, note: str | None = None) -> dict[str, Any]:
        """Decide that a release does not say what a fact says it does.

        Args:
            fact: The id of the fact.
            note: Why.

        Returns:
            The decision's id and verb, and the nodes that the fact joined.

        Raises:
            UnknownId: If the graph has no such fact.
        """
        store = self.writer(create=False)
        nodes = store.run(_ENDS, {"fact": fact}).rows
        return self._decide(wrong(fact, note), sorted({row["node"] for row in nodes}))

    def decide(self, path: str | Path, *, ahead: bool = False) -> dict[str, Any]:
        """Make the decisions of a file, all of them or none.

        Args:
            path: The file; ``-`` is standard input.
            ahead: Whether to keep those about releases that the graph does not have yet.

        Returns:
            How many decisions the file has, and how many of them are new.

        Raises:
            Contradiction: If they can't all hold, or not with those made before.
            DataError: If it is no such file.
            UnknownId: If one is about what the graph does not have.
        """
        decisions = load_decisions(path)
        new = deciding.decide(self.writer(create=False), decisions, ahead=ahead)
        return {"decisions": len(decisions), "new": new}

    def undo(self, decision: str) -> dict[str, Any]:
        """Take a decision back, and leave the graph as if it had never been made.

        Args:
            decision: Its id.

        Returns:
            Its id and verb, and the nodes of its mentions now.

        Raises:
            UnknownId: If there is no such decision.
        """
        store = self.writer(create=False)
        undone = deciding.undo(store, decision)
        return {"undone": undone.id, "verb": undone.verb.value, "nodes": _nodes(store, undone)}

    def _decide(self, decision: Decision, nodes: list[str] | None = None) -> dict[str, Any]:
        store = self.writer(create=False)
        deciding.decide(store, [decision])
        found = _nodes(store, decision) if nodes is None else nodes
        return {"decision": decision.id, "verb": decision.verb.value, "nodes": found}


def _find(store: Store, text: str) -> str:
    """Find the node that an id or a name means."""
    kinds = {
        Label.OFFICE: ParameterType.OFFICE,
        Label.EVENT: ParameterType.EVENT,
    }
    for label, kind in kinds.items():
        if text.startswith(f"{label.lower()}:"):
            return resolve(store, kind, text)
    return resolve(store, ParameterType.PARTY, text)


def _side(store: Store, text: str) -> Side:
    """Make the side of a decision of a node, by its first mention, or of a mention."""
    if parse_mention(text):
        rows = store.run(_MENTION, {"mention": text, "release": text.rpartition("#")[0]}).rows
    else:
        node = _find(store, text)
        rows = store.run(_FIRST[ref_of(node).label], {"node": node}).rows
    if not rows:
        message = f"{text!r} is nothing in {store.where} that can be decided about."
        raise UnknownId(message, "A group without a name, or a title, has no identity.")
    return side_of(rows[0]["mention"], rows[0]["form"])


def _nodes(store: Store, decision: Decision) -> list[str]:
    """List the nodes of the mentions of a decision."""
    rows = [
        row
        for side in decision.sides
        for row in store.run(
            _AT,
            {
                "release": side.release,
                "start": f"{side.release}#mentions.{side.label.lower()}.{side.start}-{side.end}",
            },
        ).rows
    ]
    return sorted({row["node"] for row in rows})


_NAMED = "m.inferred IS NULL AND coalesce(m.kind, '') <> 'group'"
_FIRST = {
    label: f"MATCH (:{label} {{id: $node}})<-[m:MENTIONS]-() WHERE {_NAMED} "
    "RETURN m.id AS mention, m.form AS form ORDER BY m.id LIMIT 1"
    for label in Label
}
_MENTION = (
    f"MATCH (:Release {{id: $release}})-[m:MENTIONS]->() WHERE m.id = $mention AND {_NAMED} "
    "RETURN m.id AS mention, m.form AS form"
)
_AT = (
    "MATCH (:Release {id: $release})-[m:MENTIONS]->(n) WHERE m.id STARTS WITH $start "
    "RETURN n.id AS node"
)
_ENDS = (
    "MATCH (:Release {id: split($fact, '#')[0]})-[:MENTIONS]->(a)-[e]->(b) WHERE e.fact = $fact "
    "UNWIND [a.id, b.id] AS node RETURN DISTINCT node"
)
