"""Verbs in their clause: tense, status, voice, and the mentions that are their subject."""

from dataclasses import dataclass

from communique.reading.model import Status
from communique.reading.rules.tables import classes as c
from communique.reading.rules.tables.lexicon import bag, lexicon
from communique.reading.rules.texts.document import Document, Sort

_FUTURE = frozenset(("will", "shall", "'ll"))
_MODAL = bag("would could may might how able")
_AIMS = bag("opportunity designation ability need efforts effort commitment support readiness")
"""``efforts to meet``, ``a commitment to host``: nothing that happened."""
_ACCEPTS = bag("accept accepts accepted")
_PERFORMING = frozenset(("like", "want", "wish", "pleased", "let", "me", "delighted"))
"""``would like to thank``: saying so does it."""
_BE = frozenset(("is", "are", "was", "were", "be", "been", "being"))
_AHEAD = bag("plans plan planned scheduled expected set intends intend slated due forward going")


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb of the frame table as it stands in its clause.

    Attributes:
        at: Its token.
        start: The first token of its group, auxiliaries included.
        kind: ``finite``, ``passive``, ``infinitive``, ``gerund`` or ``participle``.
        status: Planned or occurred; None when it is negated, hoped for or hypothetical.
    """

    at: int
    start: int
    kind: str
    status: Status | None


def read_verb(doc: Document, at: int, first: int, kinds: frozenset[str]) -> Verb | None:  # noqa: PLR0911
    """Read the group of the verb at a token; None when the word is no verb there."""
    start, auxiliaries = _read_auxiliaries(doc, at, first)
    words = set(auxiliaries)
    status = _status(doc, words, start, first)
    previous = doc.tokens[start - 1].low if start > first else ""
    if previous in ("the", "a", "an", "this", "these", "its", "his", "her", "our", "their"):
        return None
    participle = "participle" in kinds or "past" in kinds
    if words & _BE and participle and "gerund" not in kinds:
        if words & lexicon().auxiliaries == {"be"}:
            status = _infinitive_status(doc, start, first)
        return Verb(at, start, "passive", status)
    following = doc.at[at + 1] if at + 1 < len(doc.at) else None
    if doc.tokens[at].low in _FROM and following is not None and following.sort is Sort.DATE:
        return None
    if "gerund" in kinds:
        return _read_gerund(doc, at, start, first, words, status)
    if previous == "to" and "base" in kinds and not words - lexicon().adverbs:
        return Verb(at, start - 1, "infinitive", _infinitive_status(doc, start - 1, first))
    if words & lexicon().auxiliaries or "past" in kinds:
        return Verb(at, start, "finite", status)
    if "base" in kinds and _may_be_base(doc, start, first, previous):
        return Verb(at, start, "finite", _infinitive_status(doc, start, first))
    if "third" in kinds and _is_plain(doc, start - 1, first):
        return None
    kind = "finite" if "third" in kinds else "participle"
    return Verb(at, start, kind, status) if kinds & {"third", "participle"} else None


def _is_plain(doc: Document, k: int, first: int) -> bool:
    """Whether an adjective or noun in lower case stands there, so that ``talks`` is a noun."""
    if k < first or doc.at[k] is not None or doc.tokens[k].cap or not doc.tokens[k].word:
        return False
    return not doc.flags[k] & (c.HEAD | c.GROUP | c.STOP | c.ADVERB) and doc.tokens[k].low != "and"


_FROM = bag("beginning starting commencing")
"""``beginning May 3``: no verb but from that day on."""
_UNDER_WAY = bag("accompanying")
"""Forms that with ``is`` tell what goes on, not what lies ahead."""


def _read_gerund(
    doc: Document, at: int, start: int, first: int, words: set[str], status: Status | None
) -> Verb | None:
    """``is travelling`` lies ahead, ``after meeting`` hangs on another verb."""
    if words & _BE:
        ahead = bool(words & {"is", "are", "be"}) and (
            bool(words & _FUTURE) or doc.tokens[at].low not in _UNDER_WAY
        )
        return Verb(at, start, "finite", Status.PLANNED if ahead else status)
    if not _may_be_gerund(doc, start, first):
        return None
    previous = doc.tokens[start - 1].low if start > first else ""
    return Verb(at, start, "gerund", _gerund_status(doc, start, first, previous))


def _read_auxiliaries(doc: Document, at: int, first: int) -> tuple[int, list[str]]:
    """The first token of the verb's group, and the words in it before the verb."""
    k, words = at, []
    while k > first:
        low, f = doc.tokens[k - 1].low, doc.flags[k - 1]
        mention = doc.at[k - 1]
        dated = mention is not None and mention.sort is Sort.DATE
        if not (
            f & (c.AUXILIARY | c.ADVERB)
            or low in lexicon().negations
            or low.endswith("ly")
            or dated
        ):
            break
        if doc.tokens[k - 1].cap and k - 1 > first:
            break
        words.append(low)
        k -= 1
    return k, words


