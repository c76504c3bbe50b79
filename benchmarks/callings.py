"""Invented names, and how releases write them, by the tables of names."""

import tomllib
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from communique.identity.given import forms
from communique.identity.romanisation import System, spellings
from communique.identity.tables import rows, words

if TYPE_CHECKING:
    from opencc import OpenCC

PLACES = ("chinese", "hong kong", "korean", "vietnamese", "hungarian", "western")


@cache
def listed(key: str) -> list[str]:
    """Read a list of `people.toml`."""
    found = tomllib.loads(Path(__file__).with_name("people.toml").read_text("utf-8"))[key]
    return found.split() if isinstance(found, str) else list(found)


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
        return chance.choice(listed("common")).title()
    made, kind = _made(chance), chance.random()
    if kind < 0.05:
        return f"{made}-{_made(chance)}"
    return f"{chance.choice(listed('particles'))} {made}" if kind < 0.1 else made


def _made(chance: Random) -> str:
    return "".join(
        _skewed(chance, part)
        for part in (listed("heads"), ("", "", "", *listed("middles")), listed("tails"))
    ).title()


def _skewed(chance: Random, parts: Sequence[str]) -> str:
    return parts[int(len(parts) * chance.random() ** 1.5)]


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
    one, other = chance.choice(listed("korean")), chance.choice(listed("korean"))
    return [
        (f"{surname} {one.title()}-{other}", 50),
        (f"{surname} {one.title()} {other.title()}", 25),
        (f"{one.title()}-{other} {surname}", 15),
        (f"{surname} {one.title()}{other}", 10),
    ], surname


def _vietnamese(chance: Random) -> Named:
    row = _skewed_row(chance, "vietnamese")
    surname = row["vietnamese"].split()[0].title()
    one, other = (
        chance.choice(listed("vietnamese")).title(),
        chance.choice(listed("vietnamese")).title(),
    )
    return [(f"{surname} {one} {other}", 90), (f"{one} {other} {surname}", 10)], surname


def _hungarian(chance: Random) -> Named:
    given = chance.choice(_given("hungarian")).title()
    surname = chance.choice(sorted(words("more_surnames.csv", culture="hungarian"))).title()
    return [(f"{given} {surname}", 65), (f"{surname} {given}", 35)], surname


MAKERS = dict(
    zip(PLACES, (_chinese, _hong_kong, _korean, _vietnamese, _hungarian, _western), strict=True)
)


@cache
def _given(culture: str) -> list[str]:
    return sorted(words("given.csv", culture=culture))


@cache
def _rows(column: str) -> list[dict[str, str]]:
    return [row for row in rows("surnames.csv") if row[column].strip(" -") and len(row["han"]) == 1]


def _skewed_row(chance: Random, column: str) -> dict[str, str]:
    found = _rows(column)
    return found[int(len(found) * chance.random() ** 2)]


def _characters(chance: Random, many: int) -> str:
    return "".join(chance.sample("".join(listed("characters")), many))


@cache
def _spell(char: str, system: System) -> str:
    return min(spellings(char, system), key=lambda word: (len(word), word))


@cache
def _traditional(text: str) -> str:
    return str(_converter().convert(text))


@cache
def _converter() -> "OpenCC":
    from opencc import OpenCC

    return OpenCC("s2t")
