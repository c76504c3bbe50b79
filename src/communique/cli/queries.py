"""`communique queries`: what can be asked."""

import click

from communique.cli.options import form_options
from communique.cli.output import emit
from communique.queries.library import all_questions
from communique.queries.question import Question
from communique.queries.table import Table


@click.command("queries")
@form_options
def command(form: str | None) -> None:
    """List the questions of the library and what each takes."""
    rows = [_row(question) for question in all_questions()]
    emit(Table(("name", "question", "parameters"), rows, dict), form)


def _row(question: Question) -> dict[str, object]:
    takes = [p.name if p.required else f"[{p.name}]" for p in question.parameters]
    return {"name": question.name, "question": question.text, "parameters": takes}
