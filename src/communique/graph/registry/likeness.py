"""How the names of two profiles stand to each other, and how much they tell."""

from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from itertools import product

from communique.graph.registry.evidence import is_common_surname, weight
from communique.identity import Comparison, Verdict, compare
from communique.identity.given import forms, is_given
from communique.identity.layout import Layout
from communique.identity.names import Name, parse
from communique.identity.romanisation import segmentations, wade_giles
from communique.identity.surnames import is_east_asian

MOST = 8
"""Of so many forms of a name each is compared; who has more is told by these."""


class Likeness(Enum):
    """What comes of comparing all forms of one name with all forms of another."""

    SAME = "the same"
    DOUBT = "in doubt"
    ALONE = "a surname alone"
    KIN = "other given names to one surname"
    OTHER = "other names"
    UNLIKE = "what is not compared"


@dataclass(frozen=True, slots=True)
class Names:
    """How the names of two profiles stand to each other.

    Attributes:
        likeness: What comes of it.
        weight: What the names by themselves weigh.
        reason: In words.
        common: Whether they have no surname in common that few share.
    """

    likeness: Likeness
    weight: float = 0.0
    reason: str = ""
    common: bool = False


def liken(one: tuple[str, ...], other: tuple[str, ...]) -> Names:
    """Compare all forms of two names.

    Args:
        one: The forms of one, sorted.
        other: Those of the other.

    Returns:
        What the best pair of forms comes to; the same whichever comes first.
    """
    return _liken(min(one, other), max(one, other))


@lru_cache(maxsize=1 << 18)
def _liken(one: tuple[str, ...], other: tuple[str, ...]) -> Names:
    found = [_judge(p, q) for p, q in product(one[:MOST], other[:MOST])]
    return max(found, key=lambda names: (_RANKS[names.likeness], names.weight, names.reason))


_RANKS = {
    Likeness.UNLIKE: 0,
    Likeness.OTHER: 1,
    Likeness.KIN: 1,
    Likeness.ALONE: 2,
    Likeness.DOUBT: 3,
    Likeness.SAME: 4,
}


def _judge(one: str, other: str) -> Names:
    if _are_kin(_outline(one), _outline(other)):
        return _KIN
    found = compare(one, other)
    p, q = parse(one), parse(other)
    if found.verdict is Verdict.DIFFERENT:
        return Names(_contradicted(found, p, q), reason=found.reason)
    if p.empty or q.empty or p.long or q.long:
        likeness = Likeness.SAME if found.same else Likeness.UNLIKE
        return Names(likeness, weight("weak", "names"), found.reason)
    if is_alone(p) or is_alone(q):
        return _alone(found, p, q)
    return _weighed(found, p, q) if found.same else _doubted(found, common=_is_common(p, q))


def _weighed(found: Comparison, p: Name, q: Name) -> Names:
    if is_initialled(p) != is_initialled(q):
        told = weight("initials", "names")
        return Names(Likeness.DOUBT, told, found.reason, common=_is_common(p, q))
    told = min(weight(_grade(p), "names"), weight(_grade(q), "names"))
    told -= weight("unlike", "names") * (1 - found.score)
    return Names(Likeness.SAME, told, found.reason)


def _doubted(found: Comparison, *, common: bool) -> Names:
    told = weight("doubt_by", "names") * (found.score - weight("doubt_at", "names"))
    likeness = Likeness.DOUBT if found.score else Likeness.UNLIKE
    return Names(likeness, told, found.reason, common)


_KIN = Names(Likeness.KIN, reason="different given names")
_Outline = tuple[str, bool, frozenset[str]]


def _are_kin(p: _Outline | None, q: _Outline | None) -> bool:
    """Whether a look at first letters is enough: comparing all namesakes' kin takes long."""
    return bool(p and q and p[0] == q[0] and p[1] == q[1] and not p[2] & q[2])


@lru_cache(maxsize=1 << 16)
def _outline(text: str) -> _Outline | None:
    """Surname, whether the given name is East Asian, and the letters it may begin with."""
    name = parse(text)
    if name.han or name.hangul or name.scripted or not name.layouts:
        return None
    layout = name.layouts[0]
    if layout.initials or bool(layout.given) == bool(layout.syllables):
        return None
    if layout.given:
        letters = {form[0] for word in layout.given for form in forms(word)}
    else:
        text = layout.run_together
        letters = {text[0], *(wade_giles()[way[0]][0] for way in segmentations(text))}
    return "".join(layout.surname), bool(layout.syllables), frozenset(letters)


