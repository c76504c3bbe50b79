"""The file of decisions."""

import contextlib
import io
import json
import random
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.errors import DataError, MissingFile
from communique.graph.decisions import (
    Decision,
    Side,
    Verb,
    different,
    load_decisions,
    read_decisions,
    same,
    write_decisions,
    wrong,
)
from communique.graph.decisions.file import HEADER
from communique.graph.model import Label

ADA = Side("https://news.example/1", Label.PERSON, 10, 19, "Ada Oduya")
ODUYA = Side("https://news.example/2", Label.PERSON, 40, 48, "A. Oduyá")
FACT = "https://news.example/1#met-with.10-19.25-33"
ANY = st.text(st.characters(exclude_categories=()), min_size=1, max_size=30)
LABELS = st.sampled_from([label for label in Label if label is not Label.RELEASE])
NOTES = st.none() | ANY | st.just("")
OFFSETS = st.integers(0, 2**40)


@st.composite
def pairs(draw: st.DrawFn) -> tuple[Side, Side]:
    """Two mentions that can be compared."""
    label = draw(LABELS)
    one, other = (
        Side(draw(ANY), label, start := draw(OFFSETS), start + 1 + draw(OFFSETS), draw(ANY))
        for _ in range(2)
    )
    return (one, other) if one.key != other.key else (one, Side("r", label, 0, 1, "else"))


FACTS = st.builds(lambda r, a, b: f"{r}#met-with.{a}-{a + 3}.{b}-{b + 4}", ANY, OFFSETS, OFFSETS)
DECISIONS = st.one_of(
    st.builds(Decision, st.sampled_from([Verb.SAME, Verb.DIFFERENT]), pairs(), note=NOTES),
    st.builds(Decision, st.just(Verb.WRONG), fact=FACTS, note=NOTES),
)


@given(st.lists(DECISIONS, max_size=6, unique_by=lambda decision: decision.id))
def test_what_is_written_is_read_again(made: list[Decision]) -> None:
    """Any names, any notes; as text and as bytes."""
    text = write_decisions(made)
    expected = tuple(sorted(made, key=lambda decision: decision.id))
    assert read_decisions(text, "x") == expected
    assert read_decisions(text.encode(), "x") == expected


@given(st.lists(DECISIONS, max_size=6), st.randoms(use_true_random=False))
def test_equal_decisions_give_equal_bytes(made: list[Decision], order: random.Random) -> None:
    """Whatever their order, and however often one is there."""
    text = write_decisions(made)
    again = [*made, *made]
    order.shuffle(again)
    assert write_decisions(again) == text
    assert write_decisions(read_decisions(text, "x")) == text


@given(st.lists(DECISIONS, min_size=1, max_size=4))
def test_a_file_has_a_line_a_decision_that_any_editor_shows(made: list[Decision]) -> None:
    """No character in it is a control, turns text or ends a line in some editors."""
    lines = write_decisions(made).split("\n")
    assert lines[0] == HEADER
    assert lines[-1] == ""
    ids = [json.loads(line)["id"] for line in lines[1:-1]]
    assert ids == sorted({decision.id for decision in made})
    assert all(len(line.splitlines()) == 1 for line in lines[:-1])
    assert not any(char in line for line in lines for char in "\x1b\x85\u2028\u202e")


def test_a_file_is_for_people_to_read() -> None:
    """Names as they are written; keys in one order; nothing of when and where."""
    text = write_decisions([wrong(FACT, "misread"), same(ODUYA, ADA)])
    one, other = same(ADA, ODUYA).id, wrong(FACT).id
    assert text == (
        '{"communique": "decisions", "version": 1}\n'
        f'{{"id": "{one}", "verb": "same", "sides": ['
        '{"name": "Ada Oduya", "label": "Person", "release": "https://news.example/1", '
        '"start": 10, "end": 19}, '
        '{"name": "A. Oduyá", "label": "Person", "release": "https://news.example/2", '
        '"start": 40, "end": 48}]}\n'
        f'{{"id": "{other}", "verb": "wrong", "fact": "{FACT}", "note": "misread"}}\n'
    )


def test_what_an_editor_does_to_a_file_is_forgiven() -> None:
    """Line ends of Windows, a mark of byte order, empty lines, another order, no last line end."""
    made = [same(ADA, ODUYA), wrong(FACT)]
    header, one, other, _ = write_decisions(made).split("\n")
    text = "\r\n".join(("\ufeff" + header, "", other, " ", one))
    assert read_decisions(text.encode(), "x") == read_decisions(write_decisions(made), "x")


def test_a_line_written_by_hand_needs_no_id() -> None:
    """It is made anew."""
    line = json.dumps({"fact": FACT, "verb": "wrong"})
    assert read_decisions(f"{HEADER}\n{line}", "x") == (wrong(FACT),)


def entry(**changes: object) -> dict[str, Any]:
    """A line with something changed; None takes a key out."""
    told = json.loads(write_decisions([different(ADA, ODUYA)]).split("\n")[1])
    del told["id"]
    told.update(changes)
    return {key: value for key, value in told.items() if value is not None}


