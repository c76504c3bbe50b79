"""The graph of a build: a table for each label and edge type, and one of what the registry keeps.

DIR/graph/graph.json        of which parts it is, how much there is, a digest of all rows
DIR/graph/nodes/            see `communique.exports.parquet`
DIR/graph/edges/
DIR/graph/profiles.parquet  profiles, each with its node and why
"""

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any

from communique.builds.files import Files
from communique.builds.stages.attachment import ROWS
from communique.builds.stages.stage import Row
from communique.builds.stages.telling import read_row
from communique.errors import DataError
from communique.exports.bulk import PROFILE
from communique.exports.columns import Column
from communique.exports.parquet import (
    ENDS,
    LABELS,
    Cells,
    cells_of,
    make_batch,
    path_of,
    read_table,
    table_columns,
)
from communique.graph.filling import Made
from communique.graph.model import EdgeType, Label, PlaceLabel
from communique.graph.registry.entry import Entry, read_entry
from communique.graph.rows import Edge, Node, NodeRef

MARK = "graph.json"
PROFILES = "Profile"
"""What stands for a label where the rows of the registry are."""

ALL_ROWS = (
    f"SELECT carrier, id, told FROM ({ROWS} "
    f"UNION ALL SELECT '{PROFILES}' AS carrier, id, told FROM entries)"
)
CARRIERS = tuple(sorted((*map(str, Label), *map(str, EdgeType), PROFILES)))
_OUGHT = "Delete the folder `graph` in it and run `communique build` again."


@dataclass(frozen=True)
class Summary:
    """What a graph of a build is.

    Attributes:
        of: A digest of the parts it was made of.
        releases: How many releases.
        nodes: How many nodes.
        edges: How many edges, asserted and derived.
        profiles: How many profiles.
        digest: SHA-256 over the SHA-256 of each row, sorted by label or type, then by id; the same
            for the same releases, whatever engine made it.
    """

    of: str
    releases: int
    nodes: int
    edges: int
    profiles: int
    digest: str

    @property
    def rows(self) -> int:
        """How many rows fill a database: each profile is gone through twice."""
        return self.nodes + self.edges + 2 * self.profiles


class Counting:
    """Counts rows and takes their digest, as they go by in their order.

    Args:
        of: A digest of the parts they were made of.
    """

    def __init__(self, of: str) -> None:
        self._of = of
        self._counts = dict.fromkeys(CARRIERS, 0)
        self._digest = hashlib.sha256()

    def add(self, carrier: str, hashes: str) -> None:
        """Take in some rows of one label or type.

        Args:
            carrier: Its label or type.
            hashes: What `hash_row` makes of each, one behind the other.
        """
        self._counts[carrier] += len(hashes) // (2 * hashlib.sha256().digest_size)
        self._digest.update(bytes.fromhex(hashes))

    def sum(self) -> Summary:
        """Tell what went by."""
        nodes = sum(self._counts[label] for label in Label)
        edges = sum(self._counts[edge] for edge in EdgeType)
        releases, profiles = self._counts[Label.RELEASE], self._counts[PROFILES]
        return Summary(self._of, releases, nodes, edges, profiles, self._digest.hexdigest())


def hash_row(row: Row) -> str:
    """Make the SHA-256 of a row, as 64 hexadecimal digits."""
    text = "\n".join((row["carrier"], row["id"], row["told"]))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def type_rows(rows: Iterable[Row]) -> Iterator[tuple[str, Any, str]]:
    """Make of rows what stands in the tables of the graph.

    Args:
        rows: Rows of `ALL_ROWS`, those of one label or type one after the other.

    Yields:
        Labels or types, each with an Arrow batch of rows and their hashes.

    Raises:
        DataError: If a value is not of the sort that the model gives its key.
    """
    for carrier, some in groupby(rows, key=itemgetter("carrier")):
        told = list(some)
        cells = [typed_cells(row) for row in told]
        yield carrier, make_batch(cells, typed_columns(carrier)), "".join(map(hash_row, told))


def typed_columns(carrier: str) -> tuple[Column, ...]:
    """List the columns of a table of the graph."""
    if carrier == PROFILES:
        return (Column("id"), *PROFILE)
    return table_columns(_carrier(carrier))


def typed_cells(row: Row) -> Cells:
    """Give what a row has in its table."""
    if row["carrier"] == PROFILES:
        cells: Cells = json.loads(row["told"])
        return cells
    return cells_of(read_row(row))


def path_in(carrier: str) -> str:
    """Tell where in the folder of the graph a table is."""
    return "profiles.parquet" if carrier == PROFILES else path_of(_carrier(carrier))


def read_summary(files: Files, folder: str) -> Summary | None:
    """Read what the graph in a folder is; None where there is none.

    Raises:
        DataError: If it is damaged.
    """
    text = files.read(f"{folder}/{MARK}")
    if text is None:
        return None
    try:
        return Summary(**json.loads(text))
    except (TypeError, ValueError) as error:
        message = f"{folder}/{MARK} is damaged: {error}."
        raise DataError(message, _OUGHT) from None


def read_nodes(folder: Path) -> Iterator[Node]:
    """Read the nodes of a graph, label by label, sorted by id.

    Raises:
        DataError: If a table is damaged.
    """
    for label in Label:
        for told in _read(folder / path_of(label)):
            labels = tuple(PlaceLabel(each) for each in told.pop(LABELS.key) if each != label)
            yield Node(NodeRef(label, told["id"]), told, labels)


def read_edges(folder: Path) -> Iterator[Edge]:
    """Read the edges of a graph, type by type, sorted by id.

    Raises:
        DataError: If a table is damaged.
    """
    for edge_type in EdgeType:
        for told in _read(folder / path_of(edge_type)):
            source_label, source, target_label, target = (told.pop(end.key) for end in ENDS)
            ends = NodeRef(Label(source_label), source), NodeRef(Label(target_label), target)
            yield Edge(edge_type, told["id"], *ends, told)


def read_entries(folder: Path) -> Iterator[Entry]:
    """Read what the registry keeps, sorted by profile.

    Raises:
        DataError: If the table is damaged.
    """
    return map(read_entry, _read(folder / path_in(PROFILES)))


def made_graph(folder: Path, summary: Summary, place: str) -> Made:
    """Give a graph as `communique.graph.filling` takes it.

    Args:
        folder: The graph.
        summary: What it is.
        place: Where its build is, for people.
    """
    return Made(
        summary.digest,
        place,
        partial(read_nodes, folder),
        partial(read_edges, folder),
        partial(read_entries, folder),
    )


def _carrier(text: str) -> Label | EdgeType:
    return Label(text) if text in Label.__members__.values() else EdgeType(text)


def _read(path: Path) -> Iterator[dict[str, Any]]:
    return read_table(path, _OUGHT)
