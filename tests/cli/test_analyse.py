"""`communique analyse`, on the examples."""

import csv
import io
import json
from typing import Any

import pytest
from click.testing import CliRunner, Result

import communique
from communique import examples
from communique.cli.app import app
from communique.network import Measure
from communique.network.catalogue import CHANGES, EXPLAINED, STANDARD


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A folder with the graph of the examples."""
    folder = str(tmp_path_factory.mktemp("analyse") / "g.db")
    with communique.open(folder) as opened:
        opened.load(examples.paths())
    return folder


def analyse(graph: str, *arguments: str) -> Result:
    """Run the command as a pipe would."""
    return CliRunner().invoke(app, ["analyse", "--graph", graph, *arguments])


def rows(result: Result) -> list[dict[str, Any]]:
    """Parse an answer as JSON Lines."""
    assert result.exit_code == 0, result.stderr
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_a_line_of_json_names_its_measure(graph: str) -> None:
    """The usual measures in their order, ten rows of each at most, ids included."""
    found = rows(analyse(graph))
    assert list(dict.fromkeys(row["measure"] for row in found)) == list(STANDARD)
    assert found[0]["actors"] == 10
    first = next(row for row in found if row["measure"] == "betweenness")
    assert (first["rank"], first["name"]) == (1, "Ingrid Solheim")
    assert first["id"] == "person:ingrid-solheim"
    assert first["office"] == "Minister for Trade"


def test_a_table_has_a_line_that_explains_it(graph: str) -> None:
    """Under the name of the measure, and how many of how many rows it shows."""
    printed = analyse(
        graph, "--table", "--top", "3", "--since", "2031", "--place", "Portugal"
    ).stdout
    assert printed.splitlines()[0] == "met-with, 2031-01-01.., Portugal"
    for measure in STANDARD:
        assert EXPLAINED[measure].format(weight="events") in printed
    assert "strength (3 of " in printed
    assert "person:" not in printed


def test_csv_is_one_table_of_all_measures(graph: str) -> None:
    """What a measure does not have is empty."""
    result = analyse(graph, "--csv", "--measure", "strength", "--measure", "bridges", "--top", "2")
    found = list(csv.DictReader(io.StringIO(result.stdout)))
    assert [row["measure"] for row in found] == ["strength", "strength", "bridges", "bridges"]
    assert found[0]["name"] == "Ingrid Solheim"
    assert (found[0]["cut_off"], found[2]["cut_off"]) == ("", "4")


@pytest.mark.parametrize("kind", ["met-with", "co-attendance", "thanks"])
@pytest.mark.parametrize("weight", ["events", "days"])
def test_every_kind_and_weight_can_be_measured(graph: str, kind: str, weight: str) -> None:
    """With every measure there is."""
    names = [
        part
        for measure in Measure
        if measure not in CHANGES
        for part in ("--measure", measure.value)
    ]
    found = rows(analyse(graph, "--kind", kind, "--weight", weight, *names))
    assert {row["measure"] for row in found} >= {"overview", "strength", "members", "cores"}


def test_two_periods_are_compared(graph: str) -> None:
    """Who rose and fell, which ties came and went; and that one period is longer."""
    result = analyse(graph, "--since", "2032", "--until", "2033", "--against", "2031")
    found = rows(result)
    assert list(dict.fromkeys(row["measure"] for row in found)) == list(CHANGES)
    assert (found[0]["name"], found[0]["then"], found[0]["now"]) == ("Beatriz Fontoura", 0, 4)
    assert "731 days long" in result.stderr
    by_rank = rows(
        analyse(graph, "--since", "2032", "--against", "2031", "--by", "rank", "--measure", "fell")
    )
    assert [row["name"] for row in by_rank][:2] == ["Kelvin Ong Wei Ming", "Tomás Avelar"]


def test_nothing_there_is_no_error(graph: str) -> None:
    """It says so, with what to try."""
    result = analyse(graph, "--since", "2099", "--table")
    assert result.exit_code == 0
    assert "strength (none)" in result.stdout
    assert "Nobody has such a tie there" in result.stderr


def test_what_has_no_year_is_told(graph: str, tmp_path: Any) -> None:
    """On standard error, where bounds leave it out."""
    (tmp_path / "talks.txt").write_text(
        "Talks\n\nThe Mayor of Oslo, Mr Ben Cole, met with Ms Ada Oduya today (March 4).\n"
    )
    with communique.open(tmp_path / "g.db") as opened:
        opened.load(tmp_path / "talks.txt")
    result = analyse(str(tmp_path / "g.db"), "--since", "2031", "--measure", "overview")
    assert rows(result)[0]["left_out"] == 1
    assert "1 left out: no full date is known" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (("--place", "Lisbun"), 1, "Did you mean Lisbon?"),
        (("--since", "soon"), 2, "'since' must be a date"),
        (("--since", "2032", "--until", "2031"), 2, "comes after 'until'"),
        (("--kind", "friends"), 2, "'friends' is not one of"),
        (("--measure", "power"), 2, "'power' is not one of"),
        (("--top", "0"), 2, "0 is not in the range"),
        (("--measure", "rose"), 2, "compares two periods"),
        (("--against", "2031"), 2, "by --since or --until"),
        (("--since", "2032", "--against", "soon"), 2, "'soon' is no period"),
        (("--by", "rank"), 2, "--by is for what changed"),
    ],
)
def test_what_cannot_be_asked_has_its_exit_code(
    graph: str, arguments: tuple[str, ...], code: int, told: str
) -> None:
    """A sentence on standard error, nothing on standard output."""
    result = analyse(graph, *arguments)
    assert (result.exit_code, result.stdout) == (code, "")
    assert told in result.stderr
    assert "Traceback" not in result.stderr
