"""Who says ``I`` and ``we``: the author of a statement, the speaker of a line, the issuer."""

from communique.reading.model import Kind
from communique.reading.rules.discourse.drafts import Registry
from communique.reading.rules.tables.gazetteer import gazetteer
from communique.reading.rules.tables.lexicon import bag
from communique.reading.rules.texts.document import Document, Sentence, Sort
from communique.reading.rules.texts.tokens import tokenize

_FIRST_LINES = 4
_SPEECHES = bag("speech remarks address statement keynote welcoming opening")


def find_author(doc: Document) -> int | None:
    """The person whose byline opens the body: ``Ana Velt, Minister of Trade``."""
    for sentence in [s for s in doc.sentences if s.paragraph >= 0][:_FIRST_LINES]:
        people = [m for m in sentence.mentions if m.sort is Sort.PERSON]
        if not people or not people[0].entities:
            continue
        if _announces(doc, sentence):
            return people[0].entities[0]
        if len(people) != 1 or people[0].start > sentence.first + 1:
            continue
        rest = sentence.last - people[0].end
        if rest <= 1 and doc.tokens[sentence.last - 1].text != ":" and people[0].entities:
            return people[0].entities[0]
    return None


def _announces(doc: Document, sentence: Sentence) -> bool:
    """``Following is the speech by the Minister, Ms Velt, at …``."""
    lows = [t.low for t in doc.tokens[sentence.first : min(sentence.last, sentence.first + 10)]]
    return "following" in lows[:2] and bool(_SPEECHES & set(lows)) and "by" in lows


def find_home(doc: Document, registry: Registry) -> int | None:
    """The issuer's country among the places of the text; None where the text doesn't name it."""
    country = gazetteer().countries.get(doc.home or "")
    if country is None or country.sort != "country":
        return None
    for position, draft in enumerate(registry.drafts):
        if draft.kind is not Kind.PLACE:
            continue
        tokens = tokenize(draft.name)
        found = gazetteer().match(tokens, 0, len(tokens))
        if found and found[0] == len(tokens) and found[1].name == country.name:
            return position
    return None
