"""Whether a graph, or a file of RDF, is as the model wants it."""

from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Protocol, TypeVar

from communique.errors import DataError
from communique.graph.conformance import check_batch
from communique.graph.properties import Violation
from communique.graph.soundness import check_graph
from communique.graph.store import Store
from communique.graph.store.decisions import all_decisions
from communique.graph.store.stored import Stored
from communique.ontology.deciding import quads_of_decision
from communique.ontology.importing import contents_of
from communique.ontology.parsing.parser import parse
from communique.ontology.terms import NAMESPACE, TYPE
from communique.ontology.validation.parts import parts_of
from communique.ontology.validation.quotes import check_text
from communique.ontology.validation.shacl import Counts, documents, validate

T = TypeVar("T")


class Watch(Protocol):
    """What shows how far things are, while they go by."""

    def __call__(self, items: Iterable[T], what: str, /) -> AbstractContextManager[Iterator[T]]:
        """Give things to go through, and say what is done with them."""
        ...


def unwatched(items: Iterable[T], what: str) -> AbstractContextManager[Iterator[T]]:
    """Show nothing."""
    del what
    return nullcontext(iter(items))


def check_stored(store: Store, counts: Counts, watch: Watch = unwatched) -> Iterator[Violation]:
    """Check a graph in a database: by the model's own rules, then in RDF by the shapes.

    Args:
        store: The database, opened for reading.
        counts: Where to count.
        watch: What shows how far it is.

    Yields:
        Each violation.

    Raises:
        MissingExtra: If pyshacl is not installed.
    """
    held = Stored(store)
    with watch(parts_of(held), "checking the shapes") as parts:
        yield from _counted(validate(parts, counts), counts)
    decided = (quad for each in all_decisions(store) for quad in quads_of_decision(each))
    yield from _counted(validate(documents(decided), counts), counts)
    with watch(check_graph(held), "checking the model's rules") as found:
        yield from _counted(found, counts)


def check_file(path: Path, counts: Counts, watch: Watch = unwatched) -> Iterator[Violation]:
    """Check a file of RDF by the shapes, and its quotes and spans by the texts that it has.

    What breaks none of these is held against the model's own rules, as an import would.

    Args:
        path: The file; it is held in memory.
        counts: Where to count.
        watch: What shows how far it is.

    Yields:
        Each violation.

    Raises:
        MissingFile: If there is no such file.
        ParameterError: If its ending tells no format of RDF.
        DataError: If it is no RDF, or nothing in it is a release of this vocabulary.
        MissingExtra: If pyshacl is not installed.
    """
    quads = list(parse(path))
    if not any(p == f"<{TYPE}>" and o == f"<{NAMESPACE}Release>" for _, p, o, _ in quads):
        message = f"{path} is RDF, but nothing in it is a cq:Release."
        hint = "Give a file that `communique export` wrote, or one of the same vocabulary."
        raise DataError(message, hint)
    with watch(documents(quads), "checking the shapes") as parts:
        yield from _counted(validate(parts, counts), counts)
    with watch(documents(quads), "checking quotes") as parts:
        yield from _counted((v for part in parts for v in check_text(part)), counts)
    if not counts.violations:
        yield from _counted(_check_restored(path, watch), counts)


def _check_restored(path: Path, watch: Watch) -> Iterator[Violation]:
    """Check what releases assert by the model's own rules, as an import would."""
    try:
        with contents_of(path) as contents, watch(contents.batches(), "checking") as batches:
            for batch in batches:
                yield from check_batch(batch)
    except DataError as error:
        yield Violation(str(path), "whole", error.message)


def _counted(found: Iterable[Violation], counts: Counts) -> Iterator[Violation]:
    for violation in found:
        counts.violations += 1
        yield violation
