"""A document that was read with a trace, made into an explanation."""

from collections.abc import Iterator

from communique.reading.explanation import Drop, Explanation, Reason, lay_out
from communique.reading.model import Reading, Span
from communique.reading.rules.clauses.matching import NOUN_WINDOW
from communique.reading.rules.discourse.drafts import Registry
from communique.reading.rules.tables.frames import verb_forms
from communique.reading.rules.texts.document import Document, Sentence
from communique.reading.rules.texts.trace import FullTrace, Telling

_UNTRIED = (Reason.QUOTED, Reason.UNREAL)


def explain_document(registry: Registry, trace: FullTrace, reading: Reading) -> Explanation:
    """Lay a reading out over the sentences of its document.

    Args:
        registry: The drafts, and with them the document.
        trace: What came to nothing while it was read.
        reading: What came of it.
    """
    doc = registry.doc
    spans = [registry.span(s.first, s.last) for s in doc.sentences]
    sorts = (
        (registry.span(*mention.core), mention.sort.value)
        for sentence in doc.sentences
        for mention in sentence.mentions
    )
    return lay_out(reading, spans, sorts, [*_dropped_words(doc, trace), *_lost(registry, trace)])


def _dropped_words(doc: Document, trace: FullTrace) -> Iterator[Drop]:
    for sentence in doc.sentences:
        for at in range(sentence.first, sentence.last) if trace.words else ():
            rule, reason = trace.words.get(at, ("", None))
            if reason is None or (reason in _UNTRIED and not _may_tell(doc, sentence, at)):
                continue
            token = doc.tokens[at]
            yield Drop(Span(token.start, token.end), token.text, rule, reason)


def _may_tell(doc: Document, sentence: Sentence, at: int) -> bool:
    """Whether a word that no rule was tried on could tell a fact: ``have`` alone can not."""
    form = verb_forms().get(doc.tokens[at].low)
    near = {t.low for t in doc.tokens[at + 1 : min(sentence.last, at + NOUN_WINDOW)]}
    return form is None or any(not f.noun or f.noun & near for f in form.frames)


def _lost(registry: Registry, trace: FullTrace) -> Iterator[Drop]:
    for fact, reason in trace.facts:
        yield Drop(fact.evidence, _told(registry, fact), fact.rule, reason)


def _told(registry: Registry, fact: Telling) -> str:
    ends = (registry.drafts[entity].name for entity in (fact.subject, fact.object))
    return f" {fact.predicate.value} ".join(ends)
