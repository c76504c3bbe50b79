"""The second half of a build: who is who among all that was read, and the graph that follows.

    DIR/resolve/               tables on the way, gone when the graph is there
    DIR/graph/                 see `communique.builds.graph`

A table takes its place when all of it is written, and stays for as long as the parts are the same:
whatever ends it, the next build goes on with the first table that is missing.
"""

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import asdict

from communique.builds.engines.engine import Engine
from communique.builds.files import Files
from communique.builds.graph import MARK, Summary, read_summary
from communique.builds.parts import FACTS, MENTIONS, PARTS, RELEASES
from communique.builds.stages.plan import resolve

GRAPH, TABLES = "graph", "resolve"
_BEGUN = "graph.part"
_STAGES = 1
"""Another number where stages make other tables of the same parts."""

Given = Mapping[str, Sequence[str]]
"""The files or folders of each table that an engine is given."""
Start = Callable[[str, Given], AbstractContextManager[Engine]]
"""Starts an engine with the folder of its tables and those it is given."""


def resolve_parts(files: Files, folder: str, start: Start) -> Summary | None:
    """Make the graph of a build, unless it is there.

    Args:
        files: Where the build is.
        folder: The build.
        start: Starts an engine.

    Returns:
        What the graph is; None where there are no parts.

    Raises:
        OSError: If it can't be written; what is there stays, to be gone on with.
    """
    of, graph = digest_parts(files, folder), f"{folder}/{GRAPH}"
    known = read_summary(files, graph)
    if not part_names(files, folder) or (known and known.of == of):
        files.remove(f"{folder}/{TABLES}")
        return known
    for other in files.children(f"{folder}/{TABLES}"):
        if other != of[:16]:
            files.remove(f"{folder}/{TABLES}/{other}")
    files.remove(f"{folder}/{_BEGUN}")
    with start(f"{folder}/{TABLES}/{of[:16]}", _given(files, folder)) as engine:
        resolve(engine)
        summary = engine.write_graph(f"{folder}/{_BEGUN}", of)
    files.write(f"{folder}/{_BEGUN}/{MARK}", json.dumps(asdict(summary)) + "\n")
    files.remove(graph)
    files.move(f"{folder}/{_BEGUN}", graph)
    files.remove(f"{folder}/{TABLES}")
    return summary


def part_names(files: Files, folder: str) -> list[str]:
    """List the names of the parts of a build, the oldest first."""
    return [name for name in files.children(f"{folder}/{PARTS}") if name[0].isdigit()]


def digest_parts(files: Files, folder: str) -> str:
    """Make a digest that tells the parts of a build from others: by their names and sizes."""
    told = [f"stages {_STAGES}"]
    for part in part_names(files, folder):
        sizes = files.sizes(f"{folder}/{PARTS}/{part}")
        told += (f"{part}/{name} {size}" for name, size in sorted(sizes.items()))
    return hashlib.sha256("\n".join(told).encode()).hexdigest()


def graph_of(files: Files, folder: str) -> Summary | None:
    """Tell what the graph of a build is; None where it has none of just its parts."""
    summary = read_summary(files, f"{folder}/{GRAPH}")
    return summary if summary and summary.of == digest_parts(files, folder) else None


def _given(files: Files, folder: str) -> Given:
    parts = part_names(files, folder)
    return {
        table.removesuffix(".parquet"): [f"{folder}/{PARTS}/{part}/{table}" for part in parts]
        for table in (RELEASES, MENTIONS, FACTS)
    }
