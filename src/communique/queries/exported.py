"""A graph that was exported, opened for SPARQL by pyoxigraph if it is installed, else by rdflib.

Graphs are not told apart: what is asked for is searched in all of them.
"""

import gzip
from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import IO, Any, cast

from communique.errors import DataError, MissingExtra, MissingFile, ParameterError

ENGINES = ("pyoxigraph", "rdflib")
"""What can ask, the fastest first."""

FORMATS = {
    ".nq": "nquads",
    ".nquads": "nquads",
    ".trig": "trig",
    ".ttl": "turtle",
    ".turtle": "turtle",
    ".nt": "nt",
    ".ntriples": "nt",
}
"""What a file holds, by its ending; each can be compressed and end in ``.gz``."""


@dataclass(frozen=True)
class Term:
    """A value that SPARQL takes or gives.

    Attributes:
        text: The IRI, or what a literal says.
        datatype: That of a literal, None for an IRI.
    """

    text: str
    datatype: str | None


class Exported(ABC):
    """An exported graph.

    Attributes:
        where: The file.
    """

    def __init__(self, where: str) -> None:
        self.where = where

    @abstractmethod
    def select(self, query: str, given: Mapping[str, Term] | None = None) -> list[dict[str, Term]]:
        """Run a query of this package; it only reads, and reaches nothing but this graph.

        Args:
            query: A SELECT.
            given: What its parameters are, by name; the engine binds them, and no text is made.

        Returns:
            What is bound in each row.
        """


class _Oxigraph(Exported):
    def __init__(self, where: str, stream: IO[bytes], form: str) -> None:
        import pyoxigraph

        super().__init__(where)
        self._ox = pyoxigraph
        self._store = pyoxigraph.Store()
        read = pyoxigraph.parse(stream, format=_oxigraph_formats()[form])
        # Without their graphs: a triple that several tell is one.
        self._store.bulk_extend(pyoxigraph.Quad(*quad.triple) for quad in read)

    def select(self, query: str, given: Mapping[str, Term] | None = None) -> list[dict[str, Term]]:
        bound = {self._ox.Variable(name): self._term(term) for name, term in (given or {}).items()}
        found = cast("Any", self._store.query(query, substitutions=bound))
        names = [variable.value for variable in found.variables]
        return [
            {n: self._told(value) for n, value in zip(names, row, strict=True) if value is not None}
            for row in found
        ]

    def _term(self, term: Term) -> Any:  # noqa: ANN401 - pyoxigraph is imported late
        if term.datatype is None:
            return self._ox.NamedNode(term.text)
        return self._ox.Literal(term.text, datatype=self._ox.NamedNode(term.datatype))

    @staticmethod
    def _told(value: Any) -> Term:  # noqa: ANN401
        datatype = getattr(value, "datatype", None)
        return Term(value.value, datatype and datatype.value)


class _Rdflib(Exported):
    def __init__(self, where: str, stream: IO[bytes], form: str) -> None:
        from rdflib import Dataset

        super().__init__(where)
        self._graph = Dataset(default_union=True)
        self._graph.parse(source=stream, format=form)

    def select(self, query: str, given: Mapping[str, Term] | None = None) -> list[dict[str, Term]]:
        from rdflib import XSD, Literal, URIRef

        bound = {
            name: URIRef(term.text)
            if term.datatype is None
            else Literal(term.text, datatype=URIRef(term.datatype))
            for name, term in (given or {}).items()
        }
        found = self._graph.query(_prepared(query), initBindings=bound)
        names = [str(variable) for variable in found.vars or ()]
        string = str(XSD.string)
        return [
            {
                name: Term(
                    str(value),
                    str(value.datatype or string) if isinstance(value, Literal) else None,
                )
                for name, value in zip(names, cast("Sequence[Any]", row), strict=True)
                if value is not None
            }
            for row in found
        ]


@cache
def _prepared(query: str) -> Any:  # noqa: ANN401 - rdflib is imported late
    """Parse a query once: rdflib takes a quarter of a second for it."""
    from rdflib.plugins.sparql import prepareQuery

    return prepareQuery(query)


def open_dataset(path: str | Path, engine: str | None = None) -> Exported:
    """Read an exported file into memory.

    Args:
        path: The file; its ending tells the format, and whether it is compressed.
        engine: One of `ENGINES`; None for the fastest that is installed.

    Returns:
        The graph, to be asked by `communique.queries.twins`.

    Raises:
        MissingFile: If there is no such file, or it can't be read.
        ParameterError: If its ending tells no format, or there is no such engine.
        MissingExtra: If the engine is not installed.
        DataError: If it is not what its ending says.
    """
    where = Path(path)
    form = _format(where)
    make = _engine(engine)
    try:
        with gzip.open(where) if where.suffix == ".gz" else where.open("rb") as stream:
            return make(str(where), cast("IO[bytes]", stream), form)
    except FileNotFoundError:
        message = f"There is no file {where}."
        raise MissingFile(message) from None
    except (OSError, EOFError) as error:
        message = f"{where} can't be read: {getattr(error, 'strerror', None) or error}."
        raise MissingFile(message) from error
    except Exception as error:  # rdflib's parsers raise whatever they meet
        message = f"{where} is no {form}: {error}"
        raise DataError(message, "Make it by `communique export`.") from error


def _format(path: Path) -> str:
    ending = path.with_suffix("").suffix if path.suffix == ".gz" else path.suffix
    if ending.lower() not in FORMATS:
        message = f"The ending of {path} tells no format."
        raise ParameterError(message, f"Endings: {', '.join(FORMATS)}, and .gz after them.")
    return FORMATS[ending.lower()]


def _engine(name: str | None) -> type[_Oxigraph | _Rdflib]:
    fast, slow = ENGINES
    installed = find_spec(fast) is not None
    if name not in (None, *ENGINES):
        message = f"There is no engine {name!r}."
        raise ParameterError(message, f"Engines: {', '.join(ENGINES)}.")
    if name == fast and not installed:
        message = "pyoxigraph is not installed."
        raise MissingExtra(message, "Run: pip install 'communique[fast]'")
    return _Oxigraph if installed and name != slow else _Rdflib


def _oxigraph_formats() -> dict[str, Any]:
    from pyoxigraph import RdfFormat

    return {
        "nquads": RdfFormat.N_QUADS,
        "trig": RdfFormat.TRIG,
        "turtle": RdfFormat.TURTLE,
        "nt": RdfFormat.N_TRIPLES,
    }
