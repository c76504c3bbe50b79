"""How fast a graph becomes RDF and is read back, and in how much memory.

Run as ``make bench`` or ``python -m benchmarks.rdf [QUADS [MOST]]``. The rows are those of the
examples, each release again and again under other addresses. QUADS are written from rows in memory
to sorted N-Quads, by this package alone; the peers of the same run are rdflib's own `serialize`,
once with the time its graph takes to be filled and once without, and pyoxigraph's, given the same
quads in order. MOST quads are written in a process of its own, from rows that are made as they are
needed: the memory is all that this process ever has.
"""

import io
import resource
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from time import perf_counter
from typing import Any

import click

import communique
from communique.graph.assertion import assert_release
from communique.graph.model import EDGES, Label, Layer
from communique.graph.rows import Edge, Node, NodeRef, Value
from communique.graph.whole import settle
from communique.loaders import Failure
from communique.ontology.export import FORMATS, export, quads_of
from communique.ontology.importing import contents_of
from communique.pipeline import Graph, releases
from communique.queries.table import Table
from communique.reading.readers import find_reader

EXAMPLES = Path(communique.__file__).parent / "examples"
QUADS, MOST, STORED = 500_000, 5_000_000, 200


@click.command()
@click.argument("quads", type=click.IntRange(min=1000), default=QUADS)
@click.argument("most", type=click.IntRange(min=1000), default=MOST)
def main(quads: int, most: int) -> None:
    """Write QUADS in every way, and MOST in bounded memory."""
    click.echo("RDF")
    # First of all: a process inherits the record of memory of the one that started it.
    with ProcessPoolExecutor(1, get_context("spawn"), max_tasks_per_child=1) as apart:
        bounded = apart.submit(memory, most).result()
    rows = [*speeds(quads), stored(min(STORED, quads // 400)), bounded]
    base = next(row["quads/s"] for row in rows if row["what"] == "rdflib serialize, graph filled")
    told = [{**row, "times rdflib": round(row["quads/s"] / base, 1)} for row in rows]
    click.echo(
        Table(("what", "quads", "seconds", "quads/s", "megabytes", "times rdflib"), told, dict)
    )


def speeds(quads: int) -> list[dict[str, Any]]:
    """Time what is written from rows in memory, in each way, and what is read back."""
    nodes, edges = _rows(quads)
    out = io.StringIO()
    seconds = _time(lambda: export(nodes, edges, "nquads", out))
    text = out.getvalue()
    many = text.count("\n")
    found = [_row("sorted N-Quads", many, seconds)]
    for form in sorted(FORMATS.keys() - {"nquads"}):
        took = _time(partial(export, nodes, edges, form, io.StringIO()))
        found.append(_row(f"sorted {form}", many, took))
    found += [_row(what, many, took) for what, took in _peers(nodes, edges)]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "graph.nq"
        path.write_text(text, encoding="utf-8", newline="\n")

        def read() -> None:
            with contents_of(path) as contents:
                for _ in contents.batches():
                    pass

        found.append(_row("N-Quads read back to rows", many, _time(read)))
    return found


def stored(many: int) -> dict[str, Any]:
    """Time what is written from a database, from end to end."""
    reader = find_reader("rules")
    with tempfile.TemporaryDirectory() as folder, Graph(Path(folder) / "graph.db") as graph:
        texts = [release for release in releases([EXAMPLES]) if not isinstance(release, Failure)]
        copies = (
            replace(text, url=f"{text.url}/{number}")
            for number in range(-(-many // len(texts)))
            for text in texts
        )
        made = [assert_release(release, reader.read(release)) for release in copies]
        from communique.graph.ledger import load_several

        load_several(graph.writer(create=True), made)
        out = io.StringIO()
        seconds = _time(lambda: graph.write(out))
    return _row("sorted N-Quads, from the embedded database", out.getvalue().count("\n"), seconds)


def memory(most: int) -> dict[str, Any]:
    """Write a great many quads from rows made as they are needed."""
    nodes, edges = _example_rows()
    one = [*_copy_nodes(nodes, 1)], [*_copy_edges(edges, 1)]
    copies = range(-(-most // _size(*one)))
    counting = _Counting()
    seconds = _time(
        lambda: export(
            (node for n in copies for node in _copy_nodes(nodes, n)),
            (edge for n in copies for edge in _copy_edges(edges, n)),
            "nquads",
            counting,
        )
    )
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return {
        **_row("sorted N-Quads, by way of the disk", counting.lines, seconds),
        "megabytes": peak,
    }


class _Counting(io.StringIO):
    """Counts lines and keeps none."""

    lines = 0

    def write(self, text: str) -> int:
        self.lines += text.count("\n")
        return len(text)


def _rows(quads: int) -> tuple[list[Node], list[Edge]]:
    nodes, edges = _example_rows()
    copies = range(-(-quads // _size(nodes, edges)))
    made = [node for n in copies for node in _copy_nodes(nodes, n)]
    return made, [edge for n in copies for edge in _copy_edges(edges, n)]


def _example_rows() -> tuple[list[Node], list[Edge]]:
    reader = find_reader("rules")
    texts = [release for release in releases([EXAMPLES]) if not isinstance(release, Failure)]
    whole = settle([assert_release(text, reader.read(text)) for text in texts])
    return list(whole.nodes.values()), list(whole.edges.values())


def _size(nodes: list[Node], edges: list[Edge]) -> int:
    return len(set(quads_of(nodes, edges)))


def _copy_nodes(nodes: list[Node], number: int) -> Iterator[Node]:
    """Give releases another address; all that they mention is the same."""
    for node in nodes:
        if node.ref.label is not Label.RELEASE:
            if not number:
                yield node
            continue
        ref = NodeRef(Label.RELEASE, f"{node.ref.id}/{number}")
        yield Node(ref, {**node.properties, "id": ref.id, "url": ref.id})


def _copy_edges(edges: list[Edge], number: int) -> Iterator[Edge]:
    for edge in edges:
        if EDGES[edge.type].layer is Layer.DERIVED:
            if not number:
                yield edge
            continue
        release = str(edge.properties["release"])
        other = f"{release}/{number}"
        told = {key: _moved(value, release, other) for key, value in edge.properties.items()}
        source = replace(edge.source, id=other) if edge.source.id == release else edge.source
        yield Edge(edge.type, str(told["id"]), source, edge.target, told)


def _moved(value: Value, release: str, other: str) -> Value:
    if isinstance(value, str) and release in value:
        return value.replace(release, other)
    if isinstance(value, list) and value and isinstance(value[0], str):
        return [str(item).replace(release, other) for item in value]
    return value


def _peers(nodes: list[Node], edges: list[Edge]) -> Iterator[tuple[str, float]]:
    import pyoxigraph
    import rdflib

    from communique.ontology.literals import lexical_and_datatype

    def of_rdflib(term: str) -> Any:
        if term.startswith("<"):
            return rdflib.URIRef(term[1:-1])
        lexical, datatype = lexical_and_datatype(term)
        return rdflib.Literal(
            lexical, datatype=datatype and rdflib.URIRef(datatype), normalize=False
        )

    def of_oxigraph(term: str) -> Any:
        if term.startswith("<"):
            return pyoxigraph.NamedNode(term[1:-1])
        lexical, datatype = lexical_and_datatype(term)
        named = datatype and pyoxigraph.NamedNode(datatype)
        return pyoxigraph.Literal(lexical, datatype=named) if named else pyoxigraph.Literal(lexical)

    dataset = rdflib.Dataset()

    def fill() -> None:
        for quad in quads_of(nodes, edges):
            *triple, graph = map(of_rdflib, quad)
            dataset.graph(graph).add(tuple(triple))

    filled = _time(fill)
    took = _time(lambda: dataset.serialize(format="nquads"))
    yield "rdflib serialize, graph filled", took
    yield "rdflib serialize, with the filling", took + filled

    def through_oxigraph() -> None:
        quads = (
            pyoxigraph.Quad(*map(of_oxigraph, quad)) for quad in sorted(set(quads_of(nodes, edges)))
        )
        pyoxigraph.serialize(quads, format=pyoxigraph.RdfFormat.N_QUADS)

    yield "pyoxigraph serialize, of the same quads in order", _time(through_oxigraph)


def _time(work: Callable[[], object]) -> float:
    start = perf_counter()
    work()
    return perf_counter() - start


def _row(what: str, quads: int, seconds: float) -> dict[str, Any]:
    return {
        "what": what,
        "quads": quads,
        "seconds": round(seconds, 2),
        "quads/s": round(quads / seconds),
        "megabytes": None,
    }


if __name__ == "__main__":
    main()
