"""How a build grows with its archive: seconds and memory of each stage, each in its own process.

Run as ``python -m benchmarks.growth SHARED --releases 2000 --releases 20000``. The archives are
made by `benchmarks.archive` of real releases, with other people and years. The rows go into the
page on performance by ``--rows FILE`` and ``python -m benchmarks.performance PAGE --rows Growth
FILE``.
"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import click

from communique.queries.table import Table

COLUMNS = (
    "releases", "stage", "seconds", "ms a release", "peak MB", "peak MB of others", "GB on disk",
)  # fmt: skip
Row = dict[str, Any]

_READ = """
from communique.builds.build import Build, BuildReport
from communique.builds.work import Work
from communique.pipeline import releases
for _ in Build(folder, Work()).read(releases([archive]), BuildReport()):
    pass
"""
_RESOLVE = """
from communique.builds.build import Build, BuildReport
from communique.builds.engines.local import LocalEngine
from communique.builds.work import Work
Build(folder, Work()).resolve(BuildReport(), LocalEngine)
"""
_FILL = """
from communique.pipeline import Graph
with Graph(folder.with_suffix(".db")) as graph:
    graph.load(folder)
"""
_MEASURED = """
import json, sys, time
from pathlib import Path
from resource import RUSAGE_CHILDREN, RUSAGE_SELF, getrusage
if __name__ == "__main__":
    archive, folder = sys.argv[1], Path(sys.argv[2])
    began = time.perf_counter()
{work}
    told = [getrusage(who).ru_maxrss / 1024 for who in (RUSAGE_SELF, RUSAGE_CHILDREN)]
    print(json.dumps([time.perf_counter() - began, *told]))
"""
STAGES = {"read": _READ, "resolve": _RESOLVE, "fill embedded": _FILL}


@click.command()
@click.argument("shared", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--releases", "sizes", type=click.IntRange(min=1), multiple=True, default=(2000,))
@click.option("--stage", "stages", type=click.Choice(list(STAGES)), multiple=True)
@click.option("--folder", type=click.Path(path_type=Path), help="Where to; what is there is kept.")
@click.option("--rows", type=click.Path(path_type=Path), help="Add the rows to this file.")
def main(
    shared: Path,
    sizes: tuple[int, ...],
    stages: tuple[str, ...],
    folder: Path | None,
    rows: Path | None,
) -> None:
    """Measure builds of archives made of the releases in SHARED."""
    with tempfile.TemporaryDirectory() as spare:
        place, made = folder or Path(spare), []
        for size in sizes:
            for row in _grow(shared, place, size, stages or tuple(STAGES)):
                made.append(row)
                if rows:
                    with rows.open("a") as file:
                        file.write(json.dumps(row) + "\n")
    click.echo(f"Growth\n{Table[Row](COLUMNS, made, dict)}\n")


def _grow(shared: Path, place: Path, size: int, stages: Sequence[str]) -> Iterator[Row]:
    place.mkdir(exist_ok=True)
    archive = place / f"{size}.jsonl.gz"
    if not archive.exists():
        _run(
            "-m", "benchmarks.archive", str(shared), "--releases", str(size), "--out", str(archive)
        )
    for stage in stages:
        work = STAGES[stage].strip().replace("\n", "\n    ")
        script = place / "stage.py"  # a file, since processes that are started import it
        script.write_text(_MEASURED.format(work=f"    {work}"))
        told = _run(str(script), str(archive), str(place / str(size)))
        seconds, own, others = json.loads(told.splitlines()[-1])
        disk = sum(path.stat().st_size for path in (place / str(size)).rglob("*") if path.is_file())
        values = size, stage, seconds, seconds / size * 1000, own, others, disk / 1e9
        yield dict(zip(COLUMNS, (_rounded(value) for value in values), strict=True))


def _rounded(value: float | str) -> float | str:
    return round(value, 2) if isinstance(value, float) else value


def _run(*arguments: str) -> str:
    command = [sys.executable, *arguments]
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout  # noqa: S603


if __name__ == "__main__":
    main()
