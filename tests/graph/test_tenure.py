"""Who held an office on a day."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.graph.tenure import Attestations, Basis, Holding, is_day

ADA, BEN = "person:ada", "person:ben"
DAYS = st.dates().map(str) | st.sampled_from(
    ["2031", "2031-03", "--03-04", "2031-02-30", "", "20310304", "2031-W10-2", "2031-03-04"]
)
TENURES = st.dictionaries(st.sampled_from([ADA, BEN, "person:cleo"]), st.lists(DAYS))


def test_who_is_attested_that_day_held_it() -> None:
    """Whoever is near besides."""
    found = Attestations({ADA: ["2031-03-04"], BEN: ["2031-03-03", "2031-03-05"]}).holders_on(
        "2031-03-04"
    )
    assert found == (Holding(ADA, "2031-03-04", Basis.ATTESTED, 0),)


def test_between_two_attestations_of_one_nobody_else_held_it() -> None:
    """The nearer of the two is told."""
    found = Attestations({ADA: ["2031-01-01", "2031-12-31"], BEN: ["2029-01-01"]}).holders_on(
        "2031-03-04"
    )
    assert found == (Holding(ADA, "2031-01-01", Basis.BETWEEN, 62),)


def test_between_two_holders_the_nearer_held_it() -> None:
    """With no more certainty than that."""
    found = Attestations({ADA: ["2031-03-01"], BEN: ["2031-03-10"]}).holders_on("2031-03-04")
    assert found == (Holding(ADA, "2031-03-01", Basis.NEAREST, 3),)


def test_before_the_first_and_after_the_last_attestation_it_is_the_nearest() -> None:
    """Nothing guesses when a tenure began or ended."""
    tenures = {ADA: ["2031-03-04"], BEN: ["2032-03-04"]}
    assert [h.holder for h in Attestations(tenures).holders_on("2030-03-04")] == [ADA]
    assert [h.holder for h in Attestations(tenures).holders_on("2033-03-04")] == [BEN]
    assert {h.basis for h in Attestations(tenures).holders_on("2033-03-04")} == {Basis.NEAREST}


@pytest.mark.parametrize(
    ("tenures", "on"),
    [
        ({BEN: ["2031-03-04"], ADA: ["2031-03-04"]}, "2031-03-04"),
        ({BEN: ["2031-03-06"], ADA: ["2031-03-02"]}, "2031-03-04"),
        ({BEN: ["2031-03-06"], ADA: ["2031-03-06"]}, "2031-03-04"),
    ],
)
def test_a_tie_names_all_sorted(tenures: dict[str, list[str]], on: str) -> None:
    """On the day itself, on both sides of it, or both on one."""
    assert [holding.holder for holding in Attestations(tenures).holders_on(on)] == [ADA, BEN]


def test_of_two_days_as_near_the_earlier_is_told() -> None:
    """One holding for each holder."""
    found = Attestations({ADA: ["2031-03-06", "2031-03-02"]}).holders_on("2031-03-04")
    assert found == (Holding(ADA, "2031-03-02", Basis.BETWEEN, 2),)


@pytest.mark.parametrize("day", ["2031", "2031-03", "--03-04", "2031-02-30", "", "next Monday"])
def test_what_is_no_full_day_attests_nothing(day: str) -> None:
    """A month, a day without a year, one that the calendar has not."""
    assert not is_day(day)
    assert Attestations({ADA: [day]}).holders_on("2031-03-04") == ()


def test_nobody_attested_nobody_held_it() -> None:
    """No office, no holders, no days."""
    assert Attestations({}).holders_on("2031-03-04") == ()
    assert Attestations({ADA: []}).holders_on("2031-03-04") == ()


@given(TENURES, st.dates().map(str))
def test_no_holder_without_an_attestation_and_none_nearer(
    tenures: dict[str, list[str]], on: str
) -> None:
    """Each is attested on the day told, each once; whoever is attested on the day is among them."""
    found = Attestations(tenures).holders_on(on)
    assert all(holding.attested in tenures[holding.holder] for holding in found)
    assert [h.holder for h in found] == sorted({h.holder for h in found})
    assert len({holding.away for holding in found}) <= 1
    there = {who for who, days in tenures.items() if on in days}
    assert not there or {holding.holder for holding in found} == there
    assert bool(found) is any(is_day(day) for days in tenures.values() for day in days)


@given(TENURES, st.dates().map(str), st.randoms(use_true_random=False))
def test_the_order_of_attestations_never_tells(
    tenures: dict[str, list[str]], on: str, random: st.DataObject
) -> None:
    """Nor of holders."""
    turned = {who: [*reversed(days), *days] for who, days in reversed(tenures.items())}
    assert Attestations(turned).holders_on(on) == Attestations(tenures).holders_on(on)
