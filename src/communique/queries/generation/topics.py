"""For each topic of the library a module of row types and methods."""

from communique.queries.asking import row_name
from communique.queries.generation.signatures import (
    WIDTH,
    column_type,
    write_call,
    write_definition,
    write_entry,
    write_text,
)
from communique.queries.library import all_questions
from communique.queries.question import Question

_HEAD = '''"""Questions on {topic}: made from the library by `make docs`; change the Cypher."""

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
    fields = "\n".join(f"    {c.name}: {column_type(c)}" for c in question.columns)
    told = "\n".join(write_entry(c.name, c.help) for c in question.columns)
    return (
        f"@dataclass(frozen=True)\nclass {row_name(question.name)}:\n"
        f'    """A row of the answer to `{question.name}`.\n\n    Attributes:\n{told}\n    """\n\n'
        f"{fields}\n"
    )


def _method(question: Question) -> str:
    row = row_name(question.name)
    arguments = [f'"{question.name}"', *(f"{p.name}={p.name}" for p in question.parameters)]
    lines = [
        write_definition(question.method, question.parameters, row),
        *_docstring(question),
        write_call("self.query", arguments),
    ]
    return "\n".join(lines) + "\n"


def _docstring(question: Question) -> list[str]:
    entries = [write_entry(p.name, p.help, 12) for p in question.parameters]
    short = f'        """{question.text}"""'
    if not entries and len(short) <= WIDTH:
        return [short]
    first = f'        """{question.text}'
    told = (
        [first]
        if len(first) <= WIDTH
        else [f'        """`{question.name}`.', "", write_text(question.text)]
    )
    takes = ["", "        Args:", *entries] if entries else []
    return [*told, *takes, '        """']
