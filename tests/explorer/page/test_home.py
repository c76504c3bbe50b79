"""Where one begins: what the graph holds, and ways into it."""

from collections.abc import Callable
from typing import Any


def test_the_page_begins_with_what_the_graph_holds(open_page: Callable[..., Any]) -> None:
    """Without a word of Cypher."""
    page = open_page().show()
    assert page.locator("h1").count() == 1
