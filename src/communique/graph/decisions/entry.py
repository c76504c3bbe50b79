"""A decision as a line of the file, and back."""

import json
import re
from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from typing import Any

from communique.errors import DataError
from communique.graph.decisions.decision import Decision, Side, Verb
from communique.graph.decisions.references import parse_fact
from communique.graph.model import Label
from communique.terminal import visible

_SIDE = ("name", "label", "release", "start", "end")
_LABELS = tuple(label.value for label in Label if label is not Label.RELEASE)
_VERBS = tuple(verb.value for verb in Verb)
_FARTHEST = 2**53
_SHOWN = 60
# What no editor shows as it is: controls, marks that turn text, line ends, lone surrogates.
_UNSEEN = re.compile("[\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff]")


def write_entry(decision: Decision) -> str:
    """Write a decision as one line of JSON, without the line's end."""
    told: dict[str, Any] = {"id": decision.id, "verb": decision.verb.value}
    if decision.verb is Verb.WRONG:
        told["fact"] = decision.fact
    else:
        told["sides"] = [{key: getattr(side, key) for key in _SIDE} for side in decision.sides]
    if decision.note is not None:
        told["note"] = decision.note
    line = json.dumps(told, ensure_ascii=False)
    return _UNSEEN.sub(lambda found: f"\\u{ord(found[0]):04x}", line)


def read_entry(line: str) -> Decision:
    """Read a decision from a line of JSON.

    Raises:
        DataError: If it holds none; the message says why, but not where.
    """
    told = parse_object(line)
    verb = _choose(_text(told, "verb"), _VERBS, "verb")
    about = "fact" if verb == Verb.WRONG.value else "sides"
    _check_keys(told, ("verb", about), ("id", "note"), f"A decision with the verb {verb!r}")
    note = _text(told, "note", empty=True) if told.get("note") is not None else None
    if about == "fact":
        decision = Decision(Verb.WRONG, fact=_fact(_text(told, "fact")), note=note)
    else:
        decision = Decision(Verb(verb), _sides(told["sides"]), note=note)
    _check(decision, told)
    return decision


def parse_object(line: str) -> Mapping[str, Any]:
    """Read a line as a JSON object, each key of which stands there once.

    Raises:
        DataError: If it is none.
    """
    try:
        told = json.loads(line, object_pairs_hook=_unique)
    except (ValueError, RecursionError) as error:
        message = f"It is no JSON: {error}."
        raise DataError(message, "Each line is one JSON object.") from None
    if not isinstance(told, dict):
        message = "It is JSON, but no object."
        raise DataError(message, "Each line is one JSON object.")
    return told


def _unique(pairs: Sequence[tuple[str, object]]) -> dict[str, object]:
    told: dict[str, object] = {}
    for key, value in pairs:
        if key in told:
            message = f"The key {_shown(key)} stands there twice."
            raise DataError(message, "Keep one of them.")
        told[key] = value
    return told


def _check(decision: Decision, told: Mapping[str, Any]) -> None:
    if decision.fault:
        one, other = (_shown(side.name) for side in decision.sides)
        message = f"{one} and {other} {decision.fault}."
        raise DataError(message, "Name two mentions with the same label.")
    if told.get("id", decision.id) != decision.id:
        message = f"Its id should be {decision.id!r}, not {_shown(told['id'])}."
        raise DataError(message, "Leave the id out where you write a line by hand.")


def _sides(value: object) -> tuple[Side, ...]:
    if not isinstance(value, list) or len(value) != 2:
        message = f"'sides' should be a list of two, not {_shown(value)}."
        raise DataError(message, f"Each is an object with {_keys(_SIDE)}.")
    return tuple(map(_side, value))


def _side(told: object) -> Side:
    if not isinstance(told, dict):
        message = f"A side should be an object, not {_shown(told)}."
        raise DataError(message, f"It has {_keys(_SIDE)}.")
    _check_keys(told, _SIDE, (), "A side")
    label = Label(_choose(_text(told, "label"), _LABELS, "label"))
    start, end = _number(told, "start"), _number(told, "end")
    if start >= end:
        message = f"'start' is {start}, but 'end' is {end}."
        raise DataError(message, "The end comes after the start.")
    return Side(_text(told, "release"), label, start, end, _text(told, "name"))


def _check_keys(
    told: Mapping[str, object], needed: Sequence[str], further: Sequence[str], what: str
) -> None:
    missing = [key for key in needed if key not in told]
    if missing:
        message = f"{what} lacks {_keys(missing)}."
        raise DataError(message, "Add it.")
    for key in told:
        if key not in (*needed, *further):
            message = f"{what} has no {_shown(key)}."
            raise DataError(message, _nearest(key, (*needed, *further)) or "Take it out.")


def _text(told: Mapping[str, object], key: str, *, empty: bool = False) -> str:
    value = told.get(key)
    if key not in told:
        message = f"A decision lacks {key!r}."
        raise DataError(message, "Add it.")
    if not isinstance(value, str) or not (value or empty):
        kind = "a text" if empty else "a text that is not empty"
        message = f"{key!r} should be {kind}, not {_shown(value)}."
        raise DataError(message, "Put it in double quotes.")
    return value


def _number(told: Mapping[str, object], key: str) -> int:
    value = told[key]
    if type(value) is not int or not 0 <= value <= _FARTHEST:
        message = f"{key!r} should be a whole number from 0, not {_shown(value)}."
        raise DataError(message, "It counts code points of the release's text.")
    return value


def _fact(value: str) -> str:
    if parse_fact(value) is None:
        message = f"{_shown(value)} is no id of a fact."
        raise DataError(message, "It looks like RELEASE#met-with.102-111.126-143.")
    return value


def _choose(value: str, known: Sequence[str], what: str) -> str:
    if value not in known:
        message = f"There is no {what} {_shown(value)}."
        raise DataError(message, _nearest(value, known) or f"It is one of {_keys(known)}.")
    return value


def _nearest(value: str, known: Sequence[str]) -> str | None:
    near = get_close_matches(value[:_SHOWN], known, n=1)
    return f"Did you mean {near[0]!r}?" if near else None


def _keys(keys: Sequence[str]) -> str:
    return ", ".join(repr(key) for key in keys)


def _shown(value: object) -> str:
    if isinstance(value, dict | list):
        return "an object" if isinstance(value, dict) else f"a list of {len(value)}"
    cut = value[: _SHOWN + 1] if isinstance(value, str) else value
    told = visible(json.dumps(cut, ensure_ascii=False))
    return told if len(told) <= _SHOWN else f"{told[:_SHOWN]}…"
