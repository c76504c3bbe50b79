"""When and where: the day and the place of a fact in its clause, sentence and paragraph."""

from communique.reading.model import Status
from communique.reading.rules.discourse.memory import Discourse
from communique.reading.rules.tables import classes as c
from communique.reading.rules.tables.gazetteer import gazetteer
from communique.reading.rules.texts.dates import When, dates_before, find, resolve_weekday
from communique.reading.rules.texts.document import Document, Mention, Sentence, Sort

_BESIDE = frozenset(("following", "after", "since", "until", "before"))


def find_dates(doc: Document, sentence: Sentence) -> list[When]:
    """The dates of a sentence; each becomes a mention, so that no frame takes it for another."""
    dates = find(doc.tokens, sentence.first, sentence.last, doc.day)
    for when in dates:
        mention = Mention(Sort.DATE, when.start, when.end, "", (when.start, when.end))
        for k in range(when.start, when.end):
            doc.at[k] = mention
    return dates


def pick_day(
    discourse: Discourse,
    sentence: Sentence,
    dates: list[When],
    window: tuple[int, int],
    verb: int,
    status: Status,
) -> tuple[str | None, str | None, bool]:
    """The day of a fact.

    Args:
        discourse: The running state.
        sentence: Where the fact is told.
        dates: The dates of the sentence.
        window: The tokens of the fact's clause.
        verb: The token of its verb.
        status: A bare weekday lies ahead when planned.

    Returns:
        The day, the last day of a range, and whether the sentence states it itself.
    """
    dates = [w for w in dates if not _is_aside(discourse.doc, w, sentence.first, verb)]
    when = _nearest(dates, window, verb) or _opening(discourse.doc, dates, sentence)
    if when is not None:
        day = when.day
        if when.weekday is not None:
            day = resolve_weekday(when.weekday, discourse.doc.day, status is Status.PLANNED)
        elif status is Status.OCCURRED and _is_guessed(discourse.doc, when):
            day = dates_before(day, discourse.doc.day)
        return day, when.until, True
    if discourse.spoken:
        return None, None, False
    if discourse.day and discourse.paragraph == sentence.paragraph:
        return discourse.day, None, False
    return (discourse.anchor if status is Status.OCCURRED else None), None, False


def _is_guessed(doc: Document, when: When) -> bool:
    """Whether the text gives a date no year."""
    said = [doc.tokens[k].text for k in range(when.start, when.end)]
    return not when.relative and not any(len(text) == 4 and text.isdigit() for text in said)


def _is_aside(doc: Document, when: When, first: int, verb: int) -> bool:
    """Whether a date belongs to something told beside the fact: ``following the June 20 vote``."""
    for k in range(when.start - 1, max(first - 1, when.start - 12), -1):
        token = doc.tokens[k]
        if k == verb or doc.flags[k] & c.AUXILIARY or token.text in ",;:":
            return False
        if token.low in _BESIDE:
            return True
    return False


def _nearest(dates: list[When], window: tuple[int, int], verb: int) -> When | None:
    inside = [w for w in dates if window[0] <= w.start < window[1]]
    inside = [w for w in inside if w.day or w.weekday is not None] or inside
    return min(inside, key=lambda w: (abs(w.start - verb), w.start), default=None)


def _opening(doc: Document, dates: list[When], sentence: Sentence) -> When | None:
    """The date that opens a sentence holds for all of it."""
    for when in dates:
        opens = when.start - sentence.first <= 2
        if opens or (when.start < sentence.first + 30 and _before_verbs(doc, when, sentence)):
            return when
    return None


def _before_verbs(doc: Document, when: When, sentence: Sentence) -> bool:
    """Whether the date stands in the opening phrase: ``In Geneva on May 18, …``."""
    return (
        when.end < sentence.last
        and doc.tokens[when.end].text == ","
        and doc.flags[sentence.first] & c.PREPOSITION != 0
        and all(doc.tokens[k].text != "," for k in range(sentence.first, when.start))
    )


def pick_place(
    discourse: Discourse, sentence: Sentence, window: tuple[int, int], verb: int
) -> int | None:
    """The place of a fact: in its clause, at its sentence's opening, else the running one."""
    doc = discourse.doc
    settings = [m for m in sentence.mentions if m.sort is Sort.PLACE and is_setting(doc, m)]
    inside = [m for m in settings if window[0] <= m.start < window[1]]
    opening = [m for m in settings if m.start - sentence.first <= 3]
    for chosen in (inside, opening):
        if chosen:
            nearest = min(chosen, key=lambda m: (m.start < verb, abs(m.start - verb)))
            return discourse.registry.enter(_narrow(doc, nearest, settings))
    return discourse.place


def _narrow(doc: Document, place: Mention, settings: list[Mention]) -> Mention:
    """In ``travel to Sweden … for the forum in Stockholm`` the city is where it happens."""
    known = gazetteer()
    outer = known.match(doc.tokens, *place.core)
    if not outer or outer[1].sort != "country":
        return place
    for other in settings:
        inner = known.match(doc.tokens, *other.core) if other.start > place.start else None
        if inner and inner[1].sort == "city" and inner[1].country == outer[1].country:
            return other
    return place


def is_setting(doc: Document, mention: Mention) -> bool:
    """Whether a place tells where something happens: after ``in`` or ``at``, not inside a name."""
    k = mention.start - 1
    if k < 0 or doc.tokens[k].low not in ("in", "at"):
        return False
    if k and doc.tokens[k - 1].low in (
        "settled",
        "based",
        "interested",
        "investment",
        "role",
        "invest",
        "situation",
        "war",
        "peace",
        "democracy",
        "stability",
        "violence",
        "conflict",
        "invested",
        "developments",
        "efforts",
        "crisis",
        "people",
        "operations",
        "committed",
        "crimes",
        "atrocities",
    ):
        return False
    after = doc.tokens[mention.end] if mention.end < len(doc.tokens) else None
    return after is None or after.low not in ("'s", "'")


def _is_whole(day: str) -> bool:
    return len(day) == 10 or (day.startswith("--") and len(day) == 7)


def update(discourse: Discourse, sentence: Sentence, dates: list[When]) -> None:
    """Let a day or place that opens a sentence hold for what follows."""
    doc = discourse.doc
    if discourse.paragraph != sentence.paragraph:
        discourse.paragraph, discourse.day = sentence.paragraph, None
    first = sentence.first
    opening = _opening(doc, [w for w in dates if not _is_aside(doc, w, first, -1)], sentence)
    if opening is not None and opening.day and not opening.until and _is_whole(opening.day):
        discourse.day = opening.day
    for mention in sentence.mentions:
        if (
            mention.sort is Sort.PLACE
            and mention.start - sentence.first <= 3
            and is_setting(doc, mention)
        ):
            discourse.place = discourse.registry.enter(mention)
    for when in dates:
        if when.relative and when.day and discourse.anchor is None:
            discourse.anchor = when.day
