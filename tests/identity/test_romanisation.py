"""Characters spelled in Latin letters."""

import pytest

from communique.identity.romanisation import (
    System,
    is_clear,
    segmentations,
    spellings,
    spells,
    syllables,
)


@pytest.mark.parametrize(
    ("chars", "system", "text"),
    [
        ("建国", System.PINYIN, "jianguo"),
        ("建吕", System.PINYIN, "jianlyu"),
        ("永輝", System.CANTONESE, "wingfai"),
        ("永辉", System.CANTONESE, "wingfai"),
        ("子軒", System.CANTONESE, "tszhin"),
        ("小雯", System.WADE_GILES, "hsiaowen"),
        ("志豪", System.WADE_GILES, "chihhao"),
        ("지훈", System.KOREAN, "jihoon"),
    ],
)
def test_letters_spell_characters(chars: str, system: System, text: str) -> None:
    """In one system, and in none of the others."""
    assert spells(text, chars, system)
    assert not any(spells(text, chars, other) for other in System if other is not system)


def test_letters_left_over_spell_nothing() -> None:
    """All of the letters, all of the characters."""
    assert not spells("mingyuana", "明远", System.PINYIN)
    assert not spells("ming", "明远", System.PINYIN)


def test_what_has_no_reading_has_no_spelling() -> None:
    """No guess."""
    assert not any(spellings("☃", system) for system in System)


def test_run_together_syllables_are_divided_in_every_way() -> None:
    """``xian`` is one syllable or two."""
    assert set(segmentations("xian")) == {("xian",), ("xi", "an")}
    assert segmentations("peter") == ()


def test_wade_giles_without_apostrophes_is_seldom_clear() -> None:
    """``hsieh`` is; ``chi`` may be two syllables."""
    assert is_clear("hsieh")
    assert not is_clear("chi")


def test_syllables_of_all_systems_are_known() -> None:
    """By them an East Asian given name is known for one."""
    assert {"wing", "tsz", "hsueh", "yuan", "seok", "khoi", "swee"} <= syllables()
    assert not {"peter", "smith", "robert"} & syllables()
