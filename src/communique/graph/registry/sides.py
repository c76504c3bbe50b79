"""Which two names of one surname can leave a doubt, so that an office, or nobody else, has to tell.

Of those who share a surname most are kin: they have other given names of the same kind. They are
told apart at a look, and so never paired.
"""

from dataclasses import dataclass
from functools import lru_cache

from communique.graph.registry.likeness import MOST, is_alone, is_initialled
from communique.identity.given import forms
from communique.identity.layout import Layout
from communique.identity.names import Name, parse
from communique.identity.romanisation import segmentations, wade_giles


@dataclass(frozen=True, slots=True)
class Side:
    """What the forms of a name are like.

    Attributes:
        open: Whether one leaves the given name open: a surname alone, initials, another script.
        western: Whether one has a given name that is no East Asian one, and no other beside it.
        eastern: Whether one is in characters, or has an East Asian given name and no other.
        letters: With which letters given names begin, each with its kind.
    """

    open: bool
    western: bool
    eastern: bool
    letters: frozenset[str]


def side_of(names: tuple[str, ...]) -> Side:
    """Tell what the forms of a name are like."""
    sides = [_side(form) for form in names[:MOST]]
    return Side(
        any(side.open for side in sides),
        any(side.western for side in sides),
        any(side.eastern for side in sides),
        frozenset().union(*(side.letters for side in sides)),
    )


@lru_cache(maxsize=1 << 16)
def _side(text: str) -> Side:
    name = parse(text)
    if _is_open(name):
        return Side(open=True, western=False, eastern=False, letters=frozenset())
    kinds = {(bool(layout.given), bool(layout.syllables)) for layout in name.layouts}
    return Side(
        open=False,
        western=(True, False) in kinds,
        eastern=(False, True) in kinds or bool(name.han or name.hangul),
        letters=frozenset().union(*map(letters_of, name.layouts)),
    )


def _is_open(name: Name) -> bool:
    if name.empty or name.long or name.scripted:
        return True
    return is_alone(name) or is_initialled(name)


def letters_of(layout: Layout) -> frozenset[str]:
    """Tell with which letters the given names of a reading begin, in any of their forms."""
    found = {f"w{form[0]}" for word in layout.given for form in forms(word)}
    if layout.syllables:
        text = layout.run_together
        heads = {text[0], *(wade_giles()[way[0]][0] for way in segmentations(text))}
        found |= {f"e{head}" for head in heads}
    return frozenset(found)
