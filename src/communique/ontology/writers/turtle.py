"""Turtle and TriG: short names, what belongs to one subject together."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import TextIO

from communique.ontology.iris import BASE
from communique.ontology.literals import XSD
from communique.ontology.terms import NAMESPACE, OA, PROV, TYPE
from communique.ontology.writers.descriptions import Description, describe, describe_graphs

PREFIXES = {
    "cq": NAMESPACE,
    "oa": OA,
    "prov": PROV,
    "xsd": XSD,
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "person": f"{BASE}person/",
    "office": f"{BASE}office/",
    "organization": f"{BASE}organization/",
    "place": f"{BASE}place/",
    "event": f"{BASE}event/",
    "decision": f"{BASE}decision/",
    "kind": f"{BASE}kind/",
    "status": f"{BASE}status/",
    "role": f"{BASE}role/",
    "reader": f"{BASE}reader/",
    "verb": f"{BASE}verb/",
}
"""The short names of namespaces, in the order in which a document declares them."""

# What may stand behind a prefix without an escape, and be told from what follows.
_FIRST = r"A-Za-z0-9_\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u3001-\ud7ff"
_LOCAL = re.compile(rf"[{_FIRST}][{_FIRST}-]*")
_SHORT = {namespace: prefix for prefix, namespace in PREFIXES.items()}
_SPLIT = re.compile(r"<(.*[/#])([^/#]*)>", re.DOTALL)


def write_turtle(lines: Iterable[str], out: TextIO) -> None:
    """Write triples.

    Args:
        lines: As `triple_line` puts them, in order.
        out: Where to; nothing is written where there are none.
    """
    for number, description in enumerate(describe(lines)):
        if not number:
            _write_prefixes(out)
        out.write("\n" + "".join(_statements(description, "")))


def write_trig(lines: Iterable[str], out: TextIO) -> None:
    """Write quads, graph by graph.

    Args:
        lines: As `graph_line` puts them, in order.
        out: Where to; nothing is written where there are none.
    """
    for number, (graph, descriptions) in enumerate(describe_graphs(lines)):
        if not number:
            _write_prefixes(out)
        out.write(f"\n{graph} {{\n")
        out.writelines("".join(_statements(description, "    ")) for description in descriptions)
        out.write("}\n")


def _write_prefixes(out: TextIO) -> None:
    out.writelines(f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in PREFIXES.items())


def _statements(description: Description, indent: str) -> Iterator[str]:
    subject, told = description
    yield indent + _shorten(subject)
    groups = groupby(told, key=itemgetter(0))
    for number, (predicate, pairs) in enumerate(groups):
        objects = ", ".join(_term(found) for _, found in pairs)
        verb = "a" if predicate == f"<{TYPE}>" else _shorten(predicate)
        yield (f" ;\n{indent}    " if number else " ") + f"{verb} {objects}"
    yield " .\n"


def _term(term: str) -> str:
    if term.startswith("<"):
        return _shorten(term)
    literal, mark, datatype = term.rpartition("^^")
    return f"{literal}^^{_shorten(datatype)}" if mark and datatype.endswith(">") else term


@lru_cache(maxsize=1 << 14)
def _shorten(term: str) -> str:
    found = _SPLIT.fullmatch(term)
    prefix = found and _SHORT.get(found[1])
    return f"{prefix}:{found[2]}" if found and prefix and _LOCAL.fullmatch(found[2]) else term
