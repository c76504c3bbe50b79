"""What is taken off a name: articles, honorifics and titles, and nothing else."""

import pytest

from communique.queries.addressing import bare_name, names_title, without_article


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("Ms Oduya", "Oduya"),
        ("Dr. Ada Oduya", "Ada Oduya"),
        ("President Xi", "Xi"),
        ("Prime Minister Oduya", "Oduya"),
        ("Secretary-General Cole", "Cole"),
        ("Deputy Foreign Minister Ada Oduya", "Ada Oduya"),
        ("Ada Oduya", None),
        ("Mayor of Oslo", None),
        ("Mayor", None),
        ("Prime", None),
        ("First Oduya", None),
        ("", None),
        ("周明遠", None),
    ],
)
def test_a_title_before_a_name_is_taken_off(text: str, bare: str | None) -> None:
    """A title of something stays whole."""
    assert bare_name(text) == bare


@pytest.mark.parametrize(
    ("text", "plain"),
    [("the Mayor of Oslo", "Mayor of Oslo"), ("The  Hague", "Hague"), ("the", "the"), ("Theo", "Theo")],
)  # fmt: skip
def test_an_article_is_taken_off(text: str, plain: str) -> None:
    """As a word before others."""
    assert without_article(text) == plain


def test_a_title_has_a_head() -> None:
    """A place or a surname in the name of an office is no title."""
    assert names_title("mayor of oslo")
    assert names_title("Oslo mayor")
    assert not names_title("Oslo")
