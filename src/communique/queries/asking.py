"""Asking: a question and its parameters in, a table out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from communique.errors import UnknownQuery
from communique.graph.store import Store
from communique.queries.binding import bind
from communique.queries.citation import Cited, attach
from communique.queries.holders import Names
from communique.queries.library import get
from communique.queries.question import EVIDENCE, ParameterType, Question, select_lines
from communique.queries.table import Table


@dataclass(frozen=True)
class Asked:
    """A question with its parameters bound to what a graph has."""

    store: Store
    question: Question
    bound: Mapping[str, Any]
    notes: tuple[str, ...]

    @property
    def given(self) -> set[str]:
        """The parameters that have a value."""
        return {name for name, value in self.bound.items() if value is not None}

    @property
    def statement(self) -> str:
        """The statement that is run, for this engine."""
        return self._statement(evidence=False)

    @property
    def told(self) -> dict[str, Any]:
        """What the parameters of the question are bound to."""
        return {taken.name: self.bound.get(taken.name) for taken in self.question.parameters}

    def answer(self) -> Table[Any]:
        """Run the statement."""
        return self._table(self._run(evidence=False), self.notes + _left_out(self))

    def cite(self) -> Cited[Any]:
        """Run the statement with what each row rests on, and fetch the sentences.

        Raises:
            UnknownQuery: If the question's rows are evidence themselves.
        """
        if not self.question.cites:
            message = f"The rows of {self.question.name!r} are evidence themselves."
            raise UnknownQuery(message, "Ask it without --evidence.")
        rows = self._run(evidence=True)
        answer = self._table(rows, self.notes + _left_out(self))
        return attach(self.store, answer, [row[EVIDENCE] for row in rows])

    def _statement(self, *, evidence: bool) -> str:
        embedded = self.store.engine == "arcadedb"
        return self.question.state(self.given, embedded=embedded, evidence=evidence)

    def _run(self, *, evidence: bool) -> list[dict[str, Any]]:
        return self.store.run(self._statement(evidence=evidence), self.bound).rows

    def _table(self, rows: Sequence[Mapping[str, Any]], notes: Sequence[str]) -> Table[Any]:
        columns = [column.name for column in self.question.columns]
        types = [column.type for column in self.question.columns]
        return Table(columns, rows, row_type(self.question), notes, types, cite=self.cite)


def ask(store: Store, name: str, parameters: Mapping[str, object]) -> Table[Any]:
    """Ask a question of the library.

    Args:
        store: The graph.
        name: The question's name.
        parameters: Its parameters by name; names of people and places as a person writes them.

    Returns:
        The answer; `notes` says which titles were taken for their holders, and how many meetings,
        facts or attestations are left out for lack of a date.

    Raises:
        UnknownQuery: If there is no such question.
        ParameterError: If a parameter is unknown, missing or of the wrong type.
        UnknownName: If the graph knows nothing by a name.
    """
    return prepare(store, name, parameters).answer()


def prepare(store: Store, name: str, parameters: Mapping[str, object]) -> Asked:
    """Bind the parameters of a question to what a graph has.

    Args:
        store: The graph.
        name: The question's name.
        parameters: Its parameters by name.

    Returns:
        The question, ready to be answered or cited.
    """
    question, found = get(name), Names(store)
    bound = bind(found.find, question, parameters)
    return Asked(store, question, bound, tuple(found.notes))


def row_type(question: Question) -> type[Any]:
    """Find the dataclass of a question's rows."""
    module = import_module(f"communique.queries.asked.{question.topic}")
    found: type[Any] = getattr(module, row_name(question.name))
    return found


def row_name(name: str) -> str:
    """Name the dataclass of a question's rows: ``WhoMetWhom``."""
    return "".join(word.capitalize() for word in name.split("-"))


def _left_out(asked: Asked) -> tuple[str, ...]:
    parameters = asked.question.parameters
    dates = [p.name for p in parameters if p.type is ParameterType.DATE]
    if asked.question.left_out is None or (dates and not asked.given.intersection(dates)):
        return ()
    statement = select_lines(asked.question.left_out, asked.given)
    left_out = asked.store.run(statement, asked.bound).rows[0]["left_out"]
    if not left_out:
        return ()
    so = ", so no bound can hold them" if "since" in dates else ""
    return (f"{left_out} left out: no full date is known{so}.",)
