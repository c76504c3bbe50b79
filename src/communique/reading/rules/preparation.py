"""From a release to a document: tokens, sentences, and why it can't be read."""

from functools import cache

from communique.loaders.release import Release
from communique.reading.rules import layout
from communique.reading.rules.tables.classes import classify
from communique.reading.rules.tables.gazetteer import find_country
from communique.reading.rules.tables.lexicon import lexicon, read_lines
from communique.reading.rules.texts import dates
from communique.reading.rules.texts.document import Document, Sentence
from communique.reading.rules.texts.tokens import Token, tokenize

LONGEST = 1_000_000
"""Characters of a body that are read; the rest is left out with a note."""

_NEAR = {"today": 0, "this": 0, "tonight": 0, "yesterday": 1, "tomorrow": -1}
"""Days from what a text calls so to its day of issue."""
_FEW, _MANY = 8, 40
_COMMON = frozenset(("the", "of", "and", "to", "for", "with", "by"))
"""Words of which no English prose is free, and that no neighbour of English shares."""
_ENDS = frozenset(".!?;:")


def prepare(release: Release) -> tuple[Document, list[str]]:
    """Split a release into tokens and sentences.

    Returns:
        The document, and notes on what could not be read.
    """
    text, notes = release.text, list[str]()
    end = len(text) if release.end is None else release.end
    if end - release.body > LONGEST:
        notes.append(f"Only the first {LONGEST} characters of the body were read.")
        end = release.body + LONGEST
    head = tokenize(text, *_headline(release))
    body = tokenize(text, release.body, end)
    problem = _problem(text, release.body, end, [t for t in body if t.word])
    if problem:
        notes.append(problem)
        head, body = [], []
    elif not any(t.text in _ENDS for t in body):
        notes.append("No sentence ends in the body: headlines alone tell little.")
    tokens = head + body
    sentences = _split(text, head, body)
    kept = [s for s in sentences if s.last - s.first <= layout.LONGEST]
    if len(kept) < len(sentences):
        notes.append(
            f"{len(sentences) - len(kept)} sentences of over {layout.LONGEST} words were left out."
        )
    document = Document(
        text, tokens, classify(tokens), kept, layout.mark_quotes(tokens, kept),
        [None] * len(tokens), home=_home(release.issuer or ""), title=release.title,
    )  # fmt: skip
    document.day = release.date if release.date and len(release.date) >= 7 else None
    document.day = document.day or _day_in(document)
    return document, notes


def _headline(release: Release) -> tuple[int, int]:
    """Where the headline stands in the text; an empty stretch when it doesn't."""
    start = release.text.rfind(release.title, 0, release.body) if release.title else -1
    if start >= 0:
        return start, start + len(release.title)
    start = release.text.rfind("\n", 0, max(0, release.body - 1)) + 1
    line = release.text[start : release.body]
    if release.title and release.title.split()[:3] == line.strip("[ \n").split()[:3]:
        return start, start + len(line.split("](")[0])
    return 0, 0


def _split(text: str, head: list[Token], body: list[Token]) -> list[Sentence]:
    sentences = layout.split(text, body)
    for sentence in sentences:
        sentence.first += len(head)
        sentence.last += len(head)
    if head:
        sentences.insert(0, Sentence(0, len(head), -1))
    return sentences


def _problem(text: str, start: int, end: int, words: list[Token]) -> str | None:
    """Why a body can't be read, in a sentence."""
    if not words:
        return "The body is empty." if not text[start:end].strip() else "The body has no words."
    sample = text[start : min(end, start + 4000)]
    letters = [ch for ch in sample if ch.isalpha()]
    if sum(ch > "\u2e80" for ch in letters) * 3 > len(letters):
        return "The body is not in English; this reader reads English only."
    if _is_foreign(words[:400]):
        return "The body does not look like English prose; nothing was read."
    return None


def _is_foreign(words: list[Token]) -> bool:
    """Whether common English words are missing; in few words, whether most are no English."""
    if sum(word.low in _COMMON for word in words) * 25 >= len(words):
        return False
    if len(words) >= _MANY:
        return True
    small = [word.low for word in words if not word.cap]
    known = sum(low in lexicon().words for low in small)
    return len(words) >= _FEW and len(small) * 2 >= len(words) and known * 2 < len(small)


@cache
def _issuers() -> tuple[tuple[str, str], ...]:
    rows = (line.rpartition(",") for line in read_lines("issuers.csv"))
    return tuple((name, code) for name, _, code in rows)


def _home(issuer: str) -> str | None:
    """The country that an issuer speaks for, by the table of issuers, else by its own name."""
    code = next((code for name, code in _issuers() if name in issuer), None)
    return code or find_country(issuer)


def _day_in(document: Document) -> str | None:
    """The day of issue as the text tells it: ``today (November 6)``."""
    for sentence in document.sentences[:12]:
        for when in dates.find(document.tokens, sentence.first, sentence.last, None):
            low = document.tokens[when.start].low
            if when.relative and when.day and low in _NEAR:
                return dates.shift(when.day, _NEAR[low])
    return None
