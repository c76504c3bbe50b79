"""What the titles of one person share, and the bodies that one title is held at."""

from communique.reading.rules.mentions.titles import make_title
from communique.reading.rules.tables import classes as c
from communique.reading.rules.tables.gazetteer import gazetteer
from communique.reading.rules.texts.document import Document, Mention, Title


def share_parts(doc: Document, chain: list[Title]) -> list[Title]:
    """Give the titles of one person the adjective and the body they share."""
    shared: list[Title] = []
    prefix = _prefix(doc, chain[0])
    tail = chain[-1]
    for n, title in enumerate(chain):
        name = title.name
        if n and prefix and not _prefix(doc, title):
            name = f"{prefix} {name}"
        if title.body is None and tail.body is not None and n < len(chain) - 1:
            name = f"{name} {tail.name[len(tail.head) :].strip()}"
        shared.append(
            Title(name, title.head, title.body or tail.body, title.start, title.end, title.anchor)
        )
    return shared


def _prefix(doc: Document, title: Title) -> str:
    """The country's adjective or name at the start of a title."""
    found = gazetteer().demonym(doc.tokens, title.start, title.anchor)
    if not found:
        match = gazetteer().match(doc.tokens, title.start, title.anchor)
        return doc.words(title.start, match[0]) if match and match[1].sort == "country" else ""
    return doc.words(title.start, found[0])


def split_bodies(doc: Document, mention: Mention) -> None:
    """``Director of the X Office of A and the Y Office of B``: one office at each body."""
    split: list[Title] = []
    for title in mention.titles:
        at = _second_body(doc, title)
        if at is None or title.body is None:
            split.append(title)
            continue
        joiner = doc.tokens[title.body[0]].low
        if joiner == "for":
            split.append(title)
            continue
        for lo, hi in ((title.body[0], at), (at + 1, title.body[1])):
            part = make_title(doc, title.start, title.anchor, title.body[0], (lo, hi))
            if lo > at:
                part.name = f"{part.head} {joiner} {doc.words(lo, hi)}"
            split.append(part)
    mention.titles = split


def _second_body(doc: Document, title: Title) -> int | None:
    """The ``and`` between two bodies, each with its article and its own head."""
    if title.body is None:
        return None
    lo, hi = title.body
    for k in range(lo + 2, hi - 2):
        if (
            doc.tokens[k].low == "and"
            and doc.tokens[k + 1].low == "the"
            and all(
                any(doc.flags[i] & c.ORGANIZATION and doc.tokens[i].cap for i in side)
                for side in (range(lo, k), range(k + 1, hi))
            )
        ):
            return k
    return None
