"""Whom a page is about."""

from collections.abc import Mapping
from dataclasses import dataclass

from communique.errors import ParameterError
from communique.graph.store import Store
from communique.queries.holders import Names
from communique.queries.period import Period
from communique.queries.question import ParameterType

KINDS: Mapping[str, ParameterType] = {
    "person": ParameterType.PERSON,
    "organization": ParameterType.PARTY,
    "place": ParameterType.PLACE,
    "office": ParameterType.OFFICE,
}
"""What a page can be about, and how the name of each is looked for."""


@dataclass(frozen=True)
class Subject:
    """Whom or what a page is about.

    Attributes:
        kind: ``person``, ``organization``, ``place`` or ``office``.
        id: Its id.
        notes: A sentence for a title that was taken for its holder.
    """

    kind: str
    id: str
    notes: tuple[str, ...] = ()


def find_subject(store: Store, named: Mapping[str, str | None], period: Period) -> Subject:
    """Find the one that is named.

    Args:
        store: The graph.
        named: A name, or None, by kind.
        period: When, where a title means its holder.

    Raises:
        AmbiguousName: If several fit the name.
        ParameterError: If not just one is named.
        UnknownName: If the graph knows nothing by the name.
    """
    given = [(kind, name) for kind, name in named.items() if name is not None]
    if len(given) != 1:
        message = f"A page is about one of these: {', '.join(named)}; {len(given)} are given."
        raise ParameterError(message)
    ((kind, name),) = given
    names = Names(store)
    found = names.find(KINDS[kind], name, period)
    return Subject(kind, found, tuple(names.notes))
