"""Which ties make a network, and what a tie weighs."""

from difflib import get_close_matches
from enum import StrEnum
from typing import Literal, TypeVar

from communique.errors import ParameterError

E = TypeVar("E", bound=StrEnum)


class Kind(StrEnum):
    """What ties two actors: people, organizations, and places that act."""

    MET_WITH = "met-with"
    CO_ATTENDANCE = "co-attendance"
    THANKS = "thanks"


class Weight(StrEnum):
    """What a tie counts."""

    EVENTS = "events"
    DAYS = "days"


KindName = Literal["met-with", "co-attendance", "thanks"]
WeightName = Literal["events", "days"]


def choose(choices: type[E], what: str, name: str) -> E:
    """Find a choice by its name.

    Args:
        choices: All there are.
        what: What is chosen, for the message.
        name: What somebody asked for.

    Returns:
        The choice.

    Raises:
        ParameterError: If there is none of that name; the nearest is offered.
    """
    known = [choice.value for choice in choices]
    if name in known:
        return choices(name)
    near = get_close_matches(str(name), known, n=1)
    hint = f"Did you mean {near[0]}?" if near else None
    message = f"{what!r} must be one of {', '.join(known)}, not {name!r}."
    raise ParameterError(message, hint)
