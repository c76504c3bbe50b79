"""The second half of a build: who is who among all that was read, and the graph that follows.

    DIR/resolve/               tables on the way, gone when the graph is there
    DIR/graph/                 see `communique.builds.graph`

A table takes its place when all of it is written, and stays for as long as the parts are the same:
whatever ends it, the next build goes on with the first table that is missing.
"""

import hashlib
import shutil
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from pathlib import Path

from communique.builds.engines.engine import Engine
from communique.builds.graph import Summary, read_summary
from communique.builds.parts import FACTS, MENTIONS, RELEASES
from communique.builds.stages.plan import resolve

GRAPH, TABLES = "graph", "resolve"
_STAGES = 1
"""Another number where stages make other tables of the same parts."""

Start = Callable[[Path, dict[str, Sequence[Path]]], AbstractContextManager[Engine]]
"""Starts an engine with the folder of its tables and the files of those it is given."""


def resolve_parts(folder: Path, parts: Sequence[Path], start: Start) -> Summary | None:
    """Make the graph of a build, unless it is there.

    Args:
        folder: The build.
        parts: Its parts.
        start: Starts an engine.

    Returns:
        What the graph is; None where there are no parts.

    Raises:
        OSError: If it can't be written; what is there stays, to be gone on with.
    """
    of = digest_parts(parts)
    known = read_summary(folder / GRAPH)
    if not parts or (known and known.of == of):
        _clear(folder / TABLES, None)
        return known
    tables = folder / TABLES / of[:16]
    _clear(folder / TABLES, tables)
    for left in folder.glob(f".{GRAPH}.*.part"):
        shutil.rmtree(left)
    with start(tables, _sources(parts)) as engine:
        resolve(engine)
        shutil.rmtree(folder / GRAPH, ignore_errors=True)
        summary = engine.write_graph(folder / GRAPH, of)
    _clear(folder / TABLES, None)
    return summary


def digest_parts(parts: Sequence[Path]) -> str:
    """Make a digest that tells parts from others: by their names and sizes."""
    told = [f"stages {_STAGES}"]
    for part in parts:
        files = sorted(path for path in part.rglob("*.parquet") if path.is_file())
        told += (f"{part.name}/{path.relative_to(part)} {path.stat().st_size}" for path in files)
    return hashlib.sha256("\n".join(told).encode()).hexdigest()


def graph_of(folder: Path, parts: Sequence[Path]) -> Summary | None:
    """Tell what the graph of a build is; None where it has none of just these parts."""
    summary = read_summary(folder / GRAPH)
    return summary if summary and summary.of == digest_parts(parts) else None


def _sources(parts: Sequence[Path]) -> dict[str, Sequence[Path]]:
    names = (RELEASES, MENTIONS, FACTS)
    return {Path(name).stem: [part / name for part in parts] for name in names}


def _clear(tables: Path, kept: Path | None) -> None:
    """Take away tables of other parts."""
    for each in tables.glob("*"):
        if each != kept:
            shutil.rmtree(each)
    if kept is None and tables.is_dir():
        tables.rmdir()
