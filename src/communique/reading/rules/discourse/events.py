"""Which event a phrase means: ``the meeting``, ``the Summit``, ``the flower show``."""

from communique.reading.model import Kind
from communique.reading.rules.discourse.drafts import Draft, Registry
from communique.reading.rules.discourse.topic import split_name
from communique.reading.rules.texts.document import Mention

_TELLING = 2
"""Words of an event's name that are enough to know it again."""


def recognize_event(
    registry: Registry, last: int | None, topic: int | None, mention: Mention
) -> int | None:
    """The event already spoken of that a phrase means; None when it is a new one.

    Args:
        registry: The entities so far.
        last: The last event.
        topic: The event of the headline.
        mention: A phrase with an event's head.
    """
    low, high = mention.core
    small = not registry.doc.tokens[low].cap
    if last is not None and registry.span(*mention.core) in registry.drafts[last].spans:
        return last
    if last is not None and _is_last(registry.drafts[last], mention, high - low, small=small):
        return last
    if small and topic is not None and _is_topic(registry.drafts[topic], mention):
        return topic
    if not mention.definite:
        return None
    return _find_named(registry, mention, small=small)


def _is_last(draft: Draft, mention: Mention, length: int, *, small: bool) -> bool:
    words = draft.name.lower().split()
    if small:
        known = (draft.name, "event", "occasion", *words)
        return mention.definite and length <= 2 and mention.head in known
    alone = mention.definite and length == 1 and draft.named
    return alone and len(words) > 1 and mention.name.lower() in words


def _is_topic(draft: Draft, mention: Mention) -> bool:
    """``the annual strategic dialogue``: the words are those of the headline's event."""
    words, named = split_name(mention.name), split_name(draft.name)
    return words <= named and len(words) >= 2 - mention.definite


def _find_named(registry: Registry, mention: Mention, *, small: bool) -> int | None:
    """``the flower show``, ``the Summit``: the one named event whose name holds these words."""
    words = split_name(mention.name)
    if len(words) < _TELLING and small:
        return None
    found = [
        n for n, d in enumerate(registry.drafts)
        if d.kind is Kind.EVENT and d.named and words < split_name(d.name)
    ]  # fmt: skip
    return found[0] if len(found) == 1 else None
