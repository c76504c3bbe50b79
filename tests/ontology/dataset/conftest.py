"""Datasets of invented graphs."""

from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import TextIO

import pytest

from communique.graph.model import Label
from communique.graph.rows import Node, NodeRef
from communique.ontology.dataset import Imprint, write_dataset
from communique.ontology.mapping import Quad, quads_of_node

HOSTILE = (
    '</script><script>alert("x")</script>', "| a | `b` |\n# c\n\n- d", "@counts@ @issuers@",
    "[x](javascript:1) *y* _z_ <b>!", 'say "\\n" \\', "\u2028é李𠮷\x00\x85", "[]", "$x$ & ~~y~~",
)  # fmt: skip
IMPRINT = Imprint(
    "Solvik's releases",
    "The Solvik Institute",
    "https://creativecommons.org/licenses/by/4.0/",
    "2034-01-01",
    "https://data.solvik.example/releases",
)
Write = Callable[[TextIO], None]


def writer(quads: list[Quad]) -> Write:
    """What writes quads as an export does."""
    lines = sorted({f"{' '.join(quad)} .\n" for quad in quads})
    return lambda out: out.writelines(lines)


def release(number: int, **more: str) -> list[Quad]:
    """A release that says nothing but who published it."""
    ref = NodeRef(Label.RELEASE, f"https://news.example/{number}")
    return list(quads_of_node(Node(ref, {"id": ref.id, **more})))


@pytest.fixture
def imprint() -> Imprint:
    """What the publishers of the sample tell."""
    return IMPRINT


@pytest.fixture
def write_sample(sample: ModuleType) -> Write:
    """Writes the sample."""
    return writer(sample.quads())


@pytest.fixture
def dataset(tmp_path: Path, write_sample: Write) -> Path:
    """The sample as a dataset."""
    write_dataset(tmp_path / "set", write_sample, IMPRINT)
    return tmp_path / "set"


@pytest.fixture(params=HOSTILE)
def hostile(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[str, Path]:
    """A dataset of which title, creator and issuer are a hostile text."""
    text = str(request.param)
    imprint = Imprint(text, text, version=text)
    write_dataset(tmp_path / "set", writer(release(1, issuer=text, language=text)), imprint)
    return text, tmp_path / "set"
