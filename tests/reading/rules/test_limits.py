"""Hostile and hopeless texts: bounded time and memory, a partial reading, a stated reason."""

import json
import resource
import signal
import subprocess
import sys
from collections.abc import Iterator
from types import FrameType

import pytest

from communique.loaders.release import Release
from communique.reading.explanation import explain
from communique.reading.model import Reading
from communique.reading.rules import RulesReader

_PROSE = "The Mayor, Mr Oskar Brenn, met with Ms Ana Velt. "
_OPENING = "On the day of the visit to the town by the sea for the good of the city. "
_PIECES = (
    "(", ")", "((a ) ", "[", "“", '"', "‘", "'", "-", "- ", ", ", "; ", ": ", ". ", "! ", "A. ",
    "A.B.C. ", "U.S.", "’s ", "1-", "1 ", "a", "Aa", "Ab-", "A&", "é", "\n", "\n\n- ", "\t", "\0", "\u202e",
    "\u200b", "\u0301", "\ud800", "the ", "of the ", "and ", "and the ", "to ", "who ", "he ", "will ",
    "Mr ", "Mr. Mr. ", "Dr. ", "Jr. ", "Minister ", "Minister of ", "Ministry of Ab and ", "Vice ", "May ",
    "May 1, ", "today (", "Monday, ", "led by ", "delegation led by ", "met ", "met with ", "to meet with ",
    "visited ", "hosted ", "between ", "Ana Velt ", "Ana Velt, ", "Ana Velt and ", "Oslo, ", "In Oslo, ",
    "Trade, ", "Council of ", "“Open ", "[a](b) ", "Participants: ", "MR OYEN: ", "representatives of ",
)  # fmt: skip


@pytest.fixture
def limit() -> Iterator[None]:
    """Kill whatever takes longer than twenty seconds, loops and regular expressions alike."""

    def stop(_signal: int, _frame: FrameType | None) -> None:
        message = "It takes too long."
        raise TimeoutError(message)

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, 20)
    yield
    signal.setitimer(signal.ITIMER_REAL, 0)
    signal.signal(signal.SIGALRM, before)


def read(body: str) -> Reading:
    """Read a body without a headline."""
    return RulesReader().read(Release(text=body, body=0, date="2031-03-04"))


@pytest.mark.usefixtures("limit")
@pytest.mark.parametrize(
    ("body", "note"),
    [
        ("", "The body is empty."),
        (" \n\t\u200b ", "The body has no words."),
        ("\x00\x01\x02 \x07", "no words"),
        ("行政長官今日在上海與市長會面，就兩地合作交換意見。", "not in English"),
        ("Le maire a rencontré le ministre ce matin pour parler du port.", "English"),
        ("Der Bürgermeister traf heute in Berlin den Minister für den Hafen.", "English"),
        ("El alcalde se reunió hoy con el ministro para hablar del puerto.", "English"),
        ("O prefeito reuniu-se hoje com o ministro para falar sobre o porto.", "English"),
        ("Datuk Bandar telah bertemu menteri pada hari ini di bandar raya itu.", "English"),
        ("Minister visits Oslo\nMayor meets Minister\nChamber hosts Forum", "headlines alone"),
        (_OPENING + "met with the Mayor and " * 4_500, "words were left out"),
        (_PROSE * 100_000, "first 1000000"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_said(body: str, note: str) -> None:
    """An unreadable, foreign or oversized body gives a note in time."""
    assert any(note in n for n in read(body).notes)


@pytest.mark.usefixtures("limit")
@pytest.mark.parametrize("piece", _PIECES)
def test_a_text_of_one_piece_is_read_in_time(piece: str) -> None:
    """Whatever the piece: alone, after prose, and in sentences as long as are read at all."""
    read(piece * (30_000 // len(piece)))
    read(_OPENING * 30 + piece * (30_000 // len(piece)))
    read((_OPENING + piece * 700 + "of the in the. ") * 5)


@pytest.mark.long
@pytest.mark.usefixtures("limit")
@pytest.mark.parametrize("piece", _PIECES)
def test_a_million_pieces_are_read_in_time(piece: str) -> None:
    """The longest text there can be; its rest is left out."""
    read(_OPENING * 30 + piece * 1_000_000)


@pytest.mark.usefixtures("limit")
@pytest.mark.parametrize("body", [_PROSE * 2_000, "(" * 50_000, "a" * 100_000, " " * 100_000])
def test_an_explanation_takes_no_longer(body: str) -> None:
    """And is of the same reading."""
    release = Release(text=body, body=0)
    assert explain(RulesReader(), release).reading == RulesReader().read(release)


@pytest.mark.usefixtures("limit")
def test_the_rest_of_a_release_is_read_beside_what_cannot_be() -> None:
    """A sentence of 100,000 characters is left out; those around it are not."""
    reading = read(_PROSE + "She thanked the many and the " * 3_500 + ".\n\n" + _PROSE)
    assert {person.name for person in reading.people} == {"Oskar Brenn", "Ana Velt"}
    assert reading.notes == ("1 sentences of over 1500 words were left out.",)


@pytest.mark.usefixtures("limit")
def test_a_sentence_of_names_tells_only_so_many_facts() -> None:
    """Fifty who met fifty are read in part, with a note."""
    crowds = [
        ", ".join(f"Mr Jan {a}{b}len" for a in initials for b in ("a", "e", "i", "o", "u"))
        for initials in ("BDFGKLMNPR", "STVWZHJCQX")
    ]
    reading = read(_OPENING * 9 + f"{crowds[0]} and Ms Ana Velt met with {crowds[1]} and Ms Ono.")
    assert 0 < len(reading.facts) <= 200
    assert any("more names than are told of" in note for note in reading.notes)


def test_a_release_of_five_megabytes_takes_no_more_than_a_gigabyte() -> None:
    """In a process that would be killed if it took more."""
    done = subprocess.run(
        [sys.executable, "-m", "communique", "read", "-"],
        input=f"title: Talks\ndate: 2031-03-04\n\n{_PROSE * 100_000}",
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30)),
    )
    told = json.loads(done.stdout)
    assert told["notes"] == ["Only the first 1000000 characters of the body were read."]
    assert [f["object"] for f in told["facts"]] == ["Ana Velt"]


def test_halves_of_characters_do_not_stop_the_printing(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    """Lone surrogates, as JSON can carry them."""
    path = tmp_path_factory.mktemp("halves") / "a.jsonl"
    path.write_text(
        json.dumps({"title": "T\ud800", "date": "2031-03-04", "text": f"\udfff {_PROSE}"})
    )
    for options in ([], ["--explain"]):
        command = [sys.executable, "-m", "communique", "read", str(path), *options]
        done = subprocess.run(command, capture_output=True, timeout=60, check=True)  # noqa: S603
        assert "Ana Velt" in done.stdout.decode("utf-8")
