"""The graph of `ontology/sample.ttl`: two invented releases that use every term of the ontology.

Run as ``python tests/ontology/sample.py > src/communique/ontology/sample.ttl``.
"""

import sys
from dataclasses import dataclass, field
from typing import Any

from rdflib import Graph

from communique.graph.assertion import assert_release
from communique.graph.decisions import Side
from communique.graph.decisions.decision import same, side_of, wrong
from communique.graph.model import Label
from communique.graph.rows import Batch
from communique.graph.whole import settle
from communique.loaders.release import Release
from communique.ontology.deciding import quads_of_decision
from communique.ontology.iris import BASE
from communique.ontology.mapping import Quad, quads_of_edge, quads_of_node
from communique.ontology.terms import NAMESPACE, OA, PROV
from communique.reading.model import Entity, Fact, Kind, Predicate, Reading, Span

TALKS = """\
Minister at Harbour Forum
The Minister for Trade of Solvik, Ms Ada Oduya, was in Oslo today (March 4) with her adviser Cleo Dahl. \
She met the Mayor of Oslo, Mr Ben Cole, over lunch and thanked him for the welcome. \
She spoke at the 12th Harbour Forum, part of the Harbour Week (March 3 to 7), \
which the Harbour Authority (HA) hosted at Harbour House, and signed the Fjord Accord. \
She congratulated the Authority on its centenary and will fly to Scandinavia's north.
Ends
"""
NOTE = """\
The Mayor of Oslo met A. Oduya at a reception.
"""
PREFIXES = {
    "cq": NAMESPACE, "oa": OA, "prov": PROV,
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#", "xsd": "http://www.w3.org/2001/XMLSchema#",
    **{kind: f"{BASE}{kind}/" for kind in (
        "person", "office", "organization", "place", "event", "decision", "kind", "status", "role",
        "verb", "reader",
    )},
}  # fmt: skip


@dataclass
class Draft:
    """A reading in the making: entities and facts by the words that say them."""

    text: str
    entities: list[Entity] = field(default_factory=list)
    facts: list[Fact] = field(default_factory=list)

    def find(self, words: str) -> Span:
        """Find words in the text."""
        start = self.text.index(words)
        return Span(start, start + len(words))

    def add(self, kind: Kind, *forms: str, **more: Any) -> int:
        """Add an entity that the text calls so; give its number."""
        spans = more.pop("spans", None) or tuple(sorted(map(self.find, forms)))
        self.entities.append(Entity(kind, forms[0], spans, tuple(sorted(forms)), **more))
        return len(self.entities) - 1

    def tell(self, one: int, predicate: Predicate, other: int, words: str, **more: Any) -> None:
        """Add a fact, with the words that say it."""
        first, second = (self.entities[each].mentions[0] for each in (one, other))
        told = {"date": "2031-03-04", **more}
        self.facts.append(
            Fact(one, predicate, other, first, second, self.find(words), "sample", 0.9, **told)
        )


