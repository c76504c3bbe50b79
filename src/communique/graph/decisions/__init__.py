"""A person's decisions: which mentions are the same, which are not, which facts are wrong.

They speak of mentions and facts, never of nodes, so that they outlive every reload, every merge and
every better reader. Nothing here knows a database; what they come to is worked out elsewhere.
"""

from communique.graph.decisions.contradictions import check
from communique.graph.decisions.decision import (
    Decision,
    Side,
    Verb,
    different,
    same,
    side_of,
    wrong,
)
from communique.graph.decisions.file import load_decisions, read_decisions, write_decisions
from communique.graph.decisions.matching import Mention, find_fact, find_side
from communique.graph.decisions.references import FactRef, MentionRef, parse_fact, parse_mention

__all__ = [
    "Decision",
    "FactRef",
    "Mention",
    "MentionRef",
    "Side",
    "Verb",
    "check",
    "different",
    "find_fact",
    "find_side",
    "load_decisions",
    "parse_fact",
    "parse_mention",
    "read_decisions",
    "same",
    "side_of",
    "write_decisions",
    "wrong",
]
