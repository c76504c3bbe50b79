"""Coordinated arguments, and which of them a frame accepts."""

from communique.reading.model import Predicate
from communique.reading.rules.clauses.phrases import read_phrase
from communique.reading.rules.tables import classes as c
from communique.reading.rules.tables.frames import Frame, verb_forms
from communique.reading.rules.tables.gazetteer import gazetteer
from communique.reading.rules.tables.lexicon import bag, lexicon
from communique.reading.rules.texts.document import Document, Mention, Sort

_CHAIRED = frozenset(("group", "committee", "council", "assembly", "commission", "sub-committee"))


_VAST = bag(
    "progress works work situation arrangements operations operation preparations implementation "
    "conditions development developments "
    "region regions area areas country countries continent world capital nation post"
)
_ROUTINE = bag("meetings briefings engagements events activities calls programs efforts")
"""``attends meetings and briefings``: nothing that could be told from another."""
_NOT_HELD = bag("visit call calls talks discussions discussion day week race talk engagement night")
_COUNTED = bag("two three four five six ten several free public series")
_LINKS = (
    "as well as",
    "along with",
    "together with",
    "alongside",
    "in addition to",
    "and with",
    "and also with",
)


_LIST_SORTS = frozenset((Sort.PERSON, Sort.TITLE, Sort.ORGANIZATION, Sort.PLACE, Sort.GROUP,
                         Sort.SITE, Sort.EVENT, Sort.AGREEMENT))  # fmt: skip


def read_list(doc: Document, i: int, last: int, frame: Frame) -> list[Mention]:
    """The coordinated arguments that start at token i, those alone that the frame accepts."""
    found: list[Mention] = []
    k: int | None = i
    while k is not None and k < last and len(found) < 60:
        if found and _is_verb(doc, k):
            break
        mention = read_phrase(doc, k, last)
        if frame.predicate is Predicate.VISITED and "place" in frame.objects:
            mention = _unknown_place(doc, k, last) or mention
        if mention is None:
            break
        if found and not _is_stop(mention, found) and not _may_follow(doc, mention, found, last):
            break
        mention = _regroup(doc, mention, last)
        if accepts(doc, mention, frame, last):
            if not _contains(doc, found, mention):
                found.append(mention)
                _mark(doc, mention)
        elif mention.sort not in _LIST_SORTS or not (found or _is_summed(doc, mention, last)):
            break
        k = _next(doc, mention.end, last)
    return [m for m in found if not _is_named_next(doc, m, found)]


def _is_named_next(doc: Document, mention: Mention, found: list[Mention]) -> bool:
    """``her counterpart, Ms Velt``: the name after the comma says who is meant."""
    if mention.head not in lexicon().counterparts or mention.end + 1 >= len(doc.tokens):
        return False
    person = doc.at[mention.end + 1] if doc.tokens[mention.end].text == "," else None
    return person is not None and person.sort is Sort.PERSON and person in found


def _is_summed(doc: Document, mention: Mention, last: int) -> bool:
    """``a number of enterprises, including Quaylink``: the group only sums up what follows."""
    k = mention.end + (mention.end < last and doc.tokens[mention.end].text == ",")
    return k < last and doc.tokens[k].low in ("including", "such", "namely")


def _is_verb(doc: Document, k: int) -> bool:
    """``met Ms Velt and joined Mr Oyen``: a verb of its own goes on, not the list."""
    form = verb_forms().get(doc.tokens[k].low)
    kinds = {"base", "past"} if doc.tokens[k - 1].low == "and" else {"base"}
    return form is not None and bool(form.kinds & kinds) and doc.at[k] is None


def _unknown_place(doc: Document, k: int, last: int) -> Mention | None:
    """``proceed to Velton``: an unknown name where a place is asked for is one."""
    start, definite = k, doc.tokens[k].low == "the"
    k += definite
    end, wanted = k, c.CAP if definite else c.NAMEISH
    while end < min(last, k + 5) and doc.at[end] is None and doc.flags[end] & wanted:
        end += 1
    closed = end >= last or not (doc.tokens[end].cap or doc.tokens[end].low in ("'s", "'"))
    if end == k or not closed or (doc.flags[k] & c.GIVEN and not definite):
        return None
    sort = Sort.SITE if definite else Sort.PLACE
    return Mention(sort, start, end, doc.words(k, end), (k, end), definite=definite)


def _regroup(doc: Document, mention: Mention, last: int) -> Mention:
    """In ``to Sundvik, Norway`` an unknown name before a country is a place."""
    k = mention.end
    outer = doc.at[k + 1] if k + 1 < last and doc.tokens[k].text == "," else None
    unknown = mention.sort is Sort.ORGANIZATION and not mention.head and not mention.entities
    if unknown and not mention.definite and outer is not None and outer.sort is Sort.PLACE:
        mention.sort = Sort.PLACE
    return mention


