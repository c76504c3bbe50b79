"""A reading with fewer facts, and without what only those facts spoke of."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from communique.reading.model import Entity, Fact, Reading


def keep_sure(reading: Reading, confidence: float) -> Reading:
    """Leave out the facts of less than some confidence.

    Whoever and whatever the text names stays, with or without a fact. What has no name of its own
    (a meeting, a lunch, ``officials of the city``) goes with the last fact that speaks of it.

    Args:
        reading: Any reading.
        confidence: The least that a fact needs.

    Returns:
        The same reading where no fact goes, else one with its entities numbered anew.
    """
    kept = tuple(fact for fact in reading.facts if fact.confidence >= confidence)
    if len(kept) == len(reading.facts):
        return reading
    gone = set(_ends(reading.facts)) - set(_ends(kept))
    gone = {n for n in gone if not reading.entities[n].named}
    gone = _without_held(reading.entities, gone)
    places = [n for n in range(len(reading.entities)) if n not in gone]
    numbers = {old: new for new, old in enumerate(places)}
    entities = tuple(_renumber(reading.entities[n], numbers) for n in places)
    return replace(
        reading, entities=entities, facts=tuple(_renumber_fact(fact, numbers) for fact in kept)
    )


def _ends(facts: Iterable[Fact]) -> Iterator[int]:
    for fact in facts:
        for end in (fact.subject, fact.object, fact.event, fact.place):
            if end is not None:
                yield end


def _without_held(entities: tuple[Entity, ...], gone: set[int]) -> set[int]:
    """Keep what an entity that stays points at, and what that points at in turn."""
    waiting = [n for n in range(len(entities)) if n not in gone]
    gone = set(gone)
    while waiting:
        one = entities[waiting.pop()]
        held = gone & {*one.offices, one.of, one.place, one.part_of}
        gone -= held
        waiting += [n for n in held if n is not None]
    return gone


def _renumber(entity: Entity, numbers: Mapping[int, int]) -> Entity:
    return replace(
        entity,
        offices=tuple(numbers[office] for office in entity.offices),
        of=_new(entity.of, numbers),
        place=_new(entity.place, numbers),
        part_of=_new(entity.part_of, numbers),
    )


def _renumber_fact(fact: Fact, numbers: Mapping[int, int]) -> Fact:
    return replace(
        fact,
        subject=numbers[fact.subject],
        object=numbers[fact.object],
        event=_new(fact.event, numbers),
        place=_new(fact.place, numbers),
    )


def _new(number: int | None, numbers: Mapping[int, int]) -> int | None:
    return None if number is None else numbers[number]
