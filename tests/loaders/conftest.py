"""Releases from bytes, as a file of theirs would be loaded."""

from collections.abc import Callable
from pathlib import Path

import pytest

from communique.loaders import Failure, Release, load_releases, make_options

Loads = Callable[..., list[Release | Failure]]

BODY = "The Mayor of Oslo, Ms Ada Oduya, met the Mayor of Lagos, Mr Ben Okri, in Oslo today."


@pytest.fixture
def load_bytes(tmp_path: Path) -> Loads:
    """Write bytes into a file of some name and load it."""

    def load(name: str, data: bytes, **finding: object) -> list[Release | Failure]:
        path = tmp_path / name
        path.write_bytes(data)
        return list(load_releases([str(path)], make_options(**finding)))  # type: ignore[arg-type]

    return load


@pytest.fixture
def webpage() -> Callable[..., str]:
    """Write a page as many sites have them: menu, article, footer."""

    def write(title: str = "Mayors meet", head: str = "") -> str:
        return (
            f"<!DOCTYPE html><html lang='en'><head><title>{title}</title>{head}</head><body>"
            "<nav><a href='/'>Home</a><a href='/news'>News</a></nav>"
            f"<article><h1>{title}</h1><p>{BODY}</p><p>They agreed to meet again next year, and "
            "thanked the people of both cities for a warm welcome during the visit.</p></article>"
            "<footer>All rights reserved</footer></body></html>"
        )

    return write
