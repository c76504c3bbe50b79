"""What made releases tell: who met whom, who attended, thanked, visited what; a release at a time."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

from benchmarks.questions.drafting import Draft
from benchmarks.questions.world import DAYS, FIELDS, FIRST_DAY, Thing, World

from communique.graph.identity import name_key
from communique.graph.model import Label
from communique.graph.rows import NodeRef
from communique.reading.model import Predicate, Span, Status

EACH = 4
"""Events of a release, on average."""
_MEETINGS = ("meeting", "meeting", "meeting", "call", "call", "lunch", "dinner")
_OCCASIONS = ("reception", "ceremony", "exhibition", "event", "conference")
_STATUSES = (Status.OCCURRED,) * 31 + (Status.PLANNED, Status.PLANNED, Status.CANCELLED)


def drafts(world: World, events: int, seed: int) -> Iterator[list[Draft]]:
    """Make releases that tell of so many events, about as many as there are days for each.

    Args:
        world: Of whom and what.
        events: Of how many events.
        seed: What all chance comes of.

    Yields:
        Releases that tell of the same events, and of no others.
    """
    many = max(1, events // EACH)
    for number in range(many):
        chance = Random(seed * many + number)  # noqa: S311
        yield _Telling(world, chance, number, FIRST_DAY + number * DAYS // many).drafts()


@dataclass
class _Telling:
    """The release of one person's day, and now and then one of who was met."""

    world: World
    chance: Random
    number: int
    day: int

    def __post_init__(self) -> None:
        self.who = self.world.person(self.chance)
        self.city = self.world.city(self.chance)
        self.draft = self._new(self.number, self.who)
        self.second: Draft | None = None

    def drafts(self) -> list[Draft]:
        self._headline()
        for _ in range(EACH):
            self.chance.choices(_EVENTS, _EVENT_SHARES)[0](self)
        for tell, share in _MORE:
            if self.chance.random() < share:
                tell(self)
        return [self.draft, self.second] if self.second else [self.draft]

    def _new(self, number: int | str, who: int) -> Draft:
        issuer = f"Gazette of {self.world.cities[who % 97].name}"
        return Draft(f"https://news.example/{number}", self.day, issuer)

    def _headline(self) -> None:
        self._person(self.draft, self.who)
        self.draft.say(" in ")
        self._place(self.draft)
        self.draft.stop()

    def _person(self, draft: Draft, who: int) -> int:
        """Say who, with the offices of the day."""
        held = []
        for office in self.world.offices_on(who, self.day)[:2]:
            of: int | None = None
            start = len(draft.text)
            if office.at and self.chance.random() < 0.3:
                words = Span(start + office.name.index(office.at.name), start + len(office.name))
                of = draft.imply(office.at, words)
            held.append(draft.name(office, of=of))
            draft.say(" ")
        return draft.name(
            self.world.people[who], otherwise=self.chance.random() < 0.1, offices=tuple(held)
        )

    def _place(self, draft: Draft) -> int:
        """Say where; a city tells its country."""
        start = len(draft.text)
        assert self.city.at is not None  # noqa: S101
        country = draft.imply(self.city.at, Span(start, start + len(self.city.name)), implied=True)
        return draft.name(self.city, place=country)

    def _somebody(self, draft: Draft) -> int:
        """Say whom: mostly a person, else a body, a country or a group without a name."""
        drawn = self.chance.random()
        if drawn < 0.88:
            return self._person(draft, self._other())
        if drawn < 0.95:
            return draft.name(self.chance.choice(self.world.bodies))
        if drawn < 0.97:
            return draft.name(self.chance.choice(self.world.countries))
        ref = draft.local(Label.ORGANIZATION, "a-delegation")
        at = draft.add(ref, "a delegation", sort="group", named=False)
        draft.spans[at].append(draft.say("a delegation"))
        return at

    def _other(self) -> int:
        """Draw somebody else."""
        while (who := self.world.person(self.chance)) == self.who:
            pass
        return who

    def _status(self) -> Status:
        return self.chance.choice(_STATUSES)

    def _when(self) -> str:
        """Give the day, now and then less exactly."""
        drawn = self.chance.random()
        if drawn < 0.99:
            return self.draft.date
        return self.draft.date[:7] if drawn < 0.998 else f"-{self.draft.date[4:]}"

    def _unnamed(self, draft: Draft, sort: str, **more: Any) -> int:
        return draft.event(draft.local(Label.EVENT, sort), sort, sort, named=False, **more)

    def _setting(self, sort: str = "") -> dict[str, Any]:
        """Draw what an event and all facts of it share: when, where, whether."""
        told: dict[str, Any] = {"date": self._when(), "status": self._status()}
        if sort != "call" and self.chance.random() < 0.8:
            told["place"] = self._known_place()
        return told

    def _known_place(self) -> int:
        return self.draft.known[self.city.ref]

    def meeting(self, others: int = 1, **more: Any) -> None:
        sort = self.chance.choice(_MEETINGS)
        told = self._setting(sort)
        one = self._person(self.draft, self.who)
        self.draft.say(" held a ")
        event = self._unnamed(self.draft, sort, **told, **more)
        for number in range(others):
            self.draft.say(", and " if number else " with ")
            other = self._somebody(self.draft)
            self.draft.tell(one, Predicate.MET_WITH, other, event=event, **told)
        self.draft.stop()
        if not more and self.second is None and self.chance.random() < 0.05:
            self._report(event, other)

    def _report(self, event: int, other: int) -> None:
        """Let whoever was met tell of the meeting, too."""
        if self.draft.refs[other].label is not Label.PERSON:
            return
        told = self.draft.entities[event]
        self.second = draft = self._new(f"{self.number}-too", self.number)
        said = {key: told[key] for key in ("date", "status")}
        where = {"place": self._place(draft)} if "place" in told else {}
        draft.say(": ")
        one = draft.name(self.world.known[self.draft.refs[other]])
        draft.say(" received ")
        two = draft.name(self.world.people[self.who])
        draft.say(" for a ")
        at = draft.event(
            self.draft.refs[event], told["sort"], told["sort"], named=False, **said, **where
        )
        draft.tell(one, Predicate.MET_WITH, two, event=at, **said, **where)
        draft.stop()

    def several(self) -> None:
        self.meeting(self.chance.randint(2, 4))

    def occasion(self) -> None:
        self._at(self.chance.choice(_OCCASIONS), " attended a ", Predicate.ATTENDED)

    def speech(self) -> None:
        self._at(self.chance.choice(_OCCASIONS), " spoke at a ", Predicate.SPOKE_AT)

    def hosting(self) -> None:
        self._at(self.chance.choice(_OCCASIONS), " hosted a ", Predicate.HOSTED)

    def _at(self, sort: str, words: str, predicate: Predicate) -> None:
        told = self._setting()
        one = self._person(self.draft, self.who)
        self.draft.say(words)
        self.draft.tell(one, predicate, self._unnamed(self.draft, sort, **told), **told)
        self.draft.stop()

    def signing(self) -> None:
        told = self._setting()
        one = self._person(self.draft, self.who)
        self.draft.say(" and ")
        two = self._somebody(self.draft)
        self.draft.say(" came to a ")
        event = self._unnamed(self.draft, "signing", **told)
        for each in (one, two):
            self.draft.tell(each, Predicate.SIGNED, event, **told)
        self.draft.stop()

    def forum(self) -> None:
        """A forum that many attend, where one speaks, that a body hosts, with talks beside it."""
        told = {"place": self._known_place(), "status": Status.OCCURRED}
        count = len(self.draft.text)
        name = f"{self.number}th {self.chance.choice(FIELDS)} Forum of {self.city.name} {count}"
        host = self.draft.name(self.chance.choice(self.world.bodies))
        self.draft.say(" opened the ")
        ref = NodeRef(Label.EVENT, f"event:{name_key(name)}")
        event = self.draft.event(ref, name, "forum", named=True, **told)
        self.draft.tell(host, Predicate.HOSTED, event, **told)
        self.draft.say(" with ")
        many = min(MOST, int(5 * self.chance.paretovariate(1.1)))
        for number in range(many):
            one = self._person(self.draft, self._other())
            self.draft.tell(one, Predicate.ATTENDED, event, **told)
            if number < 2:
                self.draft.tell(one, Predicate.SPOKE_AT, event, **told)
            self.draft.say(", ")
        self.draft.stop()
        self.meeting(part_of=event)

    def visited(self) -> None:
        self._do(" visited ", Predicate.VISITED, self.world.bodies)

    def toured(self) -> None:
        self._do(" toured ", Predicate.VISITED, [self.world.city(self.chance)])

    def thanked(self) -> None:
        self._towards(" thanked ", Predicate.THANKED)

    def congratulated(self) -> None:
        self._towards(" congratulated ", Predicate.CONGRATULATED)

    def accompanied(self) -> None:
        for _ in range(self.chance.randint(1, 2)):
            one = self._person(self.draft, self._other())
            self.draft.say(" accompanied ")
            two = self._person(self.draft, self.who)
            self.draft.tell(one, Predicate.ACCOMPANIED, two)
            self.draft.stop()

    def _do(self, words: str, predicate: Predicate, among: Sequence[Thing]) -> None:
        one = self._person(self.draft, self.who)
        self.draft.say(words)
        two = self.draft.name(self.chance.choice(among))
        self.draft.tell(one, predicate, two, status=self._status())
        self.draft.stop()

    def _towards(self, words: str, predicate: Predicate) -> None:
        one = self._person(self.draft, self.who)
        self.draft.say(words)
        two = self._somebody(self.draft)
        self.draft.say(" for ")
        reason = self.draft.say(f"help with {self.chance.choice(FIELDS).lower()}")
        self.draft.tell(one, predicate, two, for_what=reason, date=self._when())
        self.draft.stop()


MOST = 400
"""The most people that one release says were at a forum."""

_EVENTS: Sequence[Callable[[_Telling], None]] = (
    _Telling.meeting, _Telling.several, _Telling.occasion, _Telling.forum, _Telling.speech,
    _Telling.hosting, _Telling.signing,
)  # fmt: skip
_EVENT_SHARES = (36, 2, 42, 0.5, 9, 8, 2.5)
_MORE: Sequence[tuple[Callable[[_Telling], None], float]] = (
    (_Telling.visited, 0.2), (_Telling.toured, 0.1), (_Telling.thanked, 0.2),
    (_Telling.congratulated, 0.12), (_Telling.accompanied, 0.2),
)  # fmt: skip
