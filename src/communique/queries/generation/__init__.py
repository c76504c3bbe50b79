"""The library in Python, made from its files.

``python -m communique.queries.generation`` writes the modules again; a test holds them against the
library, so that they can't drift from the Cypher.
"""

from pathlib import Path

from communique.queries.generation.subjects import SUBJECTS, questions_about, write_subject
from communique.queries.generation.topics import topics, write_topic

__all__ = [
    "SUBJECTS",
    "modules",
    "questions_about",
    "topics",
    "write_all",
    "write_subject",
    "write_topic",
]

_QUERIES = Path(__file__).parents[1]


def modules() -> dict[Path, str]:
    """Give the source of every generated module by its file."""
    asked = {_QUERIES / "asked" / f"{topic}.py": write_topic(topic) for topic in topics()}
    about = {_QUERIES / "subjects" / f"{name}.py": write_subject(name) for name in SUBJECTS}
    return asked | about


def write_all() -> None:
    """Write every module again."""
    for path, source in modules().items():
        path.write_text(source, "utf-8")
