"""`communique validate`: whether a graph or a file of RDF is as the model wants it."""

import sys
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.core import ParameterSource

from communique.cli.options import form_options, graph_options
from communique.cli.output import emit, emit_json, progress, say

if TYPE_CHECKING:
    from communique.graph.properties import Violation

_SHOWN = 1000


@click.command("validate")
@click.argument("file", required=False, metavar="[FILE]")
@form_options
@graph_options
@click.pass_context
def command(
    context: click.Context,
    /,
    file: str | None,
    *,
    form: str | None,
    where: str | None,
    database: str | None,
) -> None:
    """Check a graph, or a file of RDF, and list what is not as the model wants it.

    FILE ends in .nq, .trig, .ttl, .nt, .jsonld, .rdf or .xml, by its format; .gz may follow. The
    exit code is 1 where anything is wrong.
    """
    named = [context.get_parameter_source(each) for each in ("where", "database")]
    if file is not None and ParameterSource.COMMANDLINE in named:
        message = "FILE and --graph are two things to check: give one of them."
        raise click.UsageError(message)
    from communique.ontology.validation.shacl import Counts
    from communique.pipeline import Graph
    from communique.validating import check_file, check_stored

    counts = Counts()
    if file is not None:
        _print(check_file(Path(file), counts, progress), form)
    else:
        with Graph(where, database=database) as graph:
            _print(check_stored(graph.reader, counts, progress), form)
    say(f"{counts}.")
    sys.exit(1 if counts.violations else 0)


def _print(found: "Iterator[Violation]", form: str | None) -> None:
    """Print violations as they are found; a table once all are."""
    if form == "json" or (form is None and not sys.stdout.isatty()):
        for violation in found:
            emit_json(asdict(violation))
        return
    from communique.graph.properties import Violation
    from communique.queries.table import Table

    rows = list(map(asdict, found))
    if rows:
        columns = ("where", "rule", "message")
        more = len(rows) - _SHOWN
        cut = form != "csv" and more > 0
        notes = [f"{more:,} more are left out here; --json has them all."] if cut else []
        emit(Table(columns, rows[:_SHOWN] if cut else rows, Violation, notes), form)
