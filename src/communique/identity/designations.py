"""The name of an office, taken apart: which words are its title, which its body or place.

The body stands before the head ("State Department Spokesperson") or after it, behind a link; what
an office is for stands in the same places ("Trade Secretary", "Secretary for Trade") and is part
of the title.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from communique.identity.acronyms import acronym_inside
from communique.identity.offices import is_head, title_list
from communique.identity.wording import Sort, Term, word_list


@dataclass
class Designation:
    """What the name of an office says.

    Attributes:
        title: The terms of the title, with what it is for.
        body: The terms of the body or place it is of, and then of where it serves.
    """

    title: list[Term] = field(default_factory=list)
    body: list[Term] = field(default_factory=list)


def designate(words: tuple[Term, ...]) -> Designation | None:
    """Take the name of an office apart.

    Args:
        words: The terms of the name.

    Returns:
        Its title and body; None where no head is found in it.
    """
    found = _head(words)
    if found is None:
        return None
    start, end = found
    out = Designation()
    _read_before(words[:start], words[start], out)
    out.title += words[start:end]
    _read_after(words[end:], words[end - 1], out)
    return out


def is_organ(term: Term) -> bool:
    """Whether a term is the sort of a body, as ``ministry`` or ``university``."""
    if term.text in title_list("modifiers") or term.sort is not Sort.WORD:
        return False
    return any(term.text in word_list(key) for key in ("organs", "ordered", "housed_heads"))


def _head(words: tuple[Term, ...]) -> tuple[int, int] | None:
    """The last head of the first stretch without links that has one, and what follows it."""
    best: tuple[int, int] | None = None
    for i, term in enumerate(words):
        if term.sort in (Sort.LINK, Sort.COMMA) and best:
            break
        if is_head(term) and not (i + 1 < len(words) and is_organ(words[i + 1])):
            best = (i, _run(words, i + 1))
    return best


def _run(words: tuple[Term, ...], end: int) -> int:
    while end < len(words) and words[end].text in title_list("tails"):
        end += 1
    return end


def _read_before(words: tuple[Term, ...], head: Term, out: Designation) -> None:
    """Tell body and title among the words before the head."""
    start, end = _body_before(words)
    last = _before_modifiers(words)
    party = any(term.text == "party" for term in words[last:])
    is_place = head.text in title_list("of_places") or party
    for i, term in enumerate(words):
        if end:
            mine = start <= i < end
        else:
            place = is_place and i < last and term.text not in title_list("before_body")
            mine = place or term.sort is Sort.COUNTRY
        (out.body if mine else out.title).append(term)


def _body_before(words: tuple[Term, ...]) -> tuple[int, int]:
    """Where among the words before the head a body stands that a word of it shows to be one."""
    marks = [i for i, term in enumerate(words) if _marks_body(term)]
    if not marks:
        return 0, 0
    start = next((i for i, t in enumerate(words) if t.text not in title_list("before_body")), 0)
    end = marks[-1] + 1
    if end < len(words) and words[end].sort is Sort.LINK:
        end = max(_before_modifiers(words), end + 2)
    return start, end


def _before_modifiers(words: tuple[Term, ...]) -> int:
    """How many words are left without the modifiers at their end."""
    last = len(words)
    while last and (words[last - 1].text in title_list("modifiers") or is_head(words[last - 1])):
        last -= 1
    return last


def _marks_body(term: Term) -> bool:
    """Whether a term before the head ends the name of a body or place."""
    return (
        is_organ(term)
        or term.sort is Sort.ACRONYM
        or (acronym_inside(term) and not is_head(term))
        or (term.text in title_list("place_levels"))
    )


def _read_after(words: tuple[Term, ...], head: Term, out: Designation) -> None:
    served: list[Term] = []
    in_body, for_matters = False, False
    for link, phrase in _phrases(words):
        if in_body or _is_body(link, phrase, head, out, for_matters=for_matters):
            target = served if link in ("in", "to", "at") and not in_body else out.body
            if link and (target or link in ("in", "to") or (link == "at" and out.body)):
                target.append(Term(link, Sort.LINK))
            target += phrase
            in_body = in_body or any(is_organ(term) for term in phrase)
        else:
            for_matters = True
            out.title += phrase
    out.body += served


def _phrases(words: tuple[Term, ...]) -> Iterator[tuple[str, list[Term]]]:
    """The words behind each link; behind a comma none."""
    link, phrase = "", list[Term]()
    for term in words:
        if term.sort in (Sort.LINK, Sort.COMMA):
            if phrase:
                yield link, phrase
                phrase = []
            link = "" if term.sort is Sort.COMMA else term.text
        else:
            phrase.append(term)
    if phrase:
        yield link, phrase


def _is_body(
    link: str, phrase: list[Term], head: Term, out: Designation, *, for_matters: bool
) -> bool:
    """Whether a phrase behind the head tells of what or where the office is."""
    organ = is_organ(phrase[0]) or is_organ(phrase[-1])
    proper = any(t.proper or acronym_inside(t) for t in phrase)
    if link in ("for", "on", "with", "by", "from"):
        return any(t.text in title_list("for_bodies") for t in (phrase[0], phrase[-1]))
    if link in ("in", "to", "at"):
        return phrase[0].text not in title_list("in_titles") and not is_head(phrase[-1])
    if organ or proper or any(is_organ(term) for term in phrase):
        return True
    if link == "" and (for_matters or not out.body):
        return False
    party = any(term.text == "party" for term in out.title)
    return not (head.text in title_list("of_matters") and not party)
