"""A build that a Spark cluster carries out, on any file system that it knows.

Its folder is as `communique.builds.build` tells, but that a table is a folder of files. Releases
are found here, by the same sources, and read where the cluster has room.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from functools import partial
from typing import Any

from more_itertools import chunked

from communique.builds.build import BuildReport
from communique.builds.engines.hadoop import HadoopFiles
from communique.builds.engines.spark import (
    Batches,
    SparkEngine,
    Told,
    rows_in,
    table_schema,
    text_batches,
    work_on,
)
from communique.builds.known import DETAILS, key_of, key_of_release, version_of
from communique.builds.mark import FAILURES, MARK, check_mark, write_failure, write_mark
from communique.builds.parts import (
    FACT_COLUMNS,
    FACTS,
    MENTION_COLUMNS,
    MENTIONS,
    PARTS,
    RELEASE_COLUMNS,
    RELEASES,
    rows_of,
)
from communique.builds.resolving import part_names, resolve_parts
from communique.builds.stages.stage import Row
from communique.builds.stages.telling import write_json
from communique.builds.work import Work
from communique.errors import ReleaseError
from communique.exports.columns import Column
from communique.exports.parquet import make_batch
from communique.graph.rows import Batch
from communique.loaders.piece import Failure
from communique.loaders.release import Release

AT_ONCE = 20_000
"""Releases of one part: so many are here in memory at a time."""
_FAILED = "failed"
_READ = ("kind", "release", "told")
_TABLES = {RELEASES: RELEASE_COLUMNS, MENTIONS: MENTION_COLUMNS, FACTS: FACT_COLUMNS}


@dataclass
class ClusterBuild:
    """A build on a cluster, made or gone on with.

    Args:
        session: A Spark session.
        folder: The address of its folder.
        work: How releases are read.

    Raises:
        ParameterError: If something else is there, or a build that is read in another way.
    """

    session: Any
    folder: str
    work: Work

    def __post_init__(self) -> None:
        self._files = HadoopFiles(self.session)
        mark = self._files.read(f"{self.folder}/{MARK}")
        bare = not self._files.children(self.folder)
        check_mark(self.folder, mark, self.work, bare=bare)

    def read(self, found: Iterable[Release | Failure], report: BuildReport) -> Iterator[Failure]:
        """Read releases into parts; those that are in one are passed over.

        Args:
            found: Releases and failures.
            report: Where to count.

        Yields:
            Each failure; all stand in the file of failures in the end.

        Raises:
            EngineError: If the cluster fails; what is in parts stays.
        """
        self._files.write(f"{self.folder}/{MARK}", write_mark(self.work))
        failures: list[Failure] = []
        for some in chunked(found, AT_ONCE):
            report.releases += len(some)
            releases = [item for item in some if isinstance(item, Release)]
            new = [item for item in some if isinstance(item, Failure)]
            new += self._read_some(releases, report)
            report.failed += len(new)
            failures += new
            yield from new
        self._files.write(f"{self.folder}/{FAILURES}", "".join(map(write_failure, failures)))

    def resolve(self, report: BuildReport, told: Told = lambda _name, _rows: None) -> None:
        """Make the graph of all that is in parts, unless it is there.

        Args:
            report: Where to tell what it is.
            told: Is told the name of each stage.

        Raises:
            EngineError: If the cluster fails; the next build goes on where this one ended.
        """
        report.graph = resolve_parts(
            self._files,
            self.folder,
            lambda tables, given: SparkEngine(self.session, tables, given, told),
        )

    def _read_some(self, releases: Sequence[Release], report: BuildReport) -> list[Failure]:
        names = part_names(self._files, self.folder)
        begun, part = f"{self.folder}/part", f"{int(names[-1]) + 1 if names else 1:06}"
        rows = [(key_of_release(each), write_json(asdict(each))) for each in releases]
        told = self.session.createDataFrame(rows, "key string, release string")
        new = told.dropDuplicates(["key"])
        if names:
            new = new.join(self._known(names), "key", "left_anti")
        reading = work_on(
            new.repartition(self.session.sparkContext.defaultParallelism * 4),
            partial(_read, self.work, part),
            _READ,
        )
        self._files.remove(begun)
        reading.write.mode("overwrite").parquet(f"{begun}/reading")
        made = self.session.read.parquet(f"{begun}/reading")
        counts = _count(made)
        report.read += counts[RELEASES]
        report.known += len(releases) - counts[RELEASES] - counts[_FAILED]
        report.engaged += made.where(f"kind = '{FACTS}'").select("release").distinct().count()
        failed = [json.loads(row["told"]) for row in made.where(f"kind = '{_FAILED}'").collect()]
        if counts[RELEASES]:
            self._write(made, begun, part)
        self._files.remove(begun)
        return [Failure(each["where"], _error(each)) for each in failed]

    def _write(self, made: Any, begun: str, part: str) -> None:  # noqa: ANN401
        for name, columns in _TABLES.items():
            rows = made.where(f"kind = '{name}'").select("told")
            typed = rows.mapInArrow(partial(_type, columns), table_schema(columns))
            typed.write.mode("overwrite").parquet(f"{begun}/tables/{name}")
        self._files.write(f"{self.folder}/{PARTS}/.begun", "")  # a folder to move into
        self._files.move(f"{begun}/tables", f"{self.folder}/{PARTS}/{part}")

    def _known(self, names: Sequence[str]) -> Any:  # noqa: ANN401
        tables = [f"{self.folder}/{PARTS}/{name}/{RELEASES}" for name in names]
        read = self.session.read.parquet(*tables)
        mine = read.where(read["reader"] == version_of(self.work.reader)).select(*DETAILS)
        return work_on(mine, _keys, ("key",))


def _read(work: Work, part: str, batches: Batches) -> Iterator[Any]:
    """Read releases, on the cluster."""
    return text_batches(_made(work, part, rows_in(batches)), _READ)


def _made(work: Work, part: str, rows: Iterable[Row]) -> Iterator[Row]:
    for row in rows:
        made = work.do(Release(**json.loads(row["release"])))
        if isinstance(made, Batch):
            own = f"{part}-{str(made.release.properties['sha256'])[:12]}"
            for kind, cells in rows_of(made, own):
                yield {"kind": kind, "release": made.release.ref.id, "told": write_json(cells)}
        else:
            told = {"where": made.where, "why": made.error.message, "do": made.error.hint}
            yield {"kind": _FAILED, "release": "", "told": write_json(told)}


def _type(columns: Sequence[Column], batches: Batches) -> Iterator[Any]:
    for some in chunked(rows_in(batches), 1000):
        yield make_batch([json.loads(row["told"]) for row in some], columns)


def _keys(batches: Batches) -> Iterator[Any]:
    return text_batches(({"key": key_of(row)} for row in rows_in(batches)), ("key",))


def _count(made: Any) -> dict[str, int]:  # noqa: ANN401
    counts = {row["kind"]: row["count"] for row in made.groupBy("kind").count().collect()}
    return {kind: int(counts.get(kind, 0)) for kind in (*_TABLES, _FAILED)}


def _error(told: dict[str, str]) -> ReleaseError:
    return ReleaseError(told["why"], told["do"])
