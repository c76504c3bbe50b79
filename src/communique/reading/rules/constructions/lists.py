"""Lists of participants: a lead-in with a colon, then one person or body a line."""

from dataclasses import dataclass

from communique.reading.explanation import Reason
from communique.reading.model import Kind, Predicate, Status
from communique.reading.rules.clauses.findings import Finding
from communique.reading.rules.constructions.missions import send
from communique.reading.rules.discourse.memory import Discourse
from communique.reading.rules.tables import classes as c
from communique.reading.rules.tables.lexicon import bag, lexicon
from communique.reading.rules.texts.document import Document, Mention, Sentence, Sort

_PARTICIPANTS = bag(
    "participants participant attendees participated attended attending participating speakers "
    "guest guests joined"
)
_INCLUDED = bag("included include includes including were are")


@dataclass(slots=True)
class Lead:
    """What a lead-in says of the items under it.

    Attributes:
        sort: ``participants``, ``delegation`` or ``company``: who joined a person.
        own: Whether they are the issuer's own people, who met nobody by attending.
        sentence: The lead-in.
    """

    sort: str
    own: bool
    sentence: Sentence


def mark_items(doc: Document) -> None:
    """Mark the sentences that stand as items under a lead-in."""
    lead: Lead | None = None
    paragraph = -1
    for sentence in doc.sentences:
        started = read_lead(doc, sentence, lead) if sentence.paragraph >= 0 else None
        if started is None and lead is not None and sentence.paragraph != paragraph:
            sentence.listed = _is_item(doc, sentence)
            lead = lead if sentence.listed else None
        lead, paragraph = started or lead, sentence.paragraph


def _is_item(doc: Document, sentence: Sentence) -> bool:
    """Whether a line under a lead-in can be an item: a bullet, or short and no whole sentence."""
    short = sentence.last - sentence.first <= 25
    return sentence.bullet or (short and not is_prose(doc, sentence))


def read_lead(doc: Document, sentence: Sentence, previous: Lead | None) -> Lead | None:
    """The lead-in that a sentence is; None when it is none."""
    if doc.tokens[sentence.last - 1].text != ":" or sentence.last - sentence.first > 40:
        return None
    words = {t.low for t in doc.tokens[sentence.first : sentence.last]}
    own = "white" in words and "house" in words and not words & {"included", "include", "from"}
    if "delegation" in words:
        return Lead("delegation", own, sentence)
    if words >= {"joined", "by"} and not words & {"participants", "attendees"}:
        return Lead("company", own, sentence)
    if words & _PARTICIPANTS or _includes_guests(doc, sentence, words):
        return Lead("participants", own or "guest" in words or "guests" in words, sentence)
    if previous is not None and doc.tokens[sentence.first].low in ("from", "for", "and", "also"):
        return Lead(previous.sort, own or previous.own, sentence)
    return None


def _includes_guests(doc: Document, sentence: Sentence, words: set[str]) -> bool:
    """``Harbour leaders at today's meeting included:``: people, a gathering, and a list."""
    flags = [doc.flags[k] for k in range(sentence.first, sentence.last)]
    gathered = any(f & c.EVENT for f in flags) and any(f & c.GROUP for f in flags)
    return bool(words & _INCLUDED) and gathered


def read_item(
    discourse: Discourse, sentence: Sentence, lead: Lead, told: list[Finding]
) -> list[Finding]:
    """The facts of one item of a list of participants."""
    doc = discourse.doc
    mention = _subject(doc, sentence)
    if mention is None or (not _opens_with_person(mention, sentence) and is_prose(doc, sentence)):
        return []
    base = _base(discourse, lead, told)
    entity = discourse.resolve(mention)[0]
    event = base.event if base is not None and base.event is not None else _event(discourse, lead)
    found = [_make(discourse, entity, mention, Predicate.ATTENDED, event, sentence, base)]
    person = discourse.registry.drafts[entity].kind is Kind.PERSON
    if lead.sort == "company" and discourse.subject:
        return found + _join(discourse, entity, mention, sentence, base)
    if lead.sort == "delegation":
        return _with_leader(discourse, entity, mention, sentence, told, found)
    if person and not lead.own and not _is_own(doc, mention):
        others = [p for p in _principals(discourse, told) if p != entity]
        found += [_meet(discourse, p, entity, mention, event, sentence, base) for p in others]
    return found


