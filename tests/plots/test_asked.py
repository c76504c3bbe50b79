"""What pictures are drawn of, asked of a graph in each database."""

from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("matplotlib")

import communique
from communique import examples
from communique.errors import AmbiguousName, DataError, ParameterError, UnknownName
from communique.graph.store import Store
from communique.plots.engagements import engagements_of, meetings_of, tenures_of
from communique.plots.whereabouts import whereabouts_of
from communique.queries.period import Period

BAD: tuple[tuple[str, dict[str, Any], type[Exception], str], ...] = (
    ("plot_network", {"kind": "met"}, ParameterError, "must be one of"),
    ("plot_network", {"since": "2032", "until": "2031"}, ParameterError, "comes after"),
    ("plot_network", {"places": "Atlantis"}, UnknownName, "knows no place"),
    ("plot_network", {"since": "2099"}, DataError, "nobody to draw"),
    ("plot_timeline", {}, ParameterError, "0 are given"),
    ("plot_timeline", {"person": "Solheim", "office": "Mayor"}, ParameterError, "2 are given"),
    ("plot_timeline", {"person": "Solheim", "rows": "colour"}, ParameterError, "must be one of"),
    ("plot_timeline", {"person": "Solheym"}, UnknownName, "Ingrid Solheim"),
    ("plot_timeline", {"organization": "seafarers"}, AmbiguousName, "Several fit"),
    ("plot_timeline", {"person": "Solheim", "since": "2099"}, DataError, "nothing to draw"),
    ("plot_heatmap", {"columns": "cities"}, ParameterError, "must be one of"),
    ("plot_heatmap", {"since": "2099"}, DataError, "nothing to draw"),
    ("plot_map", {"person": "Nobody Known"}, UnknownName, "knows no person"),
    ("plot_map", {"until": "2001"}, DataError, "nothing to draw"),
    ("plot_map", {"since": "soon"}, ParameterError, "'since' must be"),
)


def test_what_is_drawn_is_what_the_examples_tell(where: str, words: Any) -> None:
    """In each database: engagements, tenures, meetings, places, and the four pictures."""
    with communique.open(where) as graph:
        graph.load(examples.folder())
        _check_rows(graph.reader)
        told = words(graph.plot_network())
        assert "Ingrid Solheim" in told
        assert "From 10 releases of 3 issuers, 2031-03-04 to 2033-01-15." in told
        assert "Kelvin Ong Wei Ming" in words(graph.plot_timeline(person="solheim"))
        assert "6 attested days" in words(graph.plot_timeline(office="Mayor of Lisbon"))
        assert "Beatriz Fontoura" in words(graph.plot_timeline(place="Lisbon", rows="counterpart"))
        assert "Duarte Pinhal" in words(graph.plot_heatmap())
        assert "2031 Q3" in words(graph.plot_heatmap(columns="time"))
        assert "Lisbon 10" in words(graph.plot_map()).splitlines()
        titled = words(graph.plot_timeline(person="the mayor of lisbon", since="2032"))
        assert "Beatriz Fontoura, 2032-02-17" in titled
        titled = words(graph.plot_map(person="the mayor of lisbon", since="2032"))
        assert "visits of Beatriz Fontoura" in titled


def _check_rows(store: Store) -> None:
    solheim = "person:ingrid-solheim"
    found = engagements_of(store, solheim, Period())
    met = [each for each in found if each.what == "met"]
    assert len({(each.about, each.whom) for each in met}) == len(met)
    assert {"Duarte Pinhal", "Vasco Lemos", "Tomás Avelar"} <= {each.whom for each in met}
    few = engagements_of(store, solheim, Period.of("2032-05", "2032-05"))
    assert {each.date for each in few} == {"2032-05-20"}
    assert {each.whom for each in tenures_of(store, "office:mayor-of-lisbon", Period())} == {
        "Tomás Avelar", "Beatriz Fontoura",
    }  # fmt: skip
    everywhere, lisbon = (
        meetings_of(store, Period()),
        meetings_of(store, Period(), ["place:lisbon"]),
    )
    assert 0 < len(lisbon) < len(everywhere)
    hers = whereabouts_of(store, Period(), solheim)
    assert (
        0
        < sum(spot.count for spot in hers.spots)
        < sum(spot.count for spot in whereabouts_of(store, Period()).spots)
    )


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The graph of the examples."""
    folder: Path = tmp_path_factory.mktemp("plots") / "g.db"
    with communique.open(folder) as opened:
        opened.load(examples.folder())
        yield opened


@pytest.mark.parametrize(("method", "given", "error", "said"), BAD)
def test_what_can_not_be_drawn_is_an_error(
    graph: Any, method: str, given: dict[str, Any], error: type[Exception], said: str
) -> None:
    """A sentence for each."""
    with pytest.raises(error, match=said):
        getattr(graph, method)(**given)
