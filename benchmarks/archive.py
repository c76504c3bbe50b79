"""A large archive made of a small one, to see how builds and graphs grow.

Run as ``python -m benchmarks.archive SHARED --releases 200000 --out FILE.jsonl.gz``. The releases
are real ones varied: each four copies tell of people of their own, two years later than the four
before, so that the number of people grows with the archive as it does in a real one.
"""

import gzip
import json
import multiprocessing
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import count, islice
from pathlib import Path
from statistics import fmean
from time import perf_counter

import click
from benchmarks.varying import Names, Template, make_template, vary

import communique
from communique.loaders.details import Defaults
from communique.loaders.records import release_from_record
from communique.loaders.release import Release
from communique.pipeline import releases

CORPUS = "corpus/us-state-2021-2022.jsonl.gz"
_AT_ONCE = 16

Record = dict[str, str]


@click.command()
@click.argument("shared", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--releases", "many", type=click.IntRange(min=1), required=True, help="How many.")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), required=True)
@click.option("--check", is_flag=True, help="Read the last copy of each release, too.")
def main(shared: Path, many: int, out: Path, *, check: bool) -> None:
    """Write an archive made of the releases in SHARED."""
    found = [r for r in releases([shared / CORPUS]) if isinstance(r, Release)]
    with ProcessPoolExecutor(mp_context=multiprocessing.get_context("spawn")) as executor:
        start = perf_counter()
        templates = list(executor.map(make_template, found, chunksize=_AT_ONCE))
        click.echo(f"read {len(templates):,} releases in {perf_counter() - start:.0f} s")
        start = perf_counter()
        with gzip.open(out, "wt", compresslevel=1, encoding="utf-8") as file:
            for record in islice(vary_all(templates), many):
                file.write(json.dumps(record, ensure_ascii=False) + "\n")
        click.echo(f"wrote {many:,} releases in {perf_counter() - start:.0f} s")
        if check:
            last = islice(vary_all(templates, (many - 1) // len(templates)), len(templates))
            varied = fmean(executor.map(count_facts, last, chunksize=_AT_ONCE))
            real = fmean(template.facts for template in templates)
            click.echo(f"facts a release: {real:.3f} in the real ones, {varied:.3f} in the last")


def vary_all(templates: Sequence[Template], first: int = 0) -> Iterator[Record]:
    """Give copy after copy of all releases, without end.

    Args:
        templates: The releases.
        first: With which copy to begin.

    Yields:
        A record of each copy.
    """
    names = Names(templates)
    for copy in count(first):
        yield from (vary(template, copy, names) for template in templates)


def count_facts(record: Record) -> int:
    """Count what the reader finds in a record."""
    release = release_from_record(record, where="", defaults=Defaults())
    return len(communique.read(release).facts)


if __name__ == "__main__":
    main()
