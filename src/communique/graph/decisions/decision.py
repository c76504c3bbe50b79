"""What a person decides: that two mentions are the same or are not, or that a fact is wrong."""

import hashlib
import json
from dataclasses import dataclass
from enum import StrEnum

from communique.errors import UnknownId
from communique.graph.decisions.references import parse_fact, parse_mention
from communique.graph.identity import name_key
from communique.graph.model import Label

_HEX = 10
SideKey = tuple[str, Label, int, int, str]
"""What two namings of one mention share; the name, as words can name a city and imply a country."""


class Verb(StrEnum):
    """What is decided."""

    SAME = "same"
    DIFFERENT = "different"
    WRONG = "wrong"


@dataclass(frozen=True, order=True)
class Side:
    """A mention as a decision names it.

    Attributes:
        release: The id of its release.
        label: What is mentioned.
        start: Where its first words begin, in code points of the release's text.
        end: Where they end.
        name: The name by which the release calls it.
    """

    release: str
    label: Label
    start: int
    end: int
    name: str

    def __post_init__(self) -> None:
        object.__setattr__(self, "release", _whole(self.release))
        object.__setattr__(self, "name", _whole(self.name))

    @property
    def key(self) -> SideKey:
        """By which two sides are one."""
        return self.release, self.label, self.start, self.end, name_key(self.name)


@dataclass(frozen=True)
class Decision:
    """One decision; the same one made twice is one.

    Attributes:
        verb: What is decided.
        sides: For same and different the two mentions, sorted; else empty.
        fact: For wrong the id of the fact; else None.
        note: Why, in the words of whoever decided; no part of the id.
    """

    verb: Verb
    sides: tuple[Side, ...] = ()
    fact: str | None = None
    note: str | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "sides", tuple(sorted(self.sides)))
        object.__setattr__(self, "fact", self.fact and _whole(self.fact))
        object.__setattr__(self, "note", self.note and _whole(self.note))

    @property
    def id(self) -> str:
        """Such as ``same-3fa9c2d1e0``: made of the verb and of what it is about."""
        sides = [(s.release, s.label, s.start, s.end, s.name) for s in self.sides]
        told = json.dumps([self.verb, self.fact, sides])
        return f"{self.verb}-{hashlib.sha256(told.encode()).hexdigest()[:_HEX]}"

    @property
    def fault(self) -> str | None:
        """Why nobody can mean it, in words that go on after its sides; None where one can."""
        if self.verb is Verb.WRONG:
            return None
        one, other = self.sides
        if one.key == other.key:
            return "are one mention"
        if one.label is not other.label:
            return f"can't be compared: a {one.label} is no {other.label}"
        return None


def same(one: Side, other: Side, note: str | None = None) -> Decision:
    """Decide that two mentions are of one person, body, place, office or event."""
    return Decision(Verb.SAME, (one, other), note=note)


def different(one: Side, other: Side, note: str | None = None) -> Decision:
    """Decide that two mentions are of two."""
    return Decision(Verb.DIFFERENT, (one, other), note=note)


def wrong(fact: str, note: str | None = None) -> Decision:
    """Decide that a release does not say what a fact says it does.

    Args:
        fact: The id of the fact.
        note: Why.

    Raises:
        UnknownId: If that is no id of a fact.
    """
    if parse_fact(fact) is None:
        message = f"{fact!r} is no id of a fact."
        raise UnknownId(message, "Queries name the facts they rest on: see their last column.")
    return Decision(Verb.WRONG, fact=fact, note=note)


def side_of(mention_id: str, name: str) -> Side:
    """Make the side of a decision of a mention.

    Args:
        mention_id: The id of the mention.
        name: The form by which its release calls it.

    Returns:
        The side.

    Raises:
        UnknownId: If that is no id of a mention.
    """
    found = parse_mention(mention_id)
    if found is None:
        message = f"{mention_id!r} is no id of a mention."
        raise UnknownId(message, "See `communique why ID` for the mentions of a node.")
    return Side(found.release, found.label, found.span.start, found.span.end, name)


def _whole(text: str) -> str:
    """Join the halves of characters, which a file could not hold apart."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")
