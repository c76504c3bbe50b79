"""Releases about invented engagements between invented people."""

from importlib.resources import as_file, files
from pathlib import Path

ENDINGS = (".txt", ".htm", ".jsonl")


def folder() -> Path:
    """Find the folder of the examples, to be given to `communique.Graph.load`."""
    with as_file(files("communique.examples")) as path:
        return path


def paths() -> list[Path]:
    """List the files of the examples, sorted."""
    return sorted(path for path in folder().iterdir() if path.suffix in ENDINGS)
