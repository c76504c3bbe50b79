"""Where releases come from: places and formats of every kind, all giving one Release."""

from communique.loaders.details import Defaults
from communique.loaders.loading import load_releases
from communique.loaders.options import Finding, Options, make_options
from communique.loaders.piece import Failure
from communique.loaders.release import Release
from communique.loaders.text import release_from_text

__all__ = [
    "Defaults",
    "Failure",
    "Finding",
    "Options",
    "Release",
    "load_releases",
    "make_options",
    "release_from_text",
]
