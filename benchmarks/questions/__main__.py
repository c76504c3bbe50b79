"""Time the questions on a made graph: ``python -m benchmarks.questions``."""

import json
from collections.abc import Sequence

import click
from benchmarks.questions.loading import in_process, on_server
from benchmarks.questions.measuring import COLUMNS, measure

from communique.queries.library import all_questions
from communique.queries.table import Table

RUNS = 30


@click.command()
@click.argument("names", nargs=-1)
@click.option("--people", type=click.IntRange(min=200), default=2000, show_default=True,
              help="How many people; ten events for each.")  # fmt: skip
@click.option("--server", is_flag=True, help="Only in Neo4j.")
@click.option("--embedded", is_flag=True, help="Only in the embedded engine.")
@click.option("--runs", type=click.IntRange(min=2), default=RUNS, show_default=True)
@click.option("--json", "as_json", is_flag=True, help="JSON Lines in place of a table.")
def main(
    names: Sequence[str], people: int, server: bool, embedded: bool, runs: int, as_json: bool
) -> None:
    """Time the questions NAMES, else all, on a made graph in both databases."""
    asked = [q for q in all_questions() if not names or q.name in names]
    for opened, wanted in ((on_server, server), (in_process, embedded)):
        if wanted or not (server or embedded):
            with opened(people) as store:
                found = measure(store, asked, runs)
                if as_json:
                    for row in found:
                        told = {"engine": store.engine, "people": people, **row}
                        click.echo(json.dumps(told, ensure_ascii=False))
                else:
                    click.echo(f"Questions on {people} people, {store.engine}, in milliseconds")
                    click.echo(Table(COLUMNS, list(found), dict))


if __name__ == "__main__":
    main()
