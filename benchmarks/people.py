"""Invented people and how releases call them, by the tables of names: a pure function of a seed."""

import datetime
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import accumulate
from random import Random

from benchmarks.callings import MAKERS, PLACES, listed

from communique.graph.identity import name_key
from communique.graph.model import Label
from communique.graph.registry.profile import Held, Profile

SHARES = (20, 12, 8, 5, 5, 50)
COUNTRIES = {
    "chinese": "CN",
    "hong kong": "HK",
    "korean": "KR",
    "vietnamese": "VN",
    "hungarian": "HU",
}
START = datetime.date(2005, 1, 1).toordinal()
TERM = 1461
COMPANIONS = 32


@dataclass(frozen=True)
class Person:
    """Somebody: the forms of the name with how usual each is, what they alone are called."""

    forms: tuple[str, ...]
    usual: tuple[int, ...]
    surname: str
    country: str
    offices: tuple[tuple[str, str], ...]
    start: int
    issuers: tuple[str, ...]


@dataclass(frozen=True)
class Mention:
    """What one release tells of somebody."""

    person: int
    names: tuple[str, ...]
    held: tuple[Held, ...]
    issuer: str
    day: int
    companions: tuple[str, ...]


def people(many: int, seed: int) -> list[Person]:
    """Invent people.

    Args:
        many: How many.
        seed: What all chance comes of.

    Returns:
        The people, those first of whom releases speak most.
    """
    chance = Random(seed)  # noqa: S311
    return [_person(chance, many) for _ in range(many)]


def mentions(who: Sequence[Person], many: int, seed: int) -> Iterator[Mention]:
    """Invent what releases tell of people; few are spoken of often, most now and then."""
    chance = Random(seed + 1)  # noqa: S311
    weights = list(accumulate((n + 20) ** -0.7 for n in range(len(who))))
    for _ in range(many):
        at = chance.choices(range(len(who)), cum_weights=weights)[0]
        yield _mention(chance, who, at)


def join(found: Iterator[Mention]) -> tuple[list[Profile], dict[str, Counter[int]]]:
    """Join alike mentions to profiles.

    Returns:
        The profiles, and for each of how many mentions of whom it is.
    """
    kept: dict[tuple[object, ...], tuple[list[int], set[str]]] = {}
    truth: dict[str, Counter[int]] = {}
    for mention in found:
        key = (mention.names, mention.held, mention.issuer)
        days, company = kept.setdefault(key, ([mention.day, mention.day], set()))
        days[:] = min(days[0], mention.day), max(days[1], mention.day)
        company |= set(mention.companions)
        truth.setdefault(_id(key), Counter())[mention.person] += 1
    profiles = [_profile(key, days, company) for key, (days, company) in kept.items()]
    return profiles, truth


def _profile(key: tuple[object, ...], days: list[int], company: set[str]) -> Profile:
    names, held, issuer = key
    assert isinstance(names, tuple)  # noqa: S101
    assert isinstance(held, tuple)  # noqa: S101
    first, last = (datetime.date.fromordinal(day).isoformat() for day in days)
    least = sorted(company, key=lambda name: sha256(name.encode()).digest())[:COMPANIONS]
    return Profile(
        id=_id(key), label=Label.PERSON, names=names, name=max(names, key=len), held=held,
        issuer=str(issuer), first=first, last=last, companions=frozenset(least),
    )  # fmt: skip


def _id(key: tuple[object, ...]) -> str:
    return f"person:{sha256(repr(key).encode()).hexdigest()[:20]}"


def _person(chance: Random, many: int) -> Person:
    place = chance.choices(PLACES, SHARES)[0]
    named, surname = MAKERS[place](chance)
    kept = {form: usual for form, usual in named if form}
    country = COUNTRIES.get(place) or chance.choice(listed("west"))
    offices = tuple(_office(chance, country, many) for _ in range(chance.choice((1, 1, 2, 3))))
    issuers = tuple(f"{country} {chance.randrange(12)}" for _ in range(chance.choice((1, 2, 3))))
    start = START + chance.randrange(15 * 365)
    return Person(tuple(kept), tuple(kept.values()), surname, country, offices, start, issuers)


def _office(chance: Random, country: str, many: int) -> tuple[str, str]:
    """An office of a body; there are so many bodies that few hold one office at one time."""
    title = chance.choice(listed("titles"))
    return title, f"{country.lower()} body {chance.randrange(max(20, many // 4))}"


def _mention(chance: Random, who: Sequence[Person], at: int) -> Mention:
    person = who[at]
    term = chance.randrange(len(person.offices))
    day = person.start + term * TERM + chance.randrange(TERM)
    held: tuple[Held, ...] = ()
    if chance.random() < 0.75:
        title, body = person.offices[term]
        told = chance.random() < 0.65
        country = person.country if told and chance.random() < 0.5 else ""
        held = (Held(title, body if told else "", country),)
    names = _names(chance, person, alone=bool(held) and chance.random() < 0.12)
    near = (at - at % 8 + chance.randrange(8) for _ in range(chance.choice((0, 1, 2, 3))))
    company = {name_key(who[n].forms[0]) for n in near if n < len(who) and n != at}
    return Mention(at, names, held, chance.choice(person.issuers), day, tuple(sorted(company)))


def _names(chance: Random, person: Person, *, alone: bool) -> tuple[str, ...]:
    if alone:
        return (person.surname,)
    count = 2 if chance.random() < 0.1 else 1
    return tuple(sorted(set(chance.choices(person.forms, person.usual, k=count))))
