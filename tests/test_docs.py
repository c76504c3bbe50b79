"""The pages under docs: their links lead somewhere, and they tell all there is."""

import re
from pathlib import Path
from typing import Any

import pytest

import communique
from communique import examples
from communique.cli.load import command as load
from communique.cli.serve import command as serve
from communique.explorer.endpoints import all_endpoints
from communique.graph.decisions import read_decisions, write_decisions
from communique.loaders import Finding, formats, make_options, sources
from communique.loaders.piece import Link
from communique.queries.catalogue import command_line
from communique.queries.library import all_questions
from communique.reading.model import Predicate
from communique.reading.readers import GROUP

KNOWN = {"--issuer", "--url"}
"""What the page on sources leaves to the help text."""

DOCS = Path(__file__).parent.parent / "docs"


@pytest.mark.parametrize("page", sorted(DOCS.rglob("*.md")), ids=lambda page: page.name)
def test_every_link_leads_to_a_file(page: Path) -> None:
    """No dead link within the repository."""
    for target in re.findall(r"\]\(([^)#:\s]+)\)", page.read_text("utf-8")):
        assert (page.parent / target).exists(), target


def test_the_guideline_tells_of_every_predicate() -> None:
    """And the evaluation leads to it."""
    text = (DOCS / "guideline.md").read_text("utf-8")
    assert all(f"| `{predicate}` |" in text for predicate in Predicate)
    assert "(guideline.md)" in (DOCS / "evaluation.md").read_text("utf-8")


def test_the_page_on_readers_names_the_group_of_entry_points() -> None:
    """As the code looks it up."""
    assert f'entry-points."{GROUP}"' in (DOCS / "readers.md").read_text("utf-8")


def test_the_page_on_sources_tells_of_every_option_and_group() -> None:
    """And the source it shows is one."""
    text = (DOCS / "sources.md").read_text("utf-8")
    named = {option for p in load.params for option in p.opts if p.name in Finding.__annotations__}
    assert {f"`{name}" in text or f" {name} " in text for name in named - KNOWN} == {True}
    assert f'entry-points."{formats.GROUP}"' in text
    assert f'entry-points."{sources.GROUP}"' in text
    shown: dict[str, Any] = {}
    snippets = [each.partition("```")[0] for each in text.split("```python\n")[1:]]
    exec(next(s for s in snippets if "class Ministry" in s), shown)  # noqa: S102 - a page of our own
    links = list(shown["Ministry"]().find("ministry:2031", make_options()))
    assert links[0] == Link("https://ministry.example/2031/1.html", "ministry:2031")


def test_the_page_on_review_shows_a_file_that_can_be_read() -> None:
    """Its example is what would be written, and it names every command that decides."""
    text = (DOCS / "review.md").read_text("utf-8")
    shown = text.partition("```json\n")[2].partition("```")[0]
    assert write_decisions(read_decisions(shown, "review.md")) == shown
    for name in ("review", "same", "different", "wrong", "decide", "undo", "why"):
        assert f"communique {name} " in text


def test_the_page_on_asking_shows_what_python_prints(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Its session is run on the examples, and prints what it says."""
    monkeypatch.chdir(tmp_path)
    with communique.open("demo.db") as graph:
        graph.load(examples.paths())
    text = (DOCS / "asking.md").read_text("utf-8")
    code, printed = (
        text.partition(f"```{kind}\n")[2].partition("```")[0] for kind in ("python", "text")
    )
    exec(compile(code, "asking.md", "exec"), {})  # noqa: S102 - a page of our own
    assert capsys.readouterr().out == printed


def test_the_catalogue_tells_of_every_question() -> None:
    """A question that nobody can read about does not exist."""
    text = (DOCS / "questions.md").read_text("utf-8")
    for question in all_questions():
        assert f"### {question.name}\n\n{question.text} " in text
        assert f"$ {command_line(question)}\n" in text


def test_the_page_on_the_explorer_tells_of_every_endpoint() -> None:
    """By its address below /api."""
    text = (DOCS / "explorer.md").read_text("utf-8")
    for endpoint in all_endpoints(review=True):
        part = "/".join(endpoint.path.split("/")[:2])
        assert f"`{part}`" in text, endpoint.path
    for option in (option for each in serve.params for option in each.opts):
        if option not in {"--graph", "--database"}:
            assert f"`{option}" in text or f" {option}" in text, option
