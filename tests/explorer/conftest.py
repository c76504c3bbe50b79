"""The explorer served for tests, and a real browser that looks at it."""

import importlib.util
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from playwright.sync_api import Browser, sync_playwright

import communique
from communique import examples
from communique.pipeline import Graph

DOUBTFUL = {
    "a": ("2031-03-04", "Harbour Office",
          "The Chairman of the Harbour Board, Mr Li Qiang, met with Ms Ada Oduya today (March 4)."),
    "b": ("2033-05-04", "Fjord Ministry", "Mr Li Qiang met with Mr Ben Cole today (May 4)."),
    "c": ("2033-06-04", "Fjord Ministry", "Mr Li Qiang met with Mr Ben Cole today (June 4)."),
    "d": ("2034-06-04", "Harbour Office",
          "The Harbour Board Chairman, Mr Li Qiang, met with Ms Ada Oduya."),
    "e": ("2035-06-04", "Harbour Office",
          "Ms Ada Oduya had lunch with the Mayor of Bergen, Mr Ben Cole, today (June 4)."),
    "f": ("2035-06-04", "Fjord Ministry",
          "The Mayor of Bergen, Mr Ben Cole, met with Ms Ada Oduya today (June 4)."),
    "g": ("2035-07-04", "Harbour Office",
          "The Mayor of Bergen attended the Harbour Forum in Bergen today (July 4)."),
}  # fmt: skip
"""Releases that leave a person and a meeting in doubt, and one that names a mayor by title alone."""


def _module(name: str) -> ModuleType:
    """Import what stands beside this file: nothing puts the tests on sys.path."""
    path = Path(__file__).parent / f"{name}.py"
    spec = importlib.util.spec_from_file_location(f"communique_test_{name}", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


served = _module("serving")
looking = _module("looking")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, started once."""
    if not looking.CHROMIUM.exists():
        pytest.fail(looking.MISSING, pytrace=False)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=str(looking.CHROMIUM), args=list(looking.FLAGS)
        )
        yield started
        started.close()


@pytest.fixture(scope="session")
def serving() -> Any:
    """What serves the explorer of a graph for a while: a graph and a token in, a site out."""
    return served.serving


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """The explorer of the examples, for reading: it has `address` and `graph`."""
    with communique.open(tmp_path_factory.mktemp("site") / "examples.db") as graph:
        graph.load(examples.paths())
        with served.serving(graph) as started:
            yield started


@pytest.fixture
def doubtful(tmp_path: Path) -> Iterator[Graph]:
    """A graph that leaves a person and a meeting in doubt."""
    with communique.open(tmp_path / "doubtful.db") as graph:
        graph.load(write_releases(tmp_path, DOUBTFUL))
        yield graph


@pytest.fixture
def reviewing(doubtful: Graph) -> Iterator[Any]:
    """The explorer of a graph with doubts, for whoever knows its `token`."""
    with served.serving(doubtful, "secret-token-1") as started:
        yield started


@pytest.fixture
def open_page(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Callable[..., Any]]:
    """Opens pages that must be without fault: `open_page(scheme=…, width=…, at=site)`.

    What is given back has `show(view, **parameters)`, `page`, and `expected`, a list to which a
    test adds parts of the errors that it provokes. Without `at` it looks at `site`.
    """
    opened: list[Any] = []

    def begin(scheme: str = "light", width: int = 1280, at: Any = None) -> Any:
        where = request.getfixturevalue("site") if at is None else at
        opened.append(looking.look(browser, where.address, scheme, width))
        return opened[-1]

    yield begin
    unforeseen = [fault for looked in opened for fault in looked.unforeseen]
    for looked in opened:
        looked.page.context.close()
    assert unforeseen == []


def write_releases(folder: Path, releases: dict[str, tuple[str, str, str]]) -> list[Path]:
    """Write releases, each a day, an issuer and what it says, as files."""
    for name, (day, issuer, text) in releases.items():
        head = f"source: https://news.example/{name}\ndate: {day}\nissuer: {issuer}\n"
        (folder / f"{name}.txt").write_text(f"{head}\nTalks\n\n{text}\n")
    return [folder / f"{name}.txt" for name in releases]
