"""What people write before a name: an article, an honorific, a title."""

from communique.identity.designations import designate
from communique.identity.offices import title_list, title_terms
from communique.identity.tables import affixes

_ARTICLE = "the"
_LINKS = frozenset(("of", "for", "to", "in", "on", "at", "de", "and"))


def without_article(text: str) -> str:
    """Take "the" off a name: ``the Mayor of Oslo`` becomes ``Mayor of Oslo``."""
    first, _, rest = text.strip().partition(" ")
    return rest.strip() if first.casefold() == _ARTICLE and rest.strip() else text


def bare_name(text: str) -> str | None:
    """Take honorifics and titles off a name: ``President Xi`` becomes ``Xi``.

    Args:
        text: What a person calls somebody.

    Returns:
        What is left; None where nothing is taken off, or where what follows is no name: in
        ``Mayor of Oslo`` it is what the title is of.
    """
    words = text.split()
    taken = 0
    for count, word in enumerate(words, start=1):
        parts = [part for part in word.casefold().replace("-", " ").split() if part]
        if all(_addresses(part) for part in parts):
            taken = count
        elif not all(part in title_list("modifiers") for part in parts):
            break
    rest = words[taken:]
    if not taken or not rest or rest[0].casefold() in _LINKS:
        return None
    return " ".join(rest)


def names_title(text: str) -> bool:
    """Whether some word of a text is the title of an office, such as ``mayor``."""
    return designate(title_terms(text)) is not None


def _addresses(part: str) -> bool:
    plain = part.rstrip(".")
    known = affixes("honorifics") | title_list("heads") | title_list("tails")
    return part in known or plain in known
