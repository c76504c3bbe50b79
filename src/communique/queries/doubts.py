"""The rows of what is asked about identity: doubts, decisions, reasons."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Doubt:
    """Two that may be one, for a person to settle.

    Attributes:
        a: The id of one node.
        a_name: Its name.
        a_evidence: What releases tell of it: form, offices, release, a line each.
        b: The id of the other node; after `a`.
        b_name: Its name.
        b_evidence: What releases tell of that.
        kind: The label of both.
        weight: How many mentions hang on it.
        score: From 0 to 1, how much speaks for one.
        reason: What speaks for it, and why that is not enough.
    """

    a: str
    a_name: str
    a_evidence: list[str]
    b: str
    b_name: str
    b_evidence: list[str]
    kind: str
    weight: int
    score: float
    reason: str


@dataclass(frozen=True)
class Decided:
    """A decision that was made.

    Attributes:
        id: Its id, for `communique undo`.
        verb: ``same``, ``different`` or ``wrong``.
        a: The id of one mention, or of the fact; as decided, where it is dormant.
        a_name: The name by which the release calls it; None for a fact.
        b: The id of the other mention; None for a fact.
        b_name: The name of that.
        state: ``in force``, or ``dormant`` while no release that is loaded has what it is about.
        note: Why, in the words of whoever decided.
    """

    id: str
    verb: str
    a: str
    a_name: str | None
    b: str | None
    b_name: str | None
    state: str
    note: str | None


@dataclass(frozen=True)
class Reason:
    """A mention of a node, and why it stands with the others.

    Attributes:
        mention: The id of the mention, which `communique same` and `different` take.
        form: The name by which the release calls it.
        offices: The names of the offices it is given there.
        release: The id of the release.
        reason: Why it is of this node.
    """

    mention: str
    form: str
    offices: list[str]
    release: str
    reason: str
