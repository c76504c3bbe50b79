"""Invented people and how releases call them, by the tables of names: a pure function of a seed."""

import datetime
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from itertools import accumulate
from random import Random

from communique.graph.identity import name_key
from communique.graph.model import Label
from communique.graph.registry.profile import Held, Profile
from communique.identity.given import forms
from communique.identity.romanisation import System, spellings
from communique.identity.tables import rows, words

HEADS = "bar cal dor fen gar hal ker lor mar nor pel quin ral sel tor ul vas wel yar zim".split()
TAILS = (
    "abeck adine aldo ansen aric bury cott dale ertz field gren holt igan ley mont ovic rup sted "
    "thorpe und wick worth yer zani".split()
)
"""Of these the surnames of people of the West are made."""
HAN = "明远永辉家超小玲志强文华国庆建平晓东美芳德成海燕宇轩子涵雨桐佳怡伟杰丽娟春生玉兰光荣"
MIXED = ("van der", "de", "von")
TITLES = (
    "minister foreign_minister mayor governor director member chairman president secretary ambassador "
    "chief_executive commissioner spokesperson deputy_minister deputy_mayor director_general professor"
).split()
PLACES = ("chinese", "hong kong", "korean", "vietnamese", "hungarian", "western")
SHARES = (20, 12, 8, 5, 5, 50)
COUNTRIES = {"chinese": "CN", "hong kong": "HK", "korean": "KR", "vietnamese": "VN", "hungarian": "HU"}
WEST = "US GB CA AU NZ IE DE FR NL SE NO DK FI PL CZ CH AT BE".split()
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
    named, surname = _MAKERS[place](chance)
    kept = {form: usual for form, usual in named if form}
    country = COUNTRIES.get(place) or chance.choice(WEST)
    offices = tuple(_office(chance, country, many) for _ in range(chance.choice((1, 1, 2, 3))))
    issuers = tuple(f"{country} {chance.randrange(12)}" for _ in range(chance.choice((1, 2, 3))))
    start = START + chance.randrange(15 * 365)
    return Person(tuple(kept), tuple(kept.values()), surname, country, offices, start, issuers)


def _office(chance: Random, country: str, many: int) -> tuple[str, str]:
    """An office of a body; there are so many bodies that few hold one office at one time."""
    title = chance.choice(TITLES).replace("_", " ")
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


Named = tuple[list[tuple[str, int]], str]


def _western(chance: Random) -> Named:
    given = chance.choice(_given("english")).title()
    surname = _surname(chance)
    middle = chance.choice(_given("english")).title()
    short = next((f for f in sorted(forms(given.lower())) if f != given.lower()), "").title()
    return [
        (f"{given} {surname}", 60),
        (f"{given} {middle[0]}. {surname}", 18),
        (f"{given} {middle} {surname}", 4),
        (f"{short} {surname}" if short else "", 8),
        (f"{given[0]}. {surname}", 3),
        (f"{surname}, {given}", 2),
    ], surname


def _surname(chance: Random) -> str:
    if chance.random() < 0.08:
        return chance.choice(_common()).title()
    made = "".join(_skewed(chance, part) for part in (HEADS, TAILS)).title()
    kind = chance.random()
    if kind < 0.05:
        return f"{made}-{''.join(_skewed(chance, part) for part in (HEADS, TAILS)).title()}"
    return f"{chance.choice(MIXED)} {made}" if kind < 0.1 else made


def _skewed(chance: Random, words: Sequence[str]) -> str:
    return words[int(len(words) * chance.random() ** 1.5)]


def _chinese(chance: Random) -> Named:
    row = _skewed_row(chance, "pinyin")
    given = _characters(chance, 1 if chance.random() < 0.25 else 2)
    surname = row["pinyin"].split()[0].title()
    said = [_spell(char, System.PINYIN) for char in given]
    run = "".join(said).title()
    han = row["han"] + given
    return [
        (f"{surname} {run}", 70),
        (f"{run} {surname}", 4),
        (f"{surname} {'-'.join(said).title()}", 4),
        (han, 12),
        (_traditional(han), 8),
    ], surname


def _hong_kong(chance: Random) -> Named:
    row = _skewed_row(chance, "cantonese")
    given = _characters(chance, 2)
    surname = row["cantonese"].split()[0].title()
    said = [_spell(char, System.CANTONESE) for char in given]
    own = f"{surname} {'-'.join(said).capitalize()}"
    west = chance.choice(_given("english")).title()
    return [
        (f"{west} {own}", 40),
        (f"{west} {surname}", 32),
        (own, 10),
        (_traditional(row["han"] + given), 10),
        ("".join(s[0] for s in said).upper() + f" {surname}", 3),
    ], surname


def _korean(chance: Random) -> Named:
    row = _skewed_row(chance, "korean")
    surname = row["korean"].split()[0].title()
    one, other = chance.choice(KOREAN), chance.choice(KOREAN)
    return [
        (f"{surname} {one.title()}-{other}", 50),
        (f"{surname} {one.title()} {other.title()}", 25),
        (f"{one.title()}-{other} {surname}", 15),
        (f"{surname} {one.title()}{other}", 10),
    ], surname


KOREAN = "min soo ji hye sung joon young hee eun kyung tae woo seok jin hyun mi sang ho dong chul".split()
VIETNAMESE = "minh anh duc hoa lan phuong quang son thanh trung tuan viet hai dung long nam".split()


def _vietnamese(chance: Random) -> Named:
    row = _skewed_row(chance, "vietnamese")
    surname = row["vietnamese"].split()[0].title()
    one, other = chance.choice(VIETNAMESE).title(), chance.choice(VIETNAMESE).title()
    return [(f"{surname} {one} {other}", 90), (f"{one} {other} {surname}", 10)], surname


def _hungarian(chance: Random) -> Named:
    given = chance.choice(_given("hungarian")).title()
    surname = chance.choice(sorted(words("more_surnames.csv", culture="hungarian"))).title()
    return [(f"{given} {surname}", 65), (f"{surname} {given}", 35)], surname


_MAKERS = dict(
    zip(PLACES, (_chinese, _hong_kong, _korean, _vietnamese, _hungarian, _western), strict=True)
)


@cache
def _given(culture: str) -> list[str]:
    return sorted(words("given.csv", culture=culture))


@cache
def _common() -> list[str]:
    return "smith jones johnson williams brown taylor wilson garcia martinez silva khan kumar".split()


@cache
def _rows(column: str) -> list[dict[str, str]]:
    return [row for row in rows("surnames.csv") if row[column].strip(" -") and len(row["han"]) == 1]


def _skewed_row(chance: Random, column: str) -> dict[str, str]:
    found = _rows(column)
    return found[int(len(found) * chance.random() ** 2)]


def _characters(chance: Random, many: int) -> str:
    return "".join(chance.sample(HAN, many))


@cache
def _spell(char: str, system: System) -> str:
    return min(spellings(char, system), key=lambda word: (len(word), word))


@cache
def _traditional(text: str) -> str:
    from opencc import OpenCC

    return str(OpenCC("s2t").convert(text)) if len(text) == 1 else "".join(map(_traditional, text))
