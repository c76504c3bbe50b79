"""One question: a Cypher file whose header says what it asks, takes and gives.

    // Who met whom, how often, first and last?
    //
    // parameters:
    //   person: person = null, one of the two
    //   since: date = null, on this day or later
    // columns:
    //   person: string, whose meetings
    //   meetings: integer, how many
    //
    // left out: undated
    MATCH …

A parameter without ``= …`` must be given. A file can hold a second statement after a line
``// -- left out --``: it counts what the answer leaves out because its date lies outside every
bound; where the question takes dates, it runs only when one is given. Where the databases need
different words for the same answer, the embedded engine's statement follows a line
``// -- embedded --``.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from communique.errors import UnknownQuery


class ParameterType(StrEnum):
    """What a parameter takes: a name of something in the graph, or a plain value."""

    PERSON = "person"
    PARTY = "party"
    OFFICE = "office"
    PLACE = "place"
    EVENT = "event"
    FACT = "fact"
    STATUS = "status"
    DATE = "date"
    INTEGER = "integer"
    STRING = "string"


class ColumnType(StrEnum):
    """What a column gives; every column but a list can be empty."""

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
    default: str | int | None
    help: str


@dataclass(frozen=True)
class Column:
    """One column of an answer."""

    name: str
    type: ColumnType
    help: str


@dataclass(frozen=True)
class Question:
    """A question of the library.

    Attributes:
        name: The file's stem.
        text: The question as a person asks it, ending in a question mark.
        parameters: What it takes, in the header's order.
        columns: What it gives, in the answer's order.
        cypher: The statement.
        left_out: The statement that counts what bounds leave out, if there is one.
        embedded: The statement for the embedded engine, if it needs one of its own.
    """

    name: str
    text: str
    parameters: tuple[Parameter, ...]
    columns: tuple[Column, ...]
    cypher: str
    left_out: str | None = None
    embedded: str | None = None


_ENTRY = re.compile(
    r"//   (?P<name>[a-z_]+): (?P<type>[a-z]+)(?: = (?P<default>[^,]+))?, (?P<help>.+)"
)
_PART = re.compile(r"^// -- (left out|embedded) --\n", re.MULTILINE)


def parse_question(name: str, source: str) -> Question:
    """Read a question from its file.

    Args:
        name: The file's stem.
        source: The file's text.

    Returns:
        The question.

    Raises:
        UnknownQuery: If the header is not as this module tells.
    """
    head, _, rest = source.partition("\n\n")
    sections = _sections(name, head.splitlines())
    cypher, *others = (part.strip() for part in _PART.split(rest))
    parts = dict(zip(others[::2], others[1::2], strict=True))
    return Question(
        name=name,
        text=" ".join(sections["question"]),
        parameters=tuple(_parameter(name, line) for line in sections["parameters"]),
        columns=tuple(_column(name, line) for line in sections["columns"]),
        cypher=cypher,
        left_out=parts.get("left out"),
        embedded=parts.get("embedded"),
    )


def _sections(name: str, lines: list[str]) -> dict[str, list[str]]:
    sections: dict[str, list[str]] = {"question": [], "parameters": [], "columns": []}
    current = "question"
    for line in lines:
        if line in ("// parameters:", "// columns:"):
            current = line[3:-1]
        elif line.strip("/ "):
            sections[current].append(line if current != "question" else line.strip("/ "))
    if not sections["question"] or not sections["columns"]:
        raise _malformed(name, "it lacks a question or columns")
    return sections


def _parameter(name: str, line: str) -> Parameter:
    entry = _match(name, line)
    default = entry["default"]
    return Parameter(
        name=entry["name"],
        type=ParameterType(entry["type"]),
        required=default is None,
        default=None if default in (None, "null") else _literal(default),
        help=entry["help"],
    )


def _column(name: str, line: str) -> Column:
    entry = _match(name, line)
    return Column(entry["name"], ColumnType(entry["type"]), entry["help"])


def _match(name: str, line: str) -> dict[str, str]:
    entry = _ENTRY.fullmatch(line)
    if entry is None:
        raise _malformed(name, f"this line can't be read: {line}")
    return entry.groupdict()


def _literal(default: str) -> str | int:
    return int(default) if default.lstrip("-").isdigit() else default


def _malformed(name: str, why: str) -> UnknownQuery:
    return UnknownQuery(f"The header of the query {name!r} is not one: {why}.")
