"""Quotes and spans in RDF, held against the text of their release."""

from typing import Any, cast

import pytest

from communique.graph.rows import Batch
from communique.graph.whole import settle
from communique.ontology.mapping import Quad, quads_of_edge, quads_of_node
from communique.ontology.validation.quotes import check_text
from communique.ontology.validation.shacl import documents


@pytest.fixture(scope="module")
def quads(draft: Any) -> list[Quad]:
    """A release of a meeting, in RDF."""
    made = draft(1)
    made.meet(made.person("Ada Oduya"), made.person("Ben \U0001f389 Cole"), made.meeting())
    whole = settle([cast("Batch", made.batch())])
    found = [quad for node in whole.nodes.values() for quad in quads_of_node(node)]
    return found + [quad for edge in whole.edges.values() for quad in quads_of_edge(edge)]


def found(quads: list[Quad]) -> set[str]:
    """The rules that are broken."""
    return {v.rule for part in documents(quads) for v in check_text(part)}


@pytest.mark.parametrize(
    ("predicate", "before", "after", "rule"),
    [
        ("#exact>", "Ada", "Eva", "quote"),
        ("#start>", '"0"', '"1"', "quote"),
        ("#text>", "Ada", "Eva", "sha256"),
        ("#sha256>", '"', '"0', "sha256"),
        ("#span>", "#char=0,9>", "#char=0,999>", "span"),
        ("#span>", "#char=0,9>", "#char=9,9>", "span"),
    ],
)
def test_what_does_not_stand_in_the_text_is_found(
    quads: list[Quad], predicate: str, before: str, after: str, rule: str
) -> None:
    """One value changed; offsets count code points."""
    assert not found(quads)
    changed = [
        (s, p, o.replace(before, after, 1) if p.endswith(predicate) else o, g)
        for s, p, o, g in quads
    ]
    assert changed != quads
    assert rule in found(changed)


def test_without_a_text_there_is_nothing_to_hold_it_against(quads: list[Quad]) -> None:
    """A dataset may leave texts out; what is no number or no span a shape tells of."""
    bare = [quad for quad in quads if not quad[1].endswith("#text>")]
    assert not found([(s, p, o.replace("Ada", "Eva"), g) for s, p, o, g in bare])
    odd = [
        (s, p, "<x:y>" if p.endswith("#span>") else '"x"' if p.endswith("#start>") else o, g)
        for s, p, o, g in quads
    ]
    assert not found(odd)
