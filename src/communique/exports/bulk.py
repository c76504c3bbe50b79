"""CSV for Neo4j's importer, which fills an empty database without running a statement.

A graph keeps more than it says: who is who rests on profiles, blocks and decisions. Given these,
the imported database goes on as the one exported would: releases can be loaded into it and taken
back. Without them it is for asking only, and the script says so.
"""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from hashlib import blake2b
from itertools import chain
from pathlib import Path
from typing import TextIO

from communique.exports.columns import Column, Sort, cells, columns_of
from communique.exports.folders import whole_folder
from communique.exports.importing import write_constraints, write_script
from communique.exports.strings import encodable
from communique.graph.decisions import Decision
from communique.graph.model import Label
from communique.graph.registry.entry import Entry, write_entry
from communique.graph.registry.resolution import links_of
from communique.graph.rows import Edge, Node, Value
from communique.graph.store.decisions import write_decision

ARRAY_DELIMITER = "\x1f"
"""Between the items of a list: the unit separator, which no text means to hold; one that does
hold it in a list has U+FFFD there instead."""

_TYPES = {
    Sort.TEXT: "string",
    Sort.INTEGER: "long",
    Sort.DECIMAL: "double",
    Sort.BOOLEAN: "boolean",
}
PROFILE = (
    Column("node"), Column("told"), Column("blocks", many=True), Column("reason"), Column("basis"),
    Column("doubts", many=True),
)  # fmt: skip
_DECISION = (Column("releases", many=True), Column("told"))


@dataclass(frozen=True)
class Kept:
    """What a database keeps besides the graph.

    Attributes:
        entries: The profiles, each with its node, its blocks and what it rests on.
        decisions: What people decided.
    """

    entries: Iterable[Entry] = ()
    decisions: Iterable[Decision] = ()


def write_bulk(
    nodes: Iterable[Node], edges: Iterable[Edge], folder: Path, kept: Kept | None = None
) -> None:
    """Write a folder whose ``import.sh`` makes a Neo4j database of it.

    There is ``nodes/LABEL.csv`` for each label, ``edges/TYPE.SOURCE.TARGET.csv`` for each edge type
    and the labels of its ends, and ``constraints.cypher`` to be run afterwards.

    Args:
        nodes: Its nodes.
        edges: Its edges.
        folder: Where to; nothing is there yet, or an empty folder.
        kept: What its database keeps besides, so that releases can be loaded into the new one.

    Raises:
        DataError: If a value is not of the sort that the model gives its key.
        ParameterError: If something is there.
        OSError: If it can't be written.
    """
    write_rows(chain(nodes, edges), folder, kept)


def write_rows(rows: Iterable[Node | Edge], folder: Path, kept: Kept | None = None) -> None:
    """Write such a folder of nodes and edges as they come.

    Args:
        rows: The nodes and edges, in any order.
        folder: Where to; nothing is there yet, or an empty folder.
        kept: What its database keeps besides.

    Raises:
        DataError: If a value is not of the sort that the model gives its key.
        ParameterError: If something is there.
        OSError: If it can't be written.
    """
    with whole_folder(folder) as partial:
        with ExitStack() as stack:
            files = _Files(partial, stack)
            for label in Label:
                files.open_nodes(label, columns_of(label)[1:])
            for row in rows:
                if isinstance(row, Node):
                    files.add_node(row)
                else:
                    files.add_edge(row)
            if kept is not None:
                _write_kept(files, kept)
        write_script(partial, files.names, longest=files.longest, kept=kept is not None)
        write_constraints(partial)


def _write_kept(files: "_Files", kept: Kept) -> None:
    """Write the bookkeeping; blocks, and what profiles rest on, follow from the profiles."""
    files.open_nodes("Profile", PROFILE)
    files.open_nodes("Block", ())
    files.open_nodes("Decision", _DECISION)
    seen: set[bytes] = set()  # digests: the blocks of a large archive are too much to hold
    for entry in kept.entries:
        files.add("nodes/Profile.csv", (entry.id, "Profile"), PROFILE, write_entry(entry))
        for block in sorted(entry.blocks):
            files.link("KEYED", ("Profile", entry.id), ("Block", block))
            key = blake2b(block.encode("utf-8", "surrogatepass"), digest_size=16).digest()
            if key not in seen:
                seen.add(key)
                files.add("nodes/Block.csv", (block, "Block"), (), {})
        for other in sorted(links_of(entry.profile)):
            files.link("RESTS_ON", ("Profile", entry.id), ("Profile", other))
    for decision in kept.decisions:
        told = write_decision(decision)
        files.add("nodes/Decision.csv", (decision.id, "Decision"), _DECISION, told)


@dataclass
class _Files:
    """The CSV files of a folder, each opened with its header when it first gets a row."""

    folder: Path
    stack: ExitStack
    streams: dict[str, TextIO] = field(default_factory=dict)
    longest: int = 0

    def __post_init__(self) -> None:
        (self.folder / "nodes").mkdir()
        (self.folder / "edges").mkdir()

    @property
    def names(self) -> list[str]:
        return sorted(self.streams)

    def open_nodes(self, label: str, columns: Sequence[Column]) -> None:
        self._open(f"nodes/{label}.csv", (f"id:ID({label})", ":LABEL"), columns)

    def add_node(self, node: Node) -> None:
        label = node.ref.label
        labels = ARRAY_DELIMITER.join((label, *node.place_labels))
        told = {column.key: value for column, value in cells(label, node.properties)}
        self.add(f"nodes/{label}.csv", (node.ref.id, labels), columns_of(label)[1:], told)

    def add_edge(self, edge: Edge) -> None:
        told = {column.key: value for column, value in cells(edge.type, edge.properties)}
        source, target = edge.source, edge.target
        self.link(
            edge.type, (source.label, source.id), (target.label, target.id),
            columns_of(edge.type), {**told, "id": edge.id},
        )  # fmt: skip

    def link(
        self,
        edge_type: str,
        source: tuple[str, str],
        target: tuple[str, str],
        columns: Sequence[Column] = (),
        told: Mapping[str, Value] | None = None,
    ) -> None:
        name = f"edges/{edge_type}.{source[0]}.{target[0]}.csv"
        if name not in self.streams:
            ends = f":START_ID({source[0]})", f":END_ID({target[0]})"
            self._open(name, (*ends, ":TYPE"), columns)
        self.add(name, (source[1], target[1], edge_type), columns, told or {})

    def add(
        self, name: str, own: Sequence[str], columns: Sequence[Column], told: Mapping[str, Value]
    ) -> None:
        row = ",".join([*map(_quoted, own), *(_field(told.get(c.key)) for c in columns)])
        self.longest = max(self.longest, len(row))
        self.streams[name].write(row + "\n")

    def _open(self, name: str, own: Sequence[str], columns: Sequence[Column]) -> None:
        stream = (self.folder / name).open("w", encoding="utf-8", newline="\n")
        self.streams[name] = self.stack.enter_context(stream)
        typed = (f"{c.key}:{_TYPES[c.sort]}{'[]' if c.many else ''}" for c in columns)
        stream.write(",".join((*own, *typed)) + "\n")


def _field(value: Value | None) -> str:
    """Write a value; nothing at all is no value, a quoted nothing an empty text."""
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case list():
            return _quoted(ARRAY_DELIMITER.join(map(_item, value)))
        case str():
            return _quoted(value)
        case _:
            return str(value)


def _item(item: str | int) -> str:
    return str(item).replace(ARRAY_DELIMITER, "\ufffd")


def _quoted(text: str) -> str:
    doubled = encodable(text).replace('"', '""')
    return f'"{doubled}"'
