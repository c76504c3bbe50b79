"""What there is in a graph, counted from its sorted N-Quads in one pass."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from operator import itemgetter

from communique.ontology.iris import BASE
from communique.ontology.literals import XSD, lexical_and_datatype
from communique.ontology.terms import NAMESPACE, TYPE

_TYPE, _OURS = f"<{TYPE}>", f"<{NAMESPACE}"
_COUNTERPART = f"<{BASE}role/counterpart>"
_ISSUER, _LANGUAGE, _DATE, _TEXT, _ROLE = (
    f"<{NAMESPACE}{name}>" for name in ("issuer", "language", "date", "text", "role")
)
_WANTED = frozenset({_TYPE, _ISSUER, _LANGUAGE, _DATE, _TEXT, _ROLE})
_DIGITS = 12


@dataclass
class Census:
    """What there is in a graph.

    Attributes:
        statements: How many quads.
        classes: How many resources of each class of the ontology, by its name; a place of a known
            sort counts as a place too, a withheld assertion as one of its sort too.
        meetings: How many facts tell that two met; each is two attendances.
        issuers: How many releases each publisher has.
        languages: How many releases there are in each language.
        texts: How many releases come with their whole text.
        first: The first day of a release, None where none has one.
        last: The last.
        mark: The first digits of the SHA-256 of all quads.
    """

    statements: int = 0
    classes: Counter[str] = field(default_factory=Counter)
    meetings: int = 0
    issuers: Counter[str] = field(default_factory=Counter)
    languages: Counter[str] = field(default_factory=Counter)
    texts: int = 0
    first: str | None = None
    last: str | None = None
    mark: str = ""

    def add(self, told: list[tuple[str, str]]) -> None:
        """Count a resource by what is told of it, in pairs of predicate and object."""
        types = {found for predicate, found in told if predicate == _TYPE}
        names = {t.removeprefix(_OURS)[:-1] for t in types if t.startswith(_OURS)}
        self.classes.update(names)
        self.meetings += (_ROLE, _COUNTERPART) in told
        if "Release" in names:
            for predicate, found in told:
                self._add_release(predicate, found)

    def _add_release(self, predicate: str, found: str) -> None:
        value, datatype = lexical_and_datatype(found) if found.startswith('"') else ("", None)
        if predicate == _ISSUER:
            self.issuers[value] += 1
        elif predicate == _LANGUAGE:
            self.languages[value] += 1
        elif predicate == _TEXT:
            self.texts += 1
        elif predicate == _DATE and datatype == f"{XSD}date":
            self.first = min(self.first or value, value)
            self.last = max(self.last or value, value)


def take_census(lines: Iterable[str]) -> Census:
    """Count what there is.

    Args:
        lines: The graph as canonical N-Quads, sorted: what is said of one resource stands together.

    Returns:
        The counts. Only one resource is held at a time.
    """
    census, content = Census(), hashlib.sha256()

    def quads() -> Iterator[tuple[str, str, str]]:
        for line in lines:
            content.update(line.encode())
            census.statements += 1
            subject, predicate, rest = line.split(" ", 2)
            yield subject, predicate, rest if predicate in _WANTED else ""

    for _, group in groupby(quads(), key=itemgetter(0)):
        told = [(p, rest.rsplit(" ", 2)[0]) for _, p, rest in group if rest]
        census.add(told)
    census.mark = content.hexdigest()[:_DIGITS]
    return census
