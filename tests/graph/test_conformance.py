"""Whether what one release asserts is whole: each check catches what breaks its rule."""

import dataclasses
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

import pytest
from hypothesis import given, settings

import communique
from communique.graph.assertion import assert_release
from communique.graph.conformance import check_batch
from communique.graph.model import EdgeType, Label
from communique.graph.properties import is_date
from communique.graph.rows import Assertion, Batch, Mention, Node, NodeRef, Value
from communique.loaders import Release
from communique.pipeline import releases
from communique.reading.model import Reading

EXAMPLES = Path(str(communique.__file__)).parent / "examples"
Change = Callable[[Batch], Batch]


@pytest.fixture(scope="module")
def batch(draft: Any) -> Batch:
    """A meeting of two in an office, in Oslo, and a forum that one of them attended."""
    made = draft(1)
    oslo = made.place("Oslo")
    ada = made.person("Ada Oduya", made.office("Mayor of Oslo", "Mayor", oslo))
    made.meet(ada, made.person("Ben Cole"), made.meeting(place=oslo))
    made.attend(ada, made.event("Harbour Forum"))
    return cast("Batch", made.batch())


def release(drop: tuple[str, ...] = (), **told: Value) -> Change:
    """Change what the release carries."""

    def change(batch: Batch) -> Batch:
        kept = {k: v for k, v in batch.release.properties.items() if k not in drop}
        return replace(batch, release=replace(batch.release, properties={**kept, **told}))

    return change


def mention(label: Label, drop: tuple[str, ...] = (), **told: Value) -> Change:
    """Change what the first mention of a label carries."""

    def work(row: Mention) -> Mention:
        kept = {k: v for k, v in row.properties.items() if k not in drop}
        return replace(row, properties={**kept, **told})

    return of_mention(label, work)


def of_mention(label: Label, work: Callable[[Mention], Mention]) -> Change:
    """Change the first mention of a label."""

    def change(batch: Batch) -> Batch:
        first = next(m for m in batch.mentions if m.label is label)
        rows = tuple(work(m) if m is first else m for m in batch.mentions)
        return replace(batch, mentions=rows)

    return change


def fact(number: int = 0, drop: tuple[str, ...] = (), **told: Value) -> Change:
    """Change what an assertion carries: 0 is the attendance at the forum, 1 and 2 the meeting."""

    def work(row: Assertion) -> Assertion:
        kept = {k: v for k, v in row.properties.items() if k not in drop}
        return replace(row, properties={**kept, **told})

    return of_fact(number, work)


def of_fact(number: int, work: Callable[[Assertion], Assertion]) -> Change:
    """Change an assertion."""

    def change(batch: Batch) -> Batch:
        rows = list(batch.assertions)
        rows[number] = work(rows[number])
        return replace(batch, assertions=tuple(rows))

    return change


def found(batch: Batch) -> set[str]:
    """The rules that a batch breaks."""
    return {violation.rule for violation in check_batch(batch)}


def renamed(row: Any) -> Any:
    """Give a row another id, in its properties too."""
    return replace(row, id=f"{row.id}x", properties={**row.properties, "id": f"{row.id}x"})


def without(number: int) -> Change:
    """Leave an assertion out."""
    return lambda batch: replace(
        batch, assertions=tuple(a for n, a in enumerate(batch.assertions) if n != number)
    )


P, S, E, B = Label.PERSON, Label.OFFICE, Label.EVENT, Label.PLACE

