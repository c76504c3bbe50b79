"""An empty graph filled with one that was made elsewhere, some thousand rows at a time.

All of it is too much for one transaction. Until the last row is written the database says so:
nobody loads into it or asks it through communique, and the same load goes on where it ended.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain, islice

from more_itertools import constrained_batches

from communique.graph.registry.entry import Entry
from communique.graph.rows import Edge, Node
from communique.graph.store import Store, Transaction
from communique.graph.store.filling import (
    find_mark,
    refuse_unfinished,
    remove_mark,
    set_mark,
)
from communique.graph.store.portions import weigh
from communique.graph.store.registry import add_links, add_profiles, is_blank
from communique.graph.store.write import create_edges, create_nodes

AT_ONCE = 5000
"""Rows of one transaction at most."""

HEAVIEST = 16_000_000
"""Characters of one transaction at most, unless one row alone has more."""


@dataclass(frozen=True)
class Made:
    """A graph made elsewhere.

    Attributes:
        of: A digest that tells it from others.
        place: Where it is, for people.
        nodes: Gives its nodes, always in one order; so do the others.
        edges: Gives its edges.
        entries: Gives what its registry keeps.
    """

    of: str
    place: str
    nodes: Callable[[], Iterable[Node]]
    edges: Callable[[], Iterable[Edge]]
    entries: Callable[[], Iterable[Entry]]


_SMALL = 1000


def begin_filling(store: Store, made: Made) -> bool:
    """Mark a graph as being filled, or go on with it.

    Args:
        store: A store opened for writing.
        made: What it is to be filled with.

    Returns:
        Whether it can be: False where it has releases.

    Raises:
        Unfinished: If it is being filled with something else.
    """

    def work(tx: Transaction) -> bool:
        if (found := find_mark(tx)) and found[0] == made.of:
            return True
        refuse_unfinished(tx)
        if not is_blank(tx):
            return False
        set_mark(tx, made.of, made.place, 0)
        return True

    return store.transact(work)


def fill(store: Store, made: Made) -> Iterator[int]:
    """Fill a graph that is marked for it.

    Args:
        store: A store opened for writing.
        made: What with.

    Yields:
        How many rows are there, each time some more are.

    Raises:
        StoreError: If the database can't be had; what is written stays, to be gone on with.
    """
    found = store.consult(find_mark)
    done = found[2] if found else 0
    steps = islice(_steps(made), done, None)
    for some in constrained_batches(steps, HEAVIEST, AT_ONCE, _weigh, strict=False):
        done += len(some)
        store.transact(partial(_write, steps=some, made=made, done=done))
        yield done
    store.transact(remove_mark)


def _steps(made: Made) -> Iterator[Node | Edge | tuple[str, Entry]]:
    return chain[Node | Edge | tuple[str, Entry]](
        made.nodes(),
        made.edges(),
        (("profile", entry) for entry in made.entries()),
        (("link", entry) for entry in made.entries()),
    )


def _weigh(step: Node | Edge | tuple[str, Entry]) -> int:
    """Tell about how many characters a row has; those of the registry are small."""
    return _SMALL if isinstance(step, tuple) else weigh(step.properties)


def _write(
    tx: Transaction, steps: Sequence[Node | Edge | tuple[str, Entry]], made: Made, done: int
) -> None:
    create_nodes(tx, (step for step in steps if isinstance(step, Node)))
    create_edges(tx, (step for step in steps if isinstance(step, Edge)))
    kept = [step for step in steps if isinstance(step, tuple)]
    add_profiles(tx, [entry for what, entry in kept if what == "profile"])
    add_links(tx, [entry for what, entry in kept if what == "link"])
    set_mark(tx, made.of, made.place, done)
