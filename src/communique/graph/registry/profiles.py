"""Profiles of what one release mentions, and how those of many releases are joined."""

import hashlib
import json
from collections.abc import Collection, Iterable
from dataclasses import replace
from typing import cast

from communique.graph.identity import name_key
from communique.graph.model import EdgeType, Label, Role
from communique.graph.registry.profile import Held, Profile
from communique.graph.rows import Batch, Mention
from communique.identity.titles import office_key

_SKETCH = 32
"""How many names a sketch of companions holds; enough to see company that is shared."""
_PLACES = 8
_DAY = len("2031-03-04")
_STAGES = (Label.PLACE, Label.ORGANIZATION, Label.OFFICE, Label.PERSON, Label.EVENT)


def profile_release(batch: Batch, pinned: Collection[str] = frozenset()) -> dict[str, Profile]:
    """Make the profile of each mention of a release.

    Args:
        batch: What the release asserts.
        pinned: Mentions that a decision speaks of: each has a profile of its own.

    Returns:
        Profiles by mention; mentions that tell the same share one.
    """
    drafting = _Drafting(batch, pinned)
    for mention in sorted(batch.mentions, key=_stage):
        drafting.add(mention)
    drafting.tell_apart()
    return drafting.made


def join_profiles(one: Profile, other: Profile) -> Profile:
    """Join what two sets of alike mentions tell; order and repetition don't matter.

    Args:
        one: A profile.
        other: One with the same id.

    Returns:
        Their join: the fullest name, the earliest first day, the latest last, sketches cut to the
        same size.
    """
    return replace(
        one,
        name=fullest((one.name, other.name)),
        first=_least(one.first, other.first),
        last=_most(one.last, other.last),
        date=_least(one.date, other.date),
        end_date=_most(one.end_date, other.end_date),
        companions=_sketch(one.companions | other.companions, _SKETCH),
        places=_sketch(one.places | other.places, _PLACES),
        apart=one.apart | other.apart,
    )


class _Drafting:
    """Makes profiles in the order in which they rest on each other."""

    def __init__(self, batch: Batch, pinned: Collection[str]) -> None:
        self.batch = batch
        self.pinned = pinned
        self.issuer = str(batch.release.properties.get("issuer") or "")
        self.made: dict[str, Profile] = {}
        self.mentions = {mention.id: mention for mention in batch.mentions}
        self.people = [m for m in batch.mentions if m.label is Label.PERSON]
        self.keys = {m.id: name_key(str(m.properties["form"])) for m in self.people}

    def add(self, mention: Mention) -> None:
        """Make the profile of a mention; what it refers to has one already."""
        profile = self._more(mention, self._draft(mention))
        if not profile.named or mention.id in self.pinned:
            profile = replace(profile, mention=mention.id, release=self.batch.release.ref.id)
        self.made[mention.id] = replace(profile, id=_identify(profile))

    def tell_apart(self) -> None:
        """Hold people with one name apart where the release does."""
        sharing: dict[str, set[str]] = {}
        for mention, key in self.keys.items():
            sharing.setdefault(key, set()).add(self.made[mention].id)
        for mention, key in self.keys.items():
            if others := sharing[key] - {self.made[mention].id}:
                self.made[mention] = replace(self.made[mention], apart=frozenset(others))

    def _draft(self, mention: Mention) -> Profile:
        told = mention.properties
        day = _day(told.get("attested"))
        return Profile(
            id="",
            label=mention.label,
            names=tuple(cast("list[str]", told["forms"])),
            name=str(told["form"]),
            kind=cast("str | None", told.get("kind")),
            named=told.get("kind") != "group" and told.get("named") is not False,
            first=day,
            last=day,
        )

    def _more(self, mention: Mention, draft: Profile) -> Profile:
        match draft.label:
            case Label.PERSON:
                return self._person(mention, draft)
            case Label.OFFICE:
                return self._office(mention, draft)
            case Label.ORGANIZATION:
                return self._organization(mention, draft)
            case Label.PLACE:
                return self._place(mention, draft)
            case _:
                return self._event(mention, draft)

    def _person(self, mention: Mention, draft: Profile) -> Profile:
        offices = self._offices(mention)
        company = {_digest(key) for other, key in self.keys.items() if other != mention.id}
        return replace(
            draft,
            issuer=self.issuer,
            offices=tuple(sorted({office.id for office in offices})),
            held=tuple(sorted({held for office in offices for held in office.held})),
            companions=_sketch(company, _SKETCH),
            places=_sketch({_ground(p) for p in self.made.values() if _is_ground(p)}, _PLACES),
        )

    def _office(self, mention: Mention, draft: Profile) -> Profile:
        of = self._at(mention, "of")
        title = cast("str | None", mention.properties.get("title"))
        held = (_held(draft, title, of),)
        return replace(draft, title=title, of=of.id if of else None, held=held)

    def _organization(self, mention: Mention, draft: Profile) -> Profile:
        seat = self._at(mention, "within")
        offices = self._offices(mention)
        return replace(
            draft,
            issuer=self.issuer,
            country=seat.country if seat else None,
            place=seat.id if seat else None,
            offices=tuple(sorted({office.id for office in offices})),
        )

    def _place(self, mention: Mention, draft: Profile) -> Profile:
        told = mention.properties
        country, gazetteer = told.get("country"), told.get("gazetteer")
        return replace(
            draft,
            country=cast("str | None", country),
            gazetteer=cast("str | None", gazetteer),
        )

    def _event(self, mention: Mention, draft: Profile) -> Profile:
        told = mention.properties
        held_in = self._at(mention, "within")
        return replace(
            draft,
            issuer=self.issuer,
            date=cast("str | None", told.get("date")),
            end_date=cast("str | None", told.get("end_date")),
            place=held_in.id if held_in else None,
            places=self._grounds(mention),
            pairs=() if draft.named else self._pairs(mention),
        )

    def _pairs(self, event: Mention) -> tuple[tuple[str, str], ...]:
        """Who met whom there, by facts that call it done or planned alike."""
        sides: dict[str, list[str]] = {}
        for told in self.batch.assertions:
            met = told.type is EdgeType.ATTENDED and told.properties["role"] != Role.ATTENDEE
            if met and told.target == event.id:
                sides.setdefault(str(told.properties["fact"]), []).append(self.made[told.source].id)
        pairs = {tuple(sorted(pair)) for pair in sides.values() if len(pair) == len(Role) - 1}
        return cast("tuple[tuple[str, str], ...]", tuple(sorted(pairs)))

    def _grounds(self, event: Mention) -> frozenset[str]:
        """The place of an event and all that contain it."""
        found: set[str] = set()
        at = event.refers.get("within", ())
        while at and (ground := _ground(self.made[at[0]])) not in found:
            found.add(ground)
            at = self.mentions[at[0]].refers.get("within", ())
        return frozenset(found)

    def _offices(self, mention: Mention) -> list[Profile]:
        return [self.made[o] for o in mention.refers.get("offices", ()) if o in self.made]

    def _at(self, mention: Mention, key: str) -> Profile | None:
        at = mention.refers.get(key, ())
        return self.made.get(at[0]) if at else None


