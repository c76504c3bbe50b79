"""Facts from matched frames, with day, place, event and evidence."""

from dataclasses import dataclass, field, replace

from communique.reading.explanation import Reason
from communique.reading.model import Kind, Predicate, Span, Status
from communique.reading.rules import settings
from communique.reading.rules.arguments import parenthetical
from communique.reading.rules.coordination import read_list
from communique.reading.rules.dates import When
from communique.reading.rules.discourse import Discourse, is_first_person
from communique.reading.rules.document import Document, Mention, Sentence, Sort
from communique.reading.rules.frames import Frame, verb_forms
from communique.reading.rules.lexicon import lexicon
from communique.reading.rules.matching import Match, find_verbs, match_verb
from communique.reading.rules.subjects import find_subject
from communique.reading.rules.verbs import Verb

_CALLS = frozenset(("phone", "telephone", "call", "telephoned", "phoned", "teleconference"))
_HOME_VERBS = frozenset(
    (
        "arrive",
        "arrives",
        "arrived",
        "arriving",
        "go",
        "goes",
        "went",
        "proceed",
        "travel",
        "depart",
    )
)


_ANY_EVENT = Frame("event", Predicate.ATTENDED, ("",), frozenset(("event",)), 0.8)
_PLACES = Frame(
    "visited.guest", Predicate.VISITED, ("",), frozenset(("place", "site", "organization")), 0.7
)
_PERSONS = Frame("persons", Predicate.MET_WITH, ("",), frozenset(("person", "title")), 0.8)
_SHARED = (Predicate.HOSTED, Predicate.SIGNED)
_OWN_DEEDS = frozenset((Predicate.VISITED, Predicate.MET_WITH))
_PERFORMED = frozenset((Predicate.THANKED, Predicate.CONGRATULATED))


@dataclass(slots=True)
class Finding:
    """A fact in the making; the fields mean what they mean in `Fact`."""

    subject: int
    predicate: Predicate
    object: int
    subject_span: Span
    object_span: Span
    evidence: Span
    rule: str
    confidence: float
    event: int | None = None
    date: str | None = None
    place: int | None = None
    status: Status = Status.OCCURRED
    for_what: Span | None = None


@dataclass(slots=True)
class Scene:
    """What all facts of one sentence share."""

    discourse: Discourse
    sentence: Sentence
    dates: list[When]
    subjects: list[Mention]
    praised: list[Mention] = field(default_factory=list)
    met: list[Mention] = field(default_factory=list)

    def evidence(self) -> Span:
        """The sentence, from its first to its last token, a bullet left out."""
        first = self.sentence.first + self.sentence.bullet
        first = min(first, self.sentence.last - 1)
        return self.discourse.registry.span(first, self.sentence.last)


def find_facts(scene: Scene) -> list[Finding]:
    """The facts that the verbs of a sentence tell."""
    discourse, sentence = scene.discourse, scene.sentence
    verbs = find_verbs(discourse.doc, sentence)
    found: list[Finding] = []
    for n, verb in enumerate(verbs):
        lo = verbs[n - 1].at + 1 if n else sentence.first
        hi = verbs[n + 1].start if n + 1 < len(verbs) else sentence.last
        _date_event(scene, verb, (lo, hi))
        if discourse.mission and verb.at in discourse.mission.verbs:
            continue
        for match in match_verb(discourse.doc, sentence, verb):
            found += _take(scene, match, (lo, max(hi, match.end)))
    return found


def _date_event(scene: Scene, verb: Verb, window: tuple[int, int]) -> None:
    """``The Forum was held in April``: no fact without an actor, but the event has its day."""
    if verb.kind != "passive" or verb.status is None:
        return
    discourse = scene.discourse
    for mention in find_subject(discourse.doc, scene.sentence, verb) or []:
        if mention.sort is not Sort.EVENT:
            continue
        (entity,) = discourse.resolve(mention)
        day, until, own = settings.pick_day(
            discourse, scene.sentence, scene.dates, window, verb.at, verb.status
        )
        draft = discourse.registry.drafts[entity]
        if own and draft.date is None:
            draft.date, draft.end_date, draft.status = day, until, verb.status