def _mark(doc: Document, mention: Mention) -> None:
    for k in range(mention.start, mention.end):
        if doc.at[k] is None:
            doc.at[k] = mention


def _contains(doc: Document, found: list[Mention], mention: Mention) -> bool:
    """``Paris, France``: a country after one of its cities is no place of its own."""
    if not found or mention.sort is not Sort.PLACE or found[-1].sort is not Sort.PLACE:
        return False
    if doc.tokens[mention.start - 1].text != ",":
        return False
    city = gazetteer().match(doc.tokens, found[-1].core[0], found[-1].core[1])
    outer = gazetteer().match(doc.tokens, *mention.core)
    if not outer or outer[1].sort == "city":
        return False
    if not city:
        return True
    if city[1].sort == "country":
        return False
    within = city[1].country == outer[1].country or outer[1].sort == "region"
    ends = mention.end >= len(doc.tokens) or doc.tokens[mention.end].low not in (",", "and", ";")
    return within or (ends and len(found) == 1)


def _next(doc: Document, k: int, last: int) -> int | None:
    """Where the next argument of a list starts; None where the list ends."""
    k = _over_date(doc, _over_country(doc, k, last), last)
    if k >= last:
        return None
    if doc.tokens[k].low not in (",", ";", "and", "&"):
        return _after_link(doc, k, (*_LINKS, "including", "such as"))
    n = k + 1
    n += n < last and doc.tokens[n].low == "and"
    linked = _after_link(doc, n, (*_LINKS, "including", "namely"))
    if linked is not None:
        return linked
    m = n
    while m < last and doc.tokens[m].low in (",", "separately", "respectively", "and", "also"):
        m += 1
    again = m < last and doc.tokens[m].low == "with" and (doc.tokens[k].low != "," or m > n)
    then = n + (n < last and doc.tokens[n].low in ("then", "onward"))
    to = then < last and doc.tokens[then].low == "to"
    if (to or then > n) and _is_place(doc, then + to, last):
        return then + to
    return m + 1 if again else n if n < last else None


def _is_place(doc: Document, k: int, last: int) -> bool:
    mention = doc.at[k] if k < last else None
    return mention is not None and mention.sort is Sort.PLACE


def _after_link(doc: Document, k: int, links: tuple[str, ...]) -> int | None:
    """After the linking words that stand at token k; None when none do."""
    for words in links:
        parts = words.split()
        if [t.low for t in doc.tokens[k : k + len(parts)]] == parts:
            return k + len(parts)
    return None


def _over_country(doc: Document, k: int, last: int) -> int:
    """Over ``(Arvedia)`` after a name, and over ``from the Ministry`` when the list goes on."""
    if k + 2 < last and doc.tokens[k].text == "(":
        close = next((n for n in range(k, min(last, k + 25)) if doc.tokens[n].text == ")"), None)
        if (
            close is not None
            and close + 1 < last
            and doc.tokens[close + 1].low in (",", "and", ";")
        ):
            return close + 1
    before = doc.at[k - 1]
    located = before is not None and before.sort in (Sort.PERSON, Sort.SITE, Sort.ORGANIZATION)
    if k + 1 < last and doc.tokens[k].low in ("from", "in", "at") and located:
        body = doc.at[k + 1] or (doc.at[k + 2] if k + 2 < last else None)
        if body is not None and body.sort in (Sort.ORGANIZATION, Sort.PLACE) and body.end < last:
            end = body.end
            outer = doc.at[end + 1] if end + 1 < last and doc.tokens[end].text == "," else None
            if outer is not None and outer.sort is Sort.PLACE:
                end = min(outer.end, last - 1)
            return end if doc.tokens[end].low in (",", "and", ";") else k
    return k


def _is_date(doc: Document, k: int) -> bool:
    mention = doc.at[k]
    return mention is not None and mention.sort is Sort.DATE


def _over_date(doc: Document, k: int, last: int) -> int:
    """Over the date in ``Oslo May 3-4, Lima (May 5) and Rome``, where the list goes on."""
    n = k + (k < last and doc.tokens[k].low in ("on", "from", "(", ","))
    n += n < last and doc.tokens[k].low == "," and doc.tokens[n].low in ("on", "from")
    when = doc.at[n] if n < last else None
    if when is None or when.sort is not Sort.DATE:
        return k
    n = when.end + (when.end < last and doc.tokens[when.end].text == ")")
    place = next((m for m in doc.at[n + 1 : min(last, n + 6)] if m is not None), None)
    goes_on = n < last and doc.tokens[n].low in (",", "and", ";")
    return n if goes_on and place is not None and place.sort is Sort.PLACE else k


def _is_stop(mention: Mention, found: list[Mention]) -> bool:
    """``a trip to Oslo, Rome, and Lima will``: the third place of a list, whatever follows."""
    return len(found) > 1 and mention.sort is Sort.PLACE is found[-1].sort