def _stage(mention: Mention) -> tuple[int, str]:
    """Order mentions so that what they refer to comes first: groups hold offices, as people do."""
    group = mention.properties.get("kind") == "group"
    return _STAGES.index(Label.PERSON if group else mention.label), mention.id


def _held(office: Profile, title: str | None, of: Profile | None) -> Held:
    # Of the names, which alike profiles share, not the one that this release puts first.
    key, body = office_key(fullest(office.names), title, fullest(of.names) if of else None)
    return Held(key, body, (of.country if of else None) or "")


def _ground(place: Profile) -> str:
    return place.gazetteer or name_key(place.name)


def fullest(names: Iterable[str]) -> str:
    """Choose the fullest of some names: the longest, then the first by code points."""
    return min(names, key=lambda name: (-len(name), name))


def _is_ground(profile: Profile) -> bool:
    return profile.label is Label.PLACE and profile.kind in ("city", "country")


def _identify(profile: Profile) -> str:
    """Digest what alike mentions share: not the days, nor the company, of each."""
    shared = (
        profile.names, profile.kind, profile.issuer, profile.title, profile.of, profile.offices,
        profile.place, profile.country, profile.gazetteer, _year(profile), profile.mention,
    )  # fmt: skip
    return f"{profile.label.lower()}:{_digest(json.dumps(shared))}"


def _year(profile: Profile) -> str | None:
    """Tell the year of an event: those of other years are not alike."""
    return profile.date[:4] if profile.date else None


def _sketch(items: Collection[str], size: int) -> frozenset[str]:
    """Keep the least by digest: whatever the order of joining, the same ones."""
    if len(items) <= size:
        return frozenset(items)
    return frozenset(sorted(items, key=lambda item: (_digest(item), item))[:size])


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:20]


def _day(told: object) -> str | None:
    """Keep a day only where it is one: no month, no day without a year."""
    day = str(told or "")
    return day[:_DAY] if len(day) >= _DAY and not day.startswith("-") else None


def _least(one: str | None, other: str | None) -> str | None:
    return min((x for x in (one, other) if x), default=None)


def _most(one: str | None, other: str | None) -> str | None:
    return max((x for x in (one, other) if x), default=None)


def join_all(profiles: Iterable[Profile]) -> dict[str, Profile]:
    """Join profiles of one id.

    Args:
        profiles: Profiles of any mentions.

    Returns:
        One for each id.
    """
    joined: dict[str, Profile] = {}
    for profile in profiles:
        known = joined.get(profile.id)
        joined[profile.id] = join_profiles(known, profile) if known else profile
    return joined
