"""RDF held against the shapes: each shape catches what breaks it, and nothing else is caught."""

import io
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import RDF, SH, Graph, URIRef

import communique
from communique.graph.assertion import assert_release
from communique.graph.conformance import check_batch
from communique.graph.decisions import wrong
from communique.graph.held import Settling
from communique.graph.rows import Batch, Node
from communique.graph.soundness import check_graph
from communique.graph.store.stored import Stored
from communique.graph.whole import Whole, settle
from communique.loaders import Release
from communique.ontology.mapping import Quad, quads_of_edge, quads_of_node
from communique.ontology.terms import NAMESPACE, OA, PROV, TYPE
from communique.ontology.validation.aim import shape_graph
from communique.ontology.validation.parts import parts_of
from communique.ontology.validation.quotes import check_text
from communique.ontology.validation.shacl import Counts, documents, term, validate
from communique.ontology.validation.shapes import allowed, concrete_classes
from communique.ontology.validation.words import id_in
from communique.pipeline import releases
from communique.reading.model import Kind, Predicate, Status

EXAMPLES = Path(str(communique.__file__)).parent / "examples"
ID = "https://w3id.org/communique/id/"
SHAPE = "https://w3id.org/communique/shapes#"
DECIDED = f"{ID}decision/same-0123"
WRONG = f"{ID}decision/wrong-0123"
Quads = tuple[Quad, ...]
Change = Callable[[Quads], Quads]


def of(whole: Whole) -> Quads:
    """Say a graph in RDF."""
    nodes = (quad for node in whole.nodes.values() for quad in quads_of_node(node))
    edges = (quad for edge in whole.edges.values() for quad in quads_of_edge(edge))
    return (*nodes, *edges)


def decisions() -> Iterator[Quad]:
    """Two decisions about releases that are not here."""
    graph = "<https://w3id.org/communique/graph/decisions>"

    def say(subject: str, predicate: str, told: str) -> Quad:
        return f"<{subject}>", cq(predicate) if predicate != "a" else f"<{TYPE}>", told, graph

    for decision, verb in ((DECIDED, "same"), (WRONG, "wrong")):
        yield say(decision, "a", cq("Decision"))
        yield say(decision, "verb", f"<{ID}verb/{verb}>")
    yield say(WRONG, "fact", "<https://news.example/9#attended.1-2.3-4>")
    for number in (1, 2):
        side = f"{DECIDED}#{number}"
        yield say(DECIDED, "side", f"<{side}>")
        yield say(side, "a", cq("Side"))
        yield say(side, "inRelease", f"<https://news.example/{number + 5}>")
        yield say(side, "ofClass", cq("Person"))
        yield say(side, "span", f"<https://news.example/{number + 5}#char=1,2>")
        yield say(side, "form", '"A"')


@pytest.fixture(scope="module")
def quads(draft: Any) -> Quads:
    """Every class and every property: a long day in Oslo, one title alone, something withheld."""
    made = draft(1, issuer="Harbour Office")
    oslo = made.add(
        Kind.PLACE, "Oslo", sort="city", country="NO", latitude=59.9, longitude=10.7,
        gazetteer="geonames:1", place=1,
    )  # fmt: skip
    made.add(Kind.PLACE, "Norway", sort="country", country="NO", implied=True)
    body = made.add(Kind.ORGANIZATION, "Harbour Guild", sort="body", place=oslo)
    mayor = made.office("Mayor of Oslo", "Mayor", oslo)
    ada, ben = made.person("Ada Oduya", mayor), made.person("Ben Cole")
    more = {"end_date": "2031-03-05", "status": Status.OCCURRED, "place": oslo}
    forum = made.event("Harbour Forum", **more)
    made.meet(ada, ben, made.meeting(place=oslo, part_of=forum), place=oslo)
    for predicate in (Predicate.ATTENDED, Predicate.SPOKE_AT, Predicate.HOSTED, Predicate.SIGNED):
        made.tell(ada, predicate, forum)
    made.tell(ada, Predicate.VISITED, body)
    made.tell(ben, Predicate.ACCOMPANIED, ada)
    why = made.say("the herring")
    for predicate in (Predicate.THANKED, Predicate.CONGRATULATED):
        made.tell(ada, predicate, ben, for_what=why)
    batch = cast("Batch", made.batch())
    told = {**batch.release.properties, "notes": ["A note."], "body_end": len(made.text)}
    batch = Batch(Node(batch.release.ref, told), batch.mentions, batch.assertions)
    title = draft(2)
    bare = title.title(title.office("Mayor of Oslo", "Mayor", title.place("Oslo")))
    title.attend(bare, title.event("Herring Fair"))
    title.tell(bare, Predicate.SPOKE_AT, title.meeting())
    second = cast("Batch", title.batch())
    spoken = next(str(a.properties["fact"]) for a in second.assertions if "spoke" in a.id)
    whole = settle([batch, second], [wrong(spoken)])
    return (*of(whole), *decisions())


