"""Lines of quads taken apart and grouped by what they describe."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter

from communique.ontology.mapping import Quad

Triple = tuple[str, str, str]
Description = tuple[str, list[tuple[str, str]]]
"""A subject, and its predicates with their objects, in order."""


def triple_line(quad: Quad) -> str:
    """Put a quad without its graph, ready to be taken apart."""
    return f"{quad[0]} {quad[1]} {quad[2]}\n"


def graph_line(quad: Quad) -> str:
    """Put a quad behind its graph, ready to be taken apart."""
    return f"{quad[3]} {quad[0]} {quad[1]} {quad[2]}\n"


def describe(lines: Iterable[str]) -> Iterator[Description]:
    """Group lines of triples by subject.

    Args:
        lines: As `triple_line` puts them, in order.

    Yields:
        What is said of each subject.
    """
    triples = (line[:-1].split(" ", 2) for line in lines)
    for subject, group in groupby(triples, key=itemgetter(0)):
        yield subject, [(predicate, found) for _, predicate, found in group]


def describe_graphs(lines: Iterable[str]) -> Iterator[tuple[str, Iterator[Description]]]:
    """Group lines of quads by graph, and in each by subject.

    Args:
        lines: As `graph_line` puts them, in order.

    Yields:
        Each graph with what it says of each subject.
    """
    told = (line.split(" ", 1) for line in lines)
    for graph, group in groupby(told, key=itemgetter(0)):
        yield graph, describe(rest for _, rest in group)
