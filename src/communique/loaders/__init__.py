"""Where releases come from: files of every kind, all giving one Release."""

from communique.loaders.details import Defaults
from communique.loaders.files import Failure, load_releases
from communique.loaders.release import Release
from communique.loaders.text import release_from_text

__all__ = ["Defaults", "Failure", "Release", "load_releases", "release_from_text"]
