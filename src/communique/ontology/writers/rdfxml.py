"""RDF/XML, for tools that read nothing else.

XML has no way to write most control characters: each becomes U+FFFD.
"""

import re
from collections.abc import Iterable, Iterator
from typing import TextIO
from xml.sax.saxutils import escape, quoteattr

from communique.ontology.literals import XSD, lexical_and_datatype
from communique.ontology.terms import NAMESPACE, OA, PROV
from communique.ontology.writers.descriptions import Description, describe

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_NAMESPACES = {
    "rdf": _RDF,
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "cq": NAMESPACE,
    "oa": OA,
    "prov": PROV,
}
_SHORT = {namespace: prefix for prefix, namespace in _NAMESPACES.items()}
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def write_rdfxml(lines: Iterable[str], out: TextIO) -> None:
    """Write triples.

    Args:
        lines: As `triple_line` puts them, in order.
        out: Where to.
    """
    declared = "".join(f'\n    xmlns:{p}="{n}"' for p, n in _NAMESPACES.items())
    out.write(f'<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF{declared}>\n')
    out.writelines("".join(_element(description)) for description in describe(lines))
    out.write("</rdf:RDF>\n")


def _element(description: Description) -> Iterator[str]:
    subject, told = description
    yield f"  <rdf:Description rdf:about={_attribute(subject[1:-1])}>\n"
    for predicate, found in told:
        yield f"    {_property(_name(predicate[1:-1]), found)}\n"
    yield "  </rdf:Description>\n"


def _property(name: str, found: str) -> str:
    if found.startswith("<"):
        return f"<{name} rdf:resource={_attribute(found[1:-1])}/>"
    lexical, datatype = lexical_and_datatype(found)
    text = escape(_ILLEGAL.sub("\ufffd", lexical), {"\r": "&#13;"})
    typed = "" if datatype in (None, f"{XSD}string") else f" rdf:datatype={_attribute(datatype)}"
    return f"<{name}{typed}>{text}</{name}>"


def _name(predicate: str) -> str:
    cut = max(predicate.rfind("#"), predicate.rfind("/")) + 1
    return f"{_SHORT[predicate[:cut]]}:{predicate[cut:]}"


def _attribute(value: str | None) -> str:
    return quoteattr(value or "")
