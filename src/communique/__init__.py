"""Official press releases in, a knowledge graph of who met whom out.

import communique

reading = communique.read(text)
with communique.open("./communique.db") as graph:
    graph.load(["releases/"])
    print(graph.who_met("John Lee", since="2024-01-01"))
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from communique.pipeline import Graph, open, read  # noqa: A004

__version__ = "0.1.0"
__all__ = ["Graph", "__version__", "open", "read"]


def __getattr__(name: str) -> Any:  # noqa: ANN401 - whatever the pipeline exports by that name
    """Import the pipeline when it is first asked for."""
    if name in __all__:
        from communique import pipeline

        return getattr(pipeline, name)
    message = f"module 'communique' has no attribute {name!r}"
    raise AttributeError(message)
