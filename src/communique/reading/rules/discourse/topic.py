"""The event that a release is about, as its headline names it."""

from communique.reading.model import Kind
from communique.reading.rules.discourse.drafts import Registry
from communique.reading.rules.tables import classes as c
from communique.reading.rules.tables.lexicon import bag, lexicon
from communique.reading.rules.texts.document import Document, Mention, Sentence, Sort

_OPENING = bag("readout statement joint remarks media advisory fact sheet the of on at from by to")
_PLAIN = bag("the a an of on for and in at annual virtual inaugural bilateral first second third")


def find_topic(doc: Document, registry: Registry) -> int | None:
    """The named event of the headline, by the body's own name where it has one.

    Args:
        doc: The document, its mentions found.
        registry: Its drafts; the event is entered when only the headline names it.

    Returns:
        The event's draft, None where the headline names none.
    """
    mention = _headline_event(doc)
    if mention is None:
        return None
    words = split_name(mention.name)
    for position, draft in enumerate(registry.drafts):
        inner = split_name(draft.name) if draft.kind is Kind.EVENT and draft.named else frozenset()
        if len(inner) > 1 and inner <= words and mention.head in inner:
            return position
    topic = registry.enter(mention, wanted=False)
    draft = registry.drafts[topic]
    draft.sort = draft.sort or lexicon().event_heads.get(mention.head, "event")
    return topic


def split_name(name: str) -> frozenset[str]:
    """The words of an event's name that tell it from others, hyphens and dashes opened."""
    words = name.lower().replace("-", " ").replace("–", " ").replace("’", "'").split()
    return frozenset(w.strip("\"'“”(),") for w in words) - _PLAIN


def _headline_event(doc: Document) -> Mention | None:
    """The last event of the headline that has a name of at least two words."""
    if not doc.sentences or doc.sentences[0].paragraph >= 0:
        return None
    headline = doc.sentences[0]
    whole = _after_opening(doc, headline)
    if whole is not None:
        return whole
    for mention in reversed(headline.mentions):
        told = mention.end < headline.last and doc.tokens[mention.end].low == "with"
        named = len(split_name(mention.name) - _OPENING) > 1
        if mention.sort is Sort.EVENT and named and not told:
            return mention
    return None


def _after_opening(doc: Document, headline: Sentence) -> Mention | None:
    """``Joint Statement on the Strategic Dialogue``: all that follows the kind of release."""
    first, last = headline.first, headline.last
    lows = [t.low for t in doc.tokens[first:last]]
    if lows[0] not in ("readout", "joint") or not doc.flags[last - 1] & c.EVENT:
        return None
    opener = next((n for n, low in enumerate(lows[:5]) if low in ("of", "on", "from")), None)
    if opener is None or {"with", "between", "'s"} & set(lows):
        return None
    start = first + opener + 1
    start += doc.tokens[start].low == "the"
    core = (start, last)
    if len(split_name(doc.words(*core))) < 2 or doc.tokens[start].low in lexicon().event_heads:
        return None
    return Mention(Sort.EVENT, start, last, doc.words(*core), core, head=lows[-1], definite=True)