def found(quads: Quads) -> set[str]:
    """The names of the shapes that are broken."""
    return {v.rule for v in validate(documents(quads), Counts())}


def cq(name: str) -> str:
    """A term of ours, as N-Quads write it."""
    return f"<{NAMESPACE}{name}>"


def first(quads: Quads, predicate: str, of_class: str | None = None, held: str = "") -> Quad:
    """The first quad with a predicate, whose subject is of a class and whose object has a text."""
    own = {s for s, p, o, _ in quads if p == f"<{TYPE}>" and o in (of_class, cq(str(of_class)))}
    withheld = {s for s, p, o, _ in quads if p == f"<{TYPE}>" and o == cq("Withheld")}
    return next(
        quad for quad in sorted(quads)
        if quad[1] == predicate and (of_class is None or quad[0] in own) and held in quad[2]
        and (quad[0] in withheld) == (of_class == "Withheld")
    )  # fmt: skip


def named(predicate: str) -> str:
    """The IRI of a property by its short name."""
    for prefix, space in (("oa:", OA), ("prov:", PROV)):
        if predicate.startswith(prefix):
            return f"<{space}{predicate.removeprefix(prefix)}>"
    return cq(predicate)


def drop(predicate: str, of_class: str | None = None, held: str = "") -> Change:
    """Leave a quad out."""

    def change(quads: Quads) -> Quads:
        left = first(quads, named(predicate), of_class, held)
        return tuple(quad for quad in quads if quad[:3] != left[:3])

    return change


def put(predicate: str, of_class: str | None, told: str, held: str = "") -> Change:
    """Put another object in a quad's place."""

    def change(quads: Quads) -> Quads:
        left = first(quads, named(predicate), of_class, held)
        rest = tuple(quad for quad in quads if quad[:3] != left[:3])
        return (*rest, (left[0], left[1], told, left[3]))

    return change


def add(predicate: str, of_class: str, told: str, near: str = TYPE) -> Change:
    """Say something more of the first thing of a class."""

    def change(quads: Quads) -> Quads:
        known = near if near == TYPE else named(near)[1:-1]
        subject, _, _, graph = first(quads, f"<{known}>", of_class)
        return (*quads, (subject, named(predicate), told, graph))

    return change


def forget(of_class: str) -> Change:
    """Do not say of what class something is."""

    def change(quads: Quads) -> Quads:
        subject = first(quads, f"<{TYPE}>", of_class)[0]
        return tuple(q for q in quads if (q[0], q[1]) != (subject, f"<{TYPE}>"))

    return change


def typed(value: str, datatype: str) -> str:
    """A literal with a datatype."""
    return f'"{value}"^^<http://www.w3.org/2001/XMLSchema#{datatype}>'


ELSEWHERE = "<https://news.example/2#mentions.place.0-4>"
OTHER = "<https://news.example/2>"

