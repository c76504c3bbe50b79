"""One question: a Cypher file whose header says what it asks, takes and gives.

    // Who met whom, how often, first and last?
    //
    // tags: pairs, count
    // method: who_met, counterparts
    // parameters:
    //   person: person = null, one of the two
    //   since: date = null, on this day or later
    // columns:
    //   person: string, whose meetings
    //   last: date?, the day of the last
    // example:
    //   person: Ada Oduya

    MATCH …

The method is its name in Python, where that is not the file's, and its name on an object that
stands for what the first parameter names. A parameter without ``= …`` must be given; a column
with ``?`` can be empty. The example's values are those of the example answer. A line that ends in
``// if NAME`` is part of the statement only when that parameter is given, ``// if not NAME`` only
when it is not, and several are joined by ``and``; ``embedded`` is so while the embedded engine is
asked, and ``evidence`` while evidence is wanted: the statement then gives in a last column
``evidence`` the ids of the facts and mentions that each row rests on, in lists as deep as they
come.

A file can hold a second statement after a line ``// -- left out --``: it counts what the answer
leaves out because its date lies outside every bound; where the question takes dates, it runs only
when one is given.
"""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from communique.errors import UnknownQuery

EVIDENCE = "evidence"
"""The column of ids that a statement gives when evidence is wanted, and the condition for it."""

EMBEDDED = "embedded"
"""The condition that holds while the embedded engine is asked."""


class ParameterType(StrEnum):
    """What a parameter takes: a name of something in the graph, or a plain value."""

    PERSON = "person"
    PARTY = "party"
    OFFICE = "office"
    ORGANIZATION = "organization"
    PLACE = "place"
    EVENT = "event"
    FACT = "fact"
    STATUS = "status"
    DATE = "date"
    INTEGER = "integer"
    NUMBER = "number"
    STRING = "string"


class ColumnType(StrEnum):
    """What a column gives."""

    STRING = "string"
    INTEGER = "integer"
    NUMBER = "number"
    DATE = "date"
    STRINGS = "strings"


@dataclass(frozen=True)
class Parameter:
    """One parameter of a question.

    Attributes:
        name: As in the Cypher; an underscore becomes a hyphen on the command line.
        type: What it takes.
        required: Whether it must be given.
        default: What it is when not given.
        help: What it means.
    """

    name: str
    type: ParameterType
    required: bool
    default: str | int | float | None
    help: str


@dataclass(frozen=True)
class Column:
    """One column of an answer; `optional` tells whether it can be empty."""

    name: str
    type: ColumnType
    optional: bool
    help: str


@dataclass(frozen=True)
class Question:
    """A question of the library.

    Attributes:
        name: The file's stem.
        topic: What it is about: its folder.
        text: The question as a person asks it, ending in a question mark.
        tags: Words it is found by, besides those of its name and text.
        method: Its name in Python.
        subject_method: Its name on the node that it is about: ``graph.person("x").path_to("y")``.
        parameters: What it takes, in the header's order.
        columns: What it gives, in the answer's order.
        example: Parameters to try it with, as a person writes them.
        cypher: The statement with all its conditional lines; `state` tells which hold.
        left_out: The statement that counts what bounds leave out, if there is one.
    """

    name: str
    topic: str
    text: str
    tags: tuple[str, ...]
    method: str
    subject_method: str
    parameters: tuple[Parameter, ...]
    columns: tuple[Column, ...]
    example: Mapping[str, str]
    cypher: str
    left_out: str | None = None

    @property
    def cites(self) -> bool:
        """Whether its rows can bring evidence; those of a question about evidence are evidence."""
        return _CITES.search(self.cypher) is not None

    def state(self, given: Collection[str], *, embedded: bool, evidence: bool = False) -> str:
        """Give the statement for a set of parameters.

        Args:
            given: The names of the parameters that have a value.
            embedded: Whether the embedded engine is asked.
            evidence: Whether evidence is wanted.

        Returns:
            The statement; values are never in it.
        """
        holds = {*given, *([EMBEDDED] if embedded else ()), *([EVIDENCE] if evidence else ())}
        return select_lines(self.cypher, holds)


