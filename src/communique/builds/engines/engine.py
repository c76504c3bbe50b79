"""What a build asks of an engine."""

from collections.abc import Iterator
from typing import Protocol

from communique.builds.graph import Summary
from communique.builds.stages.stage import Row, Stage


class Engine(Protocol):
    """Carries out stages, over the tables ``releases``, ``mentions``, ``facts`` and those made."""

    def run(self, stage: Stage) -> None:
        """Make the table of a stage, whole or not at all; one that is there is kept.

        Raises:
            OSError: If it can't be written.
        """
        ...

    def count(self, query: str) -> int:
        """Give the one number of a query."""
        ...

    def stream(self, query: str) -> Iterator[Row]:
        """Give the rows of a query, in its order, a few at a time."""
        ...

    def write_graph(self, folder: str, of: str) -> Summary:
        """Write the tables of the graph that all stages came to.

        Args:
            folder: Where to; nothing is there yet.
            of: A digest of the parts it is made of.

        Raises:
            OSError: If it can't be written.
        """
        ...
