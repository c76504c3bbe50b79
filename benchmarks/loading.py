"""How fast releases come into a graph: read, written, written again, and as a whole.

Run as ``make bench`` or ``python -m benchmarks.loading SHARED``. The peer of reading is one core;
of writing, the same nodes and edges sent by a loop of UNWIND and CREATE as one writes it by hand,
a thousand rows at a time, without what keeps identities; of writing again, that loop with MERGE.
"""

import os
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import Any

import click
from benchmarks.questions.loading import neo4j_jars
from more_itertools import chunked

from communique.builds.reading import read_batches
from communique.builds.work import Work
from communique.graph import ledger
from communique.graph.rows import Batch, Edge, Node
from communique.graph.store import Store, Transaction, connect
from communique.graph.whole import settle
from communique.loaders.release import Release
from communique.pipeline import releases
from communique.queries.table import Table

CORPUS = "corpus/us-state-2021-2022.jsonl.gz"
COLUMNS = ("what", "seconds", "a second", "peer", "times the peer", "peak MB")
_AT_ONCE = 1000
_YEARLY, _ARCHIVE = 350, 700_000
"""Words of a release of the archive that is reckoned, and how many it has."""

Row = dict[str, Any]


@click.command()
@click.argument("shared", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--some", type=click.IntRange(min=1), help="Only so many releases.")
def main(shared: Path, some: int | None) -> None:
    """Measure loading on the releases in SHARED."""
    found = [r for r in releases([shared / CORPUS]) if isinstance(r, Release)][:some]
    rows = list(_reading(found))
    batches = [b for b in read_batches(found, Work()) if isinstance(b, Batch)]
    with tempfile.TemporaryDirectory() as folder:
        rows += _writing("embedded", batches, Path(folder))
        rows += _writing("neo4j", batches, Path(folder))
        rows += _wholes(shared / CORPUS, Path(folder))
    told = [{column: row.get(column) for column in COLUMNS} for row in rows]
    table = Table[Row](COLUMNS, told, dict)
    click.echo(f"Loading {len(found)} releases\n{table}\n")


def _reading(found: Sequence[Release]) -> Iterator[Row]:
    words = sum(len(release.text.split()) for release in found)
    alone = 0.0
    for processes in (1, len(os.sched_getaffinity(0))):
        spent = _time(lambda p=processes: sum(1 for _ in read_batches(found, Work(), p)))
        alone = alone or spent
        minutes = spent / words * _YEARLY * _ARCHIVE / 60
        yield {
            "what": f"read, {processes} at a time ({_ARCHIVE:,} in {minutes:.0f} min)",
            "seconds": spent, "a second": round(len(found) / spent),
            "peer": round(len(found) / alone), "times the peer": round(alone / spent, 2),
        }  # fmt: skip


def _writing(engine: str, batches: Sequence[Batch], folder: Path) -> Iterator[Row]:
    whole = settle(batches)
    nodes, edges = list(whole.nodes.values()), list(whole.edges.values())
    number = len(nodes) + len(edges)
    for what, verb in (("fill", "CREATE"), ("write again", "MERGE")):
        spent = peer = 0.0
        with _opened(engine, folder / f"{engine}-ours") as store:
            spent = _time(lambda: list(ledger.load_all(store, batches)))
            if verb == "MERGE":
                spent = _time(lambda: _load_again(store, batches))
        with _opened(engine, folder / f"{engine}-peer") as store:
            peer = _time(lambda: _send(store, nodes, edges, "CREATE"))
            if verb == "MERGE":
                peer = _time(lambda: _send(store, nodes, edges, "MERGE"))
        yield {
            "what": f"{engine}: {what}, nodes and edges", "seconds": spent,
            "a second": round(number / spent), "peer": round(number / peer),
            "times the peer": round(peer / spent, 2),
        }  # fmt: skip


def _load_again(store: Store, batches: Sequence[Batch]) -> None:
    for some in chunked(batches, 100):
        list(ledger.load_all(store, some))


def _send(store: Store, nodes: Sequence[Node], edges: Sequence[Edge], verb: str) -> None:
    """Write nodes and edges as one does by hand."""
    by_label: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for node in nodes:
        by_label[node.ref.label].append(dict(node.properties))
    for label, rows in by_label.items():
        node_cypher = f"UNWIND $rows AS row {verb} (n:{label} {{id: row.id}}) SET n = row"
        for some in chunked(rows, _AT_ONCE):
            store.transact(partial(_run, cypher=node_cypher, rows=some))
    by_type: dict[tuple[str, str, str], list[dict[str, Any]]] = defaultdict(list)
    for edge in edges:
        told = {"s": edge.source.id, "t": edge.target.id, "told": dict(edge.properties)}
        by_type[edge.type, edge.source.label, edge.target.label].append({**told, "id": edge.id})
    for (kind, source, target), rows in by_type.items():
        cypher = (
            f"UNWIND $rows AS row MATCH (a:{source} {{id: row.s}}) "
            f"MATCH (b:{target} {{id: row.t}}) "
            f"{verb} (a)-[r:{kind} {{id: row.id}}]->(b) SET r = row.told"
        )
        for some in chunked(rows, _AT_ONCE):
            store.transact(partial(_run, cypher=cypher, rows=some))


def _run(tx: Transaction, *, cypher: str, rows: list[Row]) -> None:
    tx.run(cypher, {"rows": rows})


@contextmanager
def _opened(engine: str, home: Path) -> Iterator[Store]:
    """Open an empty graph."""
    number = sum(1 for _ in home.parent.glob(f"{home.name}*"))
    home = home.with_name(f"{home.name}-{number}")
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
        ("communique load of the build", ["load", build, "--graph", folder / "built.db"]),
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