_ENTRY = re.compile(
    r"//   (?P<name>[a-z_]+): (?P<type>[a-z]+)(?P<optional>\??)"
    r"(?: = (?P<default>[^,]+))?, (?P<help>.+)"
)
_VALUE = re.compile(r"//   (?P<name>[a-z_]+): (?P<value>.+)")
_CONDITION = re.compile(r"^(?P<line>.*?)\s*// if (?P<terms>[a-z_ ]+)$")
_CITES = re.compile(rf"\bAS {EVIDENCE}\b|, {EVIDENCE}\s*// if")
_LEFT_OUT = "// -- left out --\n"
_LISTS = ("parameters", "columns", "example")


def select_lines(text: str, holds: Collection[str]) -> str:
    """Keep the lines of a statement whose condition holds, and those that have none.

    Args:
        text: The statement.
        holds: The names that hold; `a` in ``// if a and not b``.

    Returns:
        The statement without conditions.
    """
    kept = []
    for line in text.splitlines():
        found = _CONDITION.match(line)
        if found is None:
            kept.append(line)
        elif all(_holds(term, holds) for term in found["terms"].split(" and ")):
            kept.append(found["line"])
    return "\n".join(kept)


def conditions(text: str) -> set[str]:
    """List the names that conditions of a statement ask for."""
    found = (_CONDITION.match(line) for line in text.splitlines())
    terms = (term for match in found if match for term in match["terms"].split(" and "))
    return {term.strip().removeprefix("not ") for term in terms}


def parse_question(topic: str, name: str, source: str) -> Question:
    """Read a question from its file.

    Args:
        topic: The name of its folder.
        name: The file's stem.
        source: The file's text.

    Returns:
        The question.

    Raises:
        UnknownQuery: If the header is not as this module tells.
    """
    head, _, rest = source.partition("\n\n")
    sections = _sections(name, head.splitlines())
    cypher, mark, left_out = rest.partition(_LEFT_OUT)
    methods = ", ".join(sections["method"]).split(", ") if sections["method"] else [_snake(name)]
    return Question(
        name=name,
        topic=topic,
        text=" ".join(sections["question"]),
        tags=tuple(sorted(tag.strip() for line in sections["tags"] for tag in line.split(","))),
        method=methods[0],
        subject_method=methods[-1],
        parameters=tuple(_parameter(name, line) for line in sections["parameters"]),
        columns=tuple(_column(name, line) for line in sections["columns"]),
        example=MappingProxyType(dict(_value(name, line) for line in sections["example"])),
        cypher=cypher.strip(),
        left_out=left_out.strip() if mark else None,
    )


def _snake(name: str) -> str:
    return name.replace("-", "_")


def _holds(term: str, holds: Collection[str]) -> bool:
    name = term.strip()
    return name.removeprefix("not ") not in holds if name.startswith("not ") else name in holds


def _sections(name: str, lines: list[str]) -> dict[str, list[str]]:
    sections: dict[str, list[str]] = {key: [] for key in ("question", "tags", "method", *_LISTS)}
    current = "question"
    for line in lines:
        word, colon, rest = line.removeprefix("// ").partition(":")
        if colon and word in sections and not line.startswith("//  "):
            current = word
            if rest.strip():
                sections[word].append(rest.strip())
        elif line.strip("/ "):
            sections[current].append(line if current in _LISTS else line.strip("/ "))
    if not sections["question"] or not sections["columns"]:
        raise _malformed(name, "it lacks a question or columns")
    return sections


def _parameter(name: str, line: str) -> Parameter:
    entry = _match(name, _ENTRY, line)
    default = entry["default"]
    return Parameter(
        name=entry["name"],
        type=ParameterType(entry["type"]),
        required=default is None,
        default=None if default in (None, "null") else _literal(default),
        help=entry["help"],
    )


def _column(name: str, line: str) -> Column:
    entry = _match(name, _ENTRY, line)
    return Column(entry["name"], ColumnType(entry["type"]), bool(entry["optional"]), entry["help"])


def _value(name: str, line: str) -> tuple[str, str]:
    entry = _match(name, _VALUE, line)
    return entry["name"], entry["value"]


def _match(name: str, pattern: re.Pattern[str], line: str) -> dict[str, str]:
    entry = pattern.fullmatch(line)
    if entry is None:
        raise _malformed(name, f"this line can't be read: {line}")
    return entry.groupdict()


def _literal(default: str) -> str | int | float:
    for number in (int, float):
        try:
            return number(default)
        except ValueError:
            continue
    return default


def _malformed(name: str, why: str) -> UnknownQuery:
    return UnknownQuery(f"The header of the query {name!r} is not one: {why}.")
