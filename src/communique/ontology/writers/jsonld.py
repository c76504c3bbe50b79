"""JSON-LD: a resource a line, short keys, with the context inside: nobody has to fetch it."""

import json
from collections.abc import Callable, Iterable, Mapping
from itertools import groupby
from operator import itemgetter
from typing import Any, TextIO

from communique.ontology.context import context
from communique.ontology.literals import XSD, lexical_and_datatype
from communique.ontology.terms import TYPE
from communique.ontology.writers.descriptions import Description, describe

_NATIVE: Mapping[str, Callable[[str], object]] = {
    f"{XSD}integer": int,
    f"{XSD}boolean": "true".__eq__,
}


def write_jsonld(lines: Iterable[str], out: TextIO) -> None:
    """Write triples.

    Args:
        lines: As `triple_line` puts them, in order.
        out: Where to.
    """
    terms = _Terms(context())
    out.write(f'{{"@context": {_json(context())},\n"@graph": [')
    for number, description in enumerate(describe(lines)):
        out.write(",\n" if number else "\n")
        out.write(_json(terms.resource(description)))
    out.write("\n]}\n")


class _Terms:
    """The words of a context, by what they stand for."""

    def __init__(self, words: Mapping[str, Any]) -> None:
        prefixes = {k: v for k, v in words.items() if isinstance(v, str) and v[-1:] in "#/"}
        self.words: dict[str, tuple[str, str | None]] = {}
        for word, told in words.items():
            if word.startswith("@") or word in prefixes:
                continue
            meant = told if isinstance(told, str) else told["@id"]
            prefix, _, local = meant.partition(":")
            datatype = None if isinstance(told, str) else told.get("@type")
            if datatype and not datatype.startswith("@"):
                head, _, tail = datatype.partition(":")
                datatype = prefixes[head] + tail
            self.words[prefixes.get(prefix, f"{prefix}:") + local] = (word, datatype)

    def resource(self, description: Description) -> dict[str, Any]:
        subject, told = description
        made: dict[str, Any] = {"@id": subject[1:-1]}
        for predicate, pairs in groupby(told, key=itemgetter(0)):
            if predicate == f"<{TYPE}>":
                key = "@type"
                values: list[object] = [self._class(found[1:-1]) for _, found in pairs]
            else:
                key, expected = self.words.get(predicate[1:-1], (predicate[1:-1], None))
                values = [_value(found, expected) for _, found in pairs]
            made[key] = values[0] if len(values) == 1 else values
        return made

    def _class(self, iri: str) -> str:
        return self.words.get(iri, (iri, None))[0]


def _value(term: str, expected: str | None) -> object:
    if term.startswith("<"):
        return term[1:-1] if expected == "@id" else {"@id": term[1:-1]}
    lexical, datatype = lexical_and_datatype(term)
    datatype = datatype or f"{XSD}string"
    if datatype == expected or (datatype == f"{XSD}string" and expected is None):
        return _NATIVE[datatype](lexical) if datatype in _NATIVE else lexical
    return {"@value": lexical, "@type": datatype}


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
