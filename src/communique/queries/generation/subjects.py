"""For each kind of node a class with the questions that are about one of it."""

from collections.abc import Mapping
from types import MappingProxyType

from communique.queries.asking import row_name
from communique.queries.generation.signatures import WIDTH, write_call, write_definition, write_text
from communique.queries.library import all_questions
from communique.queries.question import ParameterType, Question

SUBJECTS: Mapping[str, tuple[ParameterType, ...]] = MappingProxyType(
    {
        "person": (ParameterType.PERSON, ParameterType.PARTY),
        "office": (ParameterType.OFFICE,),
        "organization": (ParameterType.ORGANIZATION, ParameterType.PARTY),
        "place": (ParameterType.PLACE, ParameterType.PARTY),
        "event": (ParameterType.EVENT,),
    }
)
"""What the first parameter of a question takes, for it to be about one of these."""

_HEAD = '''"""{title}: made from the library by `make docs`; change the Cypher, not this."""

{imports}
from communique.queries.subjects.base import Subject
from communique.queries.table import Table


class {name}(Subject):
    """{title}: what can be asked about one.

    Each method is the question of the library that its docstring names, asked about this one.
    """

'''


def questions_about(subject: str) -> tuple[Question, ...]:
    """Find the questions whose first parameter is one of a kind."""
    types = SUBJECTS[subject]
    return tuple(q for q in all_questions() if q.parameters and q.parameters[0].type in types)


def write_subject(subject: str) -> str:
    """Write the module of a kind of node.

    Args:
        subject: Its name, such as ``person``.

    Returns:
        Its source.
    """
    questions = questions_about(subject)
    by_topic: dict[str, list[str]] = {}
    for question in questions:
        by_topic.setdefault(question.topic, []).append(row_name(question.name))
    imports = "\n".join(_import(topic, rows) for topic, rows in sorted(by_topic.items()))
    title = f"{'An' if subject[0] in 'oe' else 'A'} {subject}"
    head = _HEAD.format(title=title, imports=imports, name=subject.capitalize())
    return head + "\n".join(_method(question) for question in questions)


def _import(topic: str, rows: list[str]) -> str:
    line = f"from communique.queries.asked.{topic} import {', '.join(sorted(rows))}"
    if len(line) <= WIDTH:
        return line
    listed = "".join(f"    {row},\n" for row in sorted(rows))
    return f"from communique.queries.asked.{topic} import (\n{listed})"


def _method(question: Question) -> str:
    first, *others = question.parameters
    given = [f"{first.name}=self.id", *(f"{p.name}={p.name}" for p in others)]
    lines = [
        write_definition(question.subject_method, others, row_name(question.name)),
        _docstring(question),
        write_call("self.graph.query", [f'"{question.name}"', *given]),
    ]
    return "\n".join(lines) + "\n"


def _docstring(question: Question) -> str:
    short = f'        """`{question.name}`: {question.text}"""'
    if len(short) <= WIDTH:
        return short
    return f'        """`{question.name}`.\n\n{write_text(question.text)}\n        """'
