"""A title that stands for its holder, marked on the facts that rest on it."""

from hypothesis import given
from hypothesis import strategies as st

from communique.graph.inference import RULE, TRUST, lower, restore
from communique.graph.rows import Properties
from communique.graph.tenure import Basis

TOLD: Properties = {"rule": "met", "confidence": 0.9, "quote": "They met."}
BASES = st.lists(st.sampled_from(sorted(TRUST)), max_size=2)
CONFIDENCES = st.floats(0, 1) | st.sampled_from([0.9, 0.123456789, 1.0])


def test_an_inference_adds_its_rule_and_lowers_the_confidence() -> None:
    """And keeps what was read beside it."""
    told = lower(TOLD, ["between"])
    assert told["rule"] == f"met+{RULE}"
    assert told["confidence"] == 0.81
    assert told["read_confidence"] == 0.9


def test_two_inferences_lower_twice_and_are_named_once() -> None:
    """Where both ends of a fact are titles."""
    told = lower(TOLD, ["attested", "nearest"])
    assert told["rule"] == f"met+{RULE}"
    assert told["confidence"] == round(0.9 * TRUST["attested"] * TRUST["nearest"], 4)


def test_what_rests_on_no_inference_is_left_as_it_is() -> None:
    """No mark, no second confidence."""
    assert lower(TOLD, []) == TOLD
    assert restore(TOLD) == TOLD


def test_a_better_basis_is_trusted_more() -> None:
    """And none as much as a name; each basis of a tenure is known."""
    assert set(TRUST) == set(Basis)
    assert 1 > TRUST["attested"] > TRUST["between"] > TRUST["nearest"] > 0


@given(CONFIDENCES, BASES, st.text())
def test_restoring_is_the_opposite_of_lowering(
    confidence: float, bases: list[str], rule: str
) -> None:
    """Exactly, whatever the confidence and the reader's own rule."""
    told: Properties = {**TOLD, "confidence": confidence, "rule": rule}
    assert restore(lower(told, bases)) == told