BROKEN = {
    "sha256 of another text": (release(sha256="0" * 64), {"sha256", "release-id"}, "sha256"),
    "no sha256": (release(drop=("sha256",)), {"missing", "sha256"}, "missing"),
    "another text": (release(text="x"), {"sha256", "span", "quote"}, "sha256"),
    "another address": (release(url="https://news.example/2"), {"release-id"}, "release-id"),
    "no address, and an id of one": (release(drop=("url",)), {"release-id"}, "release-id"),
    "another id in the properties": (release(id="x"), {"id"}, "id"),
    "a title that is a number": (release(title=7), {"type"}, "type"),
    "notes that are no list": (release(notes="x"), {"type"}, "type"),
    "a key that is none": (release(colour="blue"), {"key"}, "key"),
    "withheld rows inside": (release(withheld=["{}"]), {"key"}, "key"),
    "no such day": (release(date="2031-02-30"), {"date"}, "date"),
    "an instant that is none": (release(issued="yesterday"), {"date"}, "date"),
    "a body outside the text": (release(body=10_000), {"body"}, "body"),
    "a body that ends before it starts": (release(body=5, body_end=2), {"body"}, "body"),
    "a mention of nothing": (mention(P, form=""), {"form"}, "form"),
    "a form that is none of the forms": (mention(P, forms=["X"]), {"form"}, "form"),
    "no form": (mention(P, drop=("form",)), {"missing", "form"}, "missing"),
    "no spans": (mention(P, spans=[]), {"span"}, "span"),
    "half a span": (mention(P, spans=[1, 2, 3]), {"span"}, "span"),
    "a span outside the text": (mention(P, spans=[1, 9999]), {"span", "mention-id"}, "span"),
    "an empty span": (mention(P, spans=[3, 3]), {"span", "mention-id"}, "span"),
    "a span that is text": (mention(P, spans=["1", "2"]), {"type"}, "type"),
    "another first span": (mention(P, spans=[0, 4]), {"mention-id"}, "mention-id"),
    "implied, but not by its id": (mention(P, implied=True), {"mention-id"}, "mention-id"),
    "another release's mention": (mention(P, release="x"), {"release"}, "release"),
    "a status that is none": (mention(E, status="perhaps"), {"status"}, "status"),
    "a latitude beyond the pole": (mention(B, latitude=91.0), {"latitude"}, "latitude"),
    "a longitude beyond the edge": (mention(B, longitude=-181.0), {"longitude"}, "longitude"),
    "settled before its time": (mention(P, offices=["office:x"]), {"key"}, "key"),
    "an end that is no date": (mention(E, end_date="soon"), {"date"}, "date"),
    "attested on no day": (mention(P, attested="2031-13"), {"date"}, "date"),
    "another label than its id": (
        of_mention(P, lambda m: replace(m, label=Label.ORGANIZATION)), {"mention-id"}, "mention-id",
    ),
    "a mention of a release": (
        of_mention(P, lambda m: replace(m, label=Label.RELEASE)),
        {"label", "mention-id", "refers", "end-label"}, "label",
    ),
    "an office that is a place": (
        of_mention(P, lambda m: replace(m, refers={"of": m.refers["offices"]})),
        {"refers"}, "refers",
    ),
    "an office that is not here": (
        of_mention(P, lambda m: replace(m, refers={"offices": ("x",)})), {"refers"}, "refers",
    ),
    "a way to point that is none": (
        of_mention(P, lambda m: replace(m, refers={"near": m.refers["offices"]})),
        {"refers"}, "refers",
    ),
    "an office of two things": (
        of_mention(S, lambda m: replace(m, refers={"of": m.refers["of"] * 2})), {"refers"}, "refers",
    ),
    "a mention twice": (
        lambda b: replace(b, mentions=(*b.mentions, b.mentions[0])), {"twice"}, "twice",
    ),
    "a fact twice": (
        lambda b: replace(b, assertions=(*b.assertions, b.assertions[0])), {"twice"}, "twice",
    ),
    "no such span": (fact(end=9999), {"quote"}, "quote"),
    "another quote": (fact(quote="He never came."), {"quote"}, "quote"),
    "a quote that ends before it starts": (fact(start=9, end=3), {"quote"}, "quote"),
    "more than sure": (fact(confidence=1.5), {"confidence"}, "confidence"),
    "no number": (fact(confidence=float("nan")), {"type"}, "type"),
    "a fact without a rule": (fact(drop=("rule",)), {"missing"}, "missing"),
    "an attendance without a role": (fact(drop=("role",)), {"missing"}, "missing"),
    "a role that is none": (fact(role="guest"), {"role"}, "role"),
    "a status of a fact that is none": (fact(status="maybe"), {"status"}, "status"),
    "a date of a fact that is none": (fact(date="someday"), {"date"}, "date"),
    "an end of its own among what it carries": (fact(source_mention="x"), {"key"}, "key"),
    "reasons of thanks at a forum": (fact(for_what="the cake"), {"key"}, "key"),
    "the side of no meeting": (fact(role="principal"), {"meeting"}, "meeting"),
    "another fact's id": (of_fact(0, renamed), {"fact-id"}, "fact-id"),
    "a fact of another release": (
        fact(fact="https://news.example/2#attended.1-2.3-4"), {"fact-id"}, "fact-id",
    ),
    "a fact of no release": (fact(fact="x"), {"fact-id"}, "fact-id"),
    "another type than its fact": (
        of_fact(0, lambda a: replace(a, type=EdgeType.HOSTED)), {"fact-id", "key"}, "fact-id",
    ),
    "a derived edge": (
        of_fact(0, lambda a: replace(a, type=EdgeType.MET_WITH)), {"label", "fact-id"}, "label",
    ),
    "a start that is not here": (of_fact(0, lambda a: replace(a, source="x")), {"end"}, "end"),
    "an end that is not here": (of_fact(0, lambda a: replace(a, target="x")), {"end"}, "end"),
    "an end that no such edge has": (
        of_fact(0, lambda a: replace(a, target=a.source)), {"end", "end-label"}, "end-label",
    ),
    "half a meeting": (without(2), {"meeting"}, "meeting"),
    "a meeting of two principals": (fact(1, role="principal"), {"meeting"}, "meeting"),
    "a meeting at two events": (
        lambda b: of_fact(1, lambda a: replace(a, target=b.assertions[0].target))(b),
        {"meeting"}, "meeting",
    ),
    "a meeting on two days": (fact(1, date="2031-03-05"), {"meeting"}, "meeting"),
    "the side of a meeting under another id": (of_fact(1, renamed), {"fact-id"}, "fact-id"),
}  # fmt: skip