BROKEN: dict[str, tuple[Change, str]] = {
    "no hash": (drop("sha256", "Release"), "WholeRelease-sha256"),
    "a hash too short": (put("sha256", "Release", '"abc"'), "WholeRelease-sha256"),
    "a body before the text": (
        put("bodyStart", "Release", typed("-1", "integer")), "WholeRelease-bodyStart",
    ),
    "an end before the text": (
        put("bodyEnd", "Release", typed("-1", "integer")), "WholeRelease-bodyEnd",
    ),
    "two titles": (add("title", "Release", '"Another"'), "title"),
    "a reading of nothing": (drop("prov:used"), "WholeReading-used"),
    "a reading by two": (
        add("prov:wasAssociatedWith", "Reading", f"<{ID}reader/x>"), "WholeReading-wasAssociatedWith",
    ),
    "a mention of no release": (drop("inRelease", "Mention"), "WholeAssertion-inRelease"),
    "a fact of two releases": (add("inRelease", "Thanks", OTHER), "WholeAssertion-inRelease"),
    "a fact of no release": (drop("inRelease", "Thanks"), "WholeAssertion-inRelease"),
    "a fact that nobody read": (drop("prov:wasGeneratedBy", "Visit"), "WholeAssertion-wasGeneratedBy"),
    "a fact without subject": (drop("subject", "Visit"), "WholeAssertion"),
    "a fact without object": (drop("object", "Visit"), "WholeAssertion"),
    "a mention of nothing": (drop("object", "Mention"), "WholeAssertion"),
    "withheld, with a subject": (add("subject", "Withheld", OTHER), "Withheld-ends"),
    "a mention without form": (drop("form", "Mention"), "WholeMention-form"),
    "an empty form": (put("form", "Mention", '""'), "WholeMention-form"),
    "a mention without forms": (drop("otherForm", "Mention"), "WholeMention-otherForm"),
    "a mention without words": (drop("span", "Mention"), "WholeMention-span"),
    "a span that is none": (put("span", "Mention", OTHER), "WholeMention-span"),
    "attested on two days": (
        add("attested", "Mention", typed("2030-01-01", "date")), "WholeMention-attested",
    ),
    "a mention by another release": (put("subject", "Mention", OTHER), "WholeMention-subject"),
    "an office in another release": (put("ofMention", None, ELSEWHERE), "WholeMention-refers"),
    "a fact without a fact": (drop("fact", "Visit"), "WholeFact-fact"),
    "a fact without status": (drop("status", "Visit"), "WholeFact-status"),
    "a fact by no rule": (drop("madeByRule", "Visit"), "WholeFact-madeByRule"),
    "a fact with no confidence": (drop("confidence", "Visit"), "WholeFact-confidence"),
    "more than sure": (put("confidence", "Visit", typed("1.5", "decimal")), "WholeFact-confidence"),
    "less than nothing": (
        put("readConfidence", None, typed("-0.5", "decimal")), "WholeFact-readConfidence",
    ),
    "a fact without evidence": (drop("evidence", "Visit"), "WholeFact-evidence"),
    "a fact with words of another release": (
        put("oa:hasSource", "Evidence", OTHER), "WholeFact-source",
    ),
    "a start in another release": (put("sourceMention", "Visit", ELSEWHERE), "WholeFact-sourceMention"),
    "an end in another release": (put("targetMention", "Visit", ELSEWHERE), "WholeFact-targetMention"),
    "no start": (drop("sourceMention", "Visit"), "WholeFact-sourceMention"),
    "a subject of another mention": (put("subject", "Visit", f"<{ID}person/ben-cole>"), "WholeFact"),
    "an object of another mention": (put("object", "Visit", f"<{ID}place/oslo>"), "WholeFact"),
    "words of nothing": (drop("oa:hasSource", "Evidence"), "WholeEvidence-hasSource"),
    "words that nothing selects": (drop("oa:hasSelector"), "WholeEvidence-hasSelector"),
    "words without a start": (drop("oa:start"), "WholeEvidence-start"),
    "words that start before the text": (put("oa:start", None, typed("-2", "integer")), "WholeEvidence-start"),
    "words without an end": (drop("oa:end"), "WholeEvidence-end"),
    "no words": (drop("oa:exact"), "WholeEvidence-exact"),
    "empty words": (put("oa:exact", None, '""'), "WholeEvidence-exact"),
    "words that end before they start": (put("oa:end", None, typed("0", "integer")), "WholeSelector-start"),
    "an attendance in no role": (drop("role", "Attendance"), "WholeAttendance-role"),
    "a meeting of two principals": (
        put("role", "Attendance", f"<{ID}role/principal>", "counterpart"), "WholeAttendance",
    ),
    "half a meeting": (put("fact", "Attendance", OTHER, "met-with"), "WholeAttendance"),
    "a meeting at two events": (
        put("object", "Attendance", f"<{ID}event/harbour-forum-2031>", "meeting"),
        "WholeAttendance-event",
    ),
    "a person without a name": (drop("name", "Person"), "Named-name"),
    "a person with an empty name": (put("name", "Person", '""'), "Named-name"),
    "a person with no forms": (drop("alternateName", "Person"), "Named-alternateName"),
    "beyond the pole": (put("latitude", "Place", typed("91.0", "decimal")), "Located-latitude"),
    "beyond the edge": (put("longitude", "Place", typed("-181.0", "decimal")), "Located-longitude"),
    "a tenure of nobody": (drop("holder", "Tenure"), "WholeTenure-holder"),
    "a tenure in nothing": (drop("inOffice", "Tenure"), "WholeTenure-inOffice"),
    "a decision that decides nothing": (drop("verb", "Decision"), "WholeDecision-verb"),
    "a decision about one": (drop("side", "Decision"), "WholeDecision"),
    "wrong without a fact": (drop("fact", "Decision"), "WholeDecision"),
    "a side of no release": (drop("inRelease", "Side"), "WholeSide-inRelease"),
    "a side of no class": (drop("ofClass", "Side"), "WholeSide-ofClass"),
    "a side without words": (drop("span", "Side"), "WholeSide-span"),
    "a side without a form": (drop("form", "Side"), "WholeSide-form"),
    "a status that is none": (put("status", "Visit", f"<{ID}status/perhaps>"), "status"),
    "a role that is none": (put("role", "Attendance", f"<{ID}role/guest>"), "role"),
    "a verb that is none": (put("verb", "Decision", f"<{ID}verb/ask>"), "verb"),
    "a kind that is a word": (put("kind", "Event", '"forum"'), "kind"),
    "a kind from elsewhere": (put("kind", "Event", "<https://kinds.example/forum>"), "kind"),
    "a class that is none": (put("ofClass", "Side", cq("Mention")), "ofClass"),
    "a date that is a text": (put("date", "Release", '"soon"'), "date"),
    "a day that does not exist": (put("date", "Release", typed("2031-02-30", "date")), "date"),
    "a month that does not exist": (put("date", "Release", typed("2031-13", "gYearMonth")), "date"),
    "a day of no month": (put("date", "Release", typed("--13-45", "gMonthDay")), "date"),
    "an instant where a day belongs": (
        put("date", "Visit", typed("2031-03-04T05:06:07Z", "dateTime")), "date",
    ),
    "a thing of no class": (forget("Office"), "Typed-type"),
    "a word that is none": (add("statuss", "Visit", '"x"'), "unknown-term"),
    "a class of ours that is none": (
        lambda quads: (*quads, ("<x:y>", f"<{TYPE}>", cq("Ship"), "")), "unknown-term",
    ),
}  # fmt: skip


