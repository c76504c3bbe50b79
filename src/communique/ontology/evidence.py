"""Where it is said and who read it: Open Annotation and PROV, in the graph of each release."""

from collections.abc import Iterator

from communique.graph.rows import Node, Value
from communique.ontology.iris import iri_of
from communique.ontology.literals import number, string
from communique.ontology.terms import DERIVED, NAMESPACE, OA, PROV, TYPE

_TYPE = f"<{TYPE}>"
_EVIDENCE, _READING = f"<{NAMESPACE}Evidence>", f"<{NAMESPACE}Reading>"
_SOURCE, _SELECTOR = f"<{OA}hasSource>", f"<{OA}hasSelector>"
_POSITION, _QUOTE = f"<{OA}TextPositionSelector>", f"<{OA}TextQuoteSelector>"
_EXACT, _START, _END = f"<{OA}exact>", f"<{OA}start>", f"<{OA}end>"
_USED, _WITH = f"<{PROV}used>", f"<{PROV}wasAssociatedWith>"
_AGENT, _FROM = f"<{PROV}SoftwareAgent>", f"<{PROV}wasDerivedFrom>"
Quad = tuple[str, str, str, str]


def reading_of(release_id: str) -> str:
    """Give the id of the reading of a release."""
    return f"{release_id}#reading"


def selector_of(release_id: str, start: Value, end: Value) -> str:
    """Give the id of what selects words of a release."""
    return f"{release_id}#selector.{start}-{end}"


def quads_of_evidence(
    words: str, place: tuple[str, Value, Value], quote: str, graph: str
) -> Iterator[Quad]:
    """Say which words of a release are evidence.

    Args:
        words: The resource that they are.
        place: The id of the release, where the words start and where they end, in code points.
        quote: The words.
        graph: In which graph.

    Yields:
        Its quads: the source, and a selector by position and by quote.
    """
    release, start, end = place
    selector = f"<{iri_of(selector_of(release, start, end))}>"
    yield words, _TYPE, _EVIDENCE, graph
    yield words, _SOURCE, _iri(release), graph
    yield words, _SELECTOR, selector, graph
    yield selector, _TYPE, _POSITION, graph
    yield selector, _TYPE, _QUOTE, graph
    yield selector, _START, number(start), graph  # type: ignore[arg-type]
    yield selector, _END, number(end), graph  # type: ignore[arg-type]
    yield selector, _EXACT, string(quote), graph


def quads_of_reading(release: Node, graph: str) -> Iterator[Quad]:
    """Say how a release was read, and that what is derived is derived from it.

    Args:
        release: Its node.
        graph: In which graph.

    Yields:
        Its quads; who read is left out where the release does not tell.
    """
    reading = _iri(reading_of(release.ref.id))
    yield reading, _TYPE, _READING, graph
    yield reading, _USED, graph, graph
    yield f"<{DERIVED}>", _FROM, graph, graph
    if reader := release.properties.get("reader"):
        agent = _iri(f"reader:{reader}")
        yield reading, _WITH, agent, graph
        yield agent, _TYPE, _AGENT, graph


def _iri(some_id: str) -> str:
    return f"<{iri_of(some_id)}>"
