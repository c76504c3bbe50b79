"""Tokens, paragraphs, sentences, quotations."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.reading.rules.layout import mark_quotes, split
from communique.reading.rules.texts.tokens import tokenize


def _sentences(text: str) -> list[str]:
    tokens = tokenize(text)
    return [text[tokens[s.first].start : tokens[s.last - 1].end] for s in split(text, tokens)]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Mr. J. Oyen left. Dr. Velt came.", ["Mr. J. Oyen left.", "Dr. Velt came."]),
        (
            "The U.S. Embassy in Washington, D.C. The end.",
            ["The U.S. Embassy in Washington, D.C.", "The end."],
        ),
        ("He said, “Go.” She went.", ["He said, “Go.”", "She went."]),
        ("A line\n\nthat goes on.", ["A line\n\nthat goes on."]),
        ("One:\n- first\n- second", ["One:", "- first", "- second"]),
        ("\u3000Indented.\u200b Next.", ["Indented.", "Next."]),
    ],
)
def test_sentences(text: str, sentences: list[str]) -> None:
    """Abbreviations do not end a sentence, empty lines inside one do not either."""
    assert _sentences(text) == sentences


def test_glued_words_come_apart() -> None:
    """A scrape that lost its spaces gives whole words again, at their places."""
    text = "on theHKMA website from November12"
    assert [t.text for t in tokenize(text)] == [
        "on",
        "the",
        "HKMA",
        "website",
        "from",
        "November",
        "12",
    ]


def test_speech_is_marked_and_names_are_not() -> None:
    """A long quotation is speech; a short one of capitals is a name."""
    text = 'At "Open Doors" he said, "we have all seen the many ships in the harbour today".'
    tokens = tokenize(text)
    quoted = mark_quotes(tokens, split(text, tokens))
    assert {t.text for t, q in zip(tokens, quoted, strict=True) if q} >= {"ships", "harbour"}
    assert not any(q for t, q in zip(tokens, quoted, strict=True) if t.text == "Doors")


@given(st.text(max_size=200))
def test_tokens_are_where_they_say(text: str) -> None:
    """Every token is its stretch of the text, and sentences cover all tokens in order."""
    tokens = tokenize(text)
    assert all(text[t.start : t.end] == t.text for t in tokens)
    spans = split(text, tokens)
    assert [i for s in spans for i in range(s.first, s.last)] == list(range(len(tokens)))
