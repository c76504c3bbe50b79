"""The table of frames, read once from its data file."""

import tomllib
from dataclasses import dataclass
from functools import cache

from communique.reading.model import Predicate
from communique.reading.rules.tables.lexicon import DATA


@dataclass(frozen=True, slots=True)
class Frame:
    """What a verb says and where its arguments stand; the data file tells the fields' meaning."""

    rule: str
    predicate: Predicate
    slots: tuple[str, ...]
    objects: frozenset[str]
    confidence: float
    noun: frozenset[str] = frozenset()
    event: str | None = None


@dataclass(frozen=True, slots=True)
class Form:
    """A form of a verb: which one, and the frames it may open.

    Attributes:
        kinds: Of ``base``, ``third``, ``past``, ``participle``, ``gerund`` those that it may be.
        frames: In the order of the file.
    """

    kinds: frozenset[str]
    frames: tuple[Frame, ...]


_KINDS = ("base", "third", "past", "participle", "gerund")


@cache
def verb_forms() -> dict[str, Form]:
    """Every form of every verb of the table; the first call reads it."""
    rows = tomllib.loads((DATA / "frames.toml").read_text("utf-8"))["frames"]
    kinds: dict[str, set[str]] = {}
    frames: dict[str, list[Frame]] = {}
    for row in rows:
        frame = Frame(
            row["rule"],
            Predicate(row["predicate"]),
            tuple(row["slots"]),
            frozenset(row["objects"].split()),
            row["confidence"],
            frozenset(row.get("noun", "").split()),
            row.get("event"),
        )
        for verb in row["verbs"]:
            for kind, form in zip(_KINDS, verb.split(), strict=True):
                kinds.setdefault(form, set()).add(kind)
                if frame not in frames.setdefault(form, []):
                    frames[form].append(frame)
    return {
        form: Form(frozenset(kinds[form]), tuple(frames[form])) for form in kinds if form != "-"
    }
