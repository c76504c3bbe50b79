"""How fast releases come into a graph: read, written, written again, and as a whole.

Run as ``make bench`` or ``python -m benchmarks.loading SHARED``. The peer of reading is one core;
of a fill, what a loop of UNWIND and CREATE as one writes it by hand takes, see
`benchmarks.by_hand`: for nodes and edges alone, and for all rows that are written, those among them
by which later releases find who is who; of writing again, that loop with MERGE. A loop by hand is
given its rows, a fill finds out who is who first; what that takes has a row of its own. Each way of
writing is measured in a process of its own, with a database that has just started.
"""

import gzip
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from time import perf_counter
from types import ModuleType
from typing import Any, TypeVar

import click
from benchmarks.by_hand import send_graph, send_registry
from benchmarks.questions.loading import neo4j_jars
from more_itertools import chunked

from communique.builds.reading import read_batches
from communique.builds.work import Work
from communique.graph import ledger
from communique.graph.rows import Batch
from communique.graph.store import Store, connect
from communique.graph.whole import settle
from communique.loaders.release import Release
from communique.pipeline import releases
from communique.queries.table import Table

CORPUS = "corpus/us-state-2021-2022.jsonl.gz"
COLUMNS = ("what", "seconds", "a second", "peer", "times the peer", "asked", "share", "peak MB")
"""A row has those that apply to it; ``asked`` is what ``times the peer`` shall reach."""
_YEARLY, _ARCHIVE = 350, 700_000
"""Words of a release of the archive that is reckoned, and how many it has."""

T = TypeVar("T")
Row = dict[str, Any]


