"""Ids that people can read."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.graph.identity import is_local, ref_of
from communique.graph.model import Label
from communique.graph.registry.naming import id_key, name_clusters
from communique.graph.registry.profile import Profile

Make = Callable[..., Profile]


def make(label: Label, name: str, number: int = 1, **more: Any) -> Profile:
    """A profile of that name."""
    return Profile(f"{label.lower()}:p{number}", label, (name,), name, **more)


def local(label: Label, name: str, release: str, start: int = 10, **more: Any) -> Profile:
    """A profile of one mention of something without a name."""
    mention = f"{release}#mentions.{label.lower()}.{start}-{start + 5}"
    return make(label, name, named=False, release=release, mention=mention, **more)


def name_of(*clusters: list[Profile]) -> list[str]:
    """The ids of clusters, in their order."""
    named = name_clusters(clusters)
    return [named[cluster[0].id] for cluster in clusters]


def test_a_cluster_goes_by_its_fullest_name(person: Make) -> None:
    """All its profiles have the id."""
    cluster = [person("J. Lee"), person("John Lee"), person("John Lee Ka-chiu")]
    assert set(name_clusters([cluster]).values()) == {"person:john-lee-ka-chiu"}


def test_namesakes_all_get_a_mark_of_their_own(person: Make) -> None:
    """None keeps the plain id: it would pass to another when a third is loaded."""
    one, other = ([person("John Lee", seen=day)] for day in ("2031-01-01", "2032-01-01"))
    ids = name_of(one, other)
    assert len(set(ids)) == 2
    assert all(each.startswith("person:john-lee~") for each in ids)
    third = [person("John Lee", seen="2033-01-01")]
    assert name_of(other, third, one) == [ids[1], name_of(third, one)[0], ids[0]]


def test_what_has_no_name_is_local_to_its_release() -> None:
    """The "meeting" of one release is not the "meeting" of another."""
    for label, name in ((Label.EVENT, "meeting"), (Label.ORGANIZATION, "senior officials")):
        ids = name_of(
            [local(label, name, "release:a", number=1)], [local(label, name, "release:b", number=2)],
            [local(label, name, "release:a", 40, number=3)],
        )  # fmt: skip
        assert len(set(ids)) == 3
        assert all(is_local(each) for each in ids)
        assert not any("~" in each for each in ids)


def test_a_meeting_that_several_report_is_named_after_the_first_of_them() -> None:
    """Whichever comes first."""
    reports = [local(Label.EVENT, "meeting", f"release:{n}", number=n) for n in (1, 2, 3)]
    (alone,) = name_of(reports[:1])
    assert name_of(reports) == name_of(reports[::-1]) == [alone]


def test_a_named_event_of_another_year_is_another_event() -> None:
    """Named events are told apart by year, unless the name says it."""
    one = make(Label.EVENT, "Harbour Forum", 1, date="2023-05-01")
    other = make(Label.EVENT, "Harbour Forum", 2, date="2024-05-01")
    dated = make(Label.EVENT, "Harbour Forum 2024", 3, date="2024-05-01")
    undated = make(Label.EVENT, "Harbour Forum", 4, date="--05-01")
    assert id_key(one) == "harbour-forum-2023"
    assert id_key(other) == id_key(dated) == "harbour-forum-2024"
    assert id_key(undated) == "harbour-forum"


@pytest.mark.parametrize("label", [label for label in Label if label is not Label.RELEASE])
def test_an_id_tells_its_label(label: Label) -> None:
    """Ids begin with the label in lower case."""
    (node,) = name_of([make(label, "Harbour")])
    assert ref_of(node).label is label


@given(st.lists(st.text(min_size=1), min_size=1, max_size=6), st.randoms(use_true_random=False))
def test_every_cluster_has_an_id_of_its_own_whatever_the_order(
    names: list[str], random: Any
) -> None:
    """Emoji, lone surrogates and names that share a key."""
    clusters = [[make(Label.PERSON, name, number)] for number, name in enumerate(names)]
    named = name_clusters(clusters)
    assert len(set(named.values())) == len(clusters)
    random.shuffle(clusters)
    assert name_clusters(clusters) == named
