"""The benchmark runs; what it measures is the machine's."""

import gzip
import importlib.util
import json
import re
import subprocess
import sys
from itertools import islice
from pathlib import Path
from types import ModuleType

import pytest
from click.testing import CliRunner

ROOT = Path(__file__).parent.parent
GOOD = "title: Talks\ndate: 2031-03-04\n\nThe Mayor of Oslo, Mr Ben Cole, met with Ms Ada Oduya.\n"


pytestmark = pytest.mark.skipif(
    not (ROOT / "benchmarks").is_dir(), reason="benchmarks are not in the archive"
)


def load(name: str) -> ModuleType:
    """Load a benchmark as a module."""
    spec = importlib.util.spec_from_file_location(name, ROOT / "benchmarks" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_benchmark_tells_speed_parts_and_lengths(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a release of our own, cut off at small lengths."""
    module = load("reading")
    (tmp_path / "a.txt").write_text(GOOD)
    monkeypatch.setattr(module, "SOURCES", {"own": "a.txt"})
    monkeypatch.setattr(module, "LENGTHS", (10, 50))
    result = CliRunner().invoke(module.main, [str(tmp_path)])
    assert result.exit_code == 0, result.output
    for told in ("own", "times the peer", "people.find_people", "the rest", "per 1,000"):
        assert told in result.output


def test_invented_people_are_told_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    """A small run: precision and recall are what they shall be, and better than the peer's."""
    monkeypatch.syspath_prepend(str(ROOT))
    command = [sys.executable, "-m", "benchmarks.identities", "3000"]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603
    assert ran.returncode == 0, ran.stderr
    assert "growth" in ran.stdout
    row = load("identities").measure(3000)
    assert row["precision"] >= 0.97
    assert row["recall"] >= 0.9
    assert row["recall"] > row["peer recall"]


def test_inventing_people_is_a_function_of_the_seed(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same people, and the same is told of them."""
    monkeypatch.syspath_prepend(str(ROOT))
    from benchmarks import people

    one, other = people.people(50, 7), people.people(50, 7)
    assert one == other
    assert one != people.people(50, 8)
    told = [list(islice(people.mentions(one, 100, 7), 100)) for _ in range(2)]
    assert told[0] == told[1]


def test_pairs_are_counted_by_clusters(monkeypatch: pytest.MonkeyPatch) -> None:
    """Three of six pairs put together are right, and three of six right ones are found."""
    monkeypatch.syspath_prepend(str(ROOT))
    module = load("identities")
    truth = {
        "a": module.Counter({1: 2}),
        "b": module.Counter({1: 1, 2: 1}),
        "c": module.Counter({1: 1}),
    }
    found = module.score([("a", "b"), ("c",)], truth)
    assert found.precision == 3 / 6
    assert found.recall == 3 / 6


def test_the_benchmark_of_rdf_compares_with_its_peers() -> None:
    """A process of its own for the memory; every format, rdflib and pyoxigraph beside."""
    command = [sys.executable, "-m", "benchmarks.rdf", "8000", "8000"]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603
    assert ran.returncode == 0, ran.stderr
    for words in ("sorted N-Quads", "sorted trig", "rdflib serialize", "pyoxigraph", "database"):
        assert words in ran.stdout


def test_a_varied_archive_tells_of_more_people_in_the_same_offices(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first four copies are of the real people; those after are of others, two years later."""
    monkeypatch.syspath_prepend(str(ROOT))
    (tmp_path / "corpus").mkdir()
    told = {
        "url": "https://gov.test/a/",
        "title": "Mr Cole in 2031",
        "text": GOOD + "COLE: Hello.\n",
    }
    with gzip.open(tmp_path / "corpus/us-state-2021-2022.jsonl.gz", "wt") as file:
        file.write(json.dumps(told))
    outs = [tmp_path / "one.jsonl.gz", tmp_path / "other.jsonl.gz"]
    for out in outs:
        command = [sys.executable, "-m", "benchmarks.archive", str(tmp_path), "--releases", "6"]
        ran = subprocess.run(  # noqa: S603
            [*command, "--out", str(out), "--check"],
            cwd=ROOT, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert ran.returncode == 0, ran.stderr
        assert "1.000 in the real ones, 1.000 in the last" in ran.stdout
    one, other = (
        list(map(json.loads, gzip.decompress(out.read_bytes()).splitlines())) for out in outs
    )
    assert one == other
    assert len({record["url"] for record in one}) == 6
    assert [record["date"] for record in one[2:5]] == ["2031-03-06", "2031-03-07", "2033-03-04"]
    assert one[0]["text"] == one[3]["text"]
    assert one[4]["text"] == one[5]["text"]
    text, surname = one[4]["text"], one[4]["title"].split()[1]
    assert one[4]["title"] == f"Mr {surname} in 2033"
    assert "The Mayor of Oslo, Mr " in text
    assert f" {surname}, met with Ms " in text
    assert f"{surname.upper()}: Hello." in text
    assert not {"Cole", "COLE", "Oduya", "2031"} & set(re.findall(r"\w+", text))


def test_the_page_of_performance_says_what_makes_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The one that is there, and one that is made."""
    monkeypatch.syspath_prepend(str(ROOT))
    module = load("performance")
    module.put(tmp_path / "made.md", {})
    for page in (tmp_path / "made.md", ROOT / "docs" / "performance.md"):
        assert page.read_text("utf-8").startswith("<!-- Generated by `make performance`")


def test_a_section_of_performance_stays_until_it_is_measured_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Rows come from a file; sections have an order of their own."""
    monkeypatch.syspath_prepend(str(ROOT))
    module = load("performance")
    page, rows = tmp_path / "made.md", tmp_path / "rows.jsonl"
    for title, told in (("Growth", 2000), ("Reading", 7), ("Growth", 20_000)):
        rows.write_text(f'{{"releases": {told}, "seconds": 1.5}}\n')
        result = CliRunner().invoke(module.main, [str(page), "--rows", title, str(rows)])
        assert result.exit_code == 0, result.output
    text = page.read_text("utf-8")
    assert text.count("## Growth\n") == 1
    assert text.index("## Reading") < text.index("| 7 | 1.50 |") < text.index("| 20,000 | 1.50 |")
    assert "2,000 |" not in text
