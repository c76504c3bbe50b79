"""Text from elsewhere on a terminal."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from communique.terminal import visible


def test_what_a_terminal_would_act_on_is_written_out() -> None:
    """Escape sequences, marks that turn text round, NUL, lone surrogates."""
    assert visible("a\x1b[31mb\n c\u202ed\x00\ud800") == "a\\x1b[31mb c\\u202ed\\x00\\ud800"


@given(st.text())
def test_nothing_unseen_is_left(text: str) -> None:
    """Whatever the text, one line of characters that show; said twice, the same."""
    shown = visible(text)
    assert not any(unicodedata.category(char)[0] == "C" for char in shown)
    assert "\n" not in shown
    assert visible(shown) == shown
