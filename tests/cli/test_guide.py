"""`communique guide`."""

import pytest
from click.testing import CliRunner

from communique.cli.app import app
from communique.cli.guide import PARTS


@pytest.mark.parametrize("part", PARTS)
def test_each_part_is_printed_by_itself(part: str) -> None:
    """Without a graph; the overview tells of it."""
    done = CliRunner().invoke(app, ["guide", part])
    assert done.exit_code == 0
    assert done.stdout.endswith("\n")
    assert f"communique guide {part}" in CliRunner().invoke(app, ["guide"]).stdout


def test_favourites_of_some_questions() -> None:
    """Those alone."""
    done = CliRunner().invoke(app, ["guide", "favourites", "who-met-whom"])
    assert done.stdout.count("// ") == 1
    assert ":param person => " in done.stdout


@pytest.mark.parametrize("given", [["guide", "styles"], ["guide", "style", "x"]])
def test_what_is_no_part(given: list[str]) -> None:
    """Said in a sentence."""
    done = CliRunner().invoke(app, given)
    assert done.exit_code == 2
    assert "Error: " in done.stderr
