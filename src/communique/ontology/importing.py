"""A file of RDF into what releases assert, all of it checked before anything is written.

Each resource says which release it belongs to, so that a file without graphs is read as one with
them. What is derived is left aside: it is derived again.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from communique.errors import DataError
from communique.graph.decisions import Decision
from communique.graph.model import EdgeType, Label, PlaceLabel
from communique.graph.rows import Batch
from communique.ontology.deciding import decision_of
from communique.ontology.description import Resource
from communique.ontology.mapping import Quad
from communique.ontology.parsing.parser import parse
from communique.ontology.restoring import batch_of
from communique.ontology.sorting import sort_lines
from communique.ontology.terms import ASSERTIONS, DERIVED, NAMESPACE, OA, PROV, TYPE
from communique.ontology.writers.descriptions import describe, describe_graphs, triple_line

_ASSERTED = frozenset(ASSERTIONS[edge] for edge in EdgeType if edge in ASSERTIONS)
_FOLLOWING = frozenset({*Label, *PlaceLabel, "Tenure", "Reading"} - {Label.RELEASE})
"""Classes of what follows from the assertions, and is made again of them."""
_DECIDED = frozenset({"Decision", "Side"})
_SELECTOR = "#selector."


@dataclass(frozen=True)
class Contents:
    """What a file says, on disk as long as it is looked at.

    Attributes:
        decisions: What people decided, sorted by id.
        left_out: How many resources are described in other vocabularies.
    """

    decisions: tuple[Decision, ...]
    left_out: int
    _sorted: Path

    def batches(self) -> Iterator[Batch]:
        """Walk what releases assert, sorted by release.

        Yields:
            A batch for each release.

        Raises:
            DataError: If something is missing, or is not what it should be.
        """
        with self._sorted.open(encoding="utf-8", newline="\n") as lines:
            for _, descriptions in describe_graphs(lines):
                found = (Resource.of(subject, told) for subject, told in descriptions)
                yield batch_of({resource.iri: resource for resource in found})


@contextmanager
def contents_of(path: Path, form: str | None = None) -> Iterator[Contents]:
    """Read a file.

    Args:
        path: The file.
        form: Its format; None where its ending tells.

    Yields:
        What it says.

    Raises:
        MissingFile: If there is no such file.
        DataError: If it is no RDF, or says nothing of ours.
    """
    with TemporaryDirectory(prefix="communique-") as folder:
        sorted_file = Path(folder) / "sorted"
        routed = _Routing()
        lines = sort_lines(routed.route(parse(path, form)))
        with sorted_file.open("w", encoding="utf-8", newline="\n") as out:
            out.writelines(lines)
        if not routed.releases and not routed.decided:
            message = f"{path} is RDF, but tells of no release in the vocabulary {NAMESPACE}."
            raise DataError(message, "`communique export` writes such files; see docs/ontology.md.")
        yield Contents(routed.decisions(), routed.left_out, sorted_file)


class _Routing:
    """Finds for each resource the release to which it belongs."""

    def __init__(self) -> None:
        self.releases = 0
        self.left_out = 0
        self.decided: dict[str, Resource] = {}

    def route(self, quads: Iterable[Quad]) -> Iterator[str]:
        for subject, told in describe(sort_lines(map(triple_line, quads))):
            resource = Resource.of(subject, told)
            owner = self._owner(resource)
            if owner:
                for predicate, found in told:
                    yield f"{owner} {subject} {predicate} {found}\n"

    def decisions(self) -> tuple[Decision, ...]:
        made = [
            decision_of(resource, self.decided)
            for resource in self.decided.values()
            if "Decision" in resource.classes
        ]
        return tuple(sorted(made, key=lambda decision: decision.id))

    def _owner(self, resource: Resource) -> str | None:
        classes = resource.classes
        if Label.RELEASE in classes:
            self.releases += 1
            return f"<{resource.iri}>"
        if classes & _ASSERTED:
            return resource.one("inRelease")
        if "Evidence" in classes:
            return resource.one(f"{OA}hasSource")
        release, mark, _ = resource.iri.rpartition(_SELECTOR)
        if mark and resource.terms(f"{OA}exact"):
            return f"<{release}>"
        if classes & _DECIDED:
            self.decided[resource.iri] = resource
        elif not self._follows(resource):
            self.left_out += 1
        return None

    @staticmethod
    def _follows(resource: Resource) -> bool:
        agent = f"<{PROV}SoftwareAgent>"
        types = resource.terms(TYPE)
        return bool(resource.classes & _FOLLOWING) or resource.iri == DERIVED or agent in types
