"""Profiles: what mentions tell of who or what is meant, alike mentions joined.

A profile is made from one release and knows no other; nothing in it depends on who is who. So the
profiles of a graph are the same whatever the order in which its releases came, and all that
identity decides is a function of profiles.
"""

from dataclasses import dataclass

from communique.graph.model import Label


@dataclass(frozen=True, slots=True, order=True)
class Held:
    """An office as a release gives it to a person.

    Attributes:
        title: The key of its title: ``mayor``, ``foreign minister``; never empty.
        body: The key of the body or place it is of; empty where the release does not say.
        country: The ISO 3166 alpha-2 code of that place or body, where it is known; else empty.
    """

    title: str
    body: str = ""
    country: str = ""


@dataclass(frozen=True, slots=True)
class Profile:
    """What mentions that tell the same of one identity tell together.

    Attributes:
        id: A digest of what alike mentions share; it begins with the label in lower case.
        label: What it is a profile of.
        names: The forms by which a release calls it, sorted, the fullest name among them.
        name: The fullest of them.
        kind: The sort of an organization, a place or an event; ``group`` for a group without a
            name; None where unknown, and for people and offices.
        named: False for what has no name of its own: a group, a generic event. It is then a profile
            of one mention.
        issuer: Who published the releases; empty where unknown.
        held: For a person, the offices, sorted.
        title: For an office, the key of its title.
        of: For an office, the profile of the organization or place it is of; for a person the
            profiles of the offices are in `offices`.
        offices: For a person or an unnamed office-holder, the profiles of the offices held.
        place: For an event or an organization, the profile of the place; for a place what it is in.
        country: For a place its ISO 3166 alpha-2 code; for an organization that of its place.
        gazetteer: For a place, its id in the gazetteer, such as ``geonames:1796236``.
        date: For an event its day with its precision.
        end_date: For an event of several days the last.
        pairs: For an event, who met whom by a fact: pairs of profiles, each sorted.
        release: The release, where the profile is of one mention alone.
        mention: That mention: of an unnamed thing, or of one that a decision speaks of.
        first: The first day on which a release attests it, with full precision; None if none does.
        last: The last such day.
        companions: A sketch of the names it appears with: a set cut to the least by hash, so that
            joining sketches in any order gives the same one.
        places: For a person the countries and cities that its releases name, cut in the same way;
            for an event the place where it is held with all that contain it. Keys of the
            gazetteer, else of names.
        apart: Profiles with the same name that one release tells apart from this one.
    """

    id: str
    label: Label
    names: tuple[str, ...]
    name: str
    kind: str | None = None
    named: bool = True
    issuer: str = ""
    held: tuple[Held, ...] = ()
    title: str | None = None
    of: str | None = None
    offices: tuple[str, ...] = ()
    place: str | None = None
    country: str | None = None
    gazetteer: str | None = None
    date: str | None = None
    end_date: str | None = None
    pairs: tuple[tuple[str, str], ...] = ()
    release: str | None = None
    mention: str | None = None
    first: str | None = None
    last: str | None = None
    companions: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    apart: frozenset[str] = frozenset()
