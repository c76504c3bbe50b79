"""Word classes of single tokens, as bits."""

from functools import cache

from communique.reading.rules.tables.lexicon import bag, lexicon
from communique.reading.rules.texts.tokens import Token, is_capital

HEAD = 1
PLURAL_HEAD = 2
MODIFIER = 4
HONORIFIC = 8
ORGANIZATION = 16
EVENT = 32
COMMON = 64
DEMONYM = 128
PREPOSITION = 256
STOP = 512
GIVEN = 1024
PARTICLE = 2048
NAMEISH = 4096
CAP = 8192
MONTH = 16384
SITE = 32768
AGREEMENT = 65536
GROUP = 131072
ACRONYM = 262144
INITIAL = 524288
AUXILIARY = 1048576
ADVERB = 2097152

_STOPS = bag(
    "the a an and or but this that these those his her their our its my your i we he she they it "
    "you both all each every some many several who which where there here today yesterday tomorrow "
    "please me us myself himself herself themselves ourselves yourself him them "
    "dear inaudible unintelligible crosstalk"
)


_PERSONAL = bag("i you he she it we they that there who what where how here let")
"""``I'm``, ``they've``, ``that's``: no names."""


@cache
def _of_word(low: str) -> int:
    """The classes that depend on the word alone."""
    words = lexicon()
    flags = 0
    if low in words.office_heads:
        flags |= HEAD
    elif _singular(low) in words.office_heads or _singular_first(low) in words.office_heads:
        flags |= HEAD | PLURAL_HEAD
    for members, bit in _MEMBERS:
        if low in getattr(words, members):
            flags |= bit
    if low in _STOPS or low.partition("'")[0] in _PERSONAL or low in words.conjunctions or (
        low in words.openers
    ):  # fmt: skip
        flags |= STOP
    if _singular(low) in words.event_heads and low not in words.office_heads:
        flags |= EVENT
    common = low in words.words or low in words.capital_words
    if common or flags & (HEAD | HONORIFIC | ORGANIZATION | EVENT | STOP | PREPOSITION):
        flags |= COMMON
    return flags


_MEMBERS = (
    ("title_modifiers", MODIFIER),
    ("honorifics", HONORIFIC),
    ("organization_heads", ORGANIZATION),
    ("event_heads", EVENT),
    ("agreement_heads", AGREEMENT),
    ("prepositions", PREPOSITION),
    ("given_names", GIVEN),
    ("particles", PARTICLE),
    ("months", MONTH),
    ("weekdays", MONTH),
    ("site_heads", SITE),
    ("group_heads", GROUP),
    ("auxiliaries", AUXILIARY),
    ("adverbs", ADVERB),
)


def _singular(low: str) -> str:
    if low.endswith("ies"):
        return low[:-3] + "y"
    return low[:-1] if low.endswith("s") and not low.endswith("ss") else low


def _singular_first(low: str) -> str:
    """``consuls-general`` gives ``consul-general``."""
    first, dash, rest = low.partition("-")
    return f"{_singular(first)}{dash}{rest}"


def singular(word: str) -> str:
    """The singular of a plural head: ``Ministers`` gives ``Minister``."""
    first, dash, rest = word.partition("-")
    if dash and first.endswith("s") and not word.endswith("s"):
        return f"{singular(first)}{dash}{rest}"
    return word[:-3] + "y" if word.endswith("ies") else word.removesuffix("s")


@cache
def _of_text(text: str) -> int:
    """All classes of a token that can be told from its text."""
    low = text.lower().replace("’", "'")
    flags = _of_word(low)
    if not is_capital(text):
        return flags
    flags |= CAP
    letters = text.replace(".", "").replace("-", "").replace("’", "").replace("'", "")
    if len(text) <= 2 and text[-1] == "." and text[0].isupper():
        return flags | INITIAL
    if len(letters) > 1 and (letters.isupper() or sum(map(str.isupper, letters[1:])) > 1):
        hyphened = "-" in text and all(part.istitle() for part in text.split("-"))
        return flags | ACRONYM | (NAMEISH if hyphened and not letters.isupper() else 0)
    if letters.isalpha() and not flags & (COMMON | MONTH):
        flags |= NAMEISH
    return flags


_PARTS_OF_TIME = frozenset(("early", "late", "mid", "last", "next", "this", "every", "since"))


def classify(tokens: list[Token]) -> list[int]:
    """The word classes of each token."""
    flags = [_of_text(token.text) if token.word else 0 for token in tokens]
    for i in range(len(tokens) - 1):
        if tokens[i].low == "tan" and tokens[i + 1].low == "sri":
            flags[i] |= HONORIFIC
    for i in range(1, len(tokens)):
        if flags[i] & MONTH and _is_named(tokens, flags, i):
            flags[i] &= ~MONTH
    return flags


def _is_named(tokens: list[Token], flags: list[int], i: int) -> bool:
    """Whether a month is the last word of a name: ``the Harbour March``, and no date."""
    before, after = tokens[i - 1], tokens[i + 1].text if i + 1 < len(tokens) else ""
    name = before.word and before.cap and before.low not in _PARTS_OF_TIME
    counted = after[:1].isdigit() or after in (",", "-", "–")
    return name and not counted and not flags[i - 1] & (PREPOSITION | MONTH | STOP)
