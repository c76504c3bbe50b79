"""Finding questions by words."""

import pytest

from communique.queries.library import names
from communique.queries.search import find


def found(*words: str) -> list[str]:
    """Name what is found, the best first."""
    return [question.name for question in find(words)]


def test_no_words_find_all() -> None:
    """In the order of their names."""
    assert found() == list(names())


@pytest.mark.parametrize(
    ("words", "name"),
    [
        (["who", "met", "whom"], "who-met-whom"),
        (["thanks"], "thanks"),
        (["Thanked"], "thanks"),
        (["mayor", "of", "lisbon", "held"], "office-holder"),
        (["path", "between", "people"], "connection"),
        (["who was in the room"], "attendees"),
    ],
)
def test_words_find_a_question(words: list[str], name: str) -> None:
    """By its name, its text, its tags, in any form."""
    assert name in found(*words)


def test_a_word_that_is_none_of_the_library_is_a_name_to_ask_about() -> None:
    """Meetings in Shanghai are meetings."""
    assert found("meeting", "shanghai") == found("meeting")


def test_nothing_is_found_by_nothing_known() -> None:
    """Rather than everything."""
    assert found("xyzzy") == []


def test_a_tag_narrows() -> None:
    """The topic is a tag as well."""
    some = find([], ["offices"])
    assert some
    assert all(question.topic == "offices" for question in some)