def _take(scene: Scene, match: Match, window: tuple[int, int]) -> list[Finding]:
    """Turn a match into facts, one for each pair."""
    discourse = scene.discourse
    mentions = match.subjects if match.subjects is not None else scene.subjects
    if match.subjects is None and match.verb.kind == "participle" and not match.passive:
        discourse.doc.trace.drop(match.verb.at, match.frame.rule, Reason.NO_SUBJECT)
        return []
    if match.subjects is None and match.verb.kind == "infinitive" and scene.met:
        together = match.frame.rule == "attended.join" or match.frame.predicate is Predicate.SIGNED
        mentions = scene.met if together else mentions
    if match.subjects is None and match.verb.kind == "gerund" and scene.praised:
        mentions = scene.praised
    subjects = _resolve(discourse, mentions, ())
    if match.subjects is not None and subjects and not match.passive:
        scene.subjects = [*mentions, *match.objects] if match.joint else mentions
    ids = tuple(e for e, _ in subjects)
    objects = _resolve(discourse, match.objects, ids)
    if match.passive:
        subjects, objects = _turn(match, subjects, objects)
    if match.frame.rule == "accompanied.join":
        match = _rejoin(scene, match, objects)
    if not _is_possible(scene, match, subjects, objects):
        discourse.doc.trace.drop(match.verb.at, match.frame.rule, _want(subjects, objects))
        return []
    if match.frame.rule == "accompanied.join" and _joins_in_doing(scene, match):
        return []
    together = _joined_event(scene, match)
    if together is not None:
        match = replace(
            match, frame=replace(match.frame, predicate=Predicate.ATTENDED, rule="attended.join-at")
        )
        everyone = [*subjects, *objects]
        return _emit(
            scene, match, everyone, [(scene.discourse.resolve(together)[0], together)], window
        )
    found = _emit(scene, match, subjects, objects, window)
    found += _call_guests(scene, match, objects, window)
    return found + _share_hosting(scene, match, subjects, objects, window)


def _over_bracket(doc: Document, k: int, last: int) -> int:
    """Over a bracket of a few words, and a place or date before ``with``."""
    if k < last and doc.tokens[k].text == "(":
        k = next((n + 1 for n in range(k, min(last, k + 16)) if doc.tokens[n].text == ")"), k)
    return k


def _rejoin(scene: Scene, match: Match, patients: list[tuple[int, Mention]]) -> Match:
    """``The Council was joined by Minister Oyen``: a body that is joined is met."""
    drafts = scene.discourse.registry.drafts
    if match.passive and patients and all(drafts[e].kind is Kind.ORGANIZATION for e, _ in patients):
        frame = replace(match.frame, predicate=Predicate.MET_WITH, rule="met.joined")
        return replace(match, frame=frame)
    return match


def _joins_in_doing(scene: Scene, match: Match) -> bool:
    """``joined Minister Oyen in urging``: of one mind, not of one journey."""
    doc, k = scene.discourse.doc, match.end
    return k + 1 < scene.sentence.last and doc.tokens[k].low == "in" and (
        doc.tokens[k + 1].low.endswith("ing")
    )  # fmt: skip


def _joined_event(scene: Scene, match: Match) -> Mention | None:
    """The event in ``joined Minister Oyen at the Forum``, which both attend."""
    if match.frame.rule != "accompanied.join" or match.passive:
        return None
    doc, last = scene.discourse.doc, scene.sentence.last
    for k in range(match.end, min(last - 1, match.end + 14)):
        low = doc.tokens[k].low
        if low == "at" or (k == match.end and low in ("for", "in")):
            return next(iter(read_list(doc, k + 1, last, _ANY_EVENT)), None)
        if low in verb_forms() or low in (";", "to"):
            return None
    return None


def _call_guests(
    scene: Scene, match: Match, guests: list[tuple[int, Mention]], window: tuple[int, int]
) -> list[Finding]:
    """``will welcome President Oyen to Belport``: the guest visits the place."""
    doc, k = scene.discourse.doc, match.end
    if match.frame.rule != "met.receive" or match.passive or k + 1 >= scene.sentence.last:
        return []
    drafts = scene.discourse.registry.drafts
    people = [pair for pair in guests if drafts[pair[0]].kind is Kind.PERSON]
    if doc.tokens[k].low != "to" or not people:
        return []
    frame = replace(_PLACES, confidence=0.7)
    places = [m for m in read_list(doc, k + 1, scene.sentence.last, frame) if _is_visitable(m)]
    visit = replace(match, frame=frame)
    where = _resolve(scene.discourse, places[:1], ())
    return _emit(scene, visit, people, where, window) if where else []


