"""Time what the explorer asks for, over HTTP, on a made graph: ``python -m benchmarks.explorer``.

A name is completed from one to eight of its letters; a profile is all that the page asks for to
show a person, as many at a time as a browser asks; a network is one of 300 actors. ``asked`` is the
time in which 95 of 100 shall be there; drawing takes the browser the rest of the second that a
network may take.
"""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from random import Random
from statistics import quantiles
from time import perf_counter
from typing import Any

import click
import httpx
from benchmarks.questions.loading import BUILD, EVENTS, in_process, on_server

from communique.graph.store import Store
from communique.queries.table import Table

COLUMNS = ("what", "engine", "people", "events", "asked", "p50", "p95", "longest")
AT_ONCE = 6
"""A browser asks a server for so many things at a time."""
_BUSIEST = 100
_TOP = 300
_LISTS = {
    "people": "MATCH (p:Person) RETURN p.id AS id, p.name AS name ORDER BY p.id",
    "busy": "MATCH (p:Person)-[m:MENTIONS]-() WITH p, count(m) AS n ORDER BY n DESC, p.id LIMIT $n "
    "RETURN p.id AS id, p.name AS name",
}
Ask = Callable[[str, Mapping[str, Any]], Any]
Known = Mapping[str, Sequence[Mapping[str, str]]]


@click.command()
@click.option("--people", type=click.IntRange(min=200), default=2000, show_default=True,
              help="How many people; ten events for each.")  # fmt: skip
@click.option("--server", is_flag=True, help="Only in Neo4j.")
@click.option("--embedded", is_flag=True, help="Only in the embedded engine.")
@click.option("--runs", type=click.IntRange(min=2), default=60, show_default=True)
@click.option("--folder", type=click.Path(path_type=Path), default=BUILD,
              help="Where made graphs are kept.")  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help="JSON Lines in place of a table.")
def main(people: int, server: bool, embedded: bool, runs: int, folder: Path, as_json: bool) -> None:
    """Time the explorer on a made graph in both databases."""
    rows: list[dict[str, Any]] = []
    for opened, wanted in ((on_server, server), (in_process, embedded)):
        if wanted or not (server or embedded):
            with asking(partial(opened, people, folder)) as (ask, known, engine):
                told = {"engine": engine, "people": people, "events": people * EVENTS}
                for row in measure(ask, known, runs):
                    rows.append({column: {**told, **row}[column] for column in COLUMNS})
                    if as_json:
                        click.echo(json.dumps(rows[-1], ensure_ascii=False))
    if not as_json:
        click.echo("The explorer, in milliseconds")
        click.echo(Table(COLUMNS, rows, dict))


@contextmanager
def asking(opened: Callable[[], Any]) -> Iterator[tuple[Ask, Known, str]]:
    """Serve a made graph as a user does, and ask it.

    Args:
        opened: Opens the graph, and closes it.

    Yields:
        What asks, who is in the graph, and the engine.
    """
    with opened() as store:
        known, where, engine = _known(store), store.where, store.engine
        if engine != "arcadedb":
            with _served(where) as url, _asker(url) as ask:
                yield ask, known, engine
            return
    with _served(where) as url, _asker(url) as ask:  # one process has the folder at a time
        yield ask, known, engine


def measure(ask: Ask, known: Known, runs: int) -> Iterator[dict[str, Any]]:
    """Time everything that is asked for.

    Args:
        ask: What asks.
        known: Who is in the graph.
        runs: How often each is asked for.

    Yields:
        A row for each, by `COLUMNS`.
    """
    chance = Random(7)  # noqa: S311
    anyone, busy = (partial(_draw, chance, known[which]) for which in ("people", "busy"))
    ties = {"kind": "met-with", "top": _TOP}
    wanted: Sequence[tuple[str, int | None, int, Callable[[], object]]] = (
        ("completion", 100, runs * 10, lambda: _complete(ask, chance, anyone())),
        ("profile", 300, runs, lambda: _profile(ask, anyone()["id"])),
        ("profile of the busiest", 300, runs, lambda: _profile(ask, busy()["id"])),
        ("network", 500, runs, lambda: ask("/network", ties)),
        ("network of ten years", 500, runs,
         lambda: ask("/network", {**ties, "since": _year(chance), "until": "2029"})),
        ("network around somebody", 500, runs,
         lambda: ask("/network", {**ties, "around": anyone()["id"]})),
        ("network around the busiest", 500, runs,
         lambda: ask("/network", {**ties, "around": busy()["id"]})),
        ("network of who was there", None, 3,
         lambda: ask("/network", {**ties, "kind": "co-attendance"})),
        ("map", None, 3, lambda: ask("/map", {})),
        ("calendar", None, 3, lambda: ask("/calendar", {})),
        ("home", None, runs, lambda: ask("/about", {})),
    )  # fmt: skip
    for what, asked, times, run in wanted:
        yield {"what": what, "asked": asked, **_time(run, times)}


def _time(run: Callable[[], object], times: int) -> dict[str, float]:
    """Time runs; the first, when statements are planned, do not count."""
    for _ in range(min(times, 5)):
        run()
    took = []
    for _ in range(times):
        began = perf_counter()
        run()
        took.append((perf_counter() - began) * 1000)
    parts = quantiles(took, n=20, method="inclusive")
    return {"p50": round(parts[9], 1), "p95": round(parts[18], 1), "longest": round(max(took), 1)}


def _complete(ask: Ask, chance: Random, who: Mapping[str, str]) -> None:
    word = chance.choice(who["name"].split())
    ask("/names", {"text": word[: chance.randint(1, 8)], "count": 12})


def _profile(ask: Ask, person: str) -> None:
    """Ask for what the page of a person does: first who it is, then all the rest."""
    ask("/thing", {"id": person})
    cited = {"evidence": "true", "offset": 0}
    told = {"person": person, **cited}
    rest: Sequence[tuple[str, Mapping[str, Any]]] = (
        ("/questions/tenures-of", {**told, "count": 1000}),
        ("/questions/timeline", {**told, "count": 50}),
        ("/questions/who-met-whom", {**told, "count": 10}),
        ("/questions/companions", {**told, "count": 5}),
        ("/map", {"person": person}),
        ("/questions/releases-about", {"party": person, "offset": 0, "count": 10}),
        ("/questions", {}),
    )
    with ThreadPoolExecutor(AT_ONCE) as pool:
        for _ in pool.map(lambda each: ask(*each), rest):
            pass


def _draw(chance: Random, some: Sequence[Mapping[str, str]]) -> Mapping[str, str]:
    return chance.choice(some)


def _year(chance: Random) -> str:
    return str(chance.randint(2018, 2020))


def _known(store: Store) -> Known:
    return {name: store.run(cypher, {"n": _BUSIEST}).rows for name, cypher in _LISTS.items()}


@contextmanager
def _served(where: str) -> Iterator[str]:
    command = [sys.executable, "-m", "communique", "serve", "--graph", where, "--port", "0"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=os.environ.copy())  # noqa: S603
    assert process.stdout is not None  # noqa: S101
    try:
        yield process.stdout.readline().strip().rstrip("/")
    finally:
        process.terminate()
        process.communicate()


@contextmanager
def _asker(url: str) -> Iterator[Ask]:
    with httpx.Client(base_url=f"{url}/api", trust_env=False, timeout=120) as client:

        def ask(path: str, parameters: Mapping[str, Any]) -> Any:
            answer = client.get(path, params=dict(parameters))
            answer.raise_for_status()
            return answer.json()

        yield ask


if __name__ == "__main__":
    main()
