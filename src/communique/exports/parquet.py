"""Parquet: a table for each label and each edge type, for data frames and warehouses."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from importlib import import_module
from itertools import chain
from pathlib import Path
from typing import Any

from communique.errors import DataError, MissingExtra
from communique.exports.columns import Column, Sort, cells, columns_of
from communique.exports.folders import whole_folder
from communique.exports.strings import encodable
from communique.graph.model import EdgeType, Label
from communique.graph.rows import Edge, Node, Properties, Value

LABELS = Column("labels", many=True)
ENDS = tuple(Column(key) for key in ("source_label", "source_id", "target_label", "target_id"))
"""Named so that they are apart from the `source` of a derived edge."""

_BATCH = 4096
Cells = dict[str, Value]


def write_parquet(nodes: Iterable[Node], edges: Iterable[Edge], folder: Path) -> None:
    """Write ``nodes/LABEL.parquet`` and ``edges/TYPE.parquet``, those without rows too.

    Args:
        nodes: Its nodes; each has its `labels`.
        edges: Its edges; each has `source_label`, `source_id`, `target_label` and `target_id`.
        folder: Where to; nothing is there yet, or an empty folder.

    Raises:
        DataError: If a value is not of the sort that the model gives its key.
        MissingExtra: If pyarrow is not installed.
        ParameterError: If something is there.
        OSError: If it can't be written.
    """
    import_arrow("pyarrow")
    with whole_folder(folder) as partial, ExitStack() as stack:
        tables: dict[Label | EdgeType, Table] = {}
        for carrier in (*Label, *EdgeType):
            path = partial / path_of(carrier)
            path.parent.mkdir(exist_ok=True)
            tables[carrier] = Table(path, table_columns(carrier), stack)
        for row in chain[Node | Edge](nodes, edges):
            tables[carrier_of(row)].add(cells_of(row))
        for table in tables.values():
            table.flush()


def path_of(carrier: Label | EdgeType) -> str:
    """Tell where in the folder the table of a label or an edge type is."""
    return f"{'nodes' if isinstance(carrier, Label) else 'edges'}/{carrier}.parquet"


def table_columns(carrier: Label | EdgeType) -> tuple[Column, ...]:
    """List the columns of the table of a label or an edge type."""
    own = columns_of(carrier)
    return (own[0], *((LABELS,) if isinstance(carrier, Label) else ENDS), *own[1:])


def carrier_of(row: Node | Edge) -> Label | EdgeType:
    """Tell the label of a node, or the type of an edge."""
    return row.ref.label if isinstance(row, Node) else row.type


def cells_of(row: Node | Edge) -> Cells:
    """Give what a node or an edge has in its table.

    Raises:
        DataError: If a value is not of the sort that the model gives its key.
    """
    told = _told(carrier_of(row), row.properties)
    return told | (_labels(row) if isinstance(row, Node) else _ends(row))


def _told(carrier: Label | EdgeType, properties: Properties) -> Cells:
    return {column.key: value for column, value in cells(carrier, properties)}


def _labels(node: Node) -> Cells:
    return {LABELS.key: [str(node.ref.label), *map(str, node.place_labels)]}


def _ends(edge: Edge) -> Cells:
    ends = (edge.source.label, edge.source.id, edge.target.label, edge.target.id)
    return dict(zip((column.key for column in ENDS), ends, strict=True))


class Table:
    """One file; rows are held until there are enough of them for a row group.

    Args:
        path: Where to.
        columns: Its columns.
        stack: Closes it.

    Raises:
        MissingExtra: If pyarrow is not installed.
    """

    def __init__(self, path: Path, columns: Sequence[Column], stack: ExitStack) -> None:
        self._schema = schema_of(columns)
        parquet = import_arrow("pyarrow.parquet")
        writer = parquet.ParquetWriter(path, self._schema, compression="zstd")
        self._writer = stack.enter_context(writer)
        self._rows: dict[str, list[Value | None]] = defaultdict(list)
        self._held = 0

    def add(self, told: Cells) -> None:
        """Add a row; what it has not is empty."""
        for key in self._schema.names:
            self._rows[key].append(_legal(told.get(key)))
        self._held += 1
        if self._held == _BATCH:
            self.flush()

    def flush(self) -> None:
        """Write the rows that are held."""
        if self._held:
            table = import_arrow("pyarrow").table(dict(self._rows), schema=self._schema)
            self._writer.write_table(table)
            self._rows.clear()
            self._held = 0


def _legal(value: Value | None) -> Value | None:
    if isinstance(value, str):
        return encodable(value)
    if isinstance(value, list):
        return [encodable(v) if isinstance(v, str) else v for v in value]  # type: ignore[return-value]
    return value


def make_batch(told: Sequence[Cells], columns: Sequence[Column]) -> Any:  # noqa: ANN401
    """Make an Arrow batch of rows; what they have not is empty."""
    arrow, schema = import_arrow("pyarrow"), schema_of(columns)
    arrays = [
        arrow.array([_legal(row.get(name)) for row in told], schema.field(name).type)
        for name in schema.names
    ]
    return arrow.RecordBatch.from_arrays(arrays, schema=schema)


def schema_of(columns: Sequence[Column]) -> Any:  # noqa: ANN401 - pyarrow has no types
    """Make the Arrow schema of some columns."""
    arrow = import_arrow("pyarrow")
    types = {
        Sort.TEXT: arrow.string(),
        Sort.INTEGER: arrow.int64(),
        Sort.DECIMAL: arrow.float64(),
        Sort.BOOLEAN: arrow.bool_(),
    }
    return arrow.schema(
        (c.key, arrow.list_(types[c.sort]) if c.many else types[c.sort]) for c in columns
    )


def import_arrow(name: str) -> Any:  # noqa: ANN401 - pyarrow has no types
    """Import a module of pyarrow.

    Raises:
        MissingExtra: If it is not installed.
    """
    try:
        return import_module(name)
    except ImportError as error:
        message = "Parquet needs pyarrow, which is not installed."
        raise MissingExtra(message, "Run: pip install 'communique[parquet]'") from error


def read_table(
    path: Path, hint: str, columns: Sequence[str] | None = None
) -> Iterator[dict[str, Any]]:
    """Read the rows of a table, some at a time; what is empty is left out.

    Args:
        path: A file, or a folder of files that are one table.
        hint: What to do where it is damaged.
        columns: Which columns; None for all.

    Yields:
        Rows, file by file in the order of their names.

    Raises:
        DataError: If it is damaged.
        MissingExtra: If pyarrow is not installed.
    """
    parquet, arrow = import_arrow("pyarrow.parquet"), import_arrow("pyarrow")
    try:
        for each in sorted(path.glob("*.parquet")) if path.is_dir() else [path]:
            with parquet.ParquetFile(each) as file:
                for some in file.iter_batches(_BATCH, columns=columns):
                    for row in some.to_pylist():
                        yield {key: value for key, value in row.items() if value is not None}
    except (arrow.ArrowException, OSError, KeyError, ValueError) as error:
        message = f"{path} is no table of a build: {error}."
        raise DataError(message, hint) from None
