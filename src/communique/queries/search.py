"""Finding a question by words: those of its name, its text, its tags and what it takes."""

import math
import re
from collections.abc import Iterable, Sequence

from communique.queries.library import all_questions
from communique.queries.question import Question

_WORD = re.compile(r"[^\W_]+")
_PARTICLE = 2
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
        Those that have at least half of what the best one has, the best first, then by name.
    """
    wanted = _wanted(words)
    tagged = set(tags)
    among = [q for q in all_questions() if tagged <= {q.topic, *q.tags}]
    if not wanted:
        return tuple(among)
    totals = map(sum, zip(*(_scores(word, among) for word in wanted), strict=True))
    scored = list(zip(totals, among, strict=True))
    best = max((score for score, _ in scored), default=0)
    chosen = [(score, q) for score, q in scored if score and score >= best / 2]
    return tuple(q for _, q in sorted(chosen, key=lambda item: (-item[0], item[1].name)))


def _wanted(words: Iterable[str]) -> list[str]:
    """Take the words out of what was typed; of, to and on count only where nothing else is."""
    typed = [word for text in words for word in _WORD.findall(text.lower())]
    return [word for word in typed if len(word) > _PARTICLE] or typed


def _scores(word: str, among: Sequence[Question]) -> list[float]:
    """Score each: whole for a word of its name or a tag, half for one of a text or a parameter.

    The fewer have it, the more it counts, as in any ranking by inverse document frequency.
    """
    strengths = [_strength(question, word) for question in among]
    having = sum(1 for strength in strengths if strength)
    rarity = math.log(1 + len(among) / having) if having else 0.0
    return [strength * rarity for strength in strengths]


def _strength(question: Question, word: str) -> float:
    if _has(_words([question.name, question.topic, *question.tags]), word):
        return 1.0
    return 0.5 if _has(_words([question.text, *(p.name for p in question.parameters)]), word) else 0


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
