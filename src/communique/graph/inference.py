"""Who is meant by a title without a name: the holder on that day, as an inference.

An inference has a rule of its own and a lower confidence, and says what it rests on. It stands as
long as the tenures it rests on, and is made again whenever they change.
"""

from collections.abc import Sequence

from communique.graph.rows import Properties, Value

RULE = "office-holder"
"""The rule that is added to a fact's own where a title stands for its holder."""

TRUST = {"attested": 0.95, "between": 0.9, "nearest": 0.7}
"""By what a fact's confidence is multiplied, for what the holder's tenure rests on that day.

Chosen, not measured: no annotated set tells holders across releases.
"""

_MARK = f"+{RULE}"


def lower(properties: Properties, bases: Sequence[str]) -> Properties:
    """Mark a fact that rests on an inference.

    Args:
        properties: Those of its edge.
        bases: What each inferred end rests on.

    Returns:
        The properties, with the rule added, the confidence lowered and the one read kept beside it.
    """
    if not bases:
        return properties
    told: dict[str, Value] = dict(properties)
    read = float(str(told["confidence"]))
    told["rule"] = f"{told['rule']}{_MARK}"
    told["read_confidence"] = read
    for basis in bases:
        read *= TRUST[basis]
    return {**told, "confidence": round(read, 4)}


def restore(properties: Properties) -> Properties:
    """Take the mark of an inference off again: the opposite of `lower`."""
    if "read_confidence" not in properties:
        return properties
    told = dict(properties)
    told["rule"] = str(told["rule"]).removesuffix(_MARK)
    told["confidence"] = told.pop("read_confidence")
    return told