def _opens_with_person(mention: Mention, sentence: Sentence) -> bool:
    at = sentence.first + sentence.bullet
    return sentence.listed and mention.sort is Sort.PERSON and mention.start == at


def _join(
    discourse: Discourse, entity: int, mention: Mention, sentence: Sentence, base: Finding | None
) -> list[Finding]:
    """``The Minister was joined by:``: each item accompanies the one just spoken of."""
    drafts = discourse.registry.drafts
    leader = discourse.subject[0]
    if entity == leader or drafts[entity].kind is not Kind.PERSON:
        return []
    company = _make(discourse, entity, mention, Predicate.ACCOMPANIED, leader, sentence, base)
    company.rule = "list.joined"
    return [company]


def is_prose(doc: Document, sentence: Sentence) -> bool:
    """Whether an item is a whole sentence, so that it is no participant."""
    words = [k for k in range(sentence.first, sentence.last) if doc.tokens[k].word]
    closed = c.PREPOSITION | c.STOP
    small = sum(1 for k in words if not doc.tokens[k].cap and not doc.flags[k] & closed)
    if not words or (len(words) < 2 and not doc.tokens[words[0]].cap):
        return True
    if any(doc.tokens[k].text == ":" for k in range(sentence.first, sentence.last)):
        return True
    verbs = any(doc.flags[k] & c.AUXILIARY and not doc.tokens[k].cap for k in words)
    return verbs or small * 3 > len(words) or len(words) > 40


def _subject(doc: Document, sentence: Sentence) -> Mention | None:
    """The person or body that an item names."""
    first = sentence.first + sentence.bullet
    for mention in sentence.mentions:
        if mention.sort is Sort.PERSON and mention.start - first <= 8:
            return mention
    for mention in sentence.mentions:
        if mention.sort is Sort.ORGANIZATION and mention.start - first <= 1:
            return _whole(doc, sentence, mention)
    end = _capitals(doc, first, sentence.last)
    if end > first and doc.tokens[first].cap and (sentence.bullet or sentence.listed):
        return Mention(Sort.ORGANIZATION, first, end, doc.words(first, end), (first, end))
    return None


def _whole(doc: Document, sentence: Sentence, mention: Mention) -> Mention:
    """A line of capitals is one name, with the short form after a dash or in brackets."""
    end = _capitals(doc, mention.start, sentence.last)
    if not sentence.listed or end < sentence.last or end <= mention.end:
        return mention
    core = (mention.core[0], end)
    return Mention(Sort.ORGANIZATION, mention.start, end, doc.words(*core), core, head=mention.head)


def _capitals(doc: Document, k: int, last: int) -> int:
    """Where a run of capitals, small words and the marks between them ends."""
    while k < last and (
        doc.tokens[k].cap
        or doc.tokens[k].text in "&–-()/’'"
        or doc.tokens[k].low in ("of", "for", "and", "the", "to", "in", "on", "'s")
    ):
        k += 1
    while k and (not doc.tokens[k - 1].word and doc.tokens[k - 1].text != ")"):
        k -= 1
    return k


def _base(discourse: Discourse, lead: Lead, told: list[Finding]) -> Finding | None:
    """The fact that told of the gathering: the last meeting, else what was hosted or attended."""
    for predicates in ((Predicate.MET_WITH,), (Predicate.HOSTED, Predicate.ATTENDED)):
        for finding in told:
            if finding.predicate in predicates and finding.evidence.start < _start(discourse, lead):
                return finding
    return None


def _start(discourse: Discourse, lead: Lead) -> int:
    return discourse.doc.tokens[lead.sentence.first].start


