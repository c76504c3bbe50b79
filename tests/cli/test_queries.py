"""`communique queries`: what can be asked."""

import json

import pytest
from click.testing import CliRunner, Result

from communique.cli.app import app
from communique.queries.library import names


def queries(*arguments: str) -> Result:
    """Run the command as a pipe would."""
    return CliRunner().invoke(app, ["queries", *arguments])


def listed(*arguments: str) -> list[str]:
    """Name the questions that are listed."""
    return [json.loads(line)["name"] for line in queries(*arguments).stdout.splitlines()]


def test_all_questions_are_listed() -> None:
    """Each with what it takes and its tags."""
    assert listed() == list(names())


def test_words_and_tags_find_questions() -> None:
    """A name that is none of the library's words is a name to ask about."""
    assert "meetings-of" in listed("meeting", "shanghai")
    assert set(listed("--tag", "offices")) >= {"office-holder", "succession"}


@pytest.mark.parametrize("name", ["office-holder", "office_holder", "OFFICE-HOLDER"])
def test_a_name_is_known_as_python_has_it(name: str) -> None:
    """And in any case; so are tags, of which the topic is the first."""
    assert queries(name).stdout.startswith("office-holder: ")
    assert "tags: offices, " in queries(name).stdout
    assert "office-holder" in listed("--tag", "Offices")


@pytest.mark.parametrize("name", names())
def test_one_is_told_in_full(name: str) -> None:
    """What it takes and gives, an example, and its answer."""
    told = queries(name).stdout
    assert told.startswith(f"{name}: ")
    assert f"$ communique query {name} --" in told
    assert len(told.partition(f"$ communique query {name} ")[2].splitlines()) > 2


def test_the_cypher_of_one_is_shown() -> None:
    """To be read, and to be changed."""
    assert "MATCH" in queries("thanks", "--cypher").stdout


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (("xyzzy",), 2, "No question is about 'xyzzy'"),
        (("--tag", "nonsense"), 2, "No question has the tag 'nonsense'"),
        (("--cypher",), 2, "needs the name of one question"),
    ],
    ids=str,
)
def test_what_is_not_there_is_told(arguments: tuple[str, ...], code: int, told: str) -> None:
    """In a sentence."""
    result = queries(*arguments)
    assert (result.exit_code, result.stdout) == (code, "")
    assert told in result.stderr
