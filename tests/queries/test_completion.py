"""What a few letters are completed to, on both databases."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from communique.graph.model import Label
from communique.graph.store import Store, connect
from communique.pipeline import Graph
from communique.queries.completion import NAMED, complete
from communique.queries.letters import plain_words, spelt
from communique.reading.model import Kind

Tell = Callable[..., Graph]
PEOPLE = (
    ("ada-oduya", ["Ada Oduya", "ADA ODUYA", "Oduya"]),
    ("ada-lund", ["Ada Lund"]),
    ("ada-maria-lund", ["Ada Maria Lund"]),
    ("adam-lund", ["Adam Lund"]),
    ("tomas-avelar", ["Tomás Avelar", "Tommy Avelar"]),
    ("jorgen-stahl", ["Jørgen Ståhl"]),
    ("lourenco-gulsen", ["Lourenço Gülşen"]),
    ("pat-o-brien", ["Pat O'Brien"]),
    ("zhou-mingyuan", ["周明遠"]),
)
PLACES = (("theland", ["Theland"]), ("lund", ["Lund"]))
OFFICES = (("mayor-of-oslo", ["Mayor of Oslo"]), ("mayor-of-lund", ["Mayor of Lund"]))
TYPED: tuple[tuple[str, list[str]], ...] = (
    ("oduy", ["Ada Oduya"]),
    ("ODUY", ["Ada Oduya"]),
    ("ada od", ["Ada Oduya"]),
    ("oduya a", ["Ada Oduya"]),
    ("Tomas Av", ["Tomás Avelar"]),
    ("tomas", ["Tomás Avelar"]),
    ("toma", ["Tomás Avelar"]),
    ("Tomás", ["Tomás Avelar"]),
    ("tommy", ["Tomás Avelar"]),
    ("gul", ["Lourenço Gülşen"]),
    ("lourenc", ["Lourenço Gülşen"]),
    ("lourenco gulsen", ["Lourenço Gülşen"]),
    ("LOURENÇO GÜL", ["Lourenço Gülşen"]),
    ("jorg", ["Jørgen Ståhl"]),
    ("jorgen stah", ["Jørgen Ståhl"]),
    ("o'br", ["Pat O'Brien"]),
    ("O'Brien p", ["Pat O'Brien"]),
    ("周", ["周明遠"]),
    ("周明", ["周明遠"]),
    ("ada lund", ["Ada Lund", "Ada Maria Lund"]),
    ("mayor of", ["Mayor of Lund", "Mayor of Oslo"]),
    ("mayor of o", ["Mayor of Oslo"]),
    ("the", ["Theland"]),
    ("idb", []),
)
HOSTILE = (
    '"', "\\", "(", ")", "[", "AND", "OR NOT", "*", "?", "~", "*:*", "/.*/", "/[/", "a/b", "'", "{}",
    "[a TO z]", "\ud800", "\x00", "😀", "_", "&&", "||", "!", "^", "-", "+", "", " ", "\n", "\u202e",
    "zz" * 5000, "zz " * 3000, "Q" * 10_000, "ﾞ", "ʰʰ", "zz:zz", 'zz" OR "ada', "zz\\", "zz~2 ada",
)  # fmt: skip


@pytest.fixture
def store(where: str) -> Iterator[Store]:
    """A few names in each database in turn."""
    with connect(where, write=True, create=True) as opened:
        for label, some in ((Label.PERSON, PEOPLE), (Label.PLACE, PLACES), (Label.OFFICE, OFFICES)):
            rows = [{"id": f"{label.lower()}:{i}", "name": n[0], "names": n} for i, n in some]
            opened.run(f"UNWIND $rows AS row CREATE (n:{label}) SET n = row", {"rows": rows})
        yield opened


def names(store: Store, text: str, *labels: Label) -> list[str]:
    """Give the names of what a text is completed to."""
    return [one.name for one in complete(store, text, labels or NAMED)]


def test_a_name_is_found_by_how_its_words_begin(store: Store) -> None:
    """Any of them, in any form, in any case, with and without accents, in any order."""
    for text, found in TYPED:
        assert names(store, text) == found, text


def test_a_whole_name_comes_first(store: Store) -> None:
    """Then those with the words whole, then those that begin so, then others."""
    assert names(store, "lund")[0] == "Lund"
    assert names(store, "ada", Label.PERSON) == [
        "Ada Lund", "Ada Maria Lund", "Ada Oduya", "Adam Lund",
    ]  # fmt: skip
    assert set(names(store, "lun")) == {
        "Ada Lund", "Ada Maria Lund", "Adam Lund", "Lund", "Mayor of Lund",
    }  # fmt: skip


def test_the_form_that_fits_is_told_where_it_is_another(store: Store) -> None:
    """So that whoever typed it knows why it is there."""
    (tommy,), (tomas,) = complete(store, "tommy"), complete(store, "tomas a")
    assert (tommy.name, tommy.form) == ("Tomás Avelar", "Tommy Avelar")
    assert tomas.form is None


def test_labels_and_a_limit_narrow(store: Store) -> None:
    """None at all is an answer, too."""
    assert names(store, "lund", Label.PLACE) == ["Lund"]
    assert len(complete(store, "a", limit=2)) == 2
    assert not complete(store, "lund", [Label.RELEASE])
    assert not complete(store, "lund", [])
    assert not complete(store, "lund", limit=0)


def test_nothing_that_is_typed_is_a_query(store: Store) -> None:
    """What Lucene gives a meaning to means nothing here, and breaks nothing."""
    for text in HOSTILE:
        assert names(store, text) == [], text


def test_the_most_mentioned_come_first(told: Tell, draft: Any) -> None:
    """Among those that fit alike, and each is there once."""
    batches = []
    for number, name in enumerate(["Ida Falk", "Ida Berg", "Ida Berg", "Ida Dahl"], 1):
        made = draft(number)
        made.person(name)
        batches.append(made)
    found = told(*batches).complete("ida")
    assert [(one.name, one.mentions) for one in found] == [
        ("Ida Berg", 2), ("Ida Dahl", 1), ("Ida Falk", 1),
    ]  # fmt: skip


def test_what_has_no_name_of_its_own_is_not_completed(told: Tell, draft: Any) -> None:
    """Neither a group nor a meeting that no release gives a name."""
    made = draft(1)
    made.meet(made.person("Ada Oduya"), made.add(Kind.GROUP, "young sailors"), made.meeting())
    graph = told(made)
    assert [one.label for one in graph.complete("a")] == ["Person"]
    for text in ("young", "sail", "meet", "m"):
        assert not graph.complete(text)


def test_a_name_in_han_and_in_latin_is_one(told: Tell, draft: Any) -> None:
    """Whichever the release has."""
    made = draft(1)
    made.person("Zhou Mingyuan")
    graph = told(made)
    for text in ("周明遠", "周明远", "Zhou Ming-yuan", "Mingyuan Zhou"):
        assert [one.name for one in graph.complete(text)] == ["Zhou Mingyuan"], text


def test_words_are_plain() -> None:
    """Without case, accents and what stands between them."""
    assert plain_words("  Jørgen-Ståhl_O'Brien ÆØ ") == ["jorgen", "stahl", "o", "brien", "aeo"]
    assert plain_words("… ' _") == []


def test_a_spelling_has_any_accent() -> None:
    """And nothing that a regular expression would obey."""
    assert "ü" in spelt("u")
    assert "ø" in spelt("o")
    assert spelt("1") == "1"
    assert spelt("周") == "周"
