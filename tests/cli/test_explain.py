"""`communique read --explain`: a reading for people."""

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from communique import examples
from communique.cli.app import app

GOOD = (
    "title: Talks\ndate: 2031-03-04\n\n"
    "The Minister for Trade, Ms Ada Oduya, met with the Mayor of Oslo, Mr Ben Cole, today. "
    "She did not visit Bergen. She thanked Mr Cole.\n"
)


def explained(*arguments: str, text: str = GOOD) -> str:
    """What a pipe gets."""
    result = CliRunner().invoke(app, ["read", "-", "--explain", *arguments], input=text)
    assert result.exit_code == 0, result.stderr
    return result.stdout


def test_sentences_mentions_facts_and_drops_are_shown() -> None:
    """In words, without colours, in a pipe."""
    told = explained()
    assert "stdin · 2031-03-04\n" in told
    assert "2 people, 2 facts, 1 candidate dropped" in told
    assert "office Minister for Trade; person Ada Oduya" in told
    assert "pronoun She → Ada Oduya" in told
    assert "  ✓ Ada Oduya met-with Ben Cole\n      occurred, 2031-03-04\n" in told
    assert "  ✗ visit: it is negated, hoped for or hypothetical\n" in told
    assert "\x1b" not in told


def test_facts_below_the_confidence_asked_for_are_shown_as_dropped() -> None:
    """Nothing vanishes without a word."""
    told = explained("--min-confidence", "0.99")
    assert "✗ Ada Oduya met-with Ben Cole" in told
    assert "its confidence is below --min-confidence" in told


def test_why_a_release_cannot_be_read_is_shown() -> None:
    """The note of the reading."""
    assert "not in English" in explained(text="title: 會面\n\n行政長官今日在上海與市長會面。\n")


def test_what_a_release_would_do_to_a_terminal_is_written_out() -> None:
    """Escape characters in title and text; markup is no markup."""
    told = explained(text=GOOD.replace("Talks", "[red]Ta\x1b[31mlks").replace("Ben", "B\u202een"))
    assert "[red]Ta" in told
    assert "\x1b" not in told
    assert "\u202e" not in told


def test_a_reader_that_is_unknown_is_told() -> None:
    """As without ``--explain``."""
    result = CliRunner().invoke(app, ["read", "-", "--explain", "--reader", "rule"], input=GOOD)
    assert result.exit_code == 2
    assert "Did you mean rules?" in result.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="needs a terminal of its own")
def test_a_terminal_gets_colours(tmp_path: Path) -> None:
    """And the same words."""
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "communique", "read", "--explain", str(examples.paths()[0])]
    environment = {**os.environ, "TERM": "xterm-256color", "COLUMNS": "200"}
    environment.pop("NO_COLOR", None)
    done = subprocess.Popen(command, stdout=theirs, env=environment, cwd=tmp_path)  # noqa: S603
    os.close(theirs)
    shown = b""
    while chunk := _read(ours):
        shown += chunk
    assert done.wait() == 0
    assert b"\x1b[36mIngrid Solheim" in shown


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # the other end is closed
        return b""
