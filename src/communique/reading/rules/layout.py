"""Paragraphs, lists and sentences."""

from communique.reading.rules.tables.lexicon import bag
from communique.reading.rules.texts.document import Sentence
from communique.reading.rules.texts.tokens import Token

LONGEST = 1500
"""A run of more tokens without an end is no sentence."""

_BULLETS = frozenset("-•*·–▪●◦■○")
_ENDS = frozenset(".!?")
_CLOSERS = frozenset("\"”’')")
_STARTERS = bag(
    "the he she they it in on at we this these his her their during after both while following "
    "for as also to mr. ms. mrs. dr. secretary president"
)
_WRAPPED = 60
_WIDEST = 120
_LABEL = 8


def split(text: str, tokens: list[Token], paragraph: int = 0) -> list[Sentence]:
    """Split tokens into sentences.

    Args:
        text: The text they come from.
        tokens: In order.
        paragraph: The number of the first paragraph.

    Returns:
        Sentences that cover all tokens; an item of a list without a full stop is one too.
    """
    sentences: list[Sentence] = []
    first, bullet = 0, _is_bullet(tokens, 0)
    shortest = _WRAPPED if _is_wrapped(text, tokens) else len(text)
    for i in range(1, len(tokens) + 1):
        new_paragraph = i == len(tokens) or _breaks(text, tokens, i, shortest)
        label = _is_label(tokens, first, i)
        if not (new_paragraph or label or _ends(tokens, i)):
            continue
        sentences.append(Sentence(first, i, paragraph, bullet, label=label))
        first = i
        if new_paragraph:
            paragraph += 1
            bullet = _is_bullet(tokens, i)
    return sentences if tokens else []


def _is_label(tokens: list[Token], first: int, i: int) -> bool:
    """Whether tokens name a speaker: up to eight words in capitals and a colon."""
    if tokens[i - 1].text != ":" or not 2 <= i - first <= _LABEL + 1:
        return False
    words = [t.text for t in tokens[first : i - 1]]
    named = any(len(word) > 1 and word.isalpha() for word in words)
    return named and all(word.isupper() or word in "-.’'," for word in words)


def _is_bullet(tokens: list[Token], i: int) -> bool:
    return i < len(tokens) and tokens[i].text in _BULLETS


def _is_wrapped(text: str, tokens: list[Token]) -> bool:
    """Whether lines were cut to a width, so that the end of one says nothing."""
    if not tokens:
        return False
    lines = text[tokens[0].start : tokens[-1].end].splitlines()
    return max(map(len, lines), default=0) <= _WIDEST


def _breaks(text: str, tokens: list[Token], i: int, shortest: int) -> bool:
    """Whether a paragraph starts at token i; a sentence broken by empty lines is mended.

    After a line of fewer than `shortest` characters one starts at the next capital.
    """
    left, right = tokens[i - 1], tokens[i]
    if right.start - left.end == 0:
        return False
    lines = text.count("\n", left.end, right.start)
    if not lines:
        return False
    if right.text in _BULLETS or left.text in ".!?:;":
        return True
    if right.text[0].islower():
        return False
    return lines > 1 or left.end - (text.rfind("\n", 0, left.end) + 1) < shortest


def _ends(tokens: list[Token], i: int) -> bool:
    """Whether a sentence ends before token i of the same paragraph."""
    left, right = tokens[i - 1], tokens[i]
    if left.text in _CLOSERS and i > 1 and tokens[i - 2].text in _ENDS:
        return right.cap or right.text in '"“‘'
    if left.text in _ENDS:
        if right.text in _CLOSERS and right.start == left.end:
            return False
        return right.cap or not right.word or right.text[0].isdigit()
    abbreviation = left.text.count(".") > 1 and left.low not in ("h.e.", "h.r.h.", "h.m.")
    return abbreviation and right.cap and right.low in _STARTERS


def mark_quotes(tokens: list[Token], sentences: list[Sentence]) -> bytearray:
    """Mark tokens in quoted speech: a quotation that is longer than a name.

    An opened quotation ends with its paragraph.
    """
    quoted = bytearray(len(tokens))
    opened, paragraph = -1, None
    for sentence in sentences:
        if sentence.paragraph != paragraph:
            _close(tokens, quoted, opened, sentence.first)
            opened, paragraph = -1, sentence.paragraph
        for i in range(sentence.first, sentence.last):
            mark = tokens[i].text
            if mark == "“" or (mark == '"' and opened < 0):
                opened = i
            elif mark in '”"' and opened >= 0:
                _close(tokens, quoted, opened, i)
                opened = -1
    _close(tokens, quoted, opened, len(tokens))
    return quoted


def _close(tokens: list[Token], quoted: bytearray, opened: int, end: int) -> None:
    if opened < 0:
        return
    inside = range(opened + 1, end)
    small = sum(1 for i in inside if tokens[i].word and not tokens[i].cap)
    if len(inside) > 5 and small * 2 > len(inside):
        for i in inside:
            quoted[i] = 1
