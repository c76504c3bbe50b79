"""A build as it stands: its releases, its graph, for whatever loads or exports them."""

from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

from communique.builds.files import LocalFiles
from communique.builds.graph import Summary, made_graph
from communique.builds.mark import MARK
from communique.builds.parts import PARTS, read_part, read_releases
from communique.builds.resolving import GRAPH, graph_of
from communique.errors import MissingFile
from communique.exports.bulk import Kept, write_rows
from communique.graph.assertion import precedence
from communique.graph.filling import Made
from communique.graph.model import Label
from communique.graph.rows import Batch, Edge, Node, NodeRef


def is_build(folder: Path) -> bool:
    """Tell whether a folder is a build."""
    return (folder / MARK).is_file()


def divide(places: Iterable[str | Path]) -> tuple[list[Path], list[str]]:
    """Tell builds from other places.

    Args:
        places: Places as a command line has them.

    Returns:
        The folders of builds, and the other places, each in their order.
    """
    listed = [str(place) for place in places]
    built = [place for place in listed if place and is_build(Path(place))]
    return [Path(place) for place in built], [place for place in listed if place not in built]


def parts_of(folder: Path) -> list[Path]:
    """List the parts of a build, the oldest first."""
    return sorted(part for part in (folder / PARTS).glob("[0-9]*") if part.is_dir())


def batches_of(folder: Path) -> Iterator[Batch]:
    """Give what the releases of a build assert; of one address the latest, as it was read last.

    Args:
        folder: The build.

    Yields:
        What each release asserts, part by part.

    Raises:
        MissingFile: If it is none.
        DataError: If a part is damaged.
    """
    if not is_build(folder):
        message = f"{folder} is no build."
        raise MissingFile(message, "Make one with `communique build PLACE --out DIR`.")
    best = _latest(folder)
    for part in parts_of(folder):
        for batch, name in read_part(part):
            if best.get(batch.release.ref.id) == (precedence(batch.release), name):
                yield batch


def graph_in(folder: Path) -> tuple[Made, Summary] | None:
    """Give the graph of a build, ready to fill another; None where it is not made yet.

    Args:
        folder: The build.

    Raises:
        DataError: If it is damaged.
    """
    summary = graph_of(LocalFiles(), str(folder))
    return (made_graph(folder / GRAPH, summary, str(folder)), summary) if summary else None


def write_import(folder: Path, out: Path) -> None:
    """Write the graph of a build as Neo4j's importer takes it, with all that a database keeps.

    Args:
        folder: The build.
        out: Where to; nothing is there yet, or an empty folder.

    Raises:
        MissingFile: If the build has no graph yet.
        DataError: If it is damaged.
        ParameterError: If something is there.
        OSError: If it can't be written.
    """
    found = graph_in(folder)
    if found is None:
        message = f"{folder} has no graph yet."
        raise MissingFile(message, "Run the `communique build` that made it once more.")
    made, _ = found
    rows = chain[Node | Edge](made.nodes(), made.edges())
    write_rows(rows, out, Kept(made.entries()))


def _latest(folder: Path) -> dict[str, tuple[tuple[str, str, str], str]]:
    """Tell of each release in which part its latest text is, as read last."""
    best: dict[str, tuple[tuple[str, str, str], str]] = {}
    for part in parts_of(folder):
        for told, name in read_releases(part):
            release = Node(NodeRef(Label.RELEASE, str(told["id"])), told)
            rank = (precedence(release), name)
            best[release.ref.id] = max(best.get(release.ref.id, rank), rank)
    return best
