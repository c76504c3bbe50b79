"""A reading as the JSON object that the command line prints and the scorer reads."""

from communique.loaders.release import Release
from communique.reading.model import Entity, Fact, Reading


def record(release: Release, reading: Reading, *, text: bool = False) -> dict[str, object]:
    """Put a release and its reading into one object of plain values.

    Args:
        release: What was read.
        reading: What it says.
        text: Whether the release's whole text goes along, so that offsets can be looked up.

    Returns:
        ``name``, ``release``, ``people``, ``facts``, ``reader``, ``notes``, and ``text`` if asked;
        on each fact ``text[start:end] == evidence``.
    """
    entities = reading.entities
    result: dict[str, object] = {
        "name": release.name,
        "release": {
            "title": release.title,
            "date": reading.date,
            "issuer": release.issuer,
            "language": reading.language,
        },
        "people": [_person(person, entities) for person in reading.people],
        "facts": [_fact(fact, entities, release.text) for fact in reading.facts],
        "reader": reading.reader,
        "notes": list(reading.notes),
    }
    if text:
        result["text"] = release.text
    return result


def _person(person: Entity, entities: tuple[Entity, ...]) -> dict[str, object]:
    return {"name": person.name, "offices": [entities[office].name for office in person.offices]}


def _fact(fact: Fact, entities: tuple[Entity, ...], text: str) -> dict[str, object]:
    evidence = fact.evidence
    result: dict[str, object] = {
        "subject": entities[fact.subject].name,
        "predicate": fact.predicate.value,
        "object": entities[fact.object].name,
        "date": fact.date,
        "place": entities[fact.place].name if fact.place is not None else None,
        "status": fact.status.value,
        "evidence": evidence.of(text),
        "start": evidence.start,
        "end": evidence.end,
        "rule": fact.rule,
        "confidence": fact.confidence,
    }
    if fact.for_what is not None:
        result["for_what"] = fact.for_what.of(text)
    return result
