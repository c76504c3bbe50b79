"""dataset.jsonld, read by rdflib."""

import json
from pathlib import Path
from typing import Any

import pytest
from rdflib import RDF, Graph, Literal, Namespace

from communique.ontology.dataset import Imprint, write_dataset

# rdflib's own parser of JSON-LD calls its own deprecated names.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph.* is deprecated")

SDO = Namespace("https://schema.org/")


def told(folder: Path) -> dict[str, Any]:
    """Read the JSON."""
    found: dict[str, Any] = json.loads((folder / "dataset.jsonld").read_text("utf-8"))
    return found


def test_it_has_what_search_engines_ask_for(dataset: Path, imprint: Imprint) -> None:
    """Name, description of 50 to 5,000 characters, licence, creator, period, where to get it."""
    found = told(dataset)
    assert found["@type"] == "Dataset"
    assert found["name"] == imprint.title
    assert 50 <= len(found["description"]) <= 5000
    assert found["license"] == imprint.license
    assert found["creator"] == {"@type": "Organization", "name": imprint.creator}
    assert found["temporalCoverage"] == "2031-03-04/2031-03-04"
    assert found["distribution"]["contentUrl"] == "data.nq.gz"
    assert found["measurementTechnique"]
    assert found["variableMeasured"]
    assert all(found.values())


def test_rdflib_reads_it_as_schema_org(dataset: Path) -> None:
    """Once the context, which lies elsewhere, is put into it."""
    found = {**told(dataset), "@context": {"@vocab": str(SDO)}}
    graph = Graph().parse(data=json.dumps(found), format="json-ld")
    dataset_ = graph.value(None, RDF.type, SDO.Dataset)
    download = graph.value(dataset_, SDO.distribution)
    assert (download, RDF.type, SDO.DataDownload) in graph
    counts = {
        str(graph.value(each, SDO.name)): graph.value(each, SDO.value)
        for each in graph.objects(dataset_, SDO.variableMeasured)
    }
    assert counts["people"] == Literal(3)


def test_what_nobody_tells_is_left_out(tmp_path: Path) -> None:
    """An empty graph without an imprint still has a name and a description."""
    write_dataset(tmp_path / "set", lambda _: None)
    found = told(tmp_path / "set")
    assert not {"license", "creator", "datePublished", "temporalCoverage", "url"} & set(found)
    assert len(found["description"]) >= 50


def test_hostile_texts_end_no_script(hostile: tuple[str, Path]) -> None:
    """They come back as they were, and a page can carry them."""
    text, folder = hostile
    written = (folder / "dataset.jsonld").read_text("utf-8")
    assert not {"<", ">", "&", "\u2028"} & set(written)
    assert told(folder)["isBasedOn"][0]["publisher"]["name"] == text
    assert told(folder)["creator"]["name"] == told(folder)["name"]
