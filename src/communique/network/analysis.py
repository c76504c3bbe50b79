"""An analysis: several measures of a network, one after the other, each explained."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from communique.errors import ParameterError
from communique.network.catalogue import CHANGES, STANDARD, Measure
from communique.network.change import Change, compare
from communique.network.measures import explain, measure
from communique.network.moves import By
from communique.queries.table import Table

if TYPE_CHECKING:
    import networkx as nx


@dataclass(frozen=True)
class Finding:
    """What one measure gives.

    Attributes:
        measure: Which measure.
        explanation: What its numbers mean, in a line.
        table: Its rows.
    """

    measure: Measure
    explanation: str
    table: Table[Any]


def analyse(
    graph: "nx.Graph[str]",
    measures: Sequence[Measure] = (),
    *,
    then: "nx.Graph[str] | None" = None,
    by: By = By.STRENGTH,
) -> Iterator[Finding]:
    """Measure a network, or what changed since an earlier one.

    Args:
        graph: The network.
        measures: What to measure; none for the usual ones, or for what changed.
        then: An earlier network to compare with.
        by: Whether strength or rank tells who rose most.

    Yields:
        What each measure gives, in the order given.

    Raises:
        ParameterError: If there is nothing to compare with.
    """
    change = None if then is None else compare(then, graph, by=by)
    for name in measures or (STANDARD if change is None else CHANGES):
        table = _changed(change, name) if name in CHANGES else measure(graph, name)
        yield Finding(name, explain(graph, name), table)


def _changed(change: Change | None, name: Measure) -> Table[Any]:
    if change is None:
        message = f"{name.value!r} compares two networks, and there is one."
        raise ParameterError(message, "Give an earlier one as `then`.")
    tables: tuple[Table[Any], ...] = (change.rose, change.fell, change.new_ties, change.lost_ties)
    return tables[CHANGES.index(name)]
