"""The question library: a Cypher file a question, a folder a topic, found by name."""

from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from communique.errors import UnknownQuery
from communique.queries.question import Question, parse_question

_FOLDER = files("communique.queries") / "library"
_ENDING = ".cypher"
_ANSWER = ".csv"


@cache
def _files() -> dict[str, tuple[str, Traversable]]:
    """Find the topic and the file of each question."""
    topics = (topic for topic in _FOLDER.iterdir() if topic.is_dir())
    found = ((topic.name, file) for topic in topics for file in topic.iterdir())
    return {
        file.name.removesuffix(_ENDING): (topic, file)
        for topic, file in found
        if file.name.endswith(_ENDING)
    }


@cache
def names() -> tuple[str, ...]:
    """Name every question of the library, sorted."""
    return tuple(sorted(_files()))


@cache
def get(name: str) -> Question:
    """Read a question.

    Args:
        name: Its name, such as ``who-met-whom``.

    Returns:
        The question.

    Raises:
        UnknownQuery: If the library has none of that name; the hint names the nearest.
    """
    if name not in names():
        near = get_close_matches(name, names(), n=3, cutoff=0.4)
        hint = f"Did you mean {' or '.join(near)}?" if near else "See `communique queries`."
        message = f"There is no query {name!r}."
        raise UnknownQuery(message, hint)
    topic, file = _files()[name]
    return parse_question(topic, name, file.read_text("utf-8"))


def answer_file(name: str) -> Traversable:
    """Find the file of a question's example answer, beside the question."""
    return _FOLDER / get(name).topic / f"{name}{_ANSWER}"


def all_questions() -> tuple[Question, ...]:
    """Read every question, sorted by name."""
    return tuple(get(name) for name in names())
