"""From drafts and findings to a reading."""

from communique.reading.model import Entity, Fact, Kind, Span
from communique.reading.rules.clauses.findings import Finding
from communique.reading.rules.discourse.drafts import Draft, Registry, key_of
from communique.reading.rules.mentions.seats import is_single_seat
from communique.reading.rules.tables.exonyms import find_exonym
from communique.reading.rules.tables.gazetteer import Place, gazetteer
from communique.reading.rules.texts.document import Title
from communique.reading.rules.texts.tokens import tokenize

_ORGANIZATION_SORTS = {
    "government": "government", "administration": "government", "ministry": "ministry",
    "department": "ministry", "bureau": "ministry", "committee": "committee",
    "commission": "committee", "council": "committee", "company": "company", "limited": "company",
    "corporation": "company", "ltd": "company", "inc": "company", "group": "company",
}  # fmt: skip


def assemble(
    registry: Registry, findings: list[Finding]
) -> tuple[tuple[Entity, ...], tuple[Fact, ...]]:
    """Number the entities that are named or used, and point the facts at them."""
    parties = {n for f in findings for n in (f.subject, f.object)}
    for n, draft in enumerate(list(registry.drafts)):
        if draft.kind is Kind.PERSON or n in parties:
            _enter_bodies(registry, draft)
    places = {n: _locate(d) for n, d in enumerate(registry.drafts) if d.kind is Kind.PLACE}
    used = _used(registry, findings)
    order = sorted(used, key=lambda n: (min(registry.drafts[n].spans), n))
    offices, holders = _offices(registry, order)
    numbers = {draft: n for n, draft in enumerate(order)}
    entities = [
        _entity(
            registry.drafts[n], numbers, places.get(n), [len(order) + o for o in holders.get(n, ())]
        )
        for n in order
    ]
    entities += [_office(title, spans, numbers, registry) for title, spans in offices]
    _imply_countries(entities)
    facts = sorted(
        (_fact(f, numbers) for f in findings),
        key=lambda f: (f.evidence, f.subject_span, f.object_span, f.predicate),
    )
    return tuple(entities), tuple(facts)


def _used(registry: Registry, findings: list[Finding]) -> set[int]:
    used = {
        n for n, d in enumerate(registry.drafts) if d.spans and (d.kind is Kind.PERSON or d.wanted)
    }
    for f in findings:
        used |= {f.subject, f.object} | {n for n in (f.event, f.place) if n is not None}
    for n in list(used):
        draft = registry.drafts[n]
        used |= {p for p in (draft.place, draft.part_of) if p is not None}
        for title in _held(registry, draft):
            body = _body(registry, title)
            if body is not None:
                used.add(body)
    return used


def _enter_bodies(registry: Registry, draft: Draft) -> None:
    """Make sure that what an office is of is an entity too."""
    from communique.reading.rules.texts.document import Mention, Sort

    for title in _held(registry, draft):
        if title.body is None:
            continue
        lo, hi = title.body
        while lo < hi and not registry.doc.tokens[lo].cap:
            lo += 1
        if lo >= hi:
            continue
        place = gazetteer().match(registry.doc.tokens, lo, hi)
        sort = Sort.PLACE if place and place[0] == hi else Sort.ORGANIZATION
        registry.enter(Mention(sort, lo, hi, _body_name(registry, title), (lo, hi)), wanted=False)


def _body_name(registry: Registry, title: Title) -> str:
    from communique.reading.rules.mentions.titles import strip_brackets

    lo, hi = title.body or (0, 0)
    while lo < hi and not registry.doc.tokens[lo].cap:
        lo += 1
    return strip_brackets(registry.doc, lo, hi)


def _body(registry: Registry, title: Title) -> int | None:
    if title.body is None:
        return None
    key = key_of(_body_name(registry, title))
    for kind in (Kind.PLACE, Kind.ORGANIZATION):
        if (kind, key) in registry.by_key:
            return registry.by_key[kind, key]
    return None


