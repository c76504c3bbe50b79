"""An endpoint: an address, what it takes, what it gives, and the function that answers."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from communique.explorer.parameter import Parameter

if TYPE_CHECKING:
    from communique.pipeline import Graph

Answer = Callable[["Graph", Mapping[str, Any]], object]
"""Makes of a graph and parameters what JSON can hold, or a `Page` of rows."""

Schema = Mapping[str, Any]


@dataclass(frozen=True)
class Page:
    """Rows of which a part is given at a time.

    Attributes:
        columns: Names of columns, in order.
        rows: All rows, or those up to the end of the part and one more; values as JSON can hold
            them.
        whole: Whether these are all.
        more: What else is told with them.
    """

    columns: tuple[str, ...]
    rows: list[dict[str, Any]]
    whole: bool = True
    more: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Endpoint:
    """What can be asked at an address.

    Attributes:
        path: The address, below ``/api``.
        summary: What it gives, in a sentence.
        answer: What answers.
        parameters: What it takes.
        schema: What it gives, in JSON Schema; of a page, that of a row.
        paged: Whether it gives a `Page`.
        method: ``GET``; ``POST`` and ``DELETE`` change the graph, and are there in review alone.
        body: What a ``POST`` takes, in an object of JSON.
        statuses: Statuses that it can end in, besides 200 and 400.
    """

    path: str
    summary: str
    answer: Answer
    parameters: tuple[Parameter, ...] = ()
    schema: Schema = field(default_factory=lambda: {"type": "object"})
    paged: bool = False
    method: str = "GET"
    body: tuple[Parameter, ...] | None = None
    statuses: tuple[int, ...] = ()

    @property
    def path_names(self) -> tuple[str, ...]:
        """The names of what stands in the address itself."""
        return tuple(re.findall(r"\{(\w+)", self.path))

    @property
    def changes(self) -> bool:
        """Whether it changes the graph."""
        return self.method != "GET"
