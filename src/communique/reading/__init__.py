"""What a release says: people, offices, places, events and facts, each with its span."""

from communique.loaders.release import Release
from communique.reading.model import Reading


def read(release: Release) -> Reading:
    """Read a release with the built-in reader; its word lists are loaded by the first call."""
    from communique.reading.rules import RulesReader

    return RulesReader().read(release)