def _held(registry: Registry, draft: Draft) -> list[Title]:
    """The offices of a person; of a group its title, as often as it stands, if a single seat."""
    if draft.kind is Kind.PERSON:
        return draft.titles
    if not all(is_single_seat(registry.doc, title) for title in draft.titles):
        return []
    return [t for t in draft.titles if t.name.lower() == draft.titles[0].name.lower()]


def _offices(
    registry: Registry, order: list[int]
) -> tuple[list[tuple[Title, set[Span]]], dict[int, list[int]]]:
    """The offices in order of their holders, people first, and which each holds."""
    offices: list[tuple[Title, set[Span]]] = []
    known: dict[str, int] = {}
    holders: dict[int, list[int]] = {}
    for n in sorted(order, key=lambda n: registry.drafts[n].kind is not Kind.PERSON):
        for title in _held(registry, registry.drafts[n]):
            at = known.setdefault(title.name.lower(), len(offices))
            if at == len(offices):
                offices.append((title, set()))
            offices[at][1].add(registry.span(title.start, title.end))
            if at not in holders.setdefault(n, []):
                holders[n].append(at)
    return offices, holders


def _office(title: Title, spans: set[Span], numbers: dict[int, int], registry: Registry) -> Entity:
    body = _body(registry, title)
    return Entity(
        Kind.OFFICE, title.name, tuple(sorted(spans)), (title.name,), title=title.head,
        of=numbers.get(body) if body is not None else None,
    )  # fmt: skip


def _entity(
    draft: Draft, numbers: dict[int, int], place: Place | None, offices: list[int]
) -> Entity:
    return Entity(
        draft.kind,
        draft.name,
        tuple(sorted(draft.spans)),
        tuple(sorted(draft.forms | {draft.name})),
        sort=_sort(draft, place),
        named=draft.named,
        offices=tuple(offices),
        place=numbers.get(draft.place) if draft.place is not None else None,
        part_of=numbers.get(draft.part_of) if draft.part_of is not None else None,
        date=draft.date,
        end_date=draft.end_date,
        status=draft.status,
        latitude=place.latitude if place else None,
        longitude=place.longitude if place else None,
        country=place.country if place else None,
        gazetteer=place.id if place else None,
    )


def _sort(draft: Draft, place: Place | None) -> str | None:
    if draft.kind is Kind.PLACE:
        return place.sort if place else "venue"
    if draft.kind is Kind.ORGANIZATION:
        words = draft.name.lower().split()
        return next((_ORGANIZATION_SORTS[w] for w in words if w in _ORGANIZATION_SORTS), "body")
    return draft.sort if draft.kind is Kind.EVENT else None


def _locate(draft: Draft) -> Place | None:
    tokens = tokenize(draft.name)
    found = gazetteer().match(tokens, 0, len(tokens)) if tokens else None
    return found[1] if found and found[0] == len(tokens) else find_exonym(draft.name)


def _imply_countries(entities: list[Entity]) -> None:
    """Give each city and region its country, implied where no words name it."""
    from dataclasses import replace

    countries = {
        e.country: n for n, e in enumerate(entities) if e.kind is Kind.PLACE and e.sort == "country"
    }
    for n, entity in enumerate(list(entities)):
        code = entity.country
        if entity.kind is not Kind.PLACE or entity.sort == "country" or code is None:
            continue
        known = gazetteer().countries.get(code)
        if known is None or known.name == entity.name:
            continue
        if code not in countries:
            countries[code] = len(entities)
            entities.append(
                Entity(Kind.PLACE, known.name, entity.mentions, (known.name,), "country",
                       country=code, gazetteer=known.id, implied=True)
            )  # fmt: skip
        entities[n] = replace(entity, place=countries[code])


def _fact(f: Finding, numbers: dict[int, int]) -> Fact:
    return Fact(
        numbers[f.subject], f.predicate, numbers[f.object], f.subject_span, f.object_span,
        f.evidence, f.rule, f.confidence,
        numbers[f.event] if f.event is not None else None,
        f.date, numbers[f.place] if f.place is not None else None, f.status, f.for_what,
    )  # fmt: skip