def _is_visitable(mention: Mention) -> bool:
    """A place, or a house that stands for one: a body is not visited by being welcomed to it."""
    return mention.sort in (Sort.PLACE, Sort.SITE) or mention.head in (
        "house",
        "palace",
        "residence",
    )


def _share_hosting(
    scene: Scene,
    match: Match,
    subjects: list[tuple[int, Mention]],
    objects: list[tuple[int, Mention]],
    window: tuple[int, int],
) -> list[Finding]:
    """``co-chaired the Dialogue with Minister Oyen``: both chaired it, and met."""
    doc, last = scene.discourse.doc, scene.sentence.last
    k = _over_bracket(doc, match.end, last)
    hosted = match.frame.predicate in _SHARED and not match.passive
    beside = parenthetical(doc, match.verb.at + 1, last) if hosted else None
    if beside is not None:
        k = beside[0] - 1
    if not hosted or match.subjects is None or k >= last or doc.tokens[k].low != "with":
        return []
    others = _resolve(
        scene.discourse, read_list(doc, k + 1, last, _PERSONS), tuple(e for e, _ in subjects)
    )
    if not others:
        return []
    met = replace(
        match, frame=replace(match.frame, predicate=Predicate.MET_WITH, rule="met.co-host")
    )
    people = [
        pair for pair in subjects if scene.discourse.registry.drafts[pair[0]].kind is Kind.PERSON
    ]
    found = _emit(scene, met, people, others, window) if people else []
    return found + _emit(scene, match, others, objects, window)


def _resolve(
    discourse: Discourse, mentions: list[Mention], exclude: tuple[int, ...]
) -> list[tuple[int, Mention]]:
    pairs: list[tuple[int, Mention]] = []
    for mention in mentions:
        for entity in discourse.resolve(mention, exclude):
            if entity not in exclude and entity not in (e for e, _ in pairs):
                pairs.append((entity, mention))
    return pairs


def _turn(
    match: Match, patients: list[tuple[int, Mention]], agents: list[tuple[int, Mention]]
) -> tuple[list[tuple[int, Mention]], list[tuple[int, Mention]]]:
    """In the passive the agent is the subject; the companion is too when someone is joined."""
    return agents, patients


def _is_possible(  # noqa: PLR0911
    scene: Scene,
    match: Match,
    subjects: list[tuple[int, Mention]],
    objects: list[tuple[int, Mention]],
) -> bool:
    drafts = scene.discourse.registry.drafts
    if not subjects or not objects:
        return False
    predicate = match.frame.predicate
    if _is_own_voice(scene, subjects) and predicate not in _PERFORMED | _OWN_DEEDS:
        return False
    kinds = {drafts[e].kind for e, _ in subjects}
    if kinds & {Kind.EVENT}:
        return False
    if predicate in (
        Predicate.MET_WITH,
        Predicate.VISITED,
        Predicate.SPOKE_AT,
        Predicate.ACCOMPANIED,
    ):
        if predicate is Predicate.MET_WITH and kinds <= {Kind.ORGANIZATION, Kind.PLACE}:
            return False
        bare = {m.sort for e, m in subjects if drafts[e].kind is Kind.GROUP} <= {Sort.TITLE}
        if (
            (kinds & {Kind.GROUP} and not bare)
            or kinds & {Kind.PLACE}
            or (kinds == {Kind.ORGANIZATION} and predicate is not Predicate.VISITED)
        ):
            return False
    if kinds <= {Kind.GROUP} and all(_is_unnamed(m) for _, m in subjects):
        return False
    if predicate is Predicate.VISITED:
        return not _is_home(scene, match, objects)
    return True


def _is_unnamed(mention: Mention) -> bool:
    """A group, or a bare title that nobody is known to hold: no subject of a fact."""
    if mention.sort is not Sort.TITLE:
        return mention.sort is Sort.GROUP
    title = mention.titles[0]
    return title.body is None and not (mention.definite and title.name[0].isupper())


def _want(subjects: list[tuple[int, Mention]], objects: list[tuple[int, Mention]]) -> Reason:
    """What makes a match impossible."""
    if subjects and objects:
        return Reason.WRONG_SORT
    return Reason.NO_OTHER if subjects else Reason.NO_SUBJECT


