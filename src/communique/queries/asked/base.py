"""What every topic's questions stand on: a database, and one way to ask it."""

from abc import ABC, abstractmethod
from typing import Any

from communique.graph.store import Store
from communique.queries import asking
from communique.queries.citation import Cited
from communique.queries.table import Table


class Asking(ABC):
    """Whatever has a database to ask."""

    @property
    @abstractmethod
    def reader(self) -> Store:
        """The database, opened for reading."""

    @abstractmethod
    def writer(self, *, create: bool) -> Store:
        """The database, opened for writing; made, where there is none and `create` is set."""

    def query(self, name: str, /, **parameters: object) -> Table[Any]:
        """Ask a question of the library; parameters as its file names them.

        Args:
            name: The question's name, such as ``who-met-whom``.
            parameters: Its parameters; names of people and places as a person writes them.

        Returns:
            The answer.

        Raises:
            UnknownQuery: If there is no such question.
            ParameterError: If a parameter is unknown, missing or of the wrong type.
            UnknownName: If the graph knows nothing by a name.
        """
        return asking.ask(self.reader, name, parameters)

    def cite(self, name: str, /, **parameters: object) -> Cited[Any]:
        """Ask a question of the library, each row with the sentences that it rests on.

        Args:
            name: The question's name.
            parameters: Its parameters.

        Returns:
            The answer with its evidence.

        Raises:
            UnknownQuery: If there is no such question, or its rows are evidence themselves.
        """
        return asking.prepare(self.reader, name, parameters).cite()
