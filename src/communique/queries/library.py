"""The question library: one Cypher file a question, found by name."""

from difflib import get_close_matches
from functools import cache
from importlib.resources import files

from communique.errors import UnknownQuery
from communique.queries.question import Question, parse_question

_FOLDER = files("communique.queries") / "library"
_ENDING = ".cypher"


@cache
def names() -> tuple[str, ...]:
    """Name every question of the library, sorted."""
    found = (file.name for file in _FOLDER.iterdir())
    return tuple(sorted(n.removesuffix(_ENDING) for n in found if n.endswith(_ENDING)))


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
    return parse_question(name, (_FOLDER / f"{name}{_ENDING}").read_text("utf-8"))


def all_questions() -> tuple[Question, ...]:
    """Read every question, sorted by name."""
    return tuple(get(name) for name in names())
