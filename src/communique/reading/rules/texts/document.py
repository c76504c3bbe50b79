"""The document that all parts of the reader share: tokens, sentences, mentions."""

from dataclasses import dataclass, field
from enum import StrEnum

from communique.reading.rules.texts.tokens import Token
from communique.reading.rules.texts.trace import NO_TRACE, Trace


class Sort(StrEnum):
    """What a mention is."""

    PERSON = "person"
    TITLE = "title"
    ORGANIZATION = "organization"
    GROUP = "group"
    PLACE = "place"
    EVENT = "event"
    AGREEMENT = "agreement"
    SITE = "site"
    DATE = "date"
    PRONOUN = "pronoun"
    MANY = "many"


ACTORS = (Sort.PERSON, Sort.TITLE, Sort.PRONOUN)
"""Mentions of somebody: by name, by office, by a pronoun."""


@dataclass(slots=True)
class Title:
    """An office as the text words it.

    Attributes:
        name: The whole title, ``Mayor of Shanghai``, no article, no brackets.
        head: The title without its body, ``Mayor``.
        body: The tokens of what it is an office of, or None.
        start: First token.
        end: After the last token.
        anchor: The token that is the head.
        plural: Whether the text words it in the plural.
        definite: Whether an article or possessive stands before it.
    """

    name: str
    head: str
    body: tuple[int, int] | None
    start: int
    end: int
    anchor: int
    plural: bool = False
    definite: bool = False


@dataclass(slots=True)
class Mention:
    """A stretch of tokens that names or points at something.

    Attributes:
        sort: What it is.
        start: First token, article and office before a name included.
        end: After the last token, office after a name included.
        name: How it is called, without article and honorific.
        core: The tokens of the name itself.
        titles: For a person the offices stated with this mention.
        entities: Positions among the drafts, once known; several for ``they``.
        head: In lower case the head word of a title, group or event.
        definite: Whether an article or possessive stands before it.
        honorific: Whether an honorific stands before a person's name.
    """

    sort: Sort
    start: int
    end: int
    name: str
    core: tuple[int, int]
    titles: list[Title] = field(default_factory=list)
    entities: tuple[int, ...] = ()
    head: str = ""
    definite: bool = False
    honorific: bool = False

    def is_short(self) -> bool:
        """Whether one word of a longer name stands for all of it: ``the Chamber``."""
        bodies = self.sort in (Sort.ORGANIZATION, Sort.EVENT)
        single = self.core[1] - self.core[0] == 1 and bool(self.head)
        return bodies and single and self.definite and self.name[:1].isupper()


@dataclass(slots=True)
class Sentence:
    """A sentence, or a line of a list.

    Attributes:
        first: Its first token.
        last: After its last token.
        paragraph: Number of its paragraph, the headline being -1.
        bullet: Whether it is an item of a list.
        label: Whether it only names who speaks next: ``MINISTER OYEN:``.
        listed: Whether a lead-in before it says that participants are listed.
        mentions: What it mentions, in order, without overlap.
    """

    first: int
    last: int
    paragraph: int
    bullet: bool = False
    listed: bool = False
    label: bool = False
    mentions: list[Mention] = field(default_factory=list)


@dataclass(slots=True)
class Document:
    """A release on its way to a reading.

    Attributes:
        text: The release's text.
        tokens: All tokens of headline and body.
        flags: The word classes of each token (`classes`).
        sentences: In text order, the headline's first.
        quoted: For each token 1 when it stands in quoted speech.
        at: For each token the mention that covers it, if any.
        day: The day of issue, perhaps without a year.
        home: The ISO codes of the issuer's own places, where known.
        title: The headline.
        crowded: Whether a sentence joins more names than are told of.
        trace: What takes in the candidates that come to nothing.
    """

    text: str
    tokens: list[Token]
    flags: list[int]
    sentences: list[Sentence]
    quoted: bytearray
    at: list[Mention | None]
    day: str | None = None
    home: str | None = None
    title: str = ""
    crowded: bool = False
    trace: Trace = NO_TRACE

    def words(self, start: int, end: int) -> str:
        """The text of some tokens, white space made single."""
        if start >= end:
            return ""
        stretch = self.text[self.tokens[start].start : self.tokens[end - 1].end]
        return " ".join(stretch.replace("\u200b", "").split())
