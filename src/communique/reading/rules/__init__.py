"""The built-in reader: rules over mentions, offline and deterministic."""

from communique.reading.rules.reader import RulesReader

__all__ = ["RulesReader"]
