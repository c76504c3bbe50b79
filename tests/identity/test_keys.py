"""Keys that bring names together."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.identity import Verdict, compare, key

Row = dict[str, str]
WORDS = [
    "chan",
    "chen",
    "lee",
    "li",
    "ng",
    "wu",
    "hsieh",
    "xie",
    "lin",
    "yang",
    "kim",
    "park",
    "pak",
    "smith",
]
WORDS += [
    "wing-fai",
    "wing",
    "fai",
    "mingyuan",
    "ming-yuan",
    "mei-ling",
    "meiling",
    "chi-wen",
    "jiwen",
    "wei",
]
WORDS += [
    "peter",
    "william",
    "bill",
    "kate",
    "katherine",
    "j.",
    "k",
    "c",
    "garcia",
    "perez",
    "bin",
    "müller",
]
WORDS += [
    "mueller",
    "al-harithy",
    "ibrahim",
    "smith-jones",
    "jones",
    "volkonin",
    "volkonyn",
    "陈明远",
    "李家明",
    "이서준",
]

names = st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join)


@settings(deadline=None)  # the first name loads tables
@given(names, names)
def test_names_that_can_be_the_same_share_a_key(one: str, other: str) -> None:
    """Blocking loses no pair that comparison would find or doubt."""
    found = compare(one, other)
    if found.same:
        assert key(one, doubts=False) & key(other, doubts=False)
    if found.verdict is not Verdict.DIFFERENT and found.score:
        assert key(one) & key(other)


@pytest.mark.parametrize("part", ["tuned", "held", "fresh"])
def test_no_pair_of_invented_names_is_lost(invented: list[Row], part: str) -> None:
    """Each name with each."""
    found = {
        name for row in invented if row["part"] == part for name in (row["name1"], row["name2"])
    }
    keys = {name: key(name) for name in found}
    few = {name: key(name, doubts=False) for name in found}
    for one, other in combinations(sorted(found), 2):
        told = compare(one, other)
        assert not told.same or few[one] & few[other], (one, other)
        assert told.verdict == "different" or not told.score or keys[one] & keys[other], (
            one,
            other,
        )


@settings(deadline=None)  # the first name loads tables
@given(st.text(max_size=60))
def test_any_text_has_keys_where_it_has_letters(text: str) -> None:
    """And the fewer keys are among the others."""
    assert key(text, doubts=False) <= key(text)
    assert key(text) or compare(text, text).reason == "no letter in one of them"


def test_names_without_anything_in_common_share_no_key() -> None:
    """Blocks are smaller than all names."""
    assert not key("Peter Leung Wing-fai") & key("Javier Narváez")
    assert not key("Leung Wing-fai", doubts=False) & key("Leung Tai-man", doubts=False)
