"""docs/ontology.md, made of the ontology, its concepts and the sample."""

import re
import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import pytest
from rdflib import OWL, RDF, RDFS, SKOS, Graph, URIRef

from communique.ontology.reference import page, terms_of
from communique.ontology.vocabulary import concepts, vocabulary

DOCS = Path(__file__).parents[2] / "docs"
PAGE = page()
TERMS = [
    term
    for kind in (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)
    for term in terms_of(kind)
]


def section(term: URIRef) -> str:
    """Cut the section of a term out of the page."""
    start = re.search(rf"^### cq:{term.fragment}:", PAGE, re.MULTILINE)
    assert start is not None
    return re.split(r"^##", PAGE[start.start() + 3 :], flags=re.MULTILINE)[0]


def test_the_page_is_up_to_date() -> None:
    """If not, `make docs` writes it again."""
    assert (DOCS / "ontology.md").read_text("utf-8") == PAGE


def test_the_command_prints_the_page() -> None:
    """What `make docs` runs."""
    command = [sys.executable, "-m", "communique.ontology.reference"]
    done = subprocess.run(command, capture_output=True, check=True)  # noqa: S603
    assert done.stdout.decode("utf-8").replace("\r\n", "\n") == PAGE


@pytest.mark.parametrize("term", TERMS)
def test_a_term_is_told_in_full(term: URIRef) -> None:
    """IRI, labels, comment, alignments, and an example that uses it."""
    told = section(term)
    assert f"- IRI: `{term}`" in told
    for annotation in (RDFS.label, RDFS.comment):
        assert all(str(text) in told for text in vocabulary().objects(term, annotation))
    for match in (SKOS.closeMatch, SKOS.broadMatch, SKOS.relatedMatch):
        assert (f"`skos:{match.fragment}`" in told) == ((term, match, None) in vocabulary())
    shown = example(told)
    used = {each for triple in shown for each in triple}
    below = set(vocabulary().transitive_subjects(RDFS.subClassOf, term))
    assert used & below


def example(told: str) -> Graph:
    """Read the example of a section, with the prefixes of the page."""
    prefixes = PAGE.partition("## Prefixes")[2]
    blocks = [text.partition("```turtle\n")[2].partition("```")[0] for text in (prefixes, told)]
    assert all(blocks)
    return Graph().parse(data="".join(blocks), format="turtle")


def test_every_example_is_said_by_the_sample_or_by_the_ontology() -> None:
    """Nothing is made up for the page."""
    text = (files("communique.ontology") / "sample.ttl").read_text("utf-8")
    known = set(Graph().parse(data=text, format="turtle")) | set(vocabulary())
    for term in TERMS:
        assert set(example(section(term))) <= known


def test_every_concept_is_told() -> None:
    """With its word and what it means."""
    for concept in concepts().subjects(RDF.type, SKOS.Concept):
        for annotation in (SKOS.definition, SKOS.prefLabel):
            assert all(str(text) in PAGE for text in concepts().objects(concept, annotation))
    assert "| kind | `meeting` | meeting, 会见 |" in PAGE
    assert "closeMatch `cameo:040`, `plover:CONSULT`" in PAGE


def test_the_picture_is_of_the_sample() -> None:
    """Its people, its event and its words are there."""
    text = (files("communique.ontology") / "sample.ttl").read_text("utf-8")
    picture = PAGE.partition("```mermaid")[2].partition("```")[0]
    for name in ("person:ada-oduya", "person:ben-cole", "office:mayor-of-oslo", "#char=130,168"):
        assert name in picture
        assert name in text


def test_no_mark_of_the_template_is_left() -> None:
    """And nothing is None."""
    assert re.findall(r"@[a-zA-Z]+@", PAGE) == []
    assert "None" not in PAGE
