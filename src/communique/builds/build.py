"""A build: an archive read into a folder, part by part, so that it can be gone on with.

    DIR/build.json          how it is read
    DIR/read/000001/        parts, see `communique.builds.parts`
    DIR/failures.jsonl      what could not be read, and why
    DIR/graph/              nodes, edges and profiles, see `communique.builds.resolving`

A part takes its place when all of it is written. Whatever ends a build, the next one goes on with
what is not in a part; releases that are there with the same text, details and reader are passed
over.
"""

import shutil
from collections.abc import Collection, Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from communique.builds.built import is_build, parts_of
from communique.builds.files import LocalFiles
from communique.builds.graph import Summary
from communique.builds.known import key_of, key_of_release, version_of
from communique.builds.lock import HOLDER, LOCK, held
from communique.builds.mark import FAILURES, MARK, check_mark, write_failure, write_mark
from communique.builds.parts import PARTS, read_releases, write_part
from communique.builds.reading import read_batches
from communique.builds.resolving import Start, resolve_parts
from communique.builds.work import Work
from communique.graph.rows import Batch
from communique.loaders.piece import Failure
from communique.loaders.release import Release
from communique.writing import writing

_AT_ONCE = 500


@dataclass
class BuildReport:
    """What became of the releases of one build.

    Attributes:
        releases: How many came.
        read: How many were read now.
        engaged: How many of these tell of an engagement.
        known: How many had been read before.
        failed: How many could not be read.
        graph: What the graph of all that is in parts is, once it is made.
    """

    releases: int = 0
    read: int = 0
    engaged: int = 0
    known: int = 0
    failed: int = 0
    graph: Summary | None = None

    def counts(self) -> dict[str, int | str]:
        """Give the counts, as the command line prints them."""
        told = asdict(self)
        graph = told.pop("graph") or {}
        return told | {key: graph[key] for key in ("nodes", "edges", "digest") if graph}


class Build:
    """A build, made or gone on with.

    Args:
        folder: Where it is; made when it is first read into.
        work: How releases are read.

    Raises:
        ParameterError: If something else is there, or a build that is read in another way.
    """

    def __init__(self, folder: Path, work: Work) -> None:
        self.folder = folder
        self._work = work
        mark = LocalFiles().read(str(folder / MARK))
        bare = not folder.exists() or (folder.is_dir() and _is_bare(folder))
        check_mark(str(folder), mark, work, bare=bare)

    def read(
        self, found: Iterable[Release | Failure], report: BuildReport, processes: int | None = None
    ) -> Iterator[Failure]:
        """Read releases into parts; those that are in one are passed over.

        Args:
            found: Releases and failures.
            report: Where to count.
            processes: How many read at a time; None for as many as there are cores.

        Yields:
            Each failure, which stands in the file of failures then.

        Raises:
            Locked: If another process works on it.
            MissingExtra: If pyarrow or filelock is not installed.
            NoRoom: If there is no room for it; what is in parts stays.
            OSError: If it can't be written; what is in parts stays.
        """
        with writing(self.folder), held(self.folder):
            yield from self._read(found, report, processes)

    def _read(
        self, found: Iterable[Release | Failure], report: BuildReport, processes: int | None
    ) -> Iterator[Failure]:
        self._begin()
        waiting: dict[str, Batch] = {}
        with (self.folder / FAILURES).open("w", encoding="utf-8") as file:
            for made in read_batches(self._new(found, report), self._work, processes):
                if isinstance(made, Failure):
                    report.failed += 1
                    file.write(write_failure(made))
                    yield made
                    continue
                report.read += 1
                report.engaged += bool(made.assertions)
                if made.release.ref.id in waiting or len(waiting) == _AT_ONCE:
                    self._write(waiting.values())
                    waiting = {}
                waiting[made.release.ref.id] = made
            self._write(waiting.values())

    def resolve(self, report: BuildReport, start: Start) -> None:
        """Make the graph of all that is in parts, unless it is there.

        Args:
            report: Where to tell what it is.
            start: Starts the engine that makes it.

        Raises:
            Locked: If another process works on it.
            MissingExtra: If what the engine needs is not installed.
            NoRoom: If there is no room for it; the next build goes on where this one ended.
        """
        with writing(self.folder), held(self.folder):
            report.graph = resolve_parts(LocalFiles(), str(self.folder), start)

    def _begin(self) -> None:
        """Make the folder; clear away what a killed build left half written."""
        self.folder.mkdir(parents=True, exist_ok=True)
        if not is_build(self.folder):
            LocalFiles().write(str(self.folder / MARK), write_mark(self._work))
        (self.folder / PARTS).mkdir(exist_ok=True)
        for left in (self.folder / PARTS).glob(".*.part"):
            shutil.rmtree(left)

    def _new(
        self, found: Iterable[Release | Failure], report: BuildReport
    ) -> Iterator[Release | Failure]:
        version = version_of(self._work.reader)
        told = (told for part in parts_of(self.folder) for told, _ in read_releases(part))
        known = {key_of(release) for release in told if release.get("reader") == version}
        for item in found:
            report.releases += 1
            if isinstance(item, Failure):
                yield item
                continue
            key = key_of_release(item)
            if key in known:
                report.known += 1
            else:
                known.add(key)
                yield item

    def _write(self, batches: Collection[Batch]) -> None:
        if batches:
            last = max((int(part.name) for part in parts_of(self.folder)), default=0)
            write_part(batches, self.folder / PARTS / f"{last + 1:06}")


def _is_bare(folder: Path) -> bool:
    """Tell a folder with nothing in it but what a build that was killed had begun."""
    return {path.name for path in folder.iterdir()} <= {f".{MARK}.part", LOCK, HOLDER}