def test_what_is_exported_fits_every_shape(quads: Quads) -> None:
    """Every class and every property of ours is in it, and nothing is found."""
    counts = Counts()
    assert not list(validate(documents(quads), counts))
    assert (counts.releases, counts.triples) == (2, len({quad[:3] for quad in quads}))
    classes = {o for _, p, o, _ in quads if p == f"<{TYPE}>"}
    assert {cq(name) for name in concrete_classes()} <= classes
    properties = {cq(name) for name in concrete_classes() for name in allowed(name)}
    assert properties <= {predicate for _, predicate, _, _ in quads}


@pytest.mark.parametrize("name", BROKEN)
def test_each_shape_catches_its_violation(quads: Quads, name: str) -> None:
    """One triple changed, put in or left out."""
    change, rule = BROKEN[name]
    assert rule in found(change(quads))


@pytest.mark.long
@pytest.mark.parametrize("name", BROKEN)
def test_what_is_found_is_what_the_shapes_as_published_find(quads: Quads, name: str) -> None:
    """By pyshacl alone, over all triples at once."""
    import pyshacl

    change, _ = BROKEN[name]
    broken = change(quads)
    graph = Graph()
    for subject, predicate, told, _ in broken:
        graph.add((term(subject), URIRef(predicate[1:-1]), term(told)))
    _, results, _ = pyshacl.validate(graph, shacl_graph=shape_graph(), inference="none")
    theirs = {
        (results.value(each, SH.focusNode), str(results.value(each, SH.resultMessage)))
        for each in results.subjects(RDF.type, SH.ValidationResult)
    }
    ours = {v for v in validate(documents(broken), Counts()) if v.rule != "unknown-term"}
    assert {message for _, message in theirs} == {v.message.partition(" Here: ")[0] for v in ours}
    assert {id_in(f"<{focus}>") for focus, _ in theirs} == {v.where for v in ours}


def test_every_shape_by_hand_is_shown_to_catch_something() -> None:
    """No shape is there in vain."""
    graph = Graph().parse(data=_text("constraints.ttl"), format="turtle")
    parts = {
        f"{str(owner).removeprefix(SHAPE)}-{graph.value(part, SH.name)}"
        for owner, part in graph.subject_objects(SH.property)
        if isinstance(owner, URIRef)
    }
    assert parts <= {rule for _, rule in BROKEN.values()}


