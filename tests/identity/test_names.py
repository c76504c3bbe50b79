"""A name taken apart."""

import pytest

from communique.identity.layout import Layout
from communique.identity.names import parse


@pytest.mark.parametrize(
    ("text", "layout"),
    [
        ("Peter Leung Wing-fai", Layout(("leung",), ("peter",), ("wing", "fai"))),
        ("Leung Wing Fai Peter", Layout(("leung",), ("peter",), ("wing", "fai"))),
        ("Wing-fai Leung", Layout(("leung",), (), ("wing", "fai"))),
        ("Leung, Wing-fai", Layout(("leung",), (), ("wing", "fai"))),
        ("Peter W F Leung", Layout(("leung",), ("peter",), (), "wf")),
        ("WF Leung", Layout(("leung",), (), (), "wf")),
        ("Winnie Cheung Ho Mei-fong", Layout(("cheung", "ho"), ("winnie",), ("mei", "fong"))),
        ("Szeto Chi-wang", Layout(("szeto",), (), ("chi", "wang"))),
        ("Au Yeung Siu-ling", Layout(("auyeung",), (), ("siu", "ling"))),
        ("Mingyuan Zhou", Layout(("zhou",), (), ("mingyuan",))),
        ("Kelvin Goh Wei Jie", Layout(("goh",), ("kelvin",), ("wei", "jie"))),
        ("Tran Thi Bich Lan", Layout(("tran",), (), ("thi", "bich", "lan"))),
        ("Suk Yeol Yoon", Layout(("yoon",), (), ("suk", "yeol"))),
        ("Kertész Balázs", Layout(("kertesz",), ("balazs",))),
        ("Haruka Mizuno", Layout(("mizuno",), ("haruka",))),
        ("Javier Narváez Gómez", Layout(("narvaez", "gomez"), ("javier",))),
        ("Hafiz bin Rosli", Layout(("rosli",), ("hafiz",))),
        ("Piet van der Velden", Layout(("velden",), ("piet",))),
        ("Abdul Rahman Darwish", Layout(("darwish",), ("abdulrahman",))),
        ("William T. Harkness", Layout(("harkness",), ("william",), (), "t")),
        ("Mr Leung", Layout(("leung",))),
    ],
)
def test_surname_given_names_and_initials_are_found(text: str, layout: Layout) -> None:
    """Whatever the order that is usual where the name is from."""
    assert parse(text).layouts[0] == layout


def test_what_may_be_read_two_ways_is_read_both_ways() -> None:
    """The second is not sure."""
    first, second = parse("Lin Yang").layouts
    assert (first.surname, first.sure) == (("lin",), True)
    assert (second.surname, second.sure) == (("yang",), False)


def test_letters_written_instead_of_marks_are_read_too() -> None:
    """``ü`` is ``u`` to some and ``ue`` to others."""
    assert {layout.surname for layout in parse("Ida Müller").layouts} >= {("muller",), ("mueller",)}


@pytest.mark.parametrize(
    ("text", "words", "suffix"),
    [
        ("The Rt Hon. Sir Ivo Penhale KC MP", ("ivo", "penhale"), ""),
        ("H.E. Dr. Ivo Penhale, GBS, JP", ("ivo", "penhale"), ""),
        ("Tan Sri Dato' Seri Hafiz Rosli", ("hafiz", "rosli"), ""),
        ("Thomas Garrick, Jr.", ("thomas", "garrick"), "jr"),
        ("Thomas Garrick III", ("thomas", "garrick"), "iii"),
        ("He Xiaoli", ("he", "xiaoli"), ""),
        ("Sir Ivo Major", ("ivo", "major"), ""),
        ("Dr", ("dr",), ""),
        ("Mr (周明远)", (), ""),
    ],
)
def test_what_is_no_part_of_a_name_is_taken_off(
    text: str, words: tuple[str, ...], suffix: str
) -> None:
    """Honorifics, post-nominals and suffixes, and never the whole name."""
    name = parse(text)
    assert (name.plain, name.suffix) == (words, suffix)


def test_characters_beside_letters_are_kept_apart() -> None:
    """As releases give them in brackets, simplified, without honorifics."""
    name = parse("Mr Zhou Mingyuan (周明遠先生)")
    assert (name.plain, name.han) == (("zhou", "mingyuan"), "周明远")


def test_what_is_longer_than_a_name_is_not_read() -> None:
    """Ten thousand letters cost nothing."""
    assert parse("ab " * 4000).layouts == ()
