"""The last look over a release's facts: repetitions fall out, the best wording stays."""

from communique.reading.explanation import Reason
from communique.reading.model import Kind, Predicate
from communique.reading.rules.clauses.findings import Finding
from communique.reading.rules.discourse.drafts import Registry
from communique.reading.rules.tables.lexicon import bag

_RECENT = 200
"""Facts to compare one with, so that time stays linear in the text."""
_GENERAL = bag(
    "leaders officials representatives ministers counterparts delegations leader counterpart"
)


def review(registry: Registry, findings: list[Finding]) -> list[Finding]:
    """Drop what is told twice, and groups in the lede whose members the body names."""
    kept: list[Finding] = []
    told: dict[tuple[Predicate, frozenset[int]], list[Finding]] = {}
    renamed: dict[int, int] = {}
    for finding in findings:
        alike = told.setdefault(
            (finding.predicate, frozenset((finding.subject, finding.object))), []
        )
        twin = next((k for k in alike[-_RECENT:] if _is_same(k, finding)), None)
        if twin is None:
            kept.append(finding)
            alike.append(finding)
            continue
        _merge(twin, finding)
        registry.doc.trace.lose(finding, Reason.REPEATED)
        if finding.event is not None and twin.event is not None and finding.event != twin.event:
            renamed.setdefault(finding.event, twin.event)
    for finding in kept:
        finding.event = _follow(renamed, finding.event)
        finding.object = _follow(renamed, finding.object) or finding.object
    lede = _lede_end(registry)
    met = [f for f in kept if f.predicate is Predicate.MET_WITH][:_RECENT]
    return [f for f in kept if f.evidence.start >= lede or not _is_vague(registry, f, met)]


def _lede_end(registry: Registry) -> int:
    """Where the first paragraph of the body ends."""
    doc = registry.doc
    body = [s for s in doc.sentences if s.paragraph >= 0]
    first = [s for s in body if s.paragraph == body[0].paragraph]
    return doc.tokens[first[-1].last - 1].end if first and body[-1] is not first[-1] else 0


def _follow(renamed: dict[int, int], event: int | None) -> int | None:
    for _ in range(len(renamed)):
        if event is None or event not in renamed:
            break
        event = renamed[event]
    return event


def _is_same(left: Finding, right: Finding) -> bool:
    if left.predicate is not right.predicate:
        return False
    pair = (right.subject, right.object)
    same = (left.subject, left.object) == pair
    if left.predicate is Predicate.MET_WITH:
        same = same or (left.object, left.subject) == pair
    if not same:
        return False
    dates_agree = left.date is None or right.date is None or left.date == right.date
    return dates_agree or left.predicate is not Predicate.MET_WITH


def _merge(kept: Finding, other: Finding) -> None:
    kept.date = kept.date or other.date
    kept.place = kept.place if kept.place is not None else other.place
    kept.for_what = kept.for_what or other.for_what


def _is_vague(registry: Registry, finding: Finding, all_: list[Finding]) -> bool:
    vague = _is_lede_group(registry, finding, all_)
    if vague:
        registry.doc.trace.lose(finding, Reason.VAGUE)
    return vague


def _is_lede_group(registry: Registry, finding: Finding, all_: list[Finding]) -> bool:
    """``met with leaders of Arvedia`` in the lede, when the body tells who they were."""
    draft = registry.drafts[finding.object]
    if finding.predicate is not Predicate.MET_WITH or draft.kind is not Kind.GROUP:
        return False
    words = set(draft.name.lower().split())
    later = [
        f
        for f in all_
        if f.predicate is Predicate.MET_WITH
        and f.evidence.start > finding.evidence.end
        and finding.subject in (f.subject, f.object)
        and f.object != finding.object
        and f.status is finding.status
    ]
    for fact in later:
        other = registry.drafts[fact.object]
        if other.kind is Kind.GROUP and len(words & set(other.name.lower().split())) * 2 >= len(
            words
        ):
            return True
        if other.kind is Kind.PERSON and words & _GENERAL and len(words) <= 4:
            return True
    return False
