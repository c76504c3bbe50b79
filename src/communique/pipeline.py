"""The path of a release, put together: for Python, for the command line, for the explorer."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from threading import Lock
from types import TracebackType
from typing import Self, Unpack

from more_itertools import ilen

from communique.browsing import Browsing
from communique.builds.built import batches_of, divide, graph_in
from communique.builds.grouping import group
from communique.builds.reading import read_batches
from communique.builds.work import Work
from communique.deciding import Deciding
from communique.errors import ParameterError
from communique.exchanging import Exchanging, ImportReport
from communique.graph import ledger
from communique.graph.filling import begin_filling, fill
from communique.graph.rows import Batch
from communique.graph.store import Store, connect
from communique.graph.store.filling import check_finished
from communique.loaders import Failure, Finding, load_releases, make_options
from communique.loaders.address import normalise_url
from communique.loaders.release import Release
from communique.loaders.text import release_from_text
from communique.plotting import Plotting
from communique.queries.asked import Questions
from communique.reading.model import Reading
from communique.reading.readers import BUILT_IN, find_reader

_LONGEST = 1_000_000_000


def releases(
    places: Iterable[str | Path], **finding: Unpack[Finding]
) -> Iterator[Release | Failure]:
    """Find releases, one after the other.

    Args:
        places: Files, folders, ``-`` for standard input, addresses of pages, feeds and sitemaps,
            and what other sources take: ``hkgov:2024-11-01..2024-11-30``.
        finding: How they are to be found; see `Finding`.

    Returns:
        Releases, and failures that say where and why something is none.

    Raises:
        UsageError: If a place does not exist; before anything is read.
        ParameterError: If an option is not what it should be.
    """
    return load_releases([str(place) for place in places], make_options(**finding))


def read(source: str | Release, *, reader: str = BUILT_IN) -> Reading:
    """Read one release.

    Args:
        source: A release, or the text of one, perhaps with a header block.
        reader: Which reader; other packages can bring theirs.

    Returns:
        What it says; offsets count in the text as given, once line ends are line feeds.

    Raises:
        ParameterError: If no such reader is installed.
    """
    release = release_from_text(source) if isinstance(source, str) else source
    return find_reader(reader).read(release)


@dataclass
class LoadReport:
    """What became of the releases of one load."""

    releases: int = 0
    added: int = 0
    unchanged: int = 0
    replaced: int = 0
    failed: int = 0
    failures: list[Failure] = field(default_factory=list)

    def counts(self) -> dict[str, int]:
        """Give the counts alone, as the command line prints them."""
        told = asdict(self)
        del told["failures"]
        return told


class Graph(Questions, Deciding, Exchanging, Plotting, Browsing):
    """A graph of releases, wherever it is kept.

    It connects when it is first needed: a question never makes a graph, `load` does.

    Args:
        where: A folder, or the address of a Neo4j; None means ``COMMUNIQUE_GRAPH``, else
            ``./communique.db``.
        database: The database on that Neo4j.
        timeout: How long a question may take, in seconds; None for as long as it takes.

    Raises:
        ParameterError: If the timeout is no number of seconds.
    """

    def __init__(
        self,
        where: str | Path | None = None,
        *,
        database: str | None = None,
        timeout: float | None = None,
    ) -> None:
        if timeout is not None and not 0 < timeout <= _LONGEST:
            message = f"'timeout' must be a number of seconds above 0, not {timeout}."
            raise ParameterError(message)
        self._where = None if where is None else str(where)
        self._database = database
        self._timeout = timeout
        self._reader: Store | None = None
        self._writer: Store | None = None
        self._opening = Lock()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Leave the database; a later call connects again."""
        for store in (self._reader, self._writer):
            if store is not None:
                store.close()
        self._reader = self._writer = None

    @property
    def reader(self) -> Store:
        """The database, opened for reading."""
        with self._opening:
            if self._reader is None:
                store = connect(self._where, database=self._database, timeout=self._timeout)
                self._reader = _finished(store)
            return self._reader

    def writer(self, *, create: bool) -> Store:
        """The database, opened for writing; made, where there is none and `create` is set."""
        with self._opening:
            if self._writer is None:
                self._writer = _finished(self._connect_writer(create=create))
            return self._writer

    def _connect_writer(self, *, create: bool) -> Store:
        return connect(self._where, write=True, create=create, database=self._database)

    def load(
        self,
        paths: str | Path | Iterable[str | Path],
        *,
        reader: str = BUILT_IN,
        min_confidence: float = 0.0,
        replace: bool = False,
        processes: int | None = None,
        **finding: Unpack[Finding],
    ) -> LoadReport:
        """Read releases and write them, each whole or not at all.

        Args:
            paths: One or several files, folders, addresses, builds, or what other sources take.
            reader: Which reader.
            min_confidence: Facts of less are left out, between 0 and 1.
            replace: Whether a text stands in the place of what the graph has of its address,
                though that be newer.
            processes: How many read at a time; None for as many as there are cores.
            finding: How releases are to be found; see `Finding`.

        Returns:
            What became of them; a bad release is a failure there and stops nothing.
        """
        listed = [paths] if isinstance(paths, str | Path) else list(paths)
        report = LoadReport()
        built, others = divide(listed)
        for folder in built:
            if not ilen(self.fill(folder, report)):
                for _ in self.load_batches(batches_of(folder), report, replace=replace):
                    pass
        loading = self.load_releases(
            releases(others, **finding),
            report,
            reader=reader,
            min_confidence=min_confidence,
            replace=replace,
            processes=processes,
        )
        for _ in loading:
            pass
        return report

    def fill(self, folder: Path, report: LoadReport) -> Iterator[int]:
        """Fill an empty graph with that of a build, or go on with that.

        Args:
            folder: The build.
            report: Where to count.

        Yields:
            How many rows are there, each time some more are; none where the graph is not empty,
            or that of the build is not made.

        Raises:
            Unfinished: If it is being filled from elsewhere.
        """
        found = graph_in(folder)
        if found is None:
            return
        made, summary = found
        store = self._writer = self._writer or self._connect_writer(create=True)
        if begin_filling(store, made):
            yield from fill(store, made)
            report.releases += summary.releases
            report.added += summary.releases

    def load_releases(
        self,
        found: Iterable[Release | Failure],
        report: LoadReport,
        *,
        reader: str = BUILT_IN,
        min_confidence: float = 0.0,
        replace: bool = False,
        processes: int | None = None,
        strict: bool = False,
    ) -> Iterator[Failure]:
        """Write releases as they come, keep count, and hand on each failure when it happens.

        Args:
            found: Releases and failures, as `releases` gives them.
            report: Where to count.
            reader: Which reader.
            min_confidence: Facts of less are left out.
            replace: Whether each stands in the place of what the graph has of its address.
            processes: How many read at a time; None for as many as there are cores.
            strict: Whether all that came before a failure is written when that is handed on.

        Returns:
            Each failure, as the releases are read and written one after the other.
        """
        made = read_batches(found, Work(reader, min_confidence), processes)
        return self.load_batches(made, report, replace=replace, strict=strict)

    def load_batches(
        self,
        made: Iterable[Batch | Failure],
        report: LoadReport,
        *,
        replace: bool = False,
        strict: bool = False,
    ) -> Iterator[Failure]:
        """Write what releases assert as it comes, keep count, and hand on failures.

        Args:
            made: What releases assert, as a build gives it, and failures.
            report: Where to count.
            replace: Whether each stands in the place of what the graph has of its address.
            strict: Whether all that came before a failure is written when that is handed on.

        Yields:
            Each failure.
        """
        for item in group(made, is_blank=self._is_blank, strict=strict):
            if isinstance(item, Failure):
                report.releases += 1
                report.failed += 1
                report.failures.append(item)
                yield item
                continue
            for outcome in ledger.load_all(self.writer(create=True), item, replace=replace):
                report.releases += 1
                setattr(report, outcome, getattr(report, outcome) + 1)

    def _is_blank(self) -> bool:
        return ledger.is_empty(self.writer(create=True))

    def reread(
        self,
        *,
        reader: str = BUILT_IN,
        min_confidence: float = 0.0,
        everything: bool = False,
        processes: int | None = None,
    ) -> Iterator[str | Failure]:
        """Read again the releases that another reader read, each whole or not at all.

        Identities, names, events and tenures are settled anew for what that touches; decisions
        are kept.

        Args:
            reader: Which reader.
            min_confidence: Facts of less are left out.
            everything: Whether to read those of this very reader again too.
            processes: How many read at a time; None for as many as there are cores.

        Yields:
            The id of each release that was read again, and why others could not be: these stay as
            they were.
        """
        chosen = find_reader(reader)
        known = None if everything else f"{chosen.name}/{chosen.version}"
        store = self.writer(create=False)
        found = ledger.stored_releases(store, known)
        made = read_batches(found, Work(reader, min_confidence), processes)
        for item in group(made, is_blank=lambda: False):
            if isinstance(item, Failure):
                yield item
                continue
            for _ in ledger.load_all(store, item, replace=True):
                pass
            yield from (batch.release.ref.id for batch in item)

    def retract(self, release: str) -> str:
        """Take a release back, and leave the graph as if it had never been loaded.

        Args:
            release: Its address or its id.

        Returns:
            Its id.

        Raises:
            UnknownId: If the graph has no such release.
        """
        release_id = normalise_url(release) or release
        ledger.retract(self.writer(create=False), release_id)
        return release_id


def _finished(store: Store) -> Store:
    """Give a store that has just been opened; close one whose graph is being filled."""
    try:
        check_finished(store)
    except BaseException:
        store.close()
        raise
    return store


def open(  # noqa: A001
    where: str | Path | None = None, *, database: str | None = None, timeout: float | None = None
) -> Graph:
    """Open a graph: a folder, or a Neo4j by its address.

    Args:
        where: Where it is; None means ``COMMUNIQUE_GRAPH``, else ``./communique.db``.
        database: The database on that Neo4j.
        timeout: How long a question may take, in seconds.

    Returns:
        The graph, a context manager; it connects when first asked.
    """
    return Graph(where, database=database, timeout=timeout)


__all__: Sequence[str] = ("Graph", "ImportReport", "LoadReport", "open", "read", "releases")