@click.command()
@click.argument("shared", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--some", type=click.IntRange(min=1), help="Only so many releases.")
def main(shared: Path, some: int | None) -> None:
    """Measure loading on the releases in SHARED."""
    for title, rows in measure(shared, some).items():
        columns = columns_of(rows)
        click.echo(
            f"{title}\n{Table[Row](columns, [_padded(row, columns) for row in rows], dict)}\n"
        )


def measure(shared: Path, some: int | None = None) -> dict[str, list[Row]]:
    """Measure all of it.

    Args:
        shared: Where the releases are.
        some: How many of them; None for all.

    Returns:
        Tables by their titles.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        corpus = _cut(shared / CORPUS, some, folder)
        # First of all: a process inherits the record of memory of the one that started it.
        whole = list(_wholes(corpus, folder))
        found = [item for item in releases([corpus]) if isinstance(item, Release)]
        batches = [b for b in read_batches(found, Work()) if isinstance(b, Batch)]
        tables = {"Reading": list(_reading(found))}
        fills = {}
        for engine in ("neo4j", "embedded"):
            fills[engine], rows = _writing(engine, batches, folder)
            tables[f"Writing, {engine}"] = rows
        tables["Stages"] = list(_stages(tables["Reading"][-1]["seconds"], fills))
        tables["Commands"] = whole
    return tables


def columns_of(rows: Sequence[Row]) -> tuple[str, ...]:
    """List the columns that some row has something in, in their order."""
    return tuple(column for column in COLUMNS if any(column in row for row in rows))


def _padded(row: Row, columns: Sequence[str]) -> Row:
    return {column: row.get(column) for column in columns}


def _cut(corpus: Path, some: int | None, folder: Path) -> Path:
    """Make a file of the first releases."""
    if some is None:
        return corpus
    cut = folder / corpus.name
    with gzip.open(corpus, "rt") as lines, gzip.open(cut, "wt") as out:
        out.writelines(islice(lines, some))
    return cut


def _reading(found: Sequence[Release]) -> Iterator[Row]:
    words = sum(len(release.text.split()) for release in found)
    alone = 0.0
    for processes in (1, len(os.sched_getaffinity(0))):
        spent = _time(lambda p=processes: sum(1 for _ in read_batches(found, Work(), p)))
        alone = alone or spent
        minutes = spent / words * _YEARLY * _ARCHIVE / 60
        yield {
            "what": f"{len(found):,} releases, {processes} at a time ({_ARCHIVE:,} in "
            f"{minutes:.0f} min)",
            **_row(len(found), spent, alone),
        }


def _row(number: int, spent: float, peer: float) -> Row:
    return {
        "seconds": spent, "a second": round(number / spent), "peer": round(number / peer),
        "times the peer": round(peer / spent, 2),
    }  # fmt: skip


@dataclass(frozen=True)
class Fill:
    """How many seconds a fill took: to find out who is who, and all in all; and another load."""

    resolve: float
    whole: float
    again: float


@dataclass(frozen=True)
class ByHand:
    """How many seconds the loop took for nodes and edges, for the other rows, and to merge."""

    graph: float
    registry: float
    again: float
    nodes_and_edges: int
    others: int


def _writing(engine: str, batches: Sequence[Batch], folder: Path) -> tuple[Fill, list[Row]]:
    fill: Fill = _apart(_fill, engine, batches, folder / f"{engine}-ours")
    peer: ByHand = _apart(_by_hand, engine, batches, folder / f"{engine}-peer")
    few, rows = peer.nodes_and_edges, peer.nodes_and_edges + peer.others
    written, beside_all = round(fill.whole - fill.resolve, 2), peer.graph + peer.registry
    told = (
        ("fill; peer: nodes and edges alone", few, fill.whole, peer.graph, 0.8),
        ("fill; peer: all rows", rows, fill.whole, beside_all, 0.8),
        ("fill, who is who left out; peer: all rows", rows, written, beside_all, None),
        ("write again; peer: nodes and edges alone", few, fill.again, peer.again, None),
    )  # fmt: skip
    made = []
    for what, number, spent, beside, asked in told:
        row = {"what": what, **_row(number, spent, beside)}
        made.append({**row, "asked": asked} if asked else row)
    return fill, made


def _apart(function: Callable[..., T], *arguments: object) -> T:
    """Call in a process of its own."""
    with ProcessPoolExecutor(1, get_context("spawn"), max_tasks_per_child=1) as apart:
        return apart.submit(function, *arguments).result()


def _fill(engine: str, batches: Sequence[Batch], home: Path) -> Fill:
    with _opened(engine, home) as store, _timed(ledger, "whole_of") as resolving:
        whole = _time(lambda: list(ledger.load_all(store, batches)))
        again = _time(lambda: _load_again(store, batches))
    return Fill(round(resolving[0], 2), whole, again)


@contextmanager
def _timed(module: ModuleType, name: str) -> Iterator[list[float]]:
    """Time a function that a module calls."""
    plain, spent = getattr(module, name), []

    def timing(*arguments: Any) -> Any:
        start = perf_counter()
        found = plain(*arguments)
        spent.append(perf_counter() - start)
        return found

    setattr(module, name, timing)
    try:
        yield spent
    finally:
        setattr(module, name, plain)


def _load_again(store: Store, batches: Sequence[Batch]) -> None:
    for some in chunked(batches, 100):
        list(ledger.load_all(store, some))


def _by_hand(engine: str, batches: Sequence[Batch], home: Path) -> ByHand:
    whole = settle(batches)
    nodes, edges = whole.nodes.values(), whole.edges.values()
    with _opened(engine, home) as store:
        graph = _time(lambda: send_graph(store, nodes, edges, "CREATE"))
        start = perf_counter()
        others = send_registry(store, whole.entries.values())
        registry = perf_counter() - start
        again = _time(lambda: send_graph(store, nodes, edges, "MERGE"))
    return ByHand(graph, registry, again, len(nodes) + len(edges), others)


def _stages(read: float, fills: Mapping[str, Fill]) -> Iterator[Row]:
    for engine, fill in fills.items():
        stages = {"read": read, "who is who": fill.resolve, "write": fill.whole - fill.resolve}
        for stage, spent in stages.items():
            share = f"{spent / sum(stages.values()):.0%}"
            yield {"what": f"{engine}: {stage}", "seconds": round(spent, 2), "share": share}


@contextmanager
def _opened(engine: str, home: Path) -> Iterator[Store]:
    """Open an empty graph."""
    if engine == "embedded":
        with connect(str(home), write=True, create=True) as store:
            yield store
        return
    home.mkdir()
    with neo4j_jars().started_server(home, heap="2g") as server:
        os.environ |= {"NEO4J_USERNAME": server.user, "NEO4J_PASSWORD": server.password}
        with connect(server.uri, write=True) as store:
            yield store


def _wholes(corpus: Path, folder: Path) -> Iterator[Row]:
    """Run the commands as a user does, each in a process of its own."""
    build, graph = folder / "build", folder / "graph.db"
    for what, arguments in (
        ("communique load, embedded", ["load", corpus, "--graph", graph]),
        ("communique build", ["build", corpus, "--out", build]),
        ("communique load of the build, embedded", ["load", build, "--graph", folder / "built.db"]),
    ):
        command = [sys.executable, "-m", "communique", *map(str, arguments)]
        start = perf_counter()
        with subprocess.Popen(command, stdout=subprocess.DEVNULL) as going:  # noqa: S603
            _, status, used = os.wait4(going.pid, 0)
            going.returncode = os.waitstatus_to_exitcode(status)
        if going.returncode:
            sys.exit(f"{what}: exit code {going.returncode}")
        spent = round(perf_counter() - start, 2)
        yield {"what": what, "seconds": spent, "peak MB": round(used.ru_maxrss / 1024)}


def _time(call: Any) -> float:
    start = perf_counter()
    call()
    return round(perf_counter() - start, 2)


if __name__ == "__main__":
    main()
