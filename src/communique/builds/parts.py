"""Parts of a build: what some hundred releases say, as three Parquet tables.

``releases.parquet`` has a row for each release, text and all; ``mentions.parquet`` one for each
thing it names; ``facts.parquet`` one for each edge of a fact, with its quote. Nobody is identified
yet. Rows of a release stand together, in the order of the releases;
which part they are of is in each.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from communique.exports.columns import Column, cells, columns_of
from communique.exports.folders import whole_folder
from communique.exports.parquet import Cells, Table, read_table
from communique.graph.attachment import read_refers, write_refers
from communique.graph.model import EDGES, EdgeType, Label, Layer
from communique.graph.rows import Assertion, Batch, Mention, Node, NodeRef, Properties

PARTS = "read"
"""The folder of parts in that of a build."""
RELEASES, MENTIONS, FACTS = "releases.parquet", "mentions.parquet", "facts.parquet"
_OUGHT = "Delete it and build again: its releases are then read again."

_PART = Column("part")
RELEASE_COLUMNS = (*columns_of(Label.RELEASE), _PART)
MENTION_COLUMNS = (Column("label"), *columns_of(EdgeType.MENTIONS), _PART)
FACT_COLUMNS = (
    Column("type"),
    *{
        column.key: column
        for edge, spec in EDGES.items()
        if spec.layer is Layer.ASSERTED and edge not in (EdgeType.MENTIONS, EdgeType.REPORTS)
        for column in columns_of(edge)
    }.values(),
    _PART,
)
_ENDS = ("source_mention", "target_mention")


def write_part(batches: Iterable[Batch], folder: Path) -> None:
    """Write a part, whole or not at all.

    Args:
        batches: What releases assert, no two of one address.
        folder: Where to; nothing is there yet. Its name is in each row.

    Raises:
        DataError: If a value is not of the sort that the model gives its key.
        MissingExtra: If pyarrow is not installed.
        OSError: If it can't be written.
    """
    with whole_folder(folder) as partial, ExitStack() as stack:
        releases = Table(partial / RELEASES, RELEASE_COLUMNS, stack)
        mentions = Table(partial / MENTIONS, MENTION_COLUMNS, stack)
        facts = Table(partial / FACTS, FACT_COLUMNS, stack)
        tables = {RELEASES: releases, MENTIONS: mentions, FACTS: facts}
        for batch in batches:
            for name, row in rows_of(batch, folder.name):
                tables[name].add(row)
        for table in tables.values():
            table.flush()


def rows_of(batch: Batch, part: str) -> Iterator[tuple[str, Cells]]:
    """Make the rows of what a release asserts.

    Args:
        batch: What it asserts.
        part: Of which part they are.

    Yields:
        Rows, each with the name of its table.

    Raises:
        DataError: If a value is not of the sort that the model gives its key.
    """
    known, release = {_PART.key: part}, batch.release
    yield RELEASES, {c.key: v for c, v in cells(Label.RELEASE, release.properties)} | known
    for mention in batch.mentions:
        yield MENTIONS, _mention_cells(mention, release.ref.id) | known
    for assertion in batch.assertions:
        yield FACTS, _fact_cells(assertion, release.ref.id) | known


def read_part(folder: Path) -> Iterator[tuple[Batch, str]]:
    """Read a part.

    Args:
        folder: What `write_part` wrote.

    Yields:
        What each release asserts, in the order written, and which part its rows are of.

    Raises:
        DataError: If it is damaged.
    """
    mentions = _by_release(folder / MENTIONS)
    facts = _by_release(folder / FACTS)
    for told, part in _rows(folder / RELEASES):
        release = Node(NodeRef(Label.RELEASE, told["id"]), told)
        key = told["id"], part
        yield (
            Batch(
                release,
                tuple(read_mention(row) for row in mentions.get(key, ())),
                tuple(read_assertion(row) for row in facts.get(key, ())),
            ),
            part,
        )


def read_releases(folder: Path) -> Iterator[tuple[Properties, str]]:
    """Read the releases of a part without what they say.

    Args:
        folder: What `write_part` wrote.

    Yields:
        The properties of each but its text, and which part it is of.

    Raises:
        DataError: If it is damaged.
    """
    yield from _rows(
        folder / RELEASES, [c.key for c in RELEASE_COLUMNS if c.key not in ("text", "notes")]
    )


def _mention_cells(mention: Mention, release: str) -> Cells:
    told: Properties = {**mention.properties, "id": mention.id, "release": release}
    told = {**told, "refers": write_refers(mention.refers)} if mention.refers else told
    return {
        "label": str(mention.label),
        **{c.key: v for c, v in cells(EdgeType.MENTIONS, told)},
    }


def _fact_cells(assertion: Assertion, release: str) -> Cells:
    ends = dict(zip(_ENDS, (assertion.source, assertion.target), strict=True))
    told: Properties = {**assertion.properties, **ends, "id": assertion.id, "release": release}
    return {"type": str(assertion.type), **{c.key: v for c, v in cells(assertion.type, told)}}


def read_mention(told: dict[str, Any]) -> Mention:
    """Make a mention of its row."""
    label = Label(told.pop("label"))
    refers = read_refers(told.pop("refers", ()))
    return Mention(told["id"], label, told, refers)


def read_assertion(told: dict[str, Any]) -> Assertion:
    """Make an assertion of its row."""
    edge_type = EdgeType(told.pop("type"))
    source, target = (told.pop(end) for end in _ENDS)
    return Assertion(edge_type, told["id"], source, target, told)


def _by_release(path: Path) -> dict[tuple[str, str], list[dict[str, Any]]]:
    found: defaultdict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    for row, part in _rows(path):
        found[row["release"], part].append(row)
    return found


def _rows(path: Path, columns: Sequence[str] | None = None) -> Iterator[tuple[dict[str, Any], str]]:
    for row in read_table(path, _OUGHT, columns):
        yield row, row.pop(_PART.key)
