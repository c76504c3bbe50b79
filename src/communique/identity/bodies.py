"""Names of organizations and places as keys: what the variants of one name share.

Among the names of organs of a state the order of words tells nothing, and an adjective tells a
country as its name does; of banks, firms and universities both do tell, and are kept.
"""

import hashlib
from functools import lru_cache

from communique.identity.acronyms import acronym_key, expansion_fits, is_acronym
from communique.identity.folding import fold
from communique.identity.wording import Sort, Term, country_slug, is_country, terms, word_list

__all__ = [
    "acronym_key", "body_key", "country_slug", "differ_by_place", "expansion_fits", "government_of",
    "is_abroad", "is_acronym", "is_generic",
]  # fmt: skip

ROUNDS = 8
"""How often a key is made of itself, at most, to be its own key."""
_LONGEST = 200
_PLACE_WORDS = 5
_LINKS = {"for": "of"}
_FOREIGN = {"foreign", "affairs", "ministry"}
_GOVERNMENTS = frozenset(("government", "administration"))


@lru_cache(maxsize=65536)
def body_key(name: str) -> str:
    """Reduce the name of an organization or place to what its variants share.

    Args:
        name: A name in any script.

    Returns:
        A key, never empty, that is its own key: in lower case and plain letters; the words of an
        organ sorted, those of other bodies in order.
    """
    key = _key(name)
    for _ in range(ROUNDS):
        again = _key(key)
        if again == key:
            break
        key = again
    return key if 0 < len(key) <= _LONGEST else digest(key or fold(name))


def digest(text: str) -> str:
    """A word that stands for a text without words, or too long to be a name."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:10]


def government_of(name: str) -> str | None:
    """Tell the place whose government a body is.

    Args:
        name: The name of a body.

    Returns:
        The key of the place, where the body is nothing but its government or administration:
        ``shanghai`` for ``Shanghai Municipal People's Government``; else None.
    """
    place = _governed(terms(name))
    return body_key(place) if place else None


def is_generic(key: str) -> bool:
    """Tell whether the key of a body holds no name: ``foreign ministry``.

    Args:
        key: A key of a body.

    Returns:
        Whether all its words are sorts of bodies and what they are for, so that many bodies are
        called so.
    """
    return all(word in word_list("generic") or word in word_list("links") for word in key.split())


def is_abroad(key: str) -> bool:
    """Tell whether a key is that of a body abroad, whose place is not its country."""
    return any(word in word_list("abroad") for word in key.split())


def differ_by_place(one: str, other: str) -> bool:
    """Tell whether one key is another and where it is.

    Args:
        one: A key of a body.
        other: Another.

    Returns:
        Whether the one has all words of the other and besides them a country or the level of a
        place: ``department trade`` and ``department norway trade``.
    """
    fewer, more = sorted((frozenset(one.split()), frozenset(other.split())), key=len)
    placing = word_list("levels") | word_list("links")
    return fewer < more and all(is_country(w) or w in placing for w in more - fewer)


def _key(name: str) -> str:
    found = terms(name)
    place = _governed(found)
    if place:
        return f"government of {place}"
    texts = {term.text for term in found}
    if texts & word_list("organs") and not texts & word_list("ordered"):
        return " ".join(sorted(_bag(found)))
    return " ".join(_ordered(found))


def _governed(found: tuple[Term, ...]) -> str | None:
    words = [term for term in found if term.sort is not Sort.COMMA]
    kept = [term for term in _beside(words) if term.text not in word_list("civic")]
    if not _is_place(kept):
        return None
    municipal = any(term.text == "municipal" for term in words)
    countries = all(term.sort is Sort.COUNTRY for term in kept)
    ends = (words[0].text, words[-1].text)
    if "administration" in ends and not (municipal or countries):
        return None
    texts = dict.fromkeys(term.text for term in kept)
    in_order = sorted(texts, key=lambda text: text == "province")
    return " ".join((*in_order, "municipal") if municipal and countries else in_order)


def _beside(words: list[Term]) -> list[Term]:
    """What a government is called besides ``government``; nothing where it is no government."""
    if words and words[-1].text in _GOVERNMENTS:
        place = words[:-1]
    else:
        at = next((i for i, term in enumerate(words) if term.text in _GOVERNMENTS), len(words))
        before, after = words[:at], words[at + 1 :]
        if not after or after[0].text != "of":
            return []
        if any(term.text not in word_list("civic") for term in before):
            return []
        place = before + after[1:]
    return [] if any(term.sort is Sort.LINK for term in place) else place


def _is_place(kept: list[Term]) -> bool:
    if not 0 < len(kept) <= _PLACE_WORDS:
        return False
    texts = {term.text for term in kept}
    no_place = ("organs", "ordered", "housed", "unsettled")
    return not any(texts & word_list(key) for key in no_place) and not (
        texts <= word_list("placeless")
    )


def _bag(found: tuple[Term, ...]) -> set[str]:
    """The words of an organ: a country after ``in`` or ``to`` is another than one after ``of``."""
    words = [term for term in found if term.sort is not Sort.COMMA]
    bag: set[str] = set()
    for i, term in enumerate(words):
        before = words[i - 1].text if i else ""
        if term.sort is Sort.COUNTRY and before in ("in", "to"):
            bag.add(f"{before}-{term.text}")
        elif term.sort is not Sort.LINK and not _is_spare(words, i):
            bag.add(term.text)
    return bag - {"affairs"} if bag & word_list("generic") == _FOREIGN else bag


def _is_spare(words: list[Term], i: int) -> bool:
    """Whether a term is ``municipal`` beside a place that is no country."""
    if words[i].text != "municipal" or len(words) == 1:
        return False
    if i:
        return words[i - 1].sort is not Sort.COUNTRY
    return words[-1].sort is not Sort.COUNTRY and words[-1].text not in word_list("organs")


def _ordered(found: tuple[Term, ...]) -> list[str]:
    """The words of a body that is no organ, an adjective as written, without the form of a firm."""
    words = [term for term in found if term.sort is not Sort.COMMA]
    if [term.text for term in words[:2]] == ["city", "of"] and len(words) > 2:
        words = words[2:]
    texts = [term.raw if term.demonym else _LINKS.get(term.text, term.text) for term in words]
    while len(texts) > 1 and texts[-1] in word_list("firms"):
        texts.pop()
    if texts[-1:] == ["municipal"] and not all(map(is_country, texts[:-1])):
        texts.pop()
    return texts
