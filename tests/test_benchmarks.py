"""The benchmark runs; what it measures is the machine's."""

import importlib.util
from pathlib import Path

import pytest
from click.testing import CliRunner

ROOT = Path(__file__).parent.parent
GOOD = "title: Talks\ndate: 2031-03-04\n\nThe Mayor of Oslo, Mr Ben Cole, met with Ms Ada Oduya.\n"


@pytest.mark.skipif(not (ROOT / "benchmarks").is_dir(), reason="benchmarks are not in the archive")
def test_the_benchmark_tells_speed_parts_and_lengths(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a release of our own, cut off at small lengths."""
    spec = importlib.util.spec_from_file_location("bench", ROOT / "benchmarks" / "reading.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    (tmp_path / "a.txt").write_text(GOOD)
    monkeypatch.setattr(module, "SOURCES", {"own": "a.txt"})
    monkeypatch.setattr(module, "LENGTHS", (10, 50))
    result = CliRunner().invoke(module.main, [str(tmp_path)])
    assert result.exit_code == 0, result.output
    for told in ("own", "times the peer", "people.find_people", "the rest", "per 1,000"):
        assert told in result.output