def _event(discourse: Discourse, lead: Lead) -> int:
    if discourse.event is not None or discourse.topic is not None:
        discourse.event = discourse.event if discourse.event is not None else discourse.topic
        return discourse.event or 0
    doc = discourse.doc
    for i in range(lead.sentence.first, lead.sentence.last):
        if doc.flags[i] & c.EVENT:
            head = doc.tokens[i].low
            discourse.event = discourse.new_event(head, lexicon().event_heads[head], i, i + 1)
            return discourse.event
    at = lead.sentence.first
    discourse.event = discourse.new_event("meeting", "meeting", at, lead.sentence.last)
    return discourse.event


def _principals(discourse: Discourse, told: list[Finding]) -> list[int]:
    """Who met the participants: the subjects of the first meeting with a group."""
    drafts = discourse.registry.drafts
    met = [
        f
        for f in told
        if f.predicate in (Predicate.MET_WITH, Predicate.HOSTED) and not f.rule.startswith("list.")
    ]
    people = [f.subject for f in met if drafts[f.subject].kind is Kind.PERSON]
    return list(dict.fromkeys(people[:4]))


def _is_own(doc: Document, mention: Mention) -> bool:
    """Whether an office shows one of the issuer's own staff."""
    words = " ".join(t.name.lower() for t in mention.titles)
    return (
        "to the president" in words
        or "white house" in words
        or ("vice president" in words and " to " in words)
    )


def _make(
    discourse: Discourse, entity: int, mention: Mention, predicate: Predicate, other: int,
    sentence: Sentence, base: Finding | None,
) -> Finding:  # fmt: skip
    registry = discourse.registry
    span = registry.span(*mention.core)
    first = sentence.first + sentence.bullet
    evidence = registry.span(min(first, sentence.last - 1), sentence.last)
    return Finding(
        entity, predicate, other, span, span, evidence, "list.participant", 0.88,
        None, base.date if base else discourse.anchor, base.place if base else discourse.place,
        base.status if base else Status.OCCURRED,
    )  # fmt: skip


def _meet(
    discourse: Discourse, principal: int, entity: int, mention: Mention, event: int,
    sentence: Sentence, base: Finding | None,
) -> Finding:  # fmt: skip
    finding = _make(discourse, entity, mention, Predicate.MET_WITH, entity, sentence, base)
    finding.subject, finding.object = principal, entity
    finding.event, finding.rule = event, "list.met"
    return finding


def _with_leader(
    discourse: Discourse, entity: int, mention: Mention, sentence: Sentence, told: list[Finding],
    found: list[Finding],
) -> list[Finding]:  # fmt: skip
    """A member of a delegation attends what its leader attends, and accompanies the leader."""
    leader = discourse.leaders[0] if discourse.leaders else None
    if leader is None or leader == entity:
        return []
    model = next((f for f in told if f.predicate is Predicate.ATTENDED), None)
    model = model or send(discourse, entity, mention, found[0].evidence)
    if model is not None:
        found[0].object, found[0].date = model.object, model.date
        found[0].place, found[0].status = model.place, model.status
    else:
        found = []
        model = _journey(told, leader)
    company = _make(discourse, entity, mention, Predicate.ACCOMPANIED, leader, sentence, model)
    company.rule = "list.member"
    if model is None and discourse.mission is not None:
        company.date, company.place = discourse.mission.day, discourse.mission.place
        company.status = Status.PLANNED
    return [*found, company]


def _journey(told: list[Finding], leader: int) -> Finding | None:
    """What the leader does with the delegation: the journey, else whatever was told last."""
    theirs = [f for f in told if f.subject == leader]
    visits = [f for f in theirs if f.predicate is Predicate.VISITED]
    return next(iter(visits or theirs), None)


def drop_groups(discourse: Discourse, findings: list[Finding]) -> list[Finding]:
    """Once a list names the participants, the group that stood for them is no object."""
    named = {f.subject for f in findings if f.rule == "list.met"}
    events = {f.event for f in findings if f.rule == "list.met"}
    drafts = discourse.registry.drafts
    kept: list[Finding] = []
    for f in findings:
        met = f.predicate is Predicate.MET_WITH and f.subject in named and f.event in events
        if met and drafts[f.object].kind is Kind.GROUP:
            discourse.doc.trace.lose(f, Reason.VAGUE)
        else:
            kept.append(f)
    return kept
