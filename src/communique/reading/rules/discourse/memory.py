"""What the reader remembers from sentence to sentence: who, where, when, which event."""

from dataclasses import dataclass, field
from itertools import islice

from communique.reading.model import Kind
from communique.reading.rules.discourse.drafts import Draft, Registry, title_words
from communique.reading.rules.discourse.events import recognize_event
from communique.reading.rules.tables import classes as c
from communique.reading.rules.tables.lexicon import bag, lexicon
from communique.reading.rules.texts.document import Document, Mention, Sentence, Sort, Title

_REMEMBERED = 100
"""People to look back at, so that time stays linear in the text."""
_TOGETHER = 20
"""People whom a plural title may mean at once."""
_DELEGATIONS = frozenset(("delegation", "delegations", "team", "group", "mission"))
_RANKED = bag("secretary president minister mayor governor chairman director premier")
_BELOW = frozenset(("assistant", "under", "deputy", "vice"))
"""``the Secretary`` is not the Assistant Secretary."""
_PAIRS = frozenset(("leaders", "sides", "two", "officials", "pair", "parties", "participants"))


def is_first_person(low: str) -> bool:
    """Whether a pronoun in lower case is ``I`` or ``we``, perhaps with an auxiliary."""
    return low.partition("'")[0] in ("i", "we")


@dataclass(frozen=True, slots=True)
class Mission:
    """What a delegation was named for.

    Attributes:
        event: What its members will attend, where the text names it.
        day: When.
        place: Where.
        verbs: The tokens that told it, so that nobody else is taken to attend.
    """

    event: int | None
    day: str | None
    place: int | None
    verbs: range


