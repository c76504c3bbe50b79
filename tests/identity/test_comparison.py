"""Whether two names are of one person."""

import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.identity import Verdict, compare

SURNAMES = [
    "Chan",
    "Chen",
    "Li",
    "Lee",
    "Leung",
    "Ng",
    "Wu",
    "Kim",
    "Park",
    "Nguyen",
    "Szeto",
    "Sun",
]
SURNAMES += [
    "Ashdown",
    "Müller",
    "Nakayama",
    "Kertész",
    "Narváez",
    "Al-Fadhli",
    "van der Velden",
    "O'Rourke",
]
GIVEN = [
    "Wing-fai",
    "Wing Fai",
    "Mingyuan",
    "Ming-yuan",
    "Wei",
    "Dong",
    "Ji-hoon",
    "Minh Khoi",
    "K C",
    "J.",
]
GIVEN += [
    "Peter",
    "William",
    "Bill",
    "Jean-Luc",
    "José María",
    "Haruka",
    "Balázs",
    "Layla",
    "Peter Paul",
    "W. R.",
]
HAN = ["陈明远", "陳明遠", "梁永輝", "司徒志宏", "林鄭小玲", "李", "박지훈", "이서준"]
HONORIFICS = ["Mr", "Mrs", "Dr.", "The Honourable", "H.E.", "Dato' Seri", "Tan Sri", "Prof", "Sir"]
SHOWN = [
    "{s} {g}",
    "{g} {s}",
    "{s}, {g}",
    "Peter {s} {g}",
    "{s} {g} Peter",
    "{s}",
    "{g}",
    "{s} {g} ({h})",
]

names = st.one_of(
    st.builds(
        lambda shape, s, g, h: shape.format(s=s, g=g, h=h),
        st.sampled_from(SHOWN),
        st.sampled_from(SURNAMES),
        st.sampled_from(GIVEN),
        st.sampled_from(HAN),
    ),
    st.sampled_from(HAN),
)
anything = st.one_of(names, st.text(max_size=40))


@settings(deadline=None)  # the first name loads tables
@given(anything, anything)
def test_the_order_of_two_names_does_not_matter(one: str, other: str) -> None:
    """Symmetric: verdict, score and reason."""
    assert compare(one, other) == compare(other, one)


@settings(deadline=None)  # the first name loads tables
@given(anything)
def test_a_name_is_the_same_as_itself(name: str) -> None:
    """Reflexive, as far as there is a letter in it."""
    found = compare(name, name)
    assert found.same or found.reason == "no letter in one of them"


@settings(deadline=None)  # the first name loads tables
@given(anything, anything)
def test_scores_keep_to_their_verdict(one: str, other: str) -> None:
    """Above 0.8 exactly where the verdict is the same; a reason always."""
    found = compare(one, other)
    assert 0 <= found.score <= 1
    assert (found.score > 0.8) == found.same == (found.verdict is Verdict.SAME)
    assert found.reason


@settings(deadline=None)  # the first name loads tables
@given(names, names, st.sampled_from(HONORIFICS))
def test_honorifics_make_no_difference(one: str, other: str, honorific: str) -> None:
    """An honorific before a name changes nothing."""
    assert compare(f"{honorific} {one}", other) == compare(one, other)


@settings(deadline=None)  # the first name loads tables
@given(names, names, st.sampled_from(["GBS", "JP", "PhD", "OBE"]))
def test_post_nominals_make_no_difference(one: str, other: str, letters: str) -> None:
    """Nor do letters after it."""
    if "," not in one:
        assert compare(f"{one}, {letters}", other) == compare(one, other)


@settings(deadline=None)  # the first name loads tables
@given(names, names, st.sampled_from([str.upper, str.lower, str.title]))
def test_case_makes_no_difference(one: str, other: str, change: Callable[[str], str]) -> None:
    """Whole names in capitals are the same names."""
    assert compare(change(one), other) == compare(one, other)


@settings(deadline=None)  # the first name loads tables
@given(names, names, st.sampled_from(["NFC", "NFD", "NFKC", "NFKD"]))
def test_the_form_of_unicode_makes_no_difference(one: str, other: str, form: str) -> None:
    """Composed or decomposed."""
    assert compare(unicodedata.normalize(form, one), other) == compare(one, other)  # type: ignore[arg-type]


@settings(deadline=None)  # the first name loads tables
@given(names, names, st.sampled_from(["  ", "\t", "\u00a0", "\n", "\u3000"]))
def test_spacing_makes_no_difference(one: str, other: str, space: str) -> None:
    """Whatever white space stands between the words."""
    assert compare(f"{space}{one.replace(' ', space)}{space}", other) == compare(one, other)


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        ("Peter Leung Wing-fai", "Leung Wing Fai", "same"),
        ("Peter Leung Wing-fai", "Mr Peter W F Leung", "same"),
        ("Peter Leung Wing-fai", "Peter Leung Wing-kei", "different"),
        ("Leung Wing-fai", "Peter Leung", "doubt"),
        ("Winnie Cheung Ho Mei-fong", "Ms Winnie Cheung", "same"),
        ("Zhou Mingyuan", "Mingyuan Zhou", "same"),
        ("Zhou Mingyuan (周明远)", "周明遠", "same"),
        ("Zhou Mingyuan (周明远)", "Zhou Mingyuan (周明原)", "different"),
        ("Lin Yang", "Yang Lin", "doubt"),
        ("Hsieh Mei-ling", "Xie Meiling", "same"),
        ("Chen Chi-wen", "Chen Jiwen", "doubt"),
        ("Ng Wai-man", "Wu Huimin", "doubt"),
        ("Ng Wai-man", "Wu Wai-man", "doubt"),
        ("박지훈", "Park Ji-hoon", "same"),
        ("Park Ji-hoon", "Pak Ji-hoon", "same"),
        ("Nguyễn Văn Hùng", "Nguyễn Văn Hưng", "doubt"),
        ("Nguyễn Văn Hùng", "Nguyen Van Hung", "same"),
        ("Kertész Balázs", "Balázs Kertész", "same"),
        ("Mizuno Haruka", "Haruka Mizuno", "same"),
        ("水野遥", "Mizuno Haruka", "doubt"),
        ("Hafiz bin Rosli", "Dato' Hafiz Rosli", "same"),
        ("Javier Narváez Gómez", "Javier Narváez", "same"),
        ("Javier Narváez Gómez", "Javier Gómez", "doubt"),
        ("Günther Schäfer", "Guenther Schaefer", "same"),
        ("William Harkness", "Bill Harkness", "same"),
        ("William T. Harkness", "William R. Harkness", "different"),
        ("J. Harkness", "John Harkness", "doubt"),
        ("Thomas Garrick Jr.", "Thomas Garrick Sr.", "different"),
        ("Thomas James", "James Thomas", "doubt"),
        ("Mr Leung", "Peter Leung", "doubt"),
        ("Владимир Сорин", "Vladimir Sorin", "doubt"),
        ("😀", "😀", "doubt"),
        ("a" * 10_000, "b" * 10_000, "doubt"),
        ("a" * 10_000, "a" * 10_000, "same"),
    ],
)
def test_what_names_tell_and_what_they_leave_open(one: str, other: str, verdict: str) -> None:
    """One line for each thing that is known of names."""
    assert compare(one, other).verdict == verdict
