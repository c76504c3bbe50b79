"""The context of JSON-LD, made of the ontology, and read by rdflib."""

import json
import subprocess
import sys
from importlib.resources import files

import pytest
from rdflib import OWL, RDF, XSD, Graph, Literal, URIRef

from communique.ontology.context import context, make_context, page
from communique.ontology.iris import BASE
from communique.ontology.vocabulary import CQ, vocabulary

# rdflib's own parser of JSON-LD calls its own deprecated names.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph.* is deprecated")

WRITTEN = (files("communique.ontology") / "context.jsonld").read_text("utf-8")
DOCUMENT = {
    "@id": "https://news.example/1#met-with.0-3.8-11/principal",
    "@type": ["Attendance", "Withheld"],
    "subject": f"{BASE}person/ada-oduya",
    "inOffice": [f"{BASE}office/mayor-of-oslo", f"{BASE}office/minister"],
    "confidence": "0.95",
    "madeByRule": "met",
    "date": {"@value": "--03-04", "@type": "xsd:gMonthDay"},
    "evidence": {
        "@id": "https://news.example/1#char=0,11",
        "@type": "Evidence",
        "hasSelector": {
            "@id": "https://news.example/1#selector.0-11",
            "exact": "Ada met Ben",
            "start": 0,
        },
    },
    "wasGeneratedBy": "https://news.example/1#reading",
    "comment": "A note.",
}


def test_the_file_is_up_to_date() -> None:
    """If not, `make docs` writes it again."""
    assert page() == WRITTEN
    assert context() == make_context()


def test_the_command_prints_the_file() -> None:
    """What `make docs` runs."""
    command = [sys.executable, "-m", "communique.ontology.context"]
    done = subprocess.run(command, capture_output=True, check=True)  # noqa: S603
    assert done.stdout.decode("utf-8").replace("\r\n", "\n") == page()


def test_every_class_and_property_has_a_short_name() -> None:
    """Its own, behind the prefix."""
    told = {each if isinstance(each, str) else each["@id"] for each in list(context().values())[1:]}
    kinds = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty)
    terms = {t for kind in kinds for t in vocabulary().subjects(RDF.type, kind)}
    names = {f"cq:{t.removeprefix(CQ)}" for t in terms if isinstance(t, URIRef)}
    assert names <= told
    assert all(
        context()[n.removeprefix("cq:")] in (n, {"@id": n, "@type": _type(n)}) for n in names
    )


def _type(name: str) -> str | None:
    told = context()[name.removeprefix("cq:")]
    return None if isinstance(told, str) else str(told["@type"])


def test_rdflib_reads_what_uses_it() -> None:
    """Links as IRIs, values with their types, nothing dropped."""
    graph = Graph().parse(data=json.dumps({**json.loads(WRITTEN), **DOCUMENT}), format="json-ld")
    told, office = URIRef(str(DOCUMENT["@id"])), CQ.inOffice
    assert set(graph.objects(told, RDF.type)) == {CQ.Attendance, CQ.Withheld}
    assert graph.value(told, CQ.subject) == URIRef(f"{BASE}person/ada-oduya")
    assert len(list(graph.objects(told, office))) == 2
    assert graph.value(told, CQ.confidence) == Literal("0.95", datatype=XSD.decimal)
    assert graph.value(told, CQ.madeByRule) == Literal("met")
    assert graph.value(told, CQ.date) == Literal("--03-04", datatype=XSD.gMonthDay)
    words = graph.value(told, CQ.evidence)
    selector = graph.value(words, URIRef("http://www.w3.org/ns/oa#hasSelector"))
    assert graph.value(selector, URIRef("http://www.w3.org/ns/oa#start")) == Literal(0)
    assert len(graph) == 15


def test_a_sample_survives_the_way_through_json() -> None:
    """Every triple of every term, written with the context and read again."""
    text = (files("communique.ontology") / "sample.ttl").read_text("utf-8")
    sample = Graph().parse(data=text, format="turtle")
    written = sample.serialize(format="json-ld", context=context(), auto_compact=False)
    again = Graph().parse(data=written, format="json-ld")
    assert {_exact(t) for t in again} == {_exact(t) for t in sample}


def _exact(triple: tuple[object, ...]) -> tuple[str, ...]:
    return tuple(term.n3() for term in triple)  # type: ignore[attr-defined]