def _is_own_voice(scene: Scene, subjects: list[tuple[int, Mention]]) -> bool:
    """Whether a subject is ``I`` or ``we``, who is taken at their word for thanks alone."""
    tokens = scene.discourse.doc.tokens
    return any(is_first_person(tokens[m.core[0]].low) for _, m in subjects)


def _is_home(scene: Scene, match: Match, objects: list[tuple[int, Mention]]) -> bool:
    """Going home is no visit."""
    doc = scene.discourse.doc
    home = doc.home
    if not home or doc.tokens[match.verb.at].low not in _HOME_VERBS:
        return False
    from communique.reading.rules.gazetteer import gazetteer

    place = gazetteer().match(doc.tokens, *objects[0][1].core)
    if not place or place[1].country != home:
        return False
    same = place[1].name == gazetteer().countries[home].name
    at_home = place[1].sort == "country" or place[1].capital or same
    if at_home:
        doc.trace.drop(match.verb.at, match.frame.rule, Reason.GOING_HOME)
    return at_home


def _emit(
    scene: Scene,
    match: Match,
    subjects: list[tuple[int, Mention]],
    objects: list[tuple[int, Mention]],
    window: tuple[int, int],
) -> list[Finding]:
    discourse, registry = scene.discourse, scene.discourse.registry
    frame, verb = match.frame, match.verb.at
    day, until, own = settings.pick_day(
        discourse, scene.sentence, scene.dates, window, verb, match.status
    )
    place = settings.pick_place(discourse, scene.sentence, window, verb)
    event = _event(scene, match) if frame.predicate is Predicate.MET_WITH else None
    ranged = until is not None and not own
    if frame.predicate is Predicate.ACCOMPANIED and day is None and not own:
        day, place = discourse.trip[0], place if place is not None else discourse.trip[1]
    if day is None and not own and registry.drafts[objects[0][0]].kind is Kind.EVENT:
        day = registry.drafts[objects[0][0]].date
    if frame.predicate is Predicate.VISITED and len(objects) > 1 and until:
        day = None
    if day is None and frame.predicate in _PERFORMED and _is_own_voice(scene, subjects):
        day = discourse.doc.day
    found = []
    for subject, said in subjects:
        for other, what in objects:
            visited = frame.predicate is Predicate.VISITED and what.sort is Sort.PLACE
            where = other if visited else place
            if visited and len(objects) > 1:
                day = _day_after(scene, what, objects) or (day if until is None else None)
            finding = Finding(
                subject, frame.predicate, other,
                registry.span(*said.core), registry.span(*what.core), scene.evidence(),
                frame.rule, frame.confidence, event, None if ranged else day,
                where if where is not None else place, match.status,
            )  # fmt: skip
            finding.for_what = _reason(scene, match, what)
            found.append(finding)
    if frame.predicate is Predicate.MET_WITH and (match.joint or _is_trilateral(scene)):
        found += _among(found)
    if frame.predicate is Predicate.MET_WITH:
        people = (Sort.PERSON, Sort.TITLE, Sort.PRONOUN)
        scene.met = [m for _, m in [*subjects, *objects] if m.sort in people]
    if frame.predicate in _PERFORMED and not match.passive:
        scene.praised = [m for _, m in objects]
    _remember(scene, match, subjects, objects, event, day, until, place)
    return found


def _day_after(scene: Scene, place: Mention, objects: list[tuple[int, Mention]]) -> str | None:
    """The day that stands with one place of a list: ``Oslo May 3-4, Lima May 5``.

    A range after the last place alone is shared by all, and so is the day of none.
    """
    near = [_near(scene, m) for _, m in objects]
    own = _near(scene, place)
    shared = place is objects[-1][1] and not any(near[:-1])
    return own.day if own is not None and not (shared and own.until) else None


def _near(scene: Scene, place: Mention) -> When | None:
    """The date just after a place, its country and ``on`` or ``from`` between them."""
    tokens, at = scene.discourse.doc.tokens, scene.discourse.doc.at
    k, last = place.end, scene.sentence.last
    outer = at[k + 1] if k + 1 < last and tokens[k].text == "," else None
    if outer is not None and outer.sort is Sort.PLACE:
        k = outer.end
    while k < last and tokens[k].text in (",", "(", "on", "from"):
        k += 1
    return next((w for w in scene.dates if w.start == k), None)


