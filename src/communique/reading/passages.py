"""The sentence around a stretch of a release's text, to be shown as evidence."""

from communique.reading.rules import layout
from communique.reading.rules.texts.tokens import tokenize


def sentence_at(text: str, start: int) -> tuple[int, int]:
    """Find the sentence that a position stands in.

    Args:
        text: The whole text of a release.
        start: The position, in code points.

    Returns:
        Where the sentence starts and ends; that of the line where it has no words.
    """
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", start)
    line = (first, len(text) if last < 0 else last)
    tokens = tokenize(text, *line)
    for sentence in layout.split(text, tokens):
        end = tokens[sentence.last - 1].end
        if start < end:
            return tokens[sentence.first].start, end
    return line