def _contradicted(found: Comparison, p: Name, q: Name) -> Likeness:
    """Kin share the surname and are never one person; nor are two whole names, once compared."""
    suffixes = {p.suffix, q.suffix} - {""}
    if len(suffixes) == 2 and found.reason == " and ".join(sorted(suffixes)):
        return Likeness.KIN
    if found.score > 0:
        return Likeness.KIN
    whole = _is_whole(p) and _is_whole(q)
    return Likeness.OTHER if whole else Likeness.UNLIKE


def _is_whole(name: Name) -> bool:
    """Tell a name in Latin letters with a surname and more."""
    return bool(name.layouts) and not (name.scripted or name.long or is_alone(name))


def _alone(found: Comparison, p: Name, q: Name) -> Names:
    """A word alone counts as a surname; that it may be the other's given name is too little."""
    alone, whole = (p, q) if is_alone(p) else (q, p)
    fits = found.same or alone.han or any(_has(alone, layout) for layout in whole.layouts)
    if not fits and not whole.han:
        return Names(Likeness.UNLIKE, reason=found.reason)
    told = weight("alone", "names")
    return Names(Likeness.ALONE, told, found.reason, _is_common(p, q))


def _is_common(p: Name, q: Name) -> bool:
    return _rare(p).isdisjoint(_rare(q))


@lru_cache(maxsize=1 << 16)
def rare_surnames(text: str) -> frozenset[str]:
    """List the surnames that a name may have of which few are called so.

    Args:
        text: A name.

    Returns:
        Words in Latin letters; none that is East Asian, common, or a given name too.
    """
    return _rare(parse(text))


def _rare(name: Name) -> frozenset[str]:
    found: set[str] = set()
    for layout in name.layouts:
        found |= {*layout.surname, "".join(layout.surname)}
    return frozenset(filter(_is_rare, found))


def _is_rare(word: str) -> bool:
    told = is_east_asian(word) or is_common_surname(word) or is_given(word)
    return len(word) >= weight("rare_letters", "names") and not told


def _has(alone: Name, layout: Layout) -> bool:
    words = {"".join(alone.plain), *("".join(each.surname) for each in alone.layouts)}
    return not words.isdisjoint((*layout.surname, "".join(layout.surname)))


def is_alone(name: Name) -> bool:
    """Tell a name of one word, perhaps with particles: a surname, or what stands for one."""
    if name.han or name.hangul:
        return len(name.han + name.hangul) == 1 and not name.words
    if len(name.words) == 1:
        return True
    bare = bool(name.layouts) and all(layout.bare for layout in name.layouts)
    return bare and not is_given(name.plain[0])


def is_initialled(name: Name) -> bool:
    """Tell a name with nothing but initials before or after the surname."""
    return any(
        layout.initials and not layout.given and not layout.syllables for layout in name.layouts[:1]
    )


def _grade(name: Name) -> str:
    """How much it tells that two people have this name: strong, middle or weak."""
    if name.han or name.hangul:
        long = len(name.han or name.hangul) > 2
        return "strong" if long and name.words else "middle" if long or name.words else "weak"
    if not name.layouts or name.scripted:
        return "middle" if len(name.plain) > 1 else "weak"
    layout = name.layouts[0]
    if layout.syllables:
        long = _syllables(layout) > 1
        return ("middle", "strong")[long] if layout.given else ("weak", "middle")[long]
    return _western(layout)


def _western(layout: Layout) -> str:
    surname = "".join(layout.surname)
    many = len(layout.given) + len(layout.initials) > 1
    if is_east_asian(surname) or is_common_surname(surname):
        return "middle" if many else "weak"
    letters = len(surname) + sum(map(len, layout.given))
    enough = layout.given and (many or letters >= weight("strong_letters", "names"))
    return "strong" if enough else "middle" if layout.given else "weak"


def _syllables(layout: Layout) -> int:
    """How many syllables the given name has; the fewest, where it can be divided in two ways."""
    if len(layout.syllables) > 1:
        return len(layout.syllables)
    return min(map(len, segmentations(layout.run_together)), default=2)