def _is_trilateral(scene: Scene) -> bool:
    tokens = scene.discourse.doc.tokens[scene.sentence.first : scene.sentence.last]
    return any(t.low in ("trilateral", "quadrilateral") for t in tokens)


def _among(found: list[Finding]) -> list[Finding]:
    """In a trilateral the other two met each other as well."""
    return [
        replace(right, subject=left.object, subject_span=left.object_span, rule="met.trilateral")
        for n, left in enumerate(found)
        for right in found[n + 1 :]
        if left.subject == right.subject and left.object != right.object
    ]


def _reason(scene: Scene, match: Match, what: Mention) -> Span | None:
    """What a thanks or congratulations was for: up to the end of its clause."""
    if match.frame.predicate not in (Predicate.THANKED, Predicate.CONGRATULATED):
        return None
    doc, last = scene.discourse.doc, scene.sentence.last
    for k in range(what.end, min(last, what.end + 3)):
        if doc.tokens[k].low in ("for", "on"):
            end = k + 1
            while end < last and doc.tokens[end].text not in ",;." and end < k + 40:
                end += 1
            return scene.discourse.registry.span(k, end) if end > k + 1 else None
    return None


def _event(scene: Scene, match: Match) -> int:
    """The engagement of a met-with fact; a new one for each clause."""
    doc = scene.discourse.doc
    at = match.noun if match.noun is not None else match.verb.at
    words = {t.low for t in doc.tokens[match.verb.at : match.end]}
    if match.noun is not None:
        head = doc.tokens[match.noun].low
        sort = lexicon().event_heads.get(head, "meeting")
        name = (
            head.removesuffix("s")
            if head in ("calls", "meetings", "discussions", "conversations", "sessions")
            else head
        )
        name = name if head in lexicon().event_heads else "meeting"
    else:
        sort = match.frame.event or "meeting"
        if sort == "meeting" and words & _CALLS:
            sort = "call"
        if sort == "call" and words & {"person", "sidelines", "margins"}:
            sort = "meeting"
        name = sort if sort in ("meeting", "call") else "meeting"
    return scene.discourse.new_event(name, sort, at, at + 1)


def _is_day(day: str | None) -> bool:
    return day is not None and (len(day) == 10 or (len(day) == 7 and day.startswith("--")))


def _remember(
    scene: Scene,
    match: Match,
    subjects: list[tuple[int, Mention]],
    objects: list[tuple[int, Mention]],
    event: int | None,
    day: str | None,
    until: str | None,
    place: int | None,
) -> None:
    """Let the next sentences know of this fact."""
    discourse, drafts = scene.discourse, scene.discourse.registry.drafts
    if event is not None:
        discourse.event = event
        draft = drafts[event]
        draft.date, draft.place, draft.status, draft.end_date = day, place, match.status, until
        discourse.host = tuple(e for e, _ in subjects if drafts[e].kind is Kind.PERSON)
        people = [e for e, _ in [*subjects, *objects] if drafts[e].kind is Kind.PERSON]
        if len(people) > 1:
            discourse.pair = tuple(people)
    predicate = match.frame.predicate
    if predicate in (Predicate.ATTENDED, Predicate.HOSTED, Predicate.SPOKE_AT):
        discourse.event = objects[0][0]
        for entity, _ in objects:
            draft = drafts[entity]
            if draft.kind is Kind.EVENT and draft.date is None:
                draft.date, draft.end_date, draft.status = day, until, match.status
                draft.place = place if draft.place is None else draft.place
    if predicate in (Predicate.VISITED, Predicate.ACCOMPANIED):
        principals = objects if predicate is Predicate.ACCOMPANIED else subjects
        discourse.principal = tuple(e for e, _ in principals if drafts[e].kind is Kind.PERSON)
        if predicate is Predicate.ACCOMPANIED:
            together = [e for e, _ in [*objects, *subjects] if drafts[e].kind is Kind.PERSON]
            discourse.company = tuple(dict.fromkeys(together))
    if predicate is Predicate.VISITED and objects[-1][1].sort is Sort.PLACE:
        discourse.place = objects[0][0] if len(objects) == 1 else None
        discourse.trip = (day, discourse.place)
    elif place is not None and match.status is Status.OCCURRED:
        discourse.place = place
    if match.status is Status.OCCURRED and _is_day(day) and discourse.anchor is None and not until:
        discourse.anchor = day
