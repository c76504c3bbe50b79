"""`communique queries`: what can be asked, found by words and tags, and one question in full."""

from collections.abc import Mapping, Sequence

import click

from communique.cli.options import form_options
from communique.cli.output import emit, say
from communique.errors import UnknownQuery
from communique.queries.catalogue import command_line, option, read_answer
from communique.queries.library import all_questions, get, names
from communique.queries.question import Parameter, Question
from communique.queries.search import find
from communique.queries.table import Table


@click.command("queries")
@click.argument("words", nargs=-1)
@click.option("--tag", "tags", multiple=True, help="Only those with this tag; can be repeated.")
@click.option("--cypher", "shown", is_flag=True, help="Print the Cypher of the one question named.")
@form_options
def command(words: Sequence[str], tags: Sequence[str], shown: bool, form: str | None) -> None:
    """List the questions of the library, those found by WORDS, or one by its name in full.

    A word may be part of a question's name, of what it asks, or a tag; a word that is none of these
    is taken for a name to ask about.
    """
    name = words[0].lower().replace("_", "-") if len(words) == 1 else ""
    if name in names() and form is None and not tags:
        question = get(name)
        click.echo(question.cypher if shown else describe(question))
        return
    if shown:
        message = "--cypher needs the name of one question."
        raise click.UsageError(message)
    tags = [tag.lower() for tag in tags]
    _check_tags(tags)
    found = find(words, tags)
    if not found:
        message = f"No question is about {' '.join([*words, *tags])!r}."
        raise UnknownQuery(message, "`communique queries` lists them all.")
    emit(Table(("name", "question", "parameters", "tags"), [_row(q) for q in found], dict), form)
    if len(words) or tags:
        told = f"{len(found)} of {len(names())} questions"
        say(f"{told}; `communique queries NAME` tells one in full.")


def describe(question: Question) -> str:
    """Write what a question takes and gives, its example and the answer to that."""
    takes = [(option(p.name), _told(p)) for p in question.parameters]
    gives = [(c.name, c.help) for c in question.columns]
    parts = [f"{question.name}: {question.text}", f"tags: {', '.join(_tags(question))}", ""]
    parts += ["takes", *_lines(takes), ""] if takes else []
    parts += ["gives", *_lines(gives), "", "example", f"  $ {command_line(question)}"]
    parts += [f"  {line}" for line in read_answer(question.name).splitlines()]
    return "\n".join(parts)


def _told(parameter: Parameter) -> str:
    default = "" if parameter.default is None else f" (default {parameter.default})"
    needed = "; must be given" if parameter.required else ""
    return f"{parameter.type}: {parameter.help}{default}{needed}"


def _lines(pairs: Sequence[tuple[str, str]]) -> list[str]:
    width = max(len(name) for name, _ in pairs)
    return [f"  {name:<{width}}  {told}" for name, told in pairs]


def _check_tags(tags: Sequence[str]) -> None:
    known = {tag for question in all_questions() for tag in _tags(question)}
    for tag in tags:
        if tag not in known:
            message = f"No question has the tag {tag!r}."
            raise UnknownQuery(message, f"There are {', '.join(sorted(known))}.")


def _row(question: Question) -> Mapping[str, object]:
    takes = [p.name if p.required else f"[{p.name}]" for p in question.parameters]
    return {
        "name": question.name,
        "question": question.text,
        "parameters": takes,
        "tags": _tags(question),
    }


def _tags(question: Question) -> list[str]:
    """Its topic is a tag, too."""
    return [question.topic, *question.tags]