@pytest.mark.parametrize("name", sorted({p for c in concrete_classes() for p in allowed(c)}))
def test_each_property_has_values_of_its_sort_alone(quads: Quads, name: str) -> None:
    """A literal where a thing belongs, a thing where a literal does."""
    told = first(quads, cq(name), "Side" if name == "ofClass" else None)
    other = '"x"' if told[2].startswith("<") else "<https://news.example/2>"
    rest = tuple(quad for quad in quads if quad[:3] != told[:3])
    rules = {rule.rpartition("-")[2] for rule in found((*rest, (*told[:2], other, told[3])))}
    assert name in rules


@pytest.mark.parametrize("name", concrete_classes())
def test_each_class_has_its_own_properties_alone(quads: Quads, name: str) -> None:
    """A thing of another class has nothing of it."""
    barred = next(
        p for c in concrete_classes() for p in sorted(allowed(c)) if p not in allowed(name)
    )
    told = first(quads, cq(barred))
    subject = first(quads, f"<{TYPE}>", name)[0]
    assert f"{name}-other" in found((*quads, (subject, told[1], told[2], "")))


@pytest.mark.parametrize("end", ["subject", "object"])
@pytest.mark.parametrize(
    "name", [name for name in concrete_classes() if "subject" in allowed(name)]
)
def test_each_assertion_has_ends_of_its_classes_alone(quads: Quads, name: str, end: str) -> None:
    """No office thanks anybody, and no release is thanked."""
    wrong_end = f"<{ID}office/mayor-of-oslo>" if end == "subject" else OTHER
    assert f"{name}-{end}" in found(put(end, name, wrong_end)(quads))


def test_a_violation_says_where_and_what(quads: Quads) -> None:
    """By ids of the graph, with the value that is wrong."""
    broken = put("status", "Visit", f"<{ID}status/perhaps>")(quads)
    (violation,) = validate(documents(broken), Counts())
    assert violation.where.startswith("https://news.example/1#visited.")
    assert violation.message == (
        "cq:status should be one of cancelled, occurred, planned, and there is one at most. "
        f"Here: '{ID}status/perhaps'."
    )


def test_it_does_not_matter_how_much_is_checked_at_a_time(quads: Quads) -> None:
    """Document by document or all at once: classes of what is elsewhere are at hand."""
    broken = put("object", "Thanks", f"<{ID}office/mayor-of-oslo>")(quads)
    for some in (quads, broken):
        reports = [set(validate(documents(some), Counts(), size)) for size in (1, 100, 100_000)]
        assert reports[0] == reports[1] == reports[2]


@pytest.mark.parametrize(
    ("value", "datatype"),
    [
        ("2031-03-04", "date"), ("2031-03", "gYearMonth"), ("2031", "gYear"),
        ("--02-29", "gMonthDay"), ("--03", "gMonth"),
    ],
)  # fmt: skip
def test_a_date_of_any_precision_is_one(quads: Quads, value: str, datatype: str) -> None:
    """With the datatype that says how exact it is; what rdflib thinks of it is not printed."""
    assert not found(put("date", "Release", typed(value, datatype))(quads))


@pytest.mark.parametrize("value", ["2031-03-04T05:06:07Z", "2031-03-04T05:06:07"])
def test_an_instant_of_issue_is_one(quads: Quads, value: str) -> None:
    """In UTC, or without an offset."""
    assert not found(put("issued", "Release", typed(value, "dateTime"))(quads))


def test_what_points_into_another_release_is_found_however_far_that_is(quads: Quads) -> None:
    """A mention elsewhere is none that a mention of here can point at."""
    broken = put("ofMention", None, ELSEWHERE)(quads)
    for size in (1, 100_000):
        rules = {v.rule for v in validate(documents(broken), Counts(), size)}
        assert rules in ({"ofMention"}, {"WholeMention-refers"})


def test_counts_are_told_as_people_write_them() -> None:
    """One is no plural."""
    assert str(Counts(12, 4381, 0)) == "12 releases, 4,381 triples: 0 violations"
    assert str(Counts(1, 1, 1)) == "1 release, 1 triple: 1 violation"


@pytest.mark.long
def test_the_shapes_are_themselves_as_shacl_wants_them() -> None:
    """Pyshacl finds nothing wrong in them."""
    import pyshacl

    conforms, _, text = pyshacl.validate(Graph(), shacl_graph=shape_graph(), meta_shacl=True)
    assert conforms, text


