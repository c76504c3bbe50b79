"""Loaders side by side."""

import io
import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import communique

NAMES = ("Ada Oduya", "ADA ODUYA", "Ada Odúya", "Àda Oduya")


def write_archives(folder: Path) -> list[Path]:
    """Write three archives that name the same few people in several spellings, and share releases."""
    text = "The Minister for Trade, Ms {}, met with the Mayor of Oslo, Mr Ben Cole, today."
    records = [
        {"url": f"https://news.example/{n}", "title": "Talks", "date": f"2031-03-{n + 1:02}",
         "text": text.format(NAMES[n % 4])}
        for n in range(30)
    ]  # fmt: skip
    paths = [folder / f"{k}.jsonl" for k in range(3)]
    for k, path in enumerate(paths):
        chosen = records[k::3] + records[(k + 1) % 3 :: 6]
        path.write_text("\n".join(map(json.dumps, chosen)))
    return paths


def export(where: str) -> str:
    """Take the whole graph as text."""
    stream = io.StringIO()
    with communique.open(where) as graph:
        graph.write(stream)
    return stream.getvalue()


def profiles(where: str) -> list[dict[str, object]]:
    """Take what is kept of who is who."""
    with communique.open(where) as graph:
        rows = graph.cypher("MATCH (p:Profile) RETURN properties(p) AS told ORDER BY p.id")
        return [row["told"] for row in rows]


def load(where: str, path: Path) -> int:
    """Load one archive by a connection of its own; tell how many failed."""
    with communique.open(where) as graph:
        return graph.load(path).failed


def test_loaders_side_by_side_give_the_graph_of_one_after_the_other(
    where: str, tmp_path: Path
) -> None:
    """No name is lost to another writer, none is refused, nothing is there twice."""
    paths = write_archives(tmp_path)
    with communique.open(where) as keep, ThreadPoolExecutor() as pool:
        first = tmp_path / "first.txt"
        first.write_text("source: https://news.example/first\n\nFair\n\nIt opens on March 4.\n")
        keep.load(first)
        assert list(pool.map(load, [where] * 3, paths)) == [0, 0, 0]
    one = export(where)
    with communique.open(where) as graph:
        for path in paths:
            assert graph.load(path).added == 0
    again = str(tmp_path / "again.db")
    for path in (first, *paths):
        load(again, path)
    assert one == export(where) == export(again)
    assert profiles(where) == profiles(again)
    assert all(name in one for name in NAMES)
