"""The folder of a dataset."""

import gzip
import hashlib
import io
import os
import shutil
import subprocess
from pathlib import Path
from types import ModuleType
from typing import Any, TextIO

import pytest
from rdflib import Dataset

import communique
from communique import examples
from communique.errors import MissingFile, ParameterError
from communique.ontology.dataset import Imprint, write_dataset
from communique.ontology.dataset.folder import VOCABULARY


def test_it_holds_the_graph_as_it_was_written(dataset: Path, write_sample: Any) -> None:
    """Byte for byte, once unpacked; and rdflib reads it."""
    out = io.StringIO()
    write_sample(out)
    assert gzip.decompress((dataset / "data.nq.gz").read_bytes()).decode() == out.getvalue()
    data = Dataset(default_union=True).parse(data=out.getvalue(), format="nquads")
    assert len(out.getvalue().splitlines()) >= len(data) > 600


def test_it_holds_all_that_explains_the_graph(dataset: Path) -> None:
    """The vocabulary as the package has it, metadata, a README and checksums."""
    names = {path.name for path in dataset.iterdir()}
    own = {"README.md", "SHA256SUMS", "data.nq.gz", "dataset.jsonld", "dataset.ttl"}
    assert {"communique.ttl", "concepts.ttl", "context.jsonld"} <= names - own <= {*VOCABULARY}
    assert own <= names


def test_the_checksums_are_those_of_all_other_files(dataset: Path) -> None:
    """As sha256sum writes them, and checks them where there is one."""
    lines = (dataset / "SHA256SUMS").read_text("utf-8").splitlines()
    told = {line[66:]: line[:64] for line in lines}
    files = [path for path in dataset.iterdir() if path.name != "SHA256SUMS"]
    assert told == {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in files}
    if command := shutil.which("sha256sum"):
        subprocess.run([command, "--check", "--strict", "SHA256SUMS"], cwd=dataset, check=True)  # noqa: S603


def test_equal_graphs_give_equal_bytes(
    tmp_path: Path, dataset: Path, write_sample: Any, imprint: Imprint
) -> None:
    """In whichever folder, whenever they are written."""
    other = tmp_path / "another name"
    write_dataset(other, write_sample, imprint)
    os.utime(other / "data.nq.gz", (0, 0))
    for path in dataset.iterdir():
        assert (other / path.name).read_bytes() == path.read_bytes()
    assert len(list(other.iterdir())) == len(list(dataset.iterdir()))


def test_what_is_there_is_never_written_over(dataset: Path, write_sample: Any) -> None:
    """Neither a dataset nor a file; and nothing is asked of the graph."""
    before = {path.name: path.read_bytes() for path in dataset.iterdir()}
    for taken in (dataset, dataset / "README.md"):
        with pytest.raises(ParameterError, match="nothing is written over it"):
            write_dataset(taken, write_sample)
    assert {path.name: path.read_bytes() for path in dataset.iterdir()} == before


def test_a_dataset_is_there_whole_or_not_at_all(tmp_path: Path) -> None:
    """What fails leaves nothing, beside it neither."""

    def fail(out: TextIO) -> None:
        out.write("<a> <b> <c> <d> .\n")
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        write_dataset(tmp_path / "set", fail)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_made_is_told_in_a_sentence(tmp_path: Path) -> None:
    """With the path."""
    with pytest.raises(MissingFile, match="can't be written"):
        write_dataset(tmp_path / "no" / "set", lambda _: None)


def test_an_empty_folder_is_taken(tmp_path: Path, write_sample: Any) -> None:
    """Somebody made it for this."""
    (tmp_path / "set").mkdir()
    assert write_dataset(tmp_path / "set", write_sample).statements > 600
    assert (tmp_path / "set" / "README.md").is_file()


def test_an_empty_graph_is_a_dataset(tmp_path: Path) -> None:
    """With nothing in it, and no period."""
    census = write_dataset(tmp_path / "set", lambda _: None)
    assert (census.statements, census.first, dict(census.classes)) == (0, None, {})
    assert "dct:temporal" not in (tmp_path / "set" / "dataset.ttl").read_text("utf-8")


@pytest.mark.parametrize(
    "wrong",
    [{"license": "CC BY"}, {"license": "https://x.example/> ."}, {"url": "javascript:alert(1)"},
     {"issued": "yesterday"}, {"issued": "2034-02-30"}, {"issued": "2034"}],
)  # fmt: skip
def test_an_imprint_that_cannot_be_is_refused(wrong: dict[str, str]) -> None:
    """With what it should be."""
    with pytest.raises(ParameterError) as raised:
        Imprint(**wrong)
    assert raised.value.hint


def test_the_sample_is_counted(sample: ModuleType, tmp_path: Path, write_sample: Any) -> None:
    """As the quads tell, one by one."""
    census = write_dataset(tmp_path / "set", write_sample)
    assert census.statements == len({*sample.quads()})
    told = {"Release": 2, "Person": 3, "Place": 5, "City": 1, "Tenure": 2, "Decision": 2}
    assert {name: census.classes[name] for name in told} == told
    assert (census.meetings, census.texts) == (2, 2)
    assert (census.classes["Attendance"], census.classes["Withheld"]) == (5, 1)
    assert (census.first, census.last) == ("2031-03-04", "2031-03-04")
    assert dict(census.issuers) == {"City of Oslo": 1, "Ministry of Trade of Solvik": 1}


def test_the_page_on_datasets_says_what_is_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its code is run on a graph of the examples, and its table names every file."""
    page = (Path(__file__).parents[3] / "docs" / "dataset.md").read_text("utf-8")
    monkeypatch.chdir(tmp_path)
    with communique.open("demo.db") as graph:
        graph.load(examples.folder())
    exec(page.partition("```python\n")[2].partition("```")[0], {})  # noqa: S102
    made = {path.name for path in (tmp_path / "met").iterdir()}
    assert all(f"`{name}`" in page for name in made)
    assert "| people | `cq:Person` | 10 |" in (tmp_path / "met" / "README.md").read_text("utf-8")
