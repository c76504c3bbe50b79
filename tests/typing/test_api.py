"""The public types as users see them: this file is held by mypy as much as by pytest."""

from typing import Any, assert_type

import networkx as nx
import pandas as pd
import polars as pl

import communique
from communique import examples
from communique.pipeline import Graph, LoadReport
from communique.queries.asked.meetings import Connection, MeetingsOf, WhoMetWhom
from communique.queries.asked.offices import OfficeHolder, OfficesOf, Succession
from communique.queries.asked.sources import Evidence
from communique.queries.citation import Citation
from communique.queries.subjects.person import Person
from communique.queries.table import Table
from communique.reading.model import Reading


def test_the_package_exports_what_it_says() -> None:
    """`__all__` is sorted, and each name is there."""
    assert communique.__all__ == sorted(communique.__all__)
    assert all(getattr(communique, name) for name in communique.__all__)


def use(graph: Graph) -> None:
    """Never run: what type checkers make of ordinary use."""
    assert_type(communique.read("x"), Reading)
    assert_type(communique.open("x"), Graph)
    assert_type(graph.load(examples.paths()), LoadReport)
    assert_type(graph.who_met("x", since="2031"), Table[WhoMetWhom])
    assert_type([row.meetings for row in graph.who_met()], list[int])
    assert_type(graph.meetings("x")[0], MeetingsOf)
    assert_type(graph.held("x", "2031"), Table[OfficeHolder])
    assert_type(graph.offices("x", on="2031"), Table[OfficesOf])
    assert_type(graph.succession("x"), Table[Succession])
    assert_type(graph.evidence("x")[0].quote, str)
    assert_type([row for row in graph.evidence("x")], list[Evidence])  # noqa: C416
    assert_type(graph.person("x"), Person)
    assert_type(graph.person("x").meetings(), Table[MeetingsOf])
    assert_type(graph.person("x").offices(on="2031"), Table[OfficesOf])
    assert_type(graph.person("x").path_to("y")[0], Connection)
    assert_type([quotes for _, quotes in graph.who_met().evidence()], list[tuple[Citation, ...]])
    assert_type(graph.cypher("RETURN 1").dicts(), list[dict[str, Any]])
    assert_type(graph.who_met().to_polars(), pl.DataFrame)
    assert_type(graph.who_met().to_pandas(), pd.DataFrame)
    ties: nx.DiGraph[str] = graph.network("thanks")
    assert_type(ties.nodes, nx.classes.reportviews.NodeView[str])
    assert_type(graph.retract("x"), str)
