"""The graph written for others, and taken back, for whatever has a database."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from more_itertools import chunked

from communique.errors import DataError, ParameterError
from communique.graph import deciding, ledger
from communique.graph.conformance import check_batch
from communique.graph.model import EdgeType, Label
from communique.graph.rows import Batch, Edge, Node
from communique.graph.selection import Selection, select
from communique.graph.store import Store, all_edges, all_nodes
from communique.graph.store.decisions import all_decisions
from communique.loaders.address import normalise_url
from communique.ontology.files import whole_file
from communique.queries.days import whole_day
from communique.writing import unwritten

if TYPE_CHECKING:
    from communique.ontology.dataset import Imprint

Watch = Callable[[Iterator[Batch], str], Iterable[Batch]]
"""Sees batches go by and hands them on, with a word for what is being done."""

_AT_ONCE = 100
"""Releases of one transaction; settling many at once takes a third of the time."""


@dataclass
class ImportReport:
    """What became of the releases of a file of RDF."""

    releases: int = 0
    added: int = 0
    unchanged: int = 0
    replaced: int = 0
    decisions: int = 0
    left_out: int = 0

    def counts(self) -> dict[str, int]:
        """Give the counts, as the command line prints them."""
        return asdict(self)


class Exchanging(ABC):
    """Export and import of a graph."""

    @property
    @abstractmethod
    def reader(self) -> Store:
        """The database, opened for reading."""

    @abstractmethod
    def writer(self, *, create: bool) -> Store:
        """The database, opened for writing."""

    def nodes(self) -> Iterator[Node]:
        """Walk all nodes, label by label, sorted by id."""
        for label in Label:
            yield from all_nodes(self.reader, label)

    def edges(self) -> Iterator[Edge]:
        """Walk all edges, type by type, sorted by id."""
        for edge in EdgeType:
            yield from all_edges(self.reader, edge)

    def export(
        self,
        out: str | Path,
        form: str = "nquads",
        *,
        releases: Iterable[str] = (),
        since: str | None = None,
        texts: bool = True,
    ) -> None:
        """Write the graph into a file or folder, whole or not at all.

        Args:
            out: The file; for csv and parquet a folder that is not there yet, or is empty.
            form: A format of RDF (nquads, trig, ntriples, turtle, jsonld, rdfxml), or graphml,
                gexf, json, csv, parquet; equal graphs give equal bytes.
            releases: Addresses or ids of releases: these alone, and what follows from them.
            since: Only releases of this day or later.
            texts: Whether RDF has the releases' whole texts; quotes always come.

        Raises:
            MissingFile: If it can't be written.
            NoRoom: If there is no room for it.
            ParameterError: If there is no such format, or the folder is not empty.
            UnknownId: If the graph has no such release.
        """
        from communique.exports.formats import FOLDERS

        try:
            if form in FOLDERS:
                self._write_folder(Path(out), form, releases, since)
            else:
                with whole_file(Path(out)) as stream:
                    self.write(stream, form, releases=releases, since=since, texts=texts)
        except OSError as error:
            raise unwritten(out, error) from error

    def export_dataset(
        self,
        folder: str | Path,
        imprint: "Imprint | None" = None,
        *,
        releases: Iterable[str] = (),
        since: str | None = None,
        texts: bool = False,
    ) -> None:
        """Write the graph as a dataset to cite: data, metadata, a README and checksums.

        Args:
            folder: The folder, not there yet or empty; written whole or not at all.
            imprint: What it is called and under which licence it stands.
            releases: As for `export`.
            since: As for `export`.
            texts: Whether the releases' whole texts are in it, which have their own copyright.

        Raises:
            MissingFile: If it can't be written.
            NoRoom: If there is no room for it.
            ParameterError: If the folder is not empty.
            UnknownId: If the graph has no such release.
        """
        from communique.ontology.dataset import Imprint, write_dataset

        write = partial(self.write, releases=tuple(releases), since=since, texts=texts)
        try:
            write_dataset(Path(folder), write, imprint or Imprint())
        except OSError as error:
            raise unwritten(folder, error) from error

    def write(
        self,
        stream: TextIO,
        form: str = "nquads",
        *,
        releases: Iterable[str] = (),
        since: str | None = None,
        texts: bool = True,
    ) -> None:
        """Write the graph to an open text stream; arguments as for `export`."""
        from communique.exports.formats import FILES, FOLDERS
        from communique.ontology.export import export

        if form in FOLDERS:
            message = f"{form} is a folder of files, and no stream."
            raise ParameterError(message, "Name the folder: --out DIR.")
        part = self._part(releases, since)
        if form in FILES:
            FILES[form](part.nodes(), part.edges(), stream)
            return
        decisions = all_decisions(self.reader)
        if isinstance(part, Selection):
            decisions = deciding.about(decisions, part.releases)
        export(part.nodes(), part.edges(), form, stream, decisions=decisions, texts=texts)

    def import_rdf(
        self, path: str | Path, form: str | None = None, *, watch: Watch = lambda items, _: items
    ) -> ImportReport:
        """Build again what a file of RDF says, in a new graph or beside what is there.

        All of it is read and checked before anything is written; then releases are written some
        at a time, each whole, as `load` would: among texts of one address the latest wins. What
        is derived in the file is left aside, and derived again.

        Args:
            path: The file.
            form: Its format; None where its ending tells.
            watch: Sees the releases go by.

        Returns:
            What became of them.

        Raises:
            MissingFile: If there is no such file.
            DataError: If it is no RDF, says nothing of ours, or says what can't be.
            Contradiction: If its decisions can't hold with those made before.
        """
        from communique.ontology.importing import contents_of

        report = ImportReport()
        with contents_of(Path(path), form) as contents:
            for batch in watch(contents.batches(), "checking"):
                _refuse(batch, path)
                report.releases += 1
            report.left_out = contents.left_out
            store = self.writer(create=True)
            report.decisions = deciding.decide(store, contents.decisions, ahead=True)
            for batches in chunked(watch(contents.batches(), "loading"), _AT_ONCE):
                for outcome in ledger.load_several(store, batches):
                    setattr(report, outcome, getattr(report, outcome) + 1)
        return report

    def _part(self, releases: Iterable[str], since: str | None) -> "Exchanging | Selection":
        ids = [normalise_url(release) or release for release in releases]
        day = None if since is None else whole_day("since", since)
        return select(self.reader, ids, day) if ids or day else self

    def _write_folder(
        self, out: Path, form: str, releases: Iterable[str], since: str | None
    ) -> None:
        from communique.exports.bulk import Kept, write_bulk
        from communique.exports.formats import FOLDERS
        from communique.graph.store.registry import all_entries

        part = self._part(releases, since)
        if form == "csv" and part is self:
            kept = Kept(all_entries(self.reader), all_decisions(self.reader))
            write_bulk(part.nodes(), part.edges(), out, kept)
        else:
            FOLDERS[form](part.nodes(), part.edges(), out)


def _refuse(batch: Batch, path: str | Path) -> None:
    for violation in check_batch(batch):
        message = f"{path}: {violation.where}: {violation.message}"
        raise DataError(message, "`communique validate FILE` lists all that is wrong.")
