"""The largest pairing of gold items with predicted ones, each used once."""

from collections.abc import Callable, Sequence
from typing import TypeVar

T = TypeVar("T")


def pair_items(
    gold: Sequence[T],
    predicted: Sequence[T],
    same: Callable[[T, T], bool],
    agreement: Callable[[T, T], int] = lambda _one, _other: 0,
) -> dict[int, int]:
    """Pair as many items as can be paired (Kuhn's augmenting paths).

    Args:
        gold: Gold items.
        predicted: Predicted items.
        same: Whether a gold item may be paired with a predicted one.
        agreement: Which partner to try first: the one that agrees in more.

    Returns:
        The position of a predicted item by the position of its gold item.
    """
    partners = [
        sorted(
            (j for j, p in enumerate(predicted) if same(g, p)),
            key=lambda j, g=g: -agreement(g, predicted[j]),  # type: ignore[misc]
        )
        for g in gold
    ]
    owner: dict[int, int] = {}

    def place(i: int, tried: set[int]) -> bool:
        for j in partners[i]:
            if j not in tried:
                tried.add(j)
                if j not in owner or place(owner[j], tried):
                    owner[j] = i
                    return True
        return False

    for i in range(len(gold)):
        place(i, set())
    return {i: j for j, i in owner.items()}
