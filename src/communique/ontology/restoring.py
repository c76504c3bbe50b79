"""Quads into rows: what a release asserts, made again of what RDF says in its graph.

Who is who is not taken from RDF: mentions and the facts between them are, and identity is settled
from these as it was before. So a graph comes back from its assertions alone.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType

from communique.exports.columns import Column, columns_of
from communique.graph.decisions.references import parse_mention
from communique.graph.inference import restore
from communique.graph.model import EdgeType, Label
from communique.graph.rows import Assertion, Batch, Mention, Node, NodeRef, Value
from communique.ontology.description import Resource
from communique.ontology.iris import place_of
from communique.ontology.mapping import CODED, REFERRING, UNSAID
from communique.ontology.terms import ASSERTIONS, EVIDENCE, NAMESPACE, OA, REFERS, property_of

_SETTLED = frozenset({"offices", "of", "within", "part_of"})
"""Keys that say which nodes the mentions came to that a mention points at."""
_ENDS = ("source_mention", "target_mention")
_TYPES: Mapping[str, EdgeType] = MappingProxyType({name: key for key, name in ASSERTIONS.items()})
_OF_NODES = frozenset({"subject", "object", "evidence", "reports", *REFERS.values()})
"""Properties that are no key of the property graph."""


def batch_of(resources: Mapping[str, Resource]) -> Batch:
    """Make a batch of what is said in the graph of one release.

    Args:
        resources: All that is described there, by IRI: the release, its mentions, its assertions,
            its evidence.

    Returns:
        The batch that was exported, whatever identity made of it.

    Raises:
        DataError: If something is missing, or is not what it should be; it names the resource.
    """
    release: Node | None = None
    mentions: list[Mention] = []
    assertions: list[Assertion] = []
    for resource in resources.values():
        for name in resource.classes:
            if name == Label.RELEASE:
                release = _release_of(resource)
            elif name == ASSERTIONS[EdgeType.MENTIONS]:
                mentions.append(_mention_of(resource))
            elif name in _TYPES:
                assertions.append(_assertion_of(resource, _TYPES[name], resources))
    if release is None:
        named = next(iter(resources.values()))
        raise named.fault("is about a release that the file does not describe")
    return Batch(
        release,
        tuple(sorted(mentions, key=lambda mention: mention.id)),
        tuple(sorted(assertions, key=lambda each: (each.type, each.id))),
    )


def _release_of(resource: Resource) -> Node:
    ref = NodeRef(Label.RELEASE, resource.id)
    return Node(ref, {"id": ref.id, **_properties(resource, Label.RELEASE)})


def _mention_of(resource: Resource) -> Mention:
    named = parse_mention(resource.id)
    if named is None:
        raise resource.fault("is the IRI of no mention")
    properties = _properties(resource, EdgeType.MENTIONS)
    refers = {key: tuple(resource.ids(name)) for key, name in REFERS.items()}
    return Mention(
        resource.id,
        named.label,
        {"id": resource.id, **properties},
        {key: ids for key, ids in refers.items() if ids},
    )


def _assertion_of(
    resource: Resource, edge_type: EdgeType, resources: Mapping[str, Resource]
) -> Assertion:
    told: dict[str, Value] = {"id": resource.id, **_properties(resource, edge_type)}
    told |= _evidence(resource, resources)
    kept = dict(restore(told))
    source, target = (str(kept.pop(end, "")) for end in _ENDS)
    return Assertion(edge_type, resource.id, source, target, kept)


def _evidence(resource: Resource, resources: Mapping[str, Resource]) -> dict[str, Value]:
    """Find the quote of a fact, and where it stands."""
    if not resource.terms("evidence"):
        return {}
    try:
        _, start, end = place_of(resource.one_id("evidence"))
        words = resources[resource.one("evidence")[1:-1]]
        selector = resources[words.one(f"{OA}hasSelector")[1:-1]]
    except (KeyError, ValueError):
        raise resource.fault("rests on evidence that the file does not describe") from None
    said = {key: selector.value(selector.one(OA + name)) for key, name in EVIDENCE.items()}
    if (said["start"], said["end"]) != (start, end):
        raise selector.fault(f"does not select the characters {start} to {end}")
    return said


def _properties(resource: Resource, carrier: Label | EdgeType) -> dict[str, Value]:
    """Take the values of a resource under the keys that it can carry."""
    columns = _columns(carrier)
    told: dict[str, Value] = {}
    for predicate, terms in resource.said.items():
        if column := columns.get(predicate):
            if column.key not in _SETTLED:
                told[column.key] = _value(resource, column, terms)
        elif predicate.startswith(NAMESPACE) and not _known(predicate):
            raise resource.fault(f"has {predicate}, which this ontology does not have there")
    return told


@cache
def _columns(carrier: Label | EdgeType) -> Mapping[str, Column]:
    said = (c for c in columns_of(carrier) if c.key not in UNSAID and c.key not in EVIDENCE)
    return {property_of(column.key): column for column in said}


def _known(predicate: str) -> bool:
    return predicate.removeprefix(NAMESPACE) in _OF_NODES


def _value(resource: Resource, column: Column, terms: list[str]) -> Value:
    if column.key == "spans":
        return [at for span in sorted(_places(resource)) for at in span]
    found = [_plain(resource, column, term) for term in terms]
    if column.many:
        return sorted(found, key=str)  # type: ignore[return-value]
    if len(found) > 1:
        raise resource.fault(f"has several values for {column.key}")
    return found[0]


def _plain(resource: Resource, column: Column, term: str) -> Value:
    if column.key in REFERRING:
        return resource.id_of(term)
    if column.key in CODED:
        return resource.word_of(column.key, term)
    return resource.value(term)


def _places(resource: Resource) -> Iterator[tuple[int, int]]:
    for each in resource.ids("span"):
        try:
            _, start, end = place_of(each)
        except ValueError:
            raise resource.fault(f"has {each} as a span, which names no characters") from None
        yield start, end
