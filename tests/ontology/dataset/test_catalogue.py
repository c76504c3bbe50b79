"""dataset.ttl, read by rdflib."""

import gzip
import hashlib
import re
from pathlib import Path
from typing import Any

import pytest
from rdflib import (
    DCAT,
    DCTERMS,
    FOAF,
    PROV,
    RDF,
    RDFS,
    VOID,
    XSD,
    Graph,
    Literal,
    Namespace,
    URIRef,
)

import communique
from communique.ontology.dataset import Imprint, write_dataset
from communique.ontology.vocabulary import CQ

SPDX = Namespace("http://spdx.org/rdf/terms#")
HERE = "https://data.solvik.example/set/"
SET, DATA = URIRef(f"{HERE}dataset.ttl#dataset"), URIRef(f"{HERE}dataset.ttl#data")


def catalogued(folder: Path) -> Graph:
    """Read the catalogue of a dataset as if it lay at an address."""
    text = (folder / "dataset.ttl").read_text("utf-8")
    return Graph().parse(data=text, format="turtle", publicID=f"{HERE}dataset.ttl")


def test_it_has_what_dcat_ap_requires(dataset: Path) -> None:
    """Of a dataset title and description, of a distribution where to get it; each of its class."""
    told = catalogued(dataset)
    assert (SET, RDF.type, DCAT.Dataset) in told
    assert (SET, DCAT.distribution, DATA) in told
    assert (DATA, RDF.type, DCAT.Distribution) in told
    for term in (DCTERMS.title, DCTERMS.description):
        (text,) = told.objects(SET, term)
        assert isinstance(text, Literal)
        assert (text.language, bool(text)) == ("en", True)
    assert isinstance(told.value(DATA, DCAT.accessURL), URIRef)
    assert told.value(DATA, DCAT.downloadURL) == URIRef(f"{HERE}data.nq.gz")


def test_it_has_what_dcat_ap_recommends(dataset: Path, imprint: Imprint) -> None:
    """Period, licence, creator, keywords, language, media type and the like, of their sorts."""
    told = catalogued(dataset)
    period = told.value(SET, DCTERMS.temporal)
    assert told.value(period, DCAT.startDate) == Literal("2031-03-04", datatype=XSD.date)
    assert told.value(period, DCAT.endDate) == Literal("2031-03-04", datatype=XSD.date)
    assert told.value(SET, DCTERMS.license) == URIRef(str(imprint.license))
    assert told.value(DATA, DCTERMS.license) == URIRef(str(imprint.license))
    assert told.value(SET, DCTERMS.issued) == Literal("2034-01-01", datatype=XSD.date)
    creator = told.value(SET, DCTERMS.creator)
    assert told.value(creator, FOAF.name) == Literal(imprint.creator)
    assert str(told.value(DATA, DCAT.mediaType)).endswith("/application/n-quads")
    assert len(list(told.objects(SET, DCAT.keyword))) == 5
    assert str(told.value(SET, DCTERMS.language)).endswith("/en")
    assert (told.value(SET, DCTERMS.rights), RDF.type, DCTERMS.RightsStatement) in told


def test_the_file_is_described_as_it_is(dataset: Path) -> None:
    """Its size and its hash."""
    told, data = catalogued(dataset), (dataset / "data.nq.gz").read_bytes()
    size = told.value(DATA, DCAT.byteSize)
    assert isinstance(size, Literal)
    assert (int(size), size.datatype) == (len(data), XSD.nonNegativeInteger)
    checksum = told.value(DATA, SPDX.checksum)
    assert told.value(checksum, SPDX.algorithm) == SPDX.checksumAlgorithm_sha256
    value = told.value(checksum, SPDX.checksumValue)
    assert isinstance(value, Literal)
    assert value.datatype == XSD.hexBinary
    assert str(value) == hashlib.sha256(data).hexdigest()


def test_it_counts_and_tells_who_made_it(dataset: Path) -> None:
    """Statements, resources by class, publishers, software."""
    told = catalogued(dataset)
    lines = gzip.decompress((dataset / "data.nq.gz").read_bytes()).splitlines()
    assert told.value(SET, VOID.triples) == Literal(len(lines))
    parts = {
        told.value(part, VOID["class"]): told.value(part, VOID.entities)
        for part in told.objects(SET, VOID.classPartition)
    }
    assert parts[CQ.Person] == Literal(3)
    assert parts[CQ.Withheld] == Literal(1)
    issuers = {
        str(told.value(told.value(source, DCTERMS.publisher), FOAF.name))
        for source in told.objects(SET, DCTERMS.source)
    }
    assert issuers == {"City of Oslo", "Ministry of Trade of Solvik"}
    software = told.value(told.value(SET, PROV.wasGeneratedBy), PROV.wasAssociatedWith)
    assert told.value(software, URIRef(f"{DCAT}version")) == Literal(communique.__version__)


def test_nothing_is_claimed_that_nobody_tells(tmp_path: Path, write_sample: Any) -> None:
    """No licence, no creator, no day; but whose the words are."""
    write_dataset(tmp_path / "set", write_sample)
    told = catalogued(tmp_path / "set")
    for term in (DCTERMS.license, DCTERMS.creator, DCTERMS.issued, DCAT.landingPage):
        assert (None, term, None) not in told
    label = told.value(told.value(SET, DCTERMS.rights), RDFS.label)
    assert "copyright of who published them" in str(label)


def test_without_texts_only_quotes_are_told_of(tmp_path: Path, write_sample: Any) -> None:
    """What is said follows from what is there."""

    def quotes(out: Any) -> None:
        write_sample(_Without(out))

    assert write_dataset(tmp_path / "set", quotes).texts == 0
    assert '"Headlines and quotes are' in (tmp_path / "set" / "dataset.ttl").read_text("utf-8")
    assert "whole texts are left out" in (tmp_path / "set" / "README.md").read_text("utf-8")


class _Without:
    def __init__(self, out: Any) -> None:
        self.out = out

    def writelines(self, lines: list[str]) -> None:
        self.out.writelines(line for line in lines if "ontology#text>" not in line)


def test_hostile_texts_stay_texts(hostile: tuple[str, Path]) -> None:
    """Title, creator and publisher come back, white space but for that of publishers made one."""
    text, folder = hostile
    told = catalogued(folder)
    title = str(told.value(SET, DCTERMS.title))
    assert title.split() == re.sub(r"[\x00\x85\u2028]", " ", text).split()
    publisher = told.value(told.value(SET, DCTERMS.source), DCTERMS.publisher)
    assert str(told.value(publisher, FOAF.name)) == text


@pytest.mark.parametrize("language", ["en", "zh-Hant", "EN-gb"])
def test_languages_are_those_of_the_library_of_congress(
    tmp_path: Path, language: str, write_sample: Any
) -> None:
    """By their first part."""

    def write(out: Any) -> None:
        out.write(
            "<https://n.example/1> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> "
            f"<{CQ.Release}> <https://n.example/1> .\n"
            f'<https://n.example/1> <{CQ.language}> "{language}" <https://n.example/1> .\n'
        )

    write_dataset(tmp_path / "set", write)
    told = str(catalogued(tmp_path / "set").value(SET, DCTERMS.language))
    assert told.rpartition("/")[2] == language[:2].lower()
