"""Entities in the making, and which mention is which."""

from dataclasses import dataclass, field

from communique.reading.model import Kind, Span, Status
from communique.reading.rules.tables.gazetteer import gazetteer
from communique.reading.rules.texts.document import Document, Mention, Sort, Title
from communique.reading.rules.texts.tokens import tokenize

_KINDS = {
    Sort.ORGANIZATION: Kind.ORGANIZATION,
    Sort.PLACE: Kind.PLACE,
    Sort.EVENT: Kind.EVENT,
    Sort.AGREEMENT: Kind.EVENT,
    Sort.SITE: Kind.PLACE,
    Sort.GROUP: Kind.GROUP,
    Sort.TITLE: Kind.GROUP,
}
_SMALL = frozenset(("the", "a", "an", "of", "for", "and", "to", "in", "on", "at"))


@dataclass(slots=True)
class Draft:
    """An entity while the reading grows; the fields mean what they mean in `Entity`.

    `pronoun` is ``he`` or ``she`` where an honorific or office shows which one is used.
    """

    kind: Kind
    name: str
    spans: set[Span] = field(default_factory=set)
    forms: set[str] = field(default_factory=set)
    titles: list[Title] = field(default_factory=list)
    keys: frozenset[str] = frozenset()
    sort: str | None = None
    named: bool = True
    place: int | None = None
    part_of: int | None = None
    date: str | None = None
    end_date: str | None = None
    status: Status | None = None
    wanted: bool = True
    pronoun: str | None = None


@dataclass(slots=True)
class Registry:
    """All drafts of a release, and the names by which to find them."""

    doc: Document
    drafts: list[Draft] = field(default_factory=list)
    by_key: dict[tuple[Kind, frozenset[str]], int] = field(default_factory=dict)
    acronyms: dict[str, int] = field(default_factory=dict)

    def add(self, draft: Draft) -> int:
        """Take a draft in and tell its position."""
        self.drafts.append(draft)
        return len(self.drafts) - 1

    def span(self, start: int, end: int) -> Span:
        """The stretch of text from one token to before another."""
        return Span(self.doc.tokens[start].start, self.doc.tokens[end - 1].end)

    def note(self, entity: int, mention: Mention, *, form: bool = True) -> None:
        """Write down that a mention means an entity."""
        draft = self.drafts[entity]
        draft.spans.add(self.span(*mention.core))
        mention.entities = (entity,)
        if form and mention.name:
            draft.forms.add(mention.name)

    def enter(self, mention: Mention, *, wanted: bool = True) -> int:
        """The draft of an organization, place, event or group mention, made if it is new.

        Args:
            mention: Of any sort but a person.
            wanted: Whether it is an entity even when no fact speaks of it.
        """
        kind = _KINDS[mention.sort]
        name = " ".join(mention.name.split())
        key = (kind, self._place_key(name) if kind is Kind.PLACE else key_of(name))
        entity = self._known(mention, key, name)
        if entity is None:
            named = mention.sort not in (Sort.GROUP, Sort.TITLE) and self._is_named(mention)
            entity = self.add(Draft(kind, name, named=named, wanted=False, keys=key[1]))
            if (named and not mention.is_short()) or kind is Kind.GROUP:
                self.by_key[key] = entity
        draft = self.drafts[entity]
        draft.wanted = draft.wanted or wanted
        if (
            kind is Kind.PLACE
            and draft.name.replace(".", "").isupper()
            and len(name) > len(draft.name)
        ):
            draft.name = name
        self.note(entity, mention, form=draft.named)
        self._define(mention, entity)
        return entity

    def _place_key(self, name: str) -> frozenset[str]:
        """Names of one country are one place: ``UAE``, ``United Arab Emirates``."""
        tokens = tokenize(name)
        found = gazetteer().match(tokens, 0, len(tokens)) if tokens else None
        whole = found is not None and found[0] == len(tokens) and found[1].sort == "country"
        return key_of(found[1].name) if found is not None and whole else key_of(name)

    def _known(self, mention: Mention, key: tuple[Kind, frozenset[str]], name: str) -> int | None:
        if mention.sort in (Sort.ORGANIZATION, Sort.EVENT) and name in self.acronyms:
            return self.acronyms[name]
        if mention.is_short():
            return self._fullest(key[0], mention.head)
        return self.by_key.get(key)

    def _fullest(self, kind: Kind, head: str) -> int | None:
        """Whom ``the Chamber`` means: the last body or event whose longer name has that head."""
        for position in range(len(self.drafts) - 1, -1, -1):
            draft = self.drafts[position]
            words = draft.name.lower().split() if draft.kind is kind and draft.named else []
            if len(words) > 1 and head in words:
                return position
        return None

    def _is_named(self, mention: Mention) -> bool:
        first = self.doc.tokens[mention.core[0]]
        return first.cap or first.text[0].isdigit() or not first.word

    def _define(self, mention: Mention, entity: int) -> None:
        """Read ``(CIIE)`` after or inside a name."""
        tokens = self.doc.tokens
        lo, hi = mention.core
        if mention.sort in (Sort.ORGANIZATION, Sort.EVENT, Sort.AGREEMENT):
            seat = self.doc.at[hi + 1] if hi + 1 < len(tokens) and tokens[hi].text == "," else None
            seated = seat is not None and seat.sort is Sort.PLACE
            self._define_after(seat.end if seat is not None and seated else hi, entity)
        for k in range(lo + 1, min(hi + 1, len(tokens) - 2)):
            if tokens[k].text == "(" and tokens[k + 2].text == ")" and tokens[k + 1].cap:
                short = tokens[k + 1].text
                if len(short) < 2 or sum(map(str.isupper, short)) < 2:
                    continue
                if k + 3 < hi:
                    short = f"{short} {self.doc.words(k + 3, hi)}"
                self.acronyms.setdefault(short, entity)
                self.drafts[entity].forms.add(short)

    def _define_after(self, end: int, entity: int) -> None:
        """Read ``(PTO Oslo)`` and ``(the "Council")`` after a name: a short form of more words."""
        tokens = self.doc.tokens
        if end + 3 >= len(tokens) or tokens[end].text != "(":
            return
        close = next(
            (n for n in range(end + 2, min(len(tokens), end + 7)) if tokens[n].text == ")"), 0
        )
        start = end + 1 + (tokens[end + 1].low == "the")
        inside = [n for n in range(start, close) if tokens[n].word]
        if not inside or not all(tokens[n].cap for n in inside):
            return
        quoted = tokens[start].text in '“"‘'
        letters = sum(map(str.isupper, tokens[inside[0]].text))
        if quoted or (letters > 1 and len(inside) > 1):
            short = self.doc.words(inside[0], inside[-1] + 1)
            self.acronyms.setdefault(short, entity)
            self.drafts[entity].forms.add(short)


def key_of(name: str) -> frozenset[str]:
    """What tells one name from another: its words, small ones left out."""
    words = name.lower().replace("’", "'").replace("/", " ").replace(",", " ").split()
    return frozenset(w.strip("\"'“”().") for w in words if w not in _SMALL)


def title_words(name: str) -> frozenset[str]:
    """The words of a title that count when two titles are compared."""
    low = name.lower().replace("’", "'").replace("-", " ").replace(",", " ")
    return frozenset(w for w in low.split() if w not in _SMALL)
