"""The library in Python: for each topic a module of row types and methods, made from its files.

``python -m communique.queries.generation`` writes the modules again and the example answers with
them; a test holds both against the library, so that neither can drift from the Cypher.
"""

import textwrap
from collections.abc import Iterable
from pathlib import Path

from communique.queries.asking import row_name
from communique.queries.binding import NAMES
from communique.queries.library import all_questions
from communique.queries.question import Column, ColumnType, Parameter, ParameterType, Question

FOLDER = Path(__file__).parent / "asked"
_WIDTH = 100
_COLUMNS = {
    ColumnType.STRING: "str",
    ColumnType.DATE: "str",
    ColumnType.INTEGER: "int",
    ColumnType.NUMBER: "float",
    ColumnType.STRINGS: "list[str]",
}
_PARAMETERS = {ParameterType.INTEGER: "int", ParameterType.NUMBER: "float"}
_HEAD = '''"""Questions on {topic}: made from the library by `make docs`; change the Cypher, not this."""

from dataclasses import dataclass

from communique.queries.asked.base import Asking
from communique.queries.table import Table
'''


def topics() -> tuple[str, ...]:
    """Name the topics, sorted."""
    return tuple(sorted({question.topic for question in all_questions()}))


def write_topic(topic: str) -> str:
    """Write the module of a topic.

    Args:
        topic: The name of a folder of the library.

    Returns:
        Its source.
    """
    questions = [question for question in all_questions() if question.topic == topic]
    rows = (_row(question) for question in questions)
    methods = (_method(question) for question in questions)
    title = f'class {topic.capitalize()}Questions(Asking):\n    """Questions on {topic}."""\n\n'
    return "\n\n".join([_HEAD.format(topic=topic), *rows, title + "\n".join(methods)])


def _row(question: Question) -> str:
    fields = "\n".join(f"    {c.name}: {_column_type(c)}" for c in question.columns)
    told = "\n".join(_entry(c.name, c.help) for c in question.columns)
    return (
        f"@dataclass(frozen=True)\nclass {row_name(question.name)}:\n"
        f'    """A row of the answer to: {question.text}\n\n    Attributes:\n{told}\n    """\n\n'
        f"{fields}\n"
    )


def _method(question: Question) -> str:
    row = row_name(question.name)
    lines = [f"    def {question.method}("]
    lines += [f"        {line}," for line in ["self", *_signature(question.parameters)]]
    lines += [f"    ) -> Table[{row}]:", f'        """{question.text}']
    if question.parameters:
        lines += ["", "        Args:"]
        lines += [_entry(p.name, p.help, 12) for p in question.parameters]
    lines += ["", "        Returns:", _entry_text("A row each; see the row's type.", 12)]
    lines += ['        """', f'        return self.query(\n            "{question.name}",']
    lines += [f"            {p.name}={p.name}," for p in question.parameters]
    return "\n".join([*lines, "        )\n"])


def _signature(parameters: Iterable[Parameter]) -> list[str]:
    """Write the parameters: what is required or named first comes by position."""
    written, by_name = list[str](), False
    for parameter in parameters:
        if not by_name and not parameter.required and parameter.type not in NAMES:
            by_name = True
            written.append("*")
        kind = _PARAMETERS.get(parameter.type, "str")
        optional = " | None" if not parameter.required and parameter.default is None else ""
        default = "" if parameter.required else f" = {_quoted(parameter.default)}"
        written.append(f"{parameter.name}: {kind}{optional}{default}")
    return written


def _quoted(value: str | float | None) -> str:
    return f'"{value}"' if isinstance(value, str) else repr(value)


def _column_type(column: Column) -> str:
    return _COLUMNS[column.type] + (" | None" if column.optional else "")


def _entry(name: str, told: str, indent: int = 8) -> str:
    return _entry_text(f"{name}: {told[0].upper()}{told[1:]}.", indent)


def _entry_text(text: str, indent: int) -> str:
    return textwrap.fill(
        text, _WIDTH, initial_indent=" " * indent, subsequent_indent=" " * (indent + 4)
    )


def main() -> None:
    """Write every module again."""
    for topic in topics():
        (FOLDER / f"{topic}.py").write_text(write_topic(topic), "utf-8")


if __name__ == "__main__":
    main()
