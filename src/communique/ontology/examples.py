"""An example of every term: a few triples of the sample, as Turtle."""

from functools import cached_property
from importlib.resources import files

from rdflib import OWL, RDF, RDFS, Graph, URIRef
from rdflib.term import Node

from communique.ontology.vocabulary import vocabulary


class Examples:
    """The sample, asked for examples."""

    @cached_property
    def sample(self) -> Graph:
        """Two invented releases that use every term, as an export says them."""
        text = (files("communique.ontology") / "sample.ttl").read_text("utf-8")
        return Graph(bind_namespaces="none").parse(data=text, format="turtle")

    def prefixes(self) -> str:
        """Declare the prefixes of all examples."""
        used = sorted({*self.sample.namespaces(), ("owl", URIRef(str(OWL)))})
        return "\n".join(f"@prefix {prefix}: <{namespace}> ." for prefix, namespace in used)

    def of(self, term: URIRef) -> str:
        """Write an example.

        Args:
            term: A class or property of the ontology, or of another that the sample uses.

        Returns:
            For a class all that the sample says of one of it, the one of which it says most; for a
            property one use of it, the shortest, with the class of its subject. Without prefixes.
        """
        if (term, RDF.type, OWL.Class) in vocabulary():
            return self._of_class(term)
        if (term, RDF.type, OWL.AnnotationProperty) in vocabulary():
            return self._of_property(term, vocabulary())
        return self._of_property(term, self.sample)

    def _of_class(self, term: URIRef) -> str:
        below = set(vocabulary().transitive_subjects(RDFS.subClassOf, term))
        found = {s for each in below for s in self.sample.subjects(RDF.type, each)}
        written = [(self._width(subject), self._turtle(self.sample, subject)) for subject in found]
        fullest = max(width for width, _ in written)
        return min((text for width, text in written if width == fullest), key=_brevity)

    def _width(self, subject: Node) -> int:
        return len(set(self.sample.predicates(subject)))

    def _of_property(self, term: URIRef, graph: Graph) -> str:
        uses = graph.subject_objects(term)
        return min((self._turtle(graph, s, (term, o)) for s, o in uses), key=_brevity)

    def _turtle(self, graph: Graph, subject: Node, use: tuple[Node, Node] | None = None) -> str:
        shown = Graph(bind_namespaces="none")
        for prefix, namespace in (*self.sample.namespaces(), *vocabulary().namespaces()):
            shown.bind(prefix, namespace)
        for predicate, found in graph.predicate_objects(subject):
            if use in (None, (predicate, found)) or predicate == RDF.type:
                shown.add((subject, predicate, found))
        lines = shown.serialize(format="turtle").splitlines()
        return "\n".join(line for line in lines if line and not line.startswith("@prefix"))


def _brevity(text: str) -> tuple[int, str]:
    return len(text), text