def test_every_shape_tells_in_words_what_it_wants() -> None:
    """By a message or a label; and none is written in SPARQL, which is slow."""
    graph = shape_graph()
    for shape in {
        *graph.subjects(RDF.type, SH.PropertyShape),
        *graph.subjects(RDF.type, SH.NodeShape),
    }:
        assert graph.value(shape, SH.message) or graph.value(shape, URIRef(_LABEL)), shape
    assert (None, SH.sparql, None) not in graph


@settings(deadline=None, max_examples=25)
@given(st.lists(st.from_type(Batch), max_size=4), st.data())
def test_no_graph_of_invented_releases_breaks_a_shape(batches: list[Batch], data: Any) -> None:
    """In parts as a database gives them, and as a file."""
    facts = sorted({str(a.properties["fact"]) for b in batches for a in b.assertions})
    chosen = data.draw(st.lists(st.sampled_from(facts), max_size=3)) if facts else []
    whole = settle(batches, [wrong(fact) for fact in chosen])
    by_rows, by_file = Counts(), Counts()
    assert not list(validate(parts_of(Settling(whole)), by_rows))
    assert not list(validate(documents(of(whole)), by_file))
    assert by_rows.releases == by_file.releases


@pytest.mark.parametrize(
    "name", ["🎉", "李", "\ud800", 'a "b" \\c', "a\nb", "\x00", "<x>", "x" * 5_000, "a#b", "-"]
)
def test_hostile_names_break_no_rule_and_no_shape(draft: Any, name: str) -> None:
    """Whatever stands in a release; what no terminal should obey is not in the way."""
    made = draft(1)
    made.meet(made.person(name), made.person("Ben Cole"), made.meeting())
    made.attend(made.person("Ada Oduya", made.office(name, name)), made.event(name))
    batch = cast("Batch", made.batch())
    whole = settle([batch])
    assert not list(check_batch(batch))
    assert not list(check_graph(Settling(whole)))
    assert not list(validate(documents(of(whole)), Counts()))


NUMBERS = st.integers(0, 100_000)


@settings(deadline=None, max_examples=40)
@given(swaps=st.lists(st.tuples(NUMBERS, NUMBERS), min_size=1, max_size=5))
def test_whatever_rdf_says_a_report_comes_of_it(quads: Quads, swaps: list[tuple[int, int]]) -> None:
    """Terms in each other's places, values of no sort: no error, and a sentence each."""
    odd = ['"x"@en', typed("9" * 5_000, "integer"), typed("NaN", "decimal"), "_:b1", "<x y>", "<>"]
    terms = [*odd, *sorted({quad[2] for quad in quads})]
    changed = sorted(quads)
    for where, what in swaps:
        subject, predicate, _, graph = changed[where % len(changed)]
        told = terms[what % len(terms)]
        changed[where % len(changed)] = (subject, predicate, told, graph)
    parts = list(documents(changed))
    violations = [*validate(parts, Counts()), *(v for part in parts for v in check_text(part))]
    assert all(v.message.endswith(".") and v.rule for v in violations)


def test_a_graph_in_a_database_fits_every_shape(where: str) -> None:
    """The examples, in both databases, by as many triples as their export has."""
    with communique.open(where) as graph:
        graph.load(EXAMPLES)
        counts = Counts()
        assert not list(validate(parts_of(Stored(graph.reader)), counts))
        out = io.StringIO()
        graph.write(out)
    lines = {line.rpartition(" <")[0] for line in out.getvalue().splitlines()}
    assert counts.triples == len(lines)


@pytest.mark.shared
@pytest.mark.long
def test_the_whole_archive_fits_every_shape_and_every_rule(shared: Path) -> None:
    """1,912 real releases, settled in memory."""
    items = releases([shared / "corpus" / "us-state-2021-2022.jsonl.gz"])
    batches = [assert_release(i, communique.read(i)) for i in items if isinstance(i, Release)]
    held = Settling(settle(batches))
    assert not list(check_graph(held))
    counts, start = Counts(), time.monotonic()
    assert not list(validate(parts_of(held), counts))
    print(f"{counts.triples / (time.monotonic() - start):,.0f} triples a second")
    assert counts.releases == 1912


_LABEL = "http://www.w3.org/2000/01/rdf-schema#label"


def _text(name: str) -> str:
    return (Path(str(communique.__file__)).parent / "ontology" / name).read_text("utf-8")