def sides(**changes: object) -> list[dict[str, object]]:
    """The sides of a line, something changed in the second."""
    one, other = entry()["sides"]
    other.update(changes)
    return [one, {key: value for key, value in other.items() if value is not None}]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("same A B", "It is no JSON"),
        ("[" * 100_000, "It is no JSON"),
        ("9" * 10_000, "It is no JSON"),
        ("[]", "It is JSON, but no object"),
        ("NaN", "It is JSON, but no object"),
        ('{"verb": "same", "verb": "wrong"}', 'The key "verb" stands there twice'),
        ("{}", "lacks 'verb'. Add it."),
        (entry(verb=None), "lacks 'verb'"),
        (entry(verb="sane"), "no verb \"sane\". Did you mean 'same'?"),
        (entry(verb="x"), "no verb \"x\". It is one of 'same', 'different', 'wrong'."),
        (entry(verb=1), "'verb' should be a text that is not empty, not 1."),
        (entry(sides=None), "lacks 'sides'"),
        (entry(verb="wrong"), "lacks 'fact'"),
        (entry(fact=FACT), 'has no "fact"'),
        (entry(notes="x"), "has no \"notes\". Did you mean 'note'?"),
        (entry(note=[1]), "'note' should be a text, not a list of 1."),
        (entry(note=True), "'note' should be a text, not true."),
        (entry(sides={}), "'sides' should be a list of two, not an object."),
        (entry(sides=sides()[:1]), "'sides' should be a list of two, not a list of 1."),
        (entry(sides=[1, 2]), "A side should be an object, not 1."),
        (entry(sides=sides(name=None)), "A side lacks 'name'"),
        (entry(sides=sides(name="")), "'name' should be a text that is not empty"),
        (entry(sides=sides(realease="x")), "has no \"realease\". Did you mean 'release'?"),
        (entry(sides=sides(label="person")), "no label \"person\". Did you mean 'Person'?"),
        (entry(sides=sides(label="Release")), 'no label "Release"'),
        (entry(sides=sides(label="Office")), '"Ada Oduya" and "A. Oduyá" can\'t be compared'),
        (entry(sides=[sides()[0]] * 2), "are one mention"),
        (entry(sides=sides(start="1")), "'start' should be a whole number"),
        (entry(sides=sides(start=True)), "'start' should be a whole number"),
        (entry(sides=sides(start=1.5)), "'start' should be a whole number"),
        (entry(sides=sides(start=-1)), "'start' should be a whole number"),
        (entry(sides=sides(end=2**70)), "'end' should be a whole number"),
        (entry(sides=sides(end=40)), "'start' is 40, but 'end' is 40"),
        (entry(id="same-0"), 'Its id should be \'different-'),
        ({"verb": "wrong", "fact": "x"}, '"x" is no id of a fact'),
        ({"verb": "wrong", "fact": "x" * 2_000_000}, "It has more than 1,000,000 characters"),
        ({"verb": "x" * 900_000}, 'no verb "xxx'),
        ({"verb": "\x1b[2J"}, "no verb"),
    ],
)  # fmt: skip
def test_a_bad_line_is_told_with_its_number_and_what_to_do(line: object, told: str) -> None:
    """In a sentence that fits on a screen, harmless there; and nothing is read."""
    text = line if isinstance(line, str) else json.dumps(line)
    good = write_decisions([wrong(FACT)])
    with pytest.raises(DataError) as error:
        read_decisions(f"{good}\n{text}\n{text}", "d.jsonl")
    assert error.value.message.startswith("Line 4 of d.jsonl: ")
    assert told in str(error.value)
    assert error.value.hint
    assert len(str(error.value)) < 400
    assert str(error.value).isprintable()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "Line 1 of d.jsonl does not say that it is a file of decisions"),
        ("\n\nname1,name2", "Line 3 of d.jsonl does not say"),
        ('{"communique": "graph", "version": 1}', "does not say"),
        ('{"communique": "decisions"}', "does not say"),
        ('{"communique": "decisions", "version": true}', "does not say"),
        ('{"communique": "decisions", "version": 2}\nwhatever', "Bring communique up to date"),
        (b"\xff\xfe{", "Line 1 of d.jsonl is not UTF-8"),
        (f"{HEADER}\n\n".encode() + b'{"verb": "\xff"}', "Line 3 of d.jsonl is not UTF-8"),
    ],
)
def test_what_is_no_file_of_decisions_is_refused(text: str | bytes, told: str) -> None:
    """With what its first line should be."""
    with pytest.raises(DataError, match=told):
        read_decisions(text, "d.jsonl")


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    """Never another error."""
    for text in (data, f"{HEADER}\n".encode() + data):
        with contextlib.suppress(DataError):
            read_decisions(text, "x")


@pytest.mark.parametrize("name", ["x", "🎉", "x" * 10_000, "\ud800", "\x1b" * 10_000, "  "])
def test_hostile_names_are_kept_as_they_are(name: str) -> None:
    """One character, emoji, ten thousand controls, lone surrogates."""
    made = (same(ADA, Side("r", Label.PERSON, 0, 1, name)),)
    assert read_decisions(write_decisions(made), "x") == made


def test_a_file_is_loaded_from_disk(tmp_path: Path) -> None:
    """And what is no file is told."""
    path = tmp_path / "decisions.jsonl"
    path.write_text(write_decisions([wrong(FACT)]), "utf-8")
    assert load_decisions(path) == load_decisions(str(path)) == (wrong(FACT),)
    for none in (tmp_path, tmp_path / "none", "x\0y", ""):
        with pytest.raises(MissingFile, match="There is no file"):
            load_decisions(none)


def test_a_file_is_loaded_from_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    """With -."""
    data = io.BytesIO(f"{HEADER}\nx".encode())
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(data))
    with pytest.raises(DataError, match="Line 2 of standard input"):
        load_decisions("-")


def test_a_file_that_is_too_large_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Memory is not filled with it."""
    monkeypatch.setattr("communique.graph.decisions.file.LARGEST", 10)
    path = tmp_path / "decisions.jsonl"
    path.write_text(HEADER, "utf-8")
    with pytest.raises(DataError, match="is larger than"):
        load_decisions(path)
