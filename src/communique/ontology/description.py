"""What RDF says of one resource, ready to be made a row of."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from communique.errors import DataError
from communique.graph.rows import Value
from communique.ontology.iris import id_of
from communique.ontology.literals import XSD, lexical_and_datatype
from communique.ontology.terms import NAMESPACE, TYPE

_NUMBERS: Mapping[str, Callable[[str], Value]] = {
    f"{XSD}integer": int,
    f"{XSD}decimal": float,
    f"{XSD}double": float,
    f"{XSD}boolean": {"true": True, "1": True, "false": False, "0": False}.__getitem__,
}


@dataclass
class Resource:
    """All that is said of a subject.

    Attributes:
        iri: Which.
        said: Objects, as N-Quads write them, by the IRIs of predicates.
    """

    iri: str
    said: dict[str, list[str]] = field(default_factory=dict)

    @classmethod
    def of(cls, subject: str, told: Iterable[tuple[str, str]]) -> "Resource":
        """Gather pairs of predicate and object, as N-Quads write them."""
        resource = cls(subject[1:-1])
        for predicate, found in told:
            resource.said.setdefault(predicate[1:-1], []).append(found)
        return resource

    @property
    def id(self) -> str:
        """The id of the node, edge, fact, mention or decision that it is."""
        return self.id_of(f"<{self.iri}>")

    @property
    def classes(self) -> frozenset[str]:
        """The names of its classes in our vocabulary."""
        types = self.said.get(TYPE, ())
        ours = f"<{NAMESPACE}"
        return frozenset(t.removeprefix(ours)[:-1] for t in types if t.startswith(ours))

    def terms(self, name: str) -> list[str]:
        """List the objects of a predicate: a name of our vocabulary, or an IRI."""
        return self.said.get(name if ":" in name else NAMESPACE + name, [])

    def iris(self, name: str) -> list[str]:
        """List the IRIs among the objects of a predicate."""
        return [term[1:-1] for term in self.terms(name) if term.startswith("<")]

    def ids(self, name: str) -> list[str]:
        """List the ids of the objects of a predicate, sorted."""
        return sorted(self.id_of(term) for term in self.terms(name))

    def one(self, name: str) -> str:
        """Give the only object of a predicate.

        Raises:
            DataError: If there is none, or several.
        """
        found = self.terms(name)
        if len(found) != 1:
            count = "several values" if found else "no value"
            raise self.fault(f"has {count} for {name}")
        return found[0]

    def one_id(self, name: str) -> str:
        """Give the id of the only object of a predicate."""
        return self.id_of(self.one(name))

    def word(self, name: str) -> str:
        """Give the word that a coded value ends in: ``occurred`` of ``…/id/status/occurred``."""
        return self.word_of(name, self.one(name))

    def word_of(self, key: str, term: str) -> str:
        """Give the word of a coded value under a key."""
        scheme, colon, word = self.id_of(term).partition(":")
        if scheme != key or not colon:
            raise self.fault(f"has {term} for {key}, which is no {key}")
        return word

    def text(self, name: str) -> str | None:
        """Give the only text under a predicate, None where there is none."""
        return str(self.value(self.one(name))) if self.terms(name) else None

    def value(self, term: str) -> Value:
        """Give the value of a literal: a number, a boolean, or a text for all others."""
        if term.startswith(("<", "_:")):
            raise self.fault(f"has {term} where a value belongs")
        lexical, datatype = lexical_and_datatype(term)
        try:
            read = _NUMBERS.get(datatype or "", str)
            return read(lexical)
        except (KeyError, ValueError):
            raise self.fault(f"has {lexical[:60]!r}, which is no {datatype}") from None

    def fault(self, words: str) -> DataError:
        """Make the error that tells what is wrong with it."""
        message = f"{self.iri} {words}."
        return DataError(message, "`communique validate FILE` lists all that is wrong.")

    def id_of(self, term: str) -> str:
        """Give the id of what a term names.

        Raises:
            DataError: If it is no IRI, or the IRI of nothing here.
        """
        if not term.startswith("<"):
            raise self.fault(f"has {term[:60]} where an IRI belongs")
        try:
            return id_of(term[1:-1])
        except ValueError:
            raise self.fault(f"names {term[:200]}, which is the IRI of nothing here") from None
