"""docs/model.md, made of the ontology and the model."""

import subprocess
import sys
from pathlib import Path

from communique.graph.model import EDGES, NODE_PROPERTIES, EdgeType, Label, PlaceLabel, Role
from communique.graph.store.schema import BOOKKEEPING
from communique.ontology.tables import page
from communique.reading.model import Predicate, Status

DOCS = Path(__file__).parents[2] / "docs"


def test_the_page_is_up_to_date() -> None:
    """If not, `make docs` writes it again."""
    assert (DOCS / "model.md").read_text("utf-8") == page()


def test_the_command_prints_the_page() -> None:
    """What `make docs` runs."""
    command = [sys.executable, "-m", "communique.ontology.tables"]
    done = subprocess.run(command, capture_output=True, check=True)  # noqa: S603
    assert done.stdout.decode("utf-8").replace("\r\n", "\n") == page()


def test_the_page_tells_every_name_of_the_model() -> None:
    """Labels, edge types, property keys, predicates, statuses and roles."""
    keys = {key for carried in NODE_PROPERTIES.values() for key in carried}
    keys |= {key for spec in EDGES.values() for key in spec.properties}
    quoted = {*BOOKKEEPING, *Label, *PlaceLabel, *EdgeType, *Predicate, *Status, *keys}
    assert sorted(name for name in quoted if f"`{name}`" not in page()) == []
    assert all(role in page() for role in Role)


def test_every_table_is_filled() -> None:
    """No mark of the template is left."""
    assert "@labels@" not in page()
    assert "None" not in page()
    assert all(line.endswith("|") for line in page().splitlines() if line.startswith("|"))