def test_what_a_release_asserts_is_whole(batch: Batch) -> None:
    """Nothing is found where nothing is wrong; the order of rows is as the mutations want it."""
    assert not list(check_batch(batch))
    assert batch.assertions[0].properties["role"] == "attendee"


@pytest.mark.parametrize("name", BROKEN)
def test_each_check_catches_its_violation(batch: Batch, name: str) -> None:
    """And nothing but what follows from it."""
    change, most, least = BROKEN[name]
    rules = found(change(batch))
    assert least in rules
    assert rules <= most


def test_every_message_is_a_sentence_that_names_what_is_wrong(batch: Batch) -> None:
    """One line, without what a terminal would obey."""
    for change, _, _ in BROKEN.values():
        for violation in check_batch(change(batch)):
            assert violation.message.endswith(".")
            assert violation.message.isprintable()
            assert violation.where


@settings(deadline=None)
@given(...)
def test_no_invented_release_breaks_a_rule(batch: Batch) -> None:
    """Whoever is in it."""
    assert not list(check_batch(batch))


def test_no_example_breaks_a_rule() -> None:
    """As the built-in reader reads them."""
    for item in releases([EXAMPLES]):
        assert isinstance(item, Release)
        assert not list(check_batch(assert_release(item, communique.read(item))))


def test_a_release_without_an_address_has_the_id_that_its_text_gives() -> None:
    """With the date that it came with or with that of its reading."""
    for date in (None, "2031-03-04"):
        bare = Release("Ms Ada Oduya spoke.", "Talks", date=date, issuer="Harbour Office")
        made = assert_release(bare, Reading("test/1", "2031-03-04"))
        assert not list(check_batch(made))
        ref = NodeRef(Label.RELEASE, "release:0123456789")
        told = {**made.release.properties, "id": ref.id}
        assert found(replace(made, release=Node(ref, told))) == {"release-id"}


def test_what_rdf_made_of_a_lone_surrogate_is_no_violation() -> None:
    """The hash and the id are those of the text before."""
    bare = Release("Ms Ada \ud800 spoke.", "Talks \ud800")
    made = assert_release(bare, Reading("test/1"))
    assert not list(check_batch(made))
    told = {
        k: v.replace("\ud800", "\ufffd") if isinstance(v, str) else v
        for k, v in made.release.properties.items()
    }
    assert not list(check_batch(replace(made, release=Node(made.release.ref, told))))


def test_a_release_without_its_text_is_checked_all_the_same(batch: Batch) -> None:
    """A dataset may leave texts out: spans then have no end to stay before, quotes a length."""
    bare = release(drop=("text",))
    assert not found(bare(batch))
    assert found(bare(fact(quote="x")(batch))) == {"quote"}


def test_only_dates_are_dates() -> None:
    """With their precision; a leap day needs a year that has one."""
    good = ("2031-03-04", "2031-03", "2031", "--03-04", "--03", "--02-29", "2032-02-29")
    bad = ("", "2031-2-3", "2031-02-29", "--02-30", "--13", "31", "2031-03-04T05:06:07Z", "-03")
    assert all(map(is_date, good))
    assert not any(map(is_date, bad))
    assert is_date("2031-03-04T05:06:07Z", instant=True)
    assert not is_date("2031-03-04T25:06:07Z", instant=True)


def test_a_violation_is_a_value(batch: Batch) -> None:
    """It can be kept, compared and sorted into a report."""
    (violation,) = check_batch(release(colour="blue")(batch))
    assert dataclasses.asdict(violation) == {
        "where": "https://news.example/1",
        "rule": "key",
        "message": "The model has no 'colour' for it.",
    }
    assert hash(violation)
