"""How a build knows that it has read a release: by its details, its text and the reader."""

import hashlib
import json
from collections.abc import Mapping

from communique.loaders.release import Release
from communique.reading.readers import find_reader

DETAILS = ("id", "sha256", "issued", "date", "title", "issuer")
"""Two releases that have these alike say the same."""


def key_of(told: Mapping[str, object]) -> str:
    """Make the key of a release.

    Args:
        told: Its `DETAILS`; what is missing or None is as if it were empty.
    """
    text = json.dumps([str(told.get(name) or "") for name in DETAILS])
    return hashlib.sha256(text.encode()).hexdigest()[:32]


def key_of_release(release: Release) -> str:
    """Make the key of a release that has just been found."""
    return key_of({name: getattr(release, name) for name in DETAILS})


def version_of(reader: str) -> str:
    """Tell the reader as it stands with what it read: ``rules/0.1.0``.

    Raises:
        ParameterError: If no such reader is installed.
    """
    found = find_reader(reader)
    return f"{found.name}/{found.version}"
