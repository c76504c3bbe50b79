"""Questions on meetings mean what they say: asked of invented meetings, and counted again in Python."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import combinations, pairwise
from typing import Any

import pytest

import communique
from communique.graph.ledger import load
from communique.graph.store import connect
from communique.pipeline import Graph
from communique.reading.model import Kind, Status

PEOPLE = ("Ada Oduya", "Ben Cole", "Cleo Dahl", "Jaan Tamm", "Rita Lemos")
ADA, BEN, CLEO = PEOPLE[:3]

Meeting = tuple[str, str, str]
"""A day and the two who met, sorted."""


def put(where: str, *drafts: Any) -> None:
    """Load releases into a graph."""
    with connect(where, write=True, create=True) as store:
        for draft in drafts:
            load(store, draft.batch())


def report(draft: Any, number: int, *meetings: Meeting, status: Status = Status.OCCURRED) -> Any:
    """Make a release that tells of meetings."""
    made = draft(number)
    people = {name: made.person(name) for _, *both in meetings for name in both}
    oslo = made.place("Oslo")
    for day, one, other in meetings:
        event = made.meeting(date=day, status=status, place=oslo)
        made.meet(people[one], people[other], event, date=day, status=status)
    return made


def invent() -> list[Meeting]:
    """Invent meetings of a few people on some days of three years."""
    pairs, start = list(combinations(PEOPLE, 2)), date(2031, 1, 1)
    days_after = ((n, timedelta((n * n * 37 + n * 11) % 900)) for n in range(40))
    return sorted({((start + days).isoformat(), *pairs[n * 7 % 10]) for n, days in days_after})


MEETINGS = invent()


@pytest.fixture
def graph(where: str, draft: Any) -> Iterator[Graph]:
    """The invented meetings in each database in turn, told by two releases."""
    put(where, report(draft, 1, *MEETINGS), report(draft, 2, *MEETINGS))
    with communique.open(where) as opened:
        yield opened


def days(earlier: str, later: str) -> int:
    """Count the days from one to another."""
    return (date.fromisoformat(later) - date.fromisoformat(earlier)).days


def partners(name: str) -> dict[str, list[str]]:
    """Give the days on which somebody met each other."""
    met = defaultdict[str, list[str]](list)
    for day, *both in MEETINGS:
        if name in both:
            met[both[1 - both.index(name)]].append(day)
    return met


def test_every_question_on_meetings_counts_as_python_does(graph: Graph) -> None:
    """Gaps, lapses, go-betweens, new faces, busy days and years, of one person and of all."""
    by_pair = defaultdict[tuple[str, str], list[str]](list)
    for day, one, other in MEETINGS:
        by_pair[one, other].append(day)
    gaps = [max(days(a, b) for a, b in pairwise(met)) for met in by_pair.values() if len(met) > 1]
    assert [row.days for row in graph.longest_gaps()] == sorted(gaps, reverse=True)
    first = graph.longest_gaps(limit=1)[0]
    assert days(first.start, first.end) == first.days
    pair = sorted((first.person, first.counterpart))
    assert {first.start, first.end} <= set(by_pair[pair[0], pair[1]])

    ada, ben = partners(ADA), partners(BEN)
    lapsed = {who: met for who, met in ada.items() if max(met) < "2032-06-01"}
    assert {
        (row.counterpart, row.meetings, row.last, row.days)
        for row in graph.not_met_since(ADA, "2032-06-01")
    } == {(w, len(met), max(met), days(max(met), "2032-06-01")) for w, met in lapsed.items()}

    assert {
        (row.through, row.meetings_with_person, row.last_with_to)
        for row in graph.intermediaries(ADA, BEN)
    } == {(who, len(ada[who]), max(ben[who])) for who in ada.keys() & ben.keys()}

    new = {(min(met), *both) for both, met in by_pair.items()}
    asked = graph.new_faces("2031-06", until="2031-12")
    assert {(row.date, *sorted((row.person, row.counterpart))) for row in asked} == {
        each for each in new if "2031-06-01" <= each[0] <= "2031-12-31"
    }
    years = Counter(day[:4] for day, *_ in MEETINGS)
    assert {str(row.year): row.meetings for row in graph.meetings_by_year()} == years
    assert {str(row.year): row.counterparts for row in graph.meetings_by_year(ADA)} == {
        year: len({who for who, met in ada.items() if any(d.startswith(year) for d in met)})
        for year in {day[:4] for met in ada.values() for day in met}
    }
    per_day = Counter(day for day, *_ in MEETINGS)
    assert {row.date: row.engagements for row in graph.busiest_days()} == per_day
    assert {row.date: row.meetings for row in graph.busiest_days(ADA)} == Counter(
        day for met in ada.values() for day in met
    )


def test_days_since_are_counted_from_the_meeting_before(where: str, draft: Any) -> None:
    """Also from one before the period; not where a day is not known; planned ones don't count."""
    told = [(day, ADA, BEN) for day in ("2031-03-04", "2031-03-10", "2031-05", "--07-01")]
    planned = report(draft, 2, ("2031-03-07", ADA, BEN), status=Status.PLANNED)
    put(where, report(draft, 1, *told), planned)
    with communique.open(where) as graph:
        rows = graph.meetings_between(BEN, ADA)
        assert {row.date: row.days_since for row in rows} == {
            "2031-03-04": None,
            "2031-03-10": 6,
            "2031-05": None,
            "--07-01": None,
        }
        later = graph.meetings_between(BEN, ADA, since="2031-03-05")
        assert [(row.date, row.days_since) for row in later] == [
            ("2031-03-10", 6),
            ("2031-05", None),
        ]
        assert len(later.notes) == 1
        assert len(graph.meetings_between(ADA, ADA)) == 0
        assert [row.days for row in graph.longest_gaps()] == [6]
        assert [row.meetings for row in graph.meetings_by_year()] == [3]