@dataclass(slots=True)
class Discourse:
    """The running state of a reading.

    Attributes:
        doc: The document.
        registry: The drafts.
        recent: People in the order in which they were named last, the latest at the end.
        subject: Who the last sentence was about.
        pair: Who took part in the last meeting.
        leaders: Who leads the delegation that the text speaks of.
        principal: Who travels, or whom others accompany.
        company: Who travels together, the principal first.
        seated: Who led the delegations that the text has told of.
        host: Whose meeting the last meeting was.
        event: The last event.
        topic: The named event of the headline.
        speaker: Who says ``I``.
        spoken: Whether the text is a transcript with speakers' labels.
        home: The issuer's country, for ``we``.
        ahead: Whether the journey that the text tells of is still planned.
        day: The day that holds until the text states another.
        place: The place that holds until the text states another.
        paragraph: The paragraph that `day` was stated in.
    """

    doc: Document
    registry: Registry
    recent: list[int] = field(default_factory=list)
    subject: tuple[int, ...] = ()
    pair: tuple[int, ...] = ()
    leaders: tuple[int, ...] = ()
    principal: tuple[int, ...] = ()
    host: tuple[int, ...] = ()
    company: tuple[int, ...] = ()
    seated: tuple[int, ...] = ()
    event: int | None = None
    topic: int | None = None
    speaker: int | None = None
    home: int | None = None
    spoken: bool = False
    day: str | None = None
    anchor: str | None = None
    place: int | None = None
    paragraph: int = -1
    sentence: Sentence | None = None
    holders: dict[tuple[str, str], list[int]] = field(default_factory=dict)
    titles: dict[str, list[tuple[int, frozenset[str]]]] = field(default_factory=dict)
    group: tuple[int, ...] = ()
    here: tuple[int, ...] = ()
    mission: Mission | None = None
    trip: tuple[str | None, int | None] = (None, None)
    ahead: bool = False

    def remember(self, sentence: Sentence) -> None:
        """Take the people of a sentence in, once its facts are found."""
        people: list[int] = []
        for mention in sentence.mentions:
            if mention.sort in (Sort.PERSON, Sort.TITLE):
                people += [e for e in mention.entities if self._is_person(e)]
        for person in people:
            if person in self.recent:
                self.recent.remove(person)
            self.recent.append(person)
        del self.recent[:-_REMEMBERED]
        if people:
            first = next(
                m
                for m in sentence.mentions
                if m.sort is Sort.PRONOUN or (m.entities and self._is_person(m.entities[0]))
            )
            if first.sort is not Sort.PRONOUN and not self._governed(first):
                self.subject = first.entities[:1]

    def enter(self, subjects: list[Mention]) -> None:
        """Know whom a sentence is about, for ``they`` further on in it."""
        self.here = tuple(e for m in subjects for e in m.entities if self._is_person(e))

    def follow(self, subjects: list[Mention]) -> None:
        """Keep the people a sentence is about, for ``they`` in the next one."""
        people = tuple(e for m in subjects for e in m.entities if self._is_person(e))
        if people:
            self.group = people

    def _governed(self, mention: Mention) -> bool:
        k = mention.start - 1
        if k > 0 and self.doc.tokens[k].text == ",":
            return self._is_agent(k - 1)
        return k >= 0 and bool(self.doc.flags[k] & c.PREPOSITION)

    def _is_agent(self, k: int) -> bool:
        """Whether a small phrase that ends at a token follows ``by``: ``met by its founder, …``."""
        for n in range(k, max(-1, k - 6), -1):
            if self.doc.tokens[n].low == "by":
                return True
            if self.doc.at[n] is not None or not self.doc.tokens[n].word:
                return False
        return False

    def _is_person(self, entity: int) -> bool:
        return self.registry.drafts[entity].kind is Kind.PERSON

    def resolve(self, mention: Mention, exclude: tuple[int, ...] = ()) -> tuple[int, ...]:  # noqa: PLR0911
        """The entities that a mention means; empty when the text doesn't tell.

        Args:
            mention: As found or read where a frame asked for it.
            exclude: Who it can't be: the subject, for an object.
        """
        if mention.sort is Sort.PRONOUN:
            return self._resolve_pronoun(mention, exclude)
        if mention.sort is Sort.MANY:
            return self.pair
        if mention.entities:
            return mention.entities
        if mention.sort is Sort.TITLE:
            mention.entities = self._resolve_title(mention, exclude)
            return mention.entities
        if mention.sort is Sort.GROUP:
            return self._resolve_group(mention)
        if mention.sort is Sort.EVENT and not mention.name:
            last = self.event if self.event is not None else self.topic
            return (last,) if last is not None else ()
        if mention.sort is Sort.EVENT:
            return (self._resolve_event(mention),)
        return (self.registry.enter(mention),)

    def _resolve_pronoun(self, mention: Mention, exclude: tuple[int, ...]) -> tuple[int, ...]:
        low = self.doc.tokens[mention.core[0]].low
        if is_first_person(low):
            return self._resolve_first(low)
        if low in lexicon().pronouns_plural:
            found = self.leaders if len(self.leaders) > 1 or not self.pair else self.pair
            if len(self.group) > 1 and self._opens(mention):
                found = self.group
            elif len(self.company) > 1 and not self.pair and self._opens(mention):
                found = self.company
            elif len(self.here) > 1 and not self._opens(mention):
                found = self.here
            found = tuple(e for e in found or self.subject if e not in exclude)
        else:
            barred = (*exclude, *self._unlike(low))
            here = self._before(mention, barred)
            if here:
                return self._write(mention, here)
            free = [p for p in self.subject if p not in barred]
            found = (
                tuple(free[:1]) or tuple(p for p in reversed(self.recent) if p not in barred)[:1]
            )
        for entity in found:
            self.registry.drafts[entity].spans.add(self.registry.span(*mention.core))
        return found

    def _resolve_first(self, low: str) -> tuple[int, ...]:
        """``I`` is who speaks or signs; ``we`` the issuer's own government."""
        if low.startswith("i"):
            return (self.speaker,) if self.speaker is not None else ()
        return (self.home,) if self.home is not None else ()

    def _opens(self, mention: Mention) -> bool:
        """Whether a mention opens its sentence, perhaps after a phrase and its comma."""
        if self.sentence is None:
            return False
        return mention.start < self.sentence.first + 4 or self._is_fronted(mention)

    def _is_fronted(self, mention: Mention) -> bool:
        """``Accompanied by Ms Velt and Mr Oyen, she …``: a phrase without a verb of its own."""
        if self.sentence is None or mention.start - 1 <= self.sentence.first:
            return False
        tokens, flags = self.doc.tokens, self.doc.flags
        first, k = self.sentence.first + self.sentence.bullet, mention.start - 1
        opener = tokens[first]
        phrase = flags[first] & c.PREPOSITION or opener.low.endswith(("ed", "ing", "own"))
        verbs = any(flags[n] & c.AUXILIARY for n in range(first, k))
        return tokens[k].text == "," and bool(phrase) and not verbs

    def _unlike(self, low: str) -> list[int]:
        """The people of whom the text uses the other pronoun."""
        other = "she" if low in ("he", "him", "his") else "he"
        drafts = self.registry.drafts
        near = {*self.recent, *self.subject, *self._named_here()}
        return [p for p in near if drafts[p].pronoun == other]

    def _named_here(self) -> list[int]:
        mentions = self.sentence.mentions if self.sentence is not None else []
        return [e for m in mentions for e in m.entities if self._is_person(e)]

    def _before(self, mention: Mention, exclude: tuple[int, ...]) -> tuple[int, ...]:
        """The person named last before a pronoun in its own sentence.

        Whom an opening phrase only brings in (``Shown round by Dr Velt, he …``) is passed over.
        """
        if self.sentence is None:
            return ()
        if self.subject and self._is_fronted(mention):
            return ()
        for other in reversed(self.sentence.mentions):
            if other.start < mention.start and other.sort in (Sort.PERSON, Sort.TITLE):
                found = [e for e in other.entities if self._is_person(e) and e not in exclude]
                if found:
                    return (found[0],)
        return ()

    def _resolve_title(self, mention: Mention, exclude: tuple[int, ...]) -> tuple[int, ...]:
        title = mention.titles[0]
        matches = self._holders(title.name, title.head)
        if title.plural and title.body is None and mention.definite and self._hold(title.head):
            return self._write(mention, self.pair)
        if title.plural:
            found = tuple(p for p in matches if p not in exclude)
            if 1 < len(found) <= _TOGETHER:
                return self._write(mention, found)
            matches = []
        matches = self._own(title, [p for p in matches if p not in exclude])
        if matches and (mention.definite or title.body is None or len(matches) == 1):
            return self._write(mention, (self._latest(matches),))
        unnamed = self.registry.enter(mention, wanted=False)
        self.registry.drafts[unnamed].titles.append(title)
        return (unnamed,)

    def _own(self, title: Title, holders: list[int]) -> list[int]:
        """``the President``: first those whose office no country or body tells from another's."""
        if title.body is not None or len(holders) < 2:
            return holders
        words = title_words(title.name)
        drafts = self.registry.drafts
        plain = [p for p in holders if any(title_words(t.name) == words for t in drafts[p].titles)]
        return plain or holders

    def _hold(self, head: str) -> bool:
        """Whether both of the last pair hold such an office: ``the Ministers``."""
        last = head.lower().split()[-1]
        return len(self.pair) > 1 and all(
            any(t.head.lower().split()[-1] == last for t in self.registry.drafts[p].titles)
            for p in self.pair
        )

    def _write(self, mention: Mention, found: tuple[int, ...]) -> tuple[int, ...]:
        for entity in found:
            self.registry.drafts[entity].spans.add(self.registry.span(*mention.core))
        return found

    def _holders(self, name: str, head: str) -> list[int]:
        """The people one of whose titles holds all words of this one and ends its head alike."""
        key = (name, head)
        if key not in self.holders:
            words, last = title_words(name), head.lower().split()[-1]
            fitting = (
                position
                for position, held in self._titles().get(last, ())
                if words <= held and not (last in _RANKED and (held - words) & _BELOW)
            )
            self.holders[key] = list(islice(dict.fromkeys(fitting), _REMEMBERED))
        return self.holders[key]

    def _titles(self) -> dict[str, list[tuple[int, frozenset[str]]]]:
        """Everybody's titles under the last word of their head; people are all known by now."""
        if not self.titles:
            for position, draft in enumerate(self.registry.drafts):
                for title in draft.titles if draft.kind is Kind.PERSON else ():
                    last = title.head.lower().split()[-1]
                    entry = (position, title_words(title.name))
                    self.titles.setdefault(last, []).append(entry)
        return self.titles

    def _latest(self, people: list[int]) -> int:
        for person in reversed(self.recent):
            if person in people:
                return person
        return people[0]

    def _resolve_group(self, mention: Mention) -> tuple[int, ...]:
        bare = mention.head in ("members", "delegates") and mention.core[1] - mention.core[0] == 1
        if bare and self.leaders:
            return self.leaders
        if (
            mention.head in _DELEGATIONS
            and mention.definite
            and self._is_anaphor(mention)
            and (self.leaders or self.principal)
        ):
            return self.leaders or self.principal
        if mention.head in _PAIRS and mention.definite and self.pair and self._is_anaphor(mention):
            return self.pair
        return (self.registry.enter(mention),)

    def _is_anaphor(self, mention: Mention) -> bool:
        lo, hi = mention.core
        return hi - lo <= 3

    def _resolve_event(self, mention: Mention) -> int:
        """An event spoken of before, else the mention's own."""
        known = recognize_event(self.registry, self.event, self.topic, mention)
        if known is not None:
            self.registry.note(known, mention, form=False)
            return known
        entity = self.registry.enter(mention)
        draft = self.registry.drafts[entity]
        draft.sort = draft.sort or lexicon().event_heads.get(mention.head, "event")
        return entity

    def new_event(self, name: str, sort: str, start: int, end: int) -> int:
        """Enter an engagement that a verb or noun tells of."""
        draft = Draft(Kind.EVENT, name, named=False, sort=sort, wanted=False)
        draft.spans.add(self.registry.span(start, end))
        return self.registry.add(draft)


def current_event(discourse: Discourse) -> int | None:
    """The named event that the text speaks of, else the one its headline names."""
    event = discourse.event
    named = event is not None and discourse.registry.drafts[event].named
    return event if named else discourse.topic
