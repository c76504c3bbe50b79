"""Answers: rows that can be walked, printed, shown in a notebook and turned into dicts."""

import csv
import html
import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Generic, TypeVar, overload

from communique.errors import UnknownQuery

if TYPE_CHECKING:
    from communique.queries.citation import Cited

R = TypeVar("R")
Row = Mapping[str, Any]

# A terminal would obey them: what is published is shown, never done.
_CONTROLS = (*range(9), *range(11, 32), *range(127, 160))
_UNSEEN = dict.fromkeys(_CONTROLS, "\ufffd")


class Table(Sequence[R], Generic[R]):
    """An answer: typed rows under named columns.

    Args:
        columns: The columns' names, in order.
        rows: What the database gave, a mapping a row.
        make: Makes of a mapping the row that users see.
        notes: What the answer leaves out, a sentence each.
        cite: Asks again for the rows and the sentences that they rest on.
    """

    def __init__(
        self,
        columns: Sequence[str],
        rows: Sequence[Row],
        make: Callable[..., R],
        notes: Sequence[str] = (),
        *,
        cite: "Callable[[], Cited[R]] | None" = None,
    ) -> None:
        self.columns = tuple(columns)
        self.notes = tuple(notes)
        self._dicts = [{c: row[c] for c in self.columns} for row in rows]
        self._make = make
        self._cite = cite

    def __len__(self) -> int:
        return len(self._dicts)

    @overload
    def __getitem__(self, index: int) -> R: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[R]: ...
    def __getitem__(self, index: int | slice) -> R | Sequence[R]:
        if isinstance(index, slice):
            return [self._make(**row) for row in self._dicts[index]]
        return self._make(**self._dicts[index])

    def __iter__(self) -> Iterator[R]:
        return (self._make(**row) for row in self._dicts)

    def dicts(self) -> list[dict[str, Any]]:
        """Give the rows as plain dicts, values as JSON can hold them."""
        return [dict(row) for row in self._dicts]

    def csv(self) -> str:
        """Write the rows as comma-separated values under a line of column names."""
        text = io.StringIO()
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow(self.columns)
        writer.writerows([as_text(row[c]) for c in self.columns] for row in self._dicts)
        return text.getvalue()

    def evidence(self) -> "Cited[R]":
        """Ask again, and bring the sentences that each row rests on.

        Raises:
            UnknownQuery: If the answer is none of a question, or its rows are evidence themselves.
        """
        if self._cite is None:
            message = "This answer has no evidence of its own."
            raise UnknownQuery(message, "Questions of the library have; see `communique queries`.")
        return self._cite()

    def __str__(self) -> str:
        from rich.console import Console

        text = io.StringIO()
        width = _width(self.columns, self._dicts)
        Console(file=text, width=width, no_color=True).print(self.__rich__())
        return text.getvalue().rstrip("\n")

    def __rich__(self) -> Any:  # noqa: ANN401 - a rich.table.Table, which is imported late
        from rich import box
        from rich.markup import escape
        from rich.table import Table as RichTable

        table = RichTable(box=box.SIMPLE_HEAD, pad_edge=False, header_style="bold")
        for column in self.columns:
            numeric = any(isinstance(row[column], int | float) for row in self._dicts)
            table.add_column(column, justify="right" if numeric else "left", overflow="fold")
        for row in self._dicts:
            cells = (as_text(row[column]).translate(_UNSEEN) for column in self.columns)
            table.add_row(*map(escape, cells))
        return table

    def _repr_html_(self) -> str:
        head = "".join(f"<th>{html.escape(c)}</th>" for c in self.columns)
        body = "".join(f"<tr>{_cells(row.values())}</tr>" for row in self._dicts)
        return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def as_text(value: object) -> str:
    """Write a value as a cell of a table: nothing for None, lists by semicolons."""
    if value is None:
        return ""
    if isinstance(value, list):
        return "; ".join(as_text(item) for item in value)
    if isinstance(value, dict):
        return ", ".join(f"{key}: {as_text(item)}" for key, item in value.items())
    return str(value)


def _cells(values: Any) -> str:  # noqa: ANN401 - any iterable of cell values
    return "".join(f"<td>{html.escape(as_text(value))}</td>" for value in values)


def _width(columns: Sequence[str], rows: list[dict[str, Any]]) -> int:
    """Wide enough that no cell is folded."""
    cells = ([column, *(as_text(row[column]) for row in rows)] for column in columns)
    return sum(max(map(len, column)) + 3 for column in cells) + 2
