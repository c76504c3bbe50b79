"""The folder of a dataset, written whole or not at all."""

import gzip
import hashlib
import io
from collections.abc import Callable, Iterator
from importlib.resources import files
from pathlib import Path
from typing import TextIO

from communique.exports.folders import whole_folder
from communique.ontology.dataset.catalogue import turtle
from communique.ontology.dataset.census import Census, take_census
from communique.ontology.dataset.imprint import Imprint
from communique.ontology.dataset.page import readme
from communique.ontology.dataset.search import jsonld
from communique.ontology.dataset.summary import DATA, Summary
from communique.ontology.terms import NAMESPACE
from communique.writing import unwritten

VOCABULARY = ("communique.ttl", "concepts.ttl", "context.jsonld", "shapes.ttl")
"""Files of the package that explain the data, as far as there are such."""

_CHUNK = 1 << 20


def write_dataset(
    directory: Path, write_data: Callable[[TextIO], None], imprint: Imprint | None = None
) -> Census:
    """Write a graph as a dataset: the data, the vocabulary, metadata, a README and checksums.

    Equal graphs with equal imprints give equal bytes, whenever they are written.

    Args:
        directory: Where to; nothing is there yet, or an empty folder.
        write_data: Writes the graph into a stream, as sorted canonical N-Quads; whole texts among
            them or not.
        imprint: What those who publish it tell of it.

    Returns:
        What there is in it.

    Raises:
        ParameterError: If something is there.
        MissingFile: If it can't be written.
        NoRoom: If there is no room for it.
    """
    try:
        with whole_folder(directory) as folder:
            _write_data(folder / DATA, write_data)
            with gzip.open(folder / DATA, "rt", encoding="utf-8", newline="\n") as lines:
                census = take_census(lines)
            _write_around(folder, imprint or Imprint(), census)
    except OSError as error:
        raise unwritten(directory, error) from error
    return census


def _write_data(path: Path, write_data: Callable[[TextIO], None]) -> None:
    """Compress without name or time, which would tell two equal files apart."""
    with (
        path.open("wb") as raw,
        gzip.GzipFile("", "wb", 6, raw, mtime=0) as packed,
        io.TextIOWrapper(packed, "utf-8", newline="\n") as stream,
    ):
        write_data(stream)


def _write_around(folder: Path, imprint: Imprint, census: Census) -> None:
    size, sha256 = (folder / DATA).stat().st_size, _sha256(folder / DATA)
    summary = Summary(imprint, census, size, sha256, _ontology_version())
    for name, text in (
        ("README.md", readme(summary)),
        ("dataset.jsonld", jsonld(summary)),
        ("dataset.ttl", turtle(summary)),
        *_vocabulary(),
    ):
        (folder / name).write_text(text, "utf-8", newline="\n")
    sums = [f"{_sha256(path)}  {path.name}\n" for path in sorted(folder.iterdir())]
    (folder / "SHA256SUMS").write_text("".join(sums), "utf-8", newline="\n")


def _vocabulary() -> Iterator[tuple[str, str]]:
    for name in VOCABULARY:
        source = files("communique.ontology") / name
        if source.is_file():
            yield name, source.read_text("utf-8")


def _ontology_version() -> str:
    from rdflib import OWL, URIRef

    from communique.ontology.vocabulary import vocabulary

    return str(vocabulary().value(URIRef(NAMESPACE.removesuffix("#")), OWL.versionIRI))


def _sha256(path: Path) -> str:
    made = hashlib.sha256()
    with path.open("rb") as stream:
        while chunk := stream.read(_CHUNK):
            made.update(chunk)
    return made.hexdigest()