def _status(doc: Document, words: set[str], start: int, first: int) -> Status | None:
    if words & lexicon().negations:
        return None
    if words & _FUTURE:
        return Status.PLANNED
    if words & {"would", "could", "may", "might", "should", "can", "must"}:
        return None
    return Status.OCCURRED


def _may_be_gerund(doc: Document, start: int, first: int) -> bool:
    """Whether a form in -ing is a verb here: after a preposition, a comma, ``and``, a name."""
    if start <= first:
        return True
    low, f = doc.tokens[start - 1].low, doc.flags[start - 1]
    if f & c.PREPOSITION or low in (",", "and", "while", "to", "or"):
        return True
    mention = doc.at[start - 1]
    return mention is not None and mention.sort in (Sort.PERSON, Sort.PRONOUN, Sort.DATE)


def _may_be_base(doc: Document, start: int, first: int, previous: str) -> bool:
    """Whether a bare base form is a verb here: after ``and`` or a subject in the plural."""
    if previous in ("and", "they", "we", "i", "you", ","):
        return True
    mention = doc.at[start - 1] if start > first else None
    return mention is not None and mention.sort in (Sort.PERSON, Sort.PRONOUN)


def _invited_status(doc: Document, start: int, first: int) -> Status | None:
    """``accepted an invitation to visit``: whoever accepts will come."""
    near = {t.low for t in doc.tokens[max(first, start - 5) : start]}
    return Status.PLANNED if near & _ACCEPTS else None


def _infinitive_status(  # noqa: PLR0911
    doc: Document, start: int, first: int
) -> Status | None:
    """``to attend`` takes the status of the verb it hangs on."""
    words = lexicon()
    if _is_performed(doc, start, first):
        return Status.OCCURRED
    if start > first and doc.tokens[start - 1].low == "invitation":
        return _invited_status(doc, start, first)
    for k in range(start - 1, max(first - 1, start - 40), -1):
        low = doc.tokens[k].low
        if doc.at[k] is not None:
            continue
        if low in _FUTURE or low in _AHEAD:
            return Status.PLANNED
        if low in words.opinion_verbs or low in words.negations:
            return None
        if low in ("is", "are") and k == start - 1:
            return Status.PLANNED
        if low in _MODAL or (low in _AIMS and k >= start - 2):
            return None
        if doc.tokens[k].low == ";":
            break
    return main_status(doc, start, first)


def _is_performed(doc: Document, start: int, first: int) -> bool:
    """``would like to thank Ms Velt and congratulate Mr Oyen``: saying so does it."""
    if start > first and doc.tokens[start - 1].low in _PERFORMING:
        return _performs(doc, start)
    joined = start > first and doc.tokens[start - 1].low == "and" and _performs(doc, start - 1)
    lows = [t.low for t in doc.tokens[first:start]]
    return joined and any(
        low in _PERFORMING and lows[n + 1 : n + 3] == ["to", "thank"] for n, low in enumerate(lows)
    )


def _performs(doc: Document, start: int) -> bool:
    low = doc.tokens[min(start + 1, len(doc.tokens) - 1)].low
    return low.startswith(("thank", "congratul", "express", "extend", "convey", "offer"))


def main_status(doc: Document, start: int, first: int) -> Status:
    """The status of what a sentence tells up to a token: planned once it says ``will``."""
    for k in range(first, start):
        if doc.tokens[k].low in _FUTURE:
            return Status.PLANNED
        if doc.tokens[k].low in ("is", "are") and k + 1 < start and doc.tokens[k + 1].low in (
            "traveling", "travelling", "visiting", "leading", "scheduled",
        ):  # fmt: skip
            return Status.PLANNED
    return Status.OCCURRED


def _gerund_status(doc: Document, start: int, first: int, previous: str) -> Status | None:
    if previous == "to":
        window = {t.low for t in doc.tokens[max(first, start - 4) : start]}
        return Status.PLANNED if "forward" in window else None
    if previous in ("of", "by", "in", "for", "without", "from", "on", "about", "continue"):
        owned = start - 2 >= first and doc.at[start - 2] is not None
        if previous in ("without", "about", "from") or (previous == "for" and not owned):
            return None
        if previous == "by":
            return _infinitive_status(doc, start - 1, first)
    return main_status(doc, start, first)