def _may_follow(doc: Document, mention: Mention, found: list[Mention], last: int) -> bool:  # noqa: PLR0911
    """Whether a phrase after a comma or ``and`` still belongs to the list."""
    if mention.end < last and not _is_date(doc, mention.end):
        following = doc.tokens[mention.end]
        if following.low in ("'s", "'") and mention.sort is not Sort.GROUP:
            return False
        f = doc.flags[mention.end]
        form = verb_forms().get(following.low)
        if (
            f & c.AUXILIARY
            or following.low in ("who", "also")
            or (form is not None and form.kinds & {"past", "third"})
        ):
            return _closes(doc, mention.end)
        if (
            following.word
            and not following.cap
            and following.low.endswith("ed")
            and not f & c.PREPOSITION
        ):
            return False
    first = doc.tokens[mention.start]
    apposed = doc.tokens[mention.start - 1].text == "," and first.low in ("a", "an")
    if apposed and found[-1].sort in (Sort.ORGANIZATION, Sort.SITE, Sort.PLACE):
        return False
    described = doc.tokens[mention.start - 1].text == "," and first.low == "the"
    if described and mention.sort is Sort.GROUP and found[-1].sort is Sort.PERSON:
        return False
    if mention.sort is Sort.GROUP and first.low in ("his", "her", "their"):
        return False
    if mention.sort is Sort.GROUP and not doc.flags[_head_at(doc, mention)] & c.GROUP:
        return False
    if (
        mention.sort is Sort.EVENT
        and found[-1].sort is not Sort.EVENT
        and not doc.tokens[mention.core[0]].cap
    ):
        return False
    return mention.sort is not Sort.PRONOUN


def _closes(doc: Document, k: int) -> bool:
    return doc.tokens[k].low == "who"


def _head_at(doc: Document, mention: Mention) -> int:
    for k in range(mention.core[1] - 1, mention.core[0] - 1, -1):
        if doc.tokens[k].low == mention.head:
            return k
    return mention.core[0]


def accepts(doc: Document, mention: Mention, frame: Frame, last: int) -> bool:  # noqa: PLR0911
    """Whether a mention may be what the frame asks for."""
    wanted, sort = frame.objects, mention.sort
    if sort.value in wanted:
        return not (sort is Sort.PLACE and "person" in wanted and _is_setting(doc, mention))
    if "site" in wanted and mention.head in _VAST:
        return False
    if sort is Sort.GROUP and "site" in wanted and not doc.flags[_head_at(doc, mention)] & c.GROUP:
        return mention.start < mention.core[0]
    if sort is Sort.GROUP:
        head = mention.head
        return ("delegation" in wanted and head.startswith("delegation")) or (
            "people" in wanted
            and head
            in (
                "people",
                "government",
                "governments",
                "leadership",
                "community",
                "families",
                "family",
                "team",
                "staff",
                "authorities",
                "partners",
                "ministers",
                "members",
                "organisers",
                "organizers",
            )
        )
    if sort is Sort.EVENT:
        return _accepts_event(doc, mention, wanted)
    if (
        sort is Sort.ORGANIZATION
        and frame.predicate is Predicate.HOSTED
        and mention.head in _CHAIRED
    ):
        return True
    if frame.predicate is Predicate.SPOKE_AT and "event" not in wanted:
        return False
    if sort is Sort.ORGANIZATION and "named-event" in wanted and not mention.head:
        return any(ch.isdigit() or ch == "+" for ch in mention.name)
    if sort is Sort.ORGANIZATION and "event" in wanted:
        return not mention.head and doc.tokens[mention.core[0]].cap
    return (
        frame.predicate is Predicate.SIGNED
        and sort is Sort.ORGANIZATION
        and doc.tokens[mention.core[0]].cap
    )


def _accepts_event(doc: Document, mention: Mention, wanted: frozenset[str]) -> bool:
    """A name anywhere makes an event a named one; visits and calls are not held."""
    if "named-event" in wanted and any(doc.tokens[k].cap for k in range(*mention.core)):
        return True
    if "held-event" in wanted:
        return mention.head not in _NOT_HELD or _is_lecture(doc, mention)
    if "event" in wanted and mention.head in _ROUTINE and not mention.definite:
        return False
    return mention.head in wanted


def _is_lecture(doc: Document, mention: Mention) -> bool:
    """``hold two health talks``, ``a talk on heat stroke``: told to a public."""
    if mention.head not in ("talk", "talks"):
        return False
    words = {doc.tokens[k].low for k in range(max(0, mention.start - 1), mention.end)}
    shared = mention.end < len(doc.tokens) and doc.tokens[mention.end].low in ("with", "between")
    return not shared and (mention.head == "talk" or bool(words & _COUNTED))


def _is_setting(doc: Document, mention: Mention) -> bool:
    return doc.tokens[mention.start - 1].low in ("in", "at")
