"""The formats by name: those that are a file, and those that are a folder."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TextIO

from communique.exports.bulk import write_bulk
from communique.exports.gexf import write_gexf
from communique.exports.graphml import write_graphml
from communique.exports.nodelink import write_nodelink
from communique.exports.parquet import write_parquet
from communique.graph.rows import Edge, Node

FileWriter = Callable[[Iterable[Node], Iterable[Edge], TextIO], None]
FolderWriter = Callable[[Iterable[Node], Iterable[Edge], Path], None]

FILES: Mapping[str, FileWriter] = MappingProxyType(
    {"gexf": write_gexf, "graphml": write_graphml, "json": write_nodelink}
)
"""What writes each format that is one file, into a stream of UTF-8."""

FOLDERS: Mapping[str, FolderWriter] = MappingProxyType(
    {"csv": write_bulk, "parquet": write_parquet}
)
"""What writes each format that is a folder, whole or not at all."""
