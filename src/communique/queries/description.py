"""What a node is: its names, its kind, how often and when releases mention it."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import asdict, dataclass
from typing import Any

from communique.errors import UnknownId
from communique.graph.identity import ref_of
from communique.graph.model import NODE_PROPERTIES, Label
from communique.graph.rows import NodeRef
from communique.graph.store import Store


@dataclass(frozen=True)
class Description:
    """What a node is.

    Attributes:
        id: Its id.
        label: ``Person``, ``Office``, ``Organization``, ``Place`` or ``Event``.
        name: Its fullest name.
        names: Every form of its name.
        about: What else it carries: the kind of an organization, the day of an event.
        parts: What it is of, in or part of: an office's organization, a city's country.
        mentions: How often releases mention it.
        first: The day of the first release that does; None where no year is known.
        last: The day of the last.
    """

    id: str
    label: str
    name: str
    names: list[str]
    about: dict[str, Any]
    parts: list[dict[str, str]]
    mentions: int
    first: str | None
    last: str | None

    def as_dict(self) -> dict[str, Any]:
        """Give it as JSON can hold it."""
        return asdict(self)


def describe(store: Store, node: str) -> Description:
    """Tell what a node is.

    Args:
        store: The graph.
        node: Its id.

    Returns:
        What it is.

    Raises:
        UnknownId: If the graph has no such node.
    """
    ref = _ref(store, node)
    found = store.run(_NODE.format(ref.label), {"id": node}).rows
    if not found:
        raise _unknown(store, node)
    (row,) = found
    told = row["told"]
    keys = (k for k in NODE_PROPERTIES[ref.label] if k not in ("id", "name", "names"))
    about = {key: told[key] for key in keys if told.get(key) is not None}
    parts = store.run(_PARTS[ref.label], {"id": node}).rows if ref.label in _PARTS else []
    seen = {key: row[key] for key in ("mentions", "first", "last")}
    return Description(
        node,
        ref.label.value,
        told["name"],
        told.get("names") or [told["name"]],
        about,
        parts,
        **seen,
    )


def check_ids(store: Store, ids: Iterable[str], labels: Collection[Label]) -> tuple[str, ...]:
    """Hold ids against the graph.

    Args:
        store: The graph.
        ids: Ids of nodes.
        labels: What they can be of.

    Returns:
        The ids, each once.

    Raises:
        UnknownId: If the graph has no such node of one of these labels.
    """
    asked = tuple(dict.fromkeys(ids))
    groups: dict[Label, list[str]] = defaultdict(list)
    for one in asked:
        ref = _ref(store, one)
        if ref.label not in labels:
            raise _unknown(store, one, " or ".join(sorted(label.lower() for label in labels)))
        groups[ref.label].append(one)
    for label, some in groups.items():
        there = {row["id"] for row in store.run(_THERE.format(label), {"ids": some}).rows}
        for one in some:
            if one not in there:
                raise _unknown(store, one)
    return asked


def _ref(store: Store, node: str) -> NodeRef:
    try:
        ref = ref_of(node)
    except ValueError:
        raise _unknown(store, node) from None
    if ref.label is Label.RELEASE:
        raise _unknown(store, node)
    return ref


def _unknown(store: Store, node: str, what: str = "node") -> UnknownId:
    message = f"No {what} in {store.where} has the id {node[:_SHOWN]!r}."
    return UnknownId(message, "Ids are such as person:ada-oduya; look for the name instead.")


_SHOWN = 200
_THERE = "UNWIND $ids AS id MATCH (n:{} {{id: id}}) RETURN n.id AS id"
_NODE = (
    "MATCH (n:{} {{id: $id}}) WHERE n.name IS NOT NULL "
    "OPTIONAL MATCH (n)<-[m:MENTIONS]-(r:Release) "
    "WITH n, m, CASE WHEN r.date STARTS WITH '-' THEN null ELSE r.date END AS date "
    "RETURN n AS told, count(m) AS mentions, min(date) AS first, max(date) AS last"
)
_UP = (
    (Label.OFFICE, "OF"),
    (Label.ORGANIZATION, "BASED_IN"),
    (Label.PLACE, "IN"),
    (Label.EVENT, "HELD_IN|PART_OF"),
)
_PARTS = {
    label: f"MATCH (n:{label} {{id: $id}})-[:{types}]->(x) "
    "RETURN DISTINCT x.id AS id, x.name AS name ORDER BY name, id"
    for label, types in _UP
}
