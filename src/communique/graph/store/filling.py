"""The mark of a graph that is being filled: not all of it is there yet."""

from communique.errors import Unfinished
from communique.graph.store.database import Store, Transaction

_MARK = "MATCH (f:Filling) RETURN f.of AS of, f.place AS place, f.done AS done"


def find_mark(tx: Transaction) -> tuple[str, str, int] | None:
    """Tell of what a graph is being filled, where that was found, and how many rows it has."""
    for row in tx.run(_MARK, {}):
        return row["of"], row["place"], row["done"]
    return None


def set_mark(tx: Transaction, of: str, place: str, done: int) -> None:
    """Mark a graph as being filled, or tell how many rows it has now."""
    told = {"of": of, "place": place, "done": done}
    cypher = "MERGE (f:Filling {id: 'filling'}) SET f.of = $of, f.place = $place, f.done = $done"
    tx.run(cypher, told)


def remove_mark(tx: Transaction) -> None:
    """Take the mark away: all rows are there."""
    tx.run("MATCH (f:Filling) DELETE f", {})


def refuse_unfinished(tx: Transaction) -> None:
    """Refuse a graph that is being filled.

    Raises:
        Unfinished: If it is.
    """
    if found := find_mark(tx):
        _, place, done = found
        message = f"The graph is being filled from {place}: {done:,} rows of it are there."
        hint = f"Wait; or, if nothing does so any more, go on with `communique load {place}`."
        raise Unfinished(message, hint)


def check_finished(store: Store) -> None:
    """Refuse a store whose graph is being filled.

    Raises:
        Unfinished: If it is.
    """
    store.consult(refuse_unfinished)
