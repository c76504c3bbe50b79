"""Whether quotes and spans in RDF are what stands in the text of their release."""

from collections.abc import Iterator

from communique.graph.conformance import is_hashed
from communique.graph.properties import Violation
from communique.ontology.iris import place_of
from communique.ontology.literals import lexical_and_datatype
from communique.ontology.terms import NAMESPACE, OA
from communique.ontology.validation.shacl import Part
from communique.ontology.validation.words import id_in

_TEXT, _HASH, _SPAN = (f"<{NAMESPACE}{name}>" for name in ("text", "sha256", "span"))
_DIGITS = 16
_START, _END, _EXACT = (f"<{OA}{name}>" for name in ("start", "end", "exact"))


def check_text(part: Part) -> Iterator[Violation]:
    """Check what a document of RDF says that stands in its text.

    Args:
        part: One document; without a text there is nothing to check.

    Yields:
        Each violation: another text's hash, spans outside the text, quotes that do not stand there.
    """
    told = {quad[:2]: quad[2] for quad in part.quads}
    found = [(subject, value) for (subject, key), value in told.items() if key == _TEXT]
    for release, literal in found:
        text = lexical_and_datatype(literal)[0]
        sha256 = lexical_and_datatype(told.get((release, _HASH), '""'))[0]
        if not is_hashed(text, sha256):
            message = "The hash is another text's than this one's."
            yield Violation(id_in(release), "sha256", message)
        yield from _check_quotes(part, told, text)
        yield from _check_spans(part, text)


def _check_quotes(part: Part, told: dict[tuple[str, str], str], text: str) -> Iterator[Violation]:
    for subject in sorted({quad[0] for quad in part.quads if quad[1] == _EXACT}):
        start, end, quote = (
            lexical_and_datatype(told.get((subject, key), '""'))[0]
            for key in (_START, _END, _EXACT)
        )
        # A shape tells of what is no number, and of one that is longer than any text.
        whole = all(each.isdecimal() and len(each) < _DIGITS for each in (start, end))
        if whole and text[int(start) : int(end)] != quote:
            message = "The quote is not what stands there in the text."
            yield Violation(id_in(subject), "quote", message)


def _check_spans(part: Part, text: str) -> Iterator[Violation]:
    for subject, _, span, _ in sorted(quad for quad in part.quads if quad[1] == _SPAN):
        try:
            _, start, end = place_of(id_in(span))
        except ValueError:
            continue
        if not start < end <= len(text):
            yield Violation(id_in(subject), "span", f"The text has no span {start}-{end}.")
