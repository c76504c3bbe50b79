"""The dataset for catalogues of data: DCAT, with counts in VoID and who made it in PROV."""

import re
from collections.abc import Iterable, Iterator

from communique.ontology.dataset.summary import DATA, KEYWORDS, Summary
from communique.ontology.literals import XSD, string
from communique.ontology.terms import NAMESPACE

_PREFIXES = {
    "cq": NAMESPACE,
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "dctype": "http://purl.org/dc/dcmitype/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "prov": "http://www.w3.org/ns/prov#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "spdx": "http://spdx.org/rdf/terms#",
    "void": "http://rdfs.org/ns/void#",
    "xsd": XSD,
}
_MEDIA = "https://www.iana.org/assignments/media-types/application/"
_LANGUAGE = "http://id.loc.gov/vocabulary/iso639-1/"
Statement = tuple[str, str]
"""A predicate and an object, as Turtle writes them; an empty object says nothing."""


def turtle(summary: Summary) -> str:
    """Write dataset.ttl.

    Args:
        summary: What is told of the dataset.

    Returns:
        Turtle; files are named relative to it, so that the folder can lie anywhere.
    """
    prefixes = (f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in _PREFIXES.items())
    return "".join([*prefixes, *(_resource(*each) for each in _resources(summary))])


def _resources(summary: Summary) -> Iterator[tuple[str, list[Statement]]]:
    yield "<#dataset>", [*_dataset(summary), *_told(summary), *_parts(summary)]
    yield "<#data>", list(_distribution(summary))
    yield (
        "<#checksum>",
        [
            ("a", "spdx:Checksum"),
            ("spdx:algorithm", "spdx:checksumAlgorithm_sha256"),
            ("spdx:checksumValue", f'"{summary.sha256}"^^xsd:hexBinary'),
        ],
    )
    yield "<#rights>", [("a", "dct:RightsStatement"), ("rdfs:label", _english(summary.rights))]
    yield "<#making>", [("a", "prov:Activity"), ("prov:wasAssociatedWith", "<#software>")]
    yield (
        "<#software>",
        [
            ("a", "prov:SoftwareAgent"),
            ("foaf:name", string("communique")),
            ("dcat:version", string(summary.software.rpartition(" ")[2])),
        ],
    )
    if summary.imprint.creator:
        yield "<#creator>", _agent(summary.imprint.creator)
    if summary.census.first:
        yield "<#period>", list(_period(summary))
    yield from _counted(summary)
    yield from _sources(summary)


def _dataset(summary: Summary) -> Iterator[Statement]:
    yield "a", "dcat:Dataset, void:Dataset, prov:Entity"
    yield "dct:title", _english(summary.imprint.title)
    yield "dct:description", _english(summary.description)
    yield from (("dcat:keyword", _english(word)) for word in KEYWORDS)
    yield "dcat:version", string(summary.version)
    yield "dct:conformsTo", f"<{summary.conforms}>"
    yield "dct:rights", "<#rights>"
    yield "prov:wasGeneratedBy", "<#making>"
    yield "dcat:distribution", "<#data>"
    yield "foaf:page", "<README.md>"
    yield "void:dataDump", f"<{DATA}>"
    yield "void:vocabulary", f"<{NAMESPACE}>"
    yield "void:triples", str(summary.census.statements)


def _told(summary: Summary) -> Iterator[Statement]:
    """Say what is told only of some datasets."""
    imprint = summary.imprint
    yield "dct:license", _iri(imprint.license)
    yield "dcat:landingPage", _iri(imprint.url)
    yield "dct:identifier", string(imprint.url) if imprint.url else ""
    yield "dct:issued", f'"{imprint.issued}"^^xsd:date' if imprint.issued else ""
    yield "dct:temporal", "<#period>" if summary.census.first else ""
    if imprint.creator:
        yield "dct:creator", "<#creator>"
    heads = {language.partition("-")[0].lower() for language in summary.census.languages}
    for head in sorted(heads):
        if re.fullmatch("[a-z]{2}", head):
            yield "dct:language", f"<{_LANGUAGE}{head}>"


def _parts(summary: Summary) -> Iterator[Statement]:
    yield from (("void:classPartition", f"<#{name}>") for name, _, _ in summary.counts)
    numbers = range(1, len(summary.census.issuers) + 1)
    yield from (("dct:source", f"<#source-{number}>") for number in numbers)


def _distribution(summary: Summary) -> Iterator[Statement]:
    yield "a", "dcat:Distribution"
    yield "dct:title", _english("The graph as N-Quads, compressed")
    yield "dcat:accessURL", _iri(summary.imprint.url) or "<.>"
    yield "dcat:downloadURL", f"<{DATA}>"
    yield "dcat:mediaType", f"<{_MEDIA}n-quads>"
    yield "dcat:compressFormat", f"<{_MEDIA}gzip>"
    yield "dcat:byteSize", f'"{summary.size}"^^xsd:nonNegativeInteger'
    yield "spdx:checksum", "<#checksum>"
    yield "dct:rights", "<#rights>"
    yield "dct:license", _iri(summary.imprint.license)


def _period(summary: Summary) -> Iterator[Statement]:
    yield "a", "dct:PeriodOfTime"
    yield "dcat:startDate", f'"{summary.census.first}"^^xsd:date'
    yield "dcat:endDate", f'"{summary.census.last}"^^xsd:date'


def _counted(summary: Summary) -> Iterator[tuple[str, list[Statement]]]:
    for name, _, count in summary.counts:
        yield f"<#{name}>", [("void:class", f"cq:{name}"), ("void:entities", str(count))]


def _sources(summary: Summary) -> Iterator[tuple[str, list[Statement]]]:
    """Say whose releases it is made of."""
    for number, (issuer, count) in enumerate(sorted(summary.census.issuers.items()), 1):
        yield (
            f"<#source-{number}>",
            [
                ("a", "dctype:Collection"),
                ("dct:title", _english(f"Releases of {issuer}")),
                ("dct:publisher", f"<#source-{number}-issuer>"),
                ("void:entities", str(count)),
            ],
        )
        yield f"<#source-{number}-issuer>", _agent(issuer)


def _agent(name: str) -> list[Statement]:
    return [("a", "foaf:Agent"), ("foaf:name", string(name))]


def _resource(subject: str, told: Iterable[Statement]) -> str:
    said = (f"{predicate} {found}" for predicate, found in told if found)
    return f"\n{subject} " + " ;\n    ".join(said) + " .\n"


def _english(text: str) -> str:
    return f"{string(text)}@en"


def _iri(address: str | None) -> str:
    return f"<{address}>" if address else ""
