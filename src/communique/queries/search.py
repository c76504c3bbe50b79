"""Finding a question by words: those of its name, its text, its tags and what it takes."""

import re
from collections.abc import Iterable, Sequence

from communique.queries.library import all_questions
from communique.queries.question import Question

_WORD = re.compile(r"[^\W_]+")
_STEM = 4
"""Words count as one when so many letters at their start agree: meeting, meetings, met not."""


def find(words: Sequence[str], tags: Iterable[str] = ()) -> tuple[Question, ...]:
    """Find questions by words and tags.

    A word that is none of the library's is taken for a name to ask about: ``meeting shanghai``
    finds what there is on meetings.

    Args:
        words: Words as a person writes them; none for all questions.
        tags: Tags that each must have, its topic being one.

    Returns:
        The questions that have the most of the words, the best first, then by name.
    """
    wanted = [w for text in words for w in _WORD.findall(text.lower())]
    tagged = set(tags)
    among = [q for q in all_questions() if tagged <= {q.topic, *q.tags}]
    if not wanted:
        return tuple(among)
    scored = [(_score(question, wanted), question) for question in among]
    best = max((score for score, _ in scored), default=0)
    chosen = [(score, q) for score, q in scored if score and score >= best - 1]
    return tuple(q for _, q in sorted(chosen, key=lambda item: (-item[0], item[1].name)))


def _score(question: Question, wanted: Sequence[str]) -> int:
    """Count two for a word of the name or a tag, one for a word of the text or of a parameter."""
    strong = _words([question.name, question.topic, *question.tags])
    weak = _words([question.text, *(p.name for p in question.parameters)])
    return sum(2 if _has(strong, word) else int(_has(weak, word)) for word in wanted)


def _words(texts: Iterable[str]) -> set[str]:
    return {word for text in texts for word in _WORD.findall(text.lower())}


def _has(words: set[str], wanted: str) -> bool:
    if len(wanted) < _STEM:
        return wanted in words
    return any(_alike(word, wanted) for word in words)


def _alike(word: str, wanted: str) -> bool:
    """Tell whether one starts with most of the other: visit, visits, visited, visitors."""
    stem = max(_STEM, min(len(word), len(wanted)) - 2)
    return len(word) >= _STEM and word[:stem] == wanted[:stem]