def test_a_month_is_no_day_before(where: str, draft: Any) -> None:
    """A meeting of a month that the day asked lies in may have been since; of a year before, not."""
    put(where, report(draft, 1, ("2031-05", ADA, BEN), ("2030", ADA, CLEO), ("--05-01", ADA, CLEO)))
    with communique.open(where) as graph:
        (row,) = graph.not_met_since(ADA, "2031-05-20")
        assert (row.counterpart, row.last, row.days) == (CLEO, "2030", None)
        assert [row.counterpart for row in graph.new_faces("2031-05-20", ADA)] == [BEN]


def test_nobody_is_an_intermediary_without_a_name(where: str, draft: Any) -> None:
    """A group that two met connects nobody and is no new face."""
    made = draft(1)
    ada, ben = made.person(ADA), made.person(BEN)
    group = made.add(Kind.GROUP, "young sailors", named=False)
    for person in (ada, ben):
        made.meet(person, group, made.meeting())
    put(where, made)
    with communique.open(where) as graph:
        assert len(graph.meetings(ADA)) == 1
        assert len(graph.intermediaries(ADA, BEN)) == 0
        assert len(graph.intermediaries(ADA, ADA)) == 0
        assert len(graph.new_faces("2031")) == 0
        assert len(graph.not_met_since(ADA, "2032")) == 0


OFFICES = {
    "head of state": ("President of Norway", "Kenyan President", "King of Norway", "President"),
    "head of government": ("Prime Minister", "Chancellor of Norway"),
    "minister": (
        "Minister for Trade",
        "Secretary of State",
        "Deputy Prime Minister of Norway",
        "Vice President of Norway",
        "Kenyan Foreign Minister",
    ),
    "deputy minister": (
        "Permanent Secretary for Trade",
        "Deputy Minister of Finance",
        "Assistant Secretary of State",
        "State Secretary",
    ),
    "ambassador": ("Ambassador to Norway", "Special Envoy", "Consul-General"),
    "governor or mayor": ("Mayor of Oslo", "Governor of Oslo"),
    "head of an organization": (
        "President of the Harbour Board",
        "Secretary-General of the Harbour Board",
        "Kenyan Space Agency President",
        "Governor of the Harbour Bank",
        "Director of the Harbour Board",
    ),
    "parliament": ("Speaker of the National Assembly", "Senator"),
    "other": (
        "former Prime Minister",
        "Deputy Mayor of Oslo",
        "Vice President of the Harbour Board",
        "Adviser to the Prime Minister",
    ),
}


def _office(made: Any, name: str, places: dict[str, int]) -> int:
    """Add an office, of the place or body that its name tells."""
    title, _, rest = name.partition(" of ")
    body = rest.removeprefix("the ")
    if rest.startswith("the "):
        return int(made.office(name, title, made.body(body)))
    return int(made.office(name, title, places.get(body)))


def test_every_office_has_its_rank(where: str, draft: Any) -> None:
    """Deputies, vice and former ones are not what they stand in for; who has none has no rank."""
    made = draft(1)
    places = {"Norway": made.place("Norway", "country"), "Oslo": made.place("Oslo")}
    ada, letters = made.person(ADA), iter("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnop")
    expected: dict[str | None, set[str]] = {None: {BEN}}
    for rank, offices in OFFICES.items():
        names = {f"Xu{next(letters)}lo {office.split()[0]}ski": office for office in offices}
        for name, office in names.items():
            other = made.person(name, _office(made, office, places))
            made.meet(ada, other, made.meeting())
        expected[rank] = set(names)
    made.meet(ada, made.person(BEN), made.meeting())
    put(where, made)
    with communique.open(where) as graph:
        rows = graph.counterparts_by_rank(ADA)
        assert {row.rank: set(row.names) for row in rows} == expected
        assert [row.rank for row in rows] == [*OFFICES, None]
        assert all(row.counterparts == row.meetings == len(row.names) for row in rows)
        assert rows.evidence()


def test_a_counterpart_is_of_the_country_of_an_office(where: str, draft: Any) -> None:
    """By the place it is of, or as its name tells; an ambassador is not of where he is posted."""
    made = draft(1)
    norway = made.place("Norway", "country")
    oslo = made.add(Kind.PLACE, "Oslo", sort="city", country="NO", place=norway)
    ada = made.person(ADA)
    others = [
        made.person(BEN, made.office("Mayor of Oslo", "Mayor", oslo)),
        made.person(CLEO, made.office("French Ambassador to Norway", "French Ambassador", norway)),
        made.person("Jaan Tamm", made.office("Envoy to Norway", "Envoy", norway)),
        made.person("Rita Lemos", made.office("Minister of Trade of Kenya", "Minister")),
        made.body("Kenyan Harbour Board"),
        norway,
    ]
    for other in others:
        made.meet(ada, other, made.meeting())
    put(where, made)
    with communique.open(where) as graph:
        rows = graph.counterparts_by_country(ADA)
        assert {row.country: row.names for row in rows} == {
            "Norway": [BEN, "Norway"],
            "France": [CLEO],
            "Kenya": ["Kenyan Harbour Board", "Rita Lemos"],
            None: ["Jaan Tamm"],
        }
        assert len(graph.counterparts_by_country(ADA, since="2032")) == 0