def talks() -> Batch:
    """A release that says nearly everything."""
    made = Draft(TALKS)
    norway = made.add(
        Kind.PLACE, "Norway", spans=(made.find("Oslo"),), sort="country", country="NO", implied=True
    )
    oslo = made.add(
        Kind.PLACE, "Oslo", sort="city", country="NO", place=norway, latitude=59.91273,
        longitude=10.74609, gazetteer="geonames:3143244",
    )  # fmt: skip
    solvik = made.add(Kind.PLACE, "Solvik", sort="country")
    house = made.add(Kind.PLACE, "Harbour House", sort="venue", place=oslo)
    north = made.add(Kind.PLACE, "Scandinavia", sort="region")
    body = made.add(Kind.ORGANIZATION, "Harbour Authority", "HA", sort="body", place=oslo)
    minister = made.add(
        Kind.OFFICE, "Minister for Trade of Solvik", title="Minister for Trade", of=solvik
    )
    mayor = made.add(Kind.OFFICE, "Mayor of Oslo", title="Mayor", of=oslo)
    ada = made.add(Kind.PERSON, "Ada Oduya", offices=(minister,))
    ben = made.add(Kind.PERSON, "Ben Cole", offices=(mayor,))
    cleo = made.add(Kind.PERSON, "Cleo Dahl")
    lunch = made.add(Kind.EVENT, "lunch", sort="lunch", named=False, date="2031-03-04", place=oslo)
    week = made.add(
        Kind.EVENT, "Harbour Week", sort="event", date="2031-03-03", end_date="2031-03-07"
    )
    forum = made.add(
        Kind.EVENT, "12th Harbour Forum", sort="forum", date="2031-03-04", place=house, part_of=week
    )
    accord = made.add(Kind.EVENT, "Fjord Accord", sort="signing", date="2031-03-04")
    hosted = "the 12th Harbour Forum, part of the Harbour Week (March 3 to 7), which the Harbour Authority (HA) hosted"
    made.tell(
        ada,
        Predicate.MET_WITH,
        ben,
        "She met the Mayor of Oslo, Mr Ben Cole",
        event=lunch,
        place=oslo,
    )
    made.tell(
        ada,
        Predicate.THANKED,
        ben,
        "thanked him for the welcome",
        for_what=made.find("the welcome"),
    )
    made.tell(
        cleo,
        Predicate.ACCOMPANIED,
        ada,
        "Ms Ada Oduya, was in Oslo today (March 4) with her adviser Cleo Dahl",
    )
    made.tell(ada, Predicate.SPOKE_AT, forum, "She spoke at the 12th Harbour Forum")
    made.tell(body, Predicate.HOSTED, forum, hosted)
    made.tell(ada, Predicate.SIGNED, accord, "signed the Fjord Accord")
    made.tell(
        ada,
        Predicate.CONGRATULATED,
        body,
        "She congratulated the Authority on its centenary",
        for_what=made.find("its centenary"),
    )
    made.tell(ada, Predicate.VISITED, north, "will fly to Scandinavia's north", date=None)
    release = Release(
        TALKS, "Minister at Harbour Forum", body=TALKS.index("The"), end=TALKS.index("Ends"),
        date="2031-03-04", issued="2031-03-04T16:30:00", issuer="Ministry of Trade of Solvik",
        url="https://press.solvik.example/1",
    )  # fmt: skip
    return assert_release(release, _reading(made))


def note() -> Batch:
    """A release that names nobody in full: its mayor is found by the day, its Oduya by a person."""
    made = Draft(NOTE)
    oslo = made.add(Kind.PLACE, "Oslo", sort="city", country="NO", gazetteer="geonames:3143244")
    mayor = made.add(Kind.OFFICE, "Mayor of Oslo", title="Mayor", of=oslo)
    holder = made.add(Kind.GROUP, "Mayor of Oslo", named=False, offices=(mayor,))
    ada = made.add(Kind.PERSON, "A. Oduya")
    party = made.add(Kind.EVENT, "reception", sort="reception", named=False, date="2031-03-04")
    made.tell(holder, Predicate.MET_WITH, ada, "The Mayor of Oslo met A. Oduya", event=party)
    made.tell(ada, Predicate.ATTENDED, party, "A. Oduya at a reception")
    release = Release(NOTE, date="2031-03-04", issuer="City of Oslo", url="https://oslo.example/2")
    return assert_release(release, _reading(made, "The release has no headline."))


def _reading(made: Draft, *notes: str) -> Reading:
    return Reading(
        "rules/0.1.0", "2031-03-04", "en", tuple(made.entities), tuple(made.facts), notes
    )


def quads() -> list[Quad]:
    """All that the sample says."""
    batches = [talks(), note()]
    people = [m for b in batches for m in b.mentions if m.label is Label.PERSON]
    ada, initial = (
        next(m for m in people if m.properties["form"] == f) for f in ("Ada Oduya", "A. Oduya")
    )
    attended = next(a for a in batches[1].assertions if "#attended." in a.id)
    decisions = [
        same(_side(ada), _side(initial), note="One minister, on one day."),
        wrong(str(attended.properties["fact"])),
    ]
    whole = settle(batches, decisions)
    made = [quad for node in whole.nodes.values() for quad in quads_of_node(node)]
    made += [quad for edge in whole.edges.values() for quad in quads_of_edge(edge)]
    return made + [quad for decision in decisions for quad in quads_of_decision(decision)]


def _side(mention: Any) -> Side:
    return side_of(mention.id, str(mention.properties["form"]))


def _cq(name: str) -> str:
    return f"<{NAMESPACE}{name}>"


def graph() -> Graph:
    """The sample as triples."""
    made = Graph(bind_namespaces="none")
    lines = "\n".join(f"{s} {p} {o} ." for s, p, o, _ in quads())
    for prefix, namespace in PREFIXES.items():
        made.bind(prefix, namespace)
    return made.parse(data=lines, format="nt")


if __name__ == "__main__":
    sys.stdout.write(
        "# Made by tests/ontology/sample.py: two invented releases, and every term.\n\n"
    )
    sys.stdout.write(graph().serialize(format="turtle").rstrip() + "\n")
