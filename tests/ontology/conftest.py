"""A small graph of invented people, as rows."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from communique.graph.model import EdgeType, Label, PlaceLabel
from communique.graph.rows import Edge, Node, NodeRef, Value

RELEASE = "https://press.solvik.example/2031/03/04/talks?lang=en&no=7"
FACT = f"{RELEASE}#met-with.10-19.31-41"
ADA, BRUNO = NodeRef(Label.PERSON, "person:ada-oduya"), NodeRef(Label.PERSON, "person:bruno-毛")
MAYOR = NodeRef(Label.OFFICE, "office:mayor-of-oslo")
OSLO, TALKS = NodeRef(Label.PLACE, "place:oslo"), NodeRef(Label.EVENT, "event:talks-44@8f3a2b1c9d")
TOLD: dict[str, Value] = {
    "release": RELEASE,
    "fact": FACT,
    "status": "occurred",
    "date": "--03-04",
    "place": "Oslo",
    "quote": 'Ms Oduya met "Bruno"\nin Oslo.',
    "start": 10,
    "end": 55,
    "rule": "met",
    "confidence": 0.95,
}


def _node(ref: NodeRef, *labels: PlaceLabel, **properties: Value) -> Node:
    return Node(ref, {"id": ref.id, **properties}, labels)


def _edge(type_: EdgeType, id_: str, ends: tuple[NodeRef, NodeRef], **properties: Value) -> Edge:
    return Edge(type_, id_, *ends, {"id": id_, **properties})


@pytest.fixture
def nodes() -> list[Node]:
    """A release and all it mentions."""
    return [
        _node(
            NodeRef(Label.RELEASE, RELEASE), title="Talks in Oslo", url=RELEASE, date="2031-03-04",
            issued="2031-03-04T05:06:07Z", text="Tabs\tand \\ and \x0b\r\n.", body=4,
            notes=["Only a part was read.", "Another note."],
        ),
        _node(ADA, name="Ada Oduya", names=["A. Oduya", "Ada Oduya"]),
        _node(BRUNO, name="Bruno 毛", names=["Bruno 毛"]),
        _node(MAYOR, name="Mayor of Oslo", names=["Mayor of Oslo"], title="Mayor"),
        _node(
            OSLO, PlaceLabel.CITY, PlaceLabel.REGION, name="Oslo", names=["Oslo"], kind="city",
            latitude=59.91273, longitude=-10.0, country="NO", gazetteer="geonames:3143244",
        ),
        _node(TALKS, name="talks", names=["talks"], kind="meeting", named=False, date="2031-03"),
    ]  # fmt: skip


@pytest.fixture
def edges() -> list[Edge]:
    """What it asserts, and what follows."""
    release = NodeRef(Label.RELEASE, RELEASE)
    return [
        _edge(
            EdgeType.MENTIONS, f"{RELEASE}#mentions.person.10-19", (release, ADA), release=RELEASE,
            form="Ada Oduya", forms=["A. Oduya", "Ada Oduya"], spans=[10, 19, 70, 72],
            offices=[MAYOR.id], attested="2031-03-04",
        ),
        _edge(
            EdgeType.MENTIONS, f"{RELEASE}#mentions.place.48-52", (release, OSLO), release=RELEASE,
            form="Oslo", forms=["Oslo"], spans=[48, 52], implied=True, kind="city", latitude=59.91273,
        ),
        _edge(EdgeType.REPORTS, f"{RELEASE}#reports.44-49", (release, TALKS), release=RELEASE),
        _edge(
            EdgeType.ATTENDED, f"{FACT}/principal", (ADA, TALKS), **TOLD, role="principal",
            offices=[MAYOR.id],
        ),
        _edge(EdgeType.ATTENDED, f"{FACT}/counterpart", (BRUNO, TALKS), **TOLD, role="counterpart"),
        _edge(
            EdgeType.MET_WITH, "MET_WITH:a>b@c", (ADA, BRUNO), event=TALKS.id, date="--03-04",
            place="Oslo", facts=[FACT],
        ),
        _edge(EdgeType.HOLDS, "HOLDS:a>o", (ADA, MAYOR), attested=["2031-03-04"]),
        _edge(EdgeType.OF, "OF:o>p", (MAYOR, OSLO), source="text"),
        _edge(EdgeType.HELD_IN, "HELD_IN:e>p", (TALKS, OSLO), source="text"),
    ]  # fmt: skip


@pytest.fixture(scope="session")
def sample() -> ModuleType:
    """What writes the sample: two invented releases that use every term of the ontology."""
    name = "communique_test_sample"
    spec = importlib.util.spec_from_file_location(name, Path(__file__).parent / "sample.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module
