"""The embedded engine: one folder, one owner, nothing on the terminal."""

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from communique.errors import Locked, NoGraph, OutOfMemory, ParameterError, StoreError
from communique.graph.store import connect

HOLD = """
import sys, time
from communique.graph.store import connect
store = connect(sys.argv[1], write=True, create=True)
store.transact(lambda tx: tx.run("MERGE (:Person {id: 'person:a'})", {}))
print("held", flush=True)
time.sleep(60)
"""


def run(code: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run Python in another process."""
    command = [sys.executable, "-c", code, str(folder)]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)  # noqa: S603


def test_reading_never_makes_a_graph(tmp_path: Path) -> None:
    """No folder, an empty folder, a folder of something else: each is told apart and left alone."""
    with pytest.raises(NoGraph, match="There is no graph"):
        connect(str(tmp_path / "none.db"))
    with pytest.raises(NoGraph, match="There is no graph"):
        connect(str(tmp_path))
    (tmp_path / "letter.txt").write_text("x")
    for write in (False, True):
        with pytest.raises(NoGraph, match="no graph of ours"):
            connect(str(tmp_path), write=write, create=write)
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_a_folder_that_a_load_left_before_it_had_a_graph(tmp_path: Path) -> None:
    """Killed just then: reading makes none, loading does."""
    folder = tmp_path / "blocks.db"
    folder.mkdir()
    (folder / "communique.json").write_text("{}")
    with pytest.raises(NoGraph, match="There is no graph"):
        connect(str(folder))
    assert [path.name for path in folder.iterdir()] == ["communique.json"]
    with connect(str(folder), write=True, create=True):
        pass
    with connect(str(folder)) as store:
        assert store.run("MATCH (n) RETURN count(n) AS n", {}).rows == [{"n": 0}]


def test_a_folder_that_the_engine_cannot_open(tmp_path: Path) -> None:
    """It may not write there, or the files are not its own; a name with a lock in it locks nothing."""
    folder = tmp_path / "locks.db"
    with connect(str(folder), write=True, create=True):
        pass
    shutil.rmtree(folder / "config")
    (folder / "config").write_text("")
    with pytest.raises(StoreError, match="can't write into") as caught:
        connect(str(folder))
    assert not isinstance(caught.value, Locked)


def test_a_folder_holds_one_graph(tmp_path: Path) -> None:
    """A database by its name is for a server."""
    with pytest.raises(ParameterError, match="holds one graph"):
        connect(str(tmp_path / "g.db"), write=True, create=True, database="other")
    assert list(tmp_path.iterdir()) == []


def test_two_stores_on_one_folder_share_the_engine(tmp_path: Path) -> None:
    """A reader beside the writer sees what is committed; the last one out stops the engine."""
    folder = str(tmp_path / "g.db")
    with connect(folder, write=True, create=True) as writer:
        with connect(folder) as reader:
            writer.transact(lambda tx: tx.run("MERGE (:Person {id: 'person:a'})", {}))
            assert reader.run("MATCH (n) RETURN n.id AS id", {}).rows == [{"id": "person:a"}]
        assert writer.run("MATCH (n) RETURN count(n) AS n", {}).rows == [{"n": 1}]
    assert not (tmp_path / "g.db" / "owner.pid").exists()
    with connect(folder) as again:
        assert again.run("MATCH (n) RETURN count(n) AS n", {}).rows == [{"n": 1}]


def test_a_transaction_that_fails_leaves_nothing(tmp_path: Path) -> None:
    """All of it or none."""
    with connect(str(tmp_path / "g.db"), write=True, create=True) as store:
        with pytest.raises(ZeroDivisionError):
            store.transact(lambda tx: (tx.run("MERGE (:Person {id: 'person:a'})", {}), 1 / 0))
        assert store.run("MATCH (n) RETURN count(n) AS n", {}).rows == [{"n": 0}]


def test_an_id_is_unique(tmp_path: Path) -> None:
    """The database itself guards it."""
    from communique.errors import CypherError

    with connect(str(tmp_path / "g.db"), write=True, create=True) as store:
        store.run("CREATE (:Person {id: 'person:a'})", {})
        with pytest.raises(CypherError):
            store.run("CREATE (:Person {id: 'person:a'})", {})


def test_a_second_process_is_told_who_owns_the_folder_and_a_killed_one_owns_nothing(
    tmp_path: Path,
) -> None:
    """Its number, and what to do; after kill -9 every acknowledged row is there."""
    folder = tmp_path / "g.db"
    command = [sys.executable, "-c", HOLD, str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as owner:  # noqa: S603
        assert owner.stdout is not None
        assert owner.stdout.readline() == "held\n"
        with pytest.raises(Locked, match=f"in use by process {owner.pid}"):
            connect(str(folder))
        os.kill(owner.pid, signal.SIGKILL)
    with connect(str(folder)) as store:
        assert store.run("MATCH (n) RETURN n.id AS id", {}).rows == [{"id": "person:a"}]


@pytest.mark.parametrize("end", ["", "1 / 0", "sys.exit(3)", "store.close()"])
def test_a_process_ends_cleanly_however_it_ends(tmp_path: Path, end: str) -> None:
    """Forgotten, failed, exited or closed: no crash, no hang, no word of the engine's own."""
    code = (
        "import sys; from communique.graph.store import connect\n"
        "store = connect(sys.argv[1], write=True, create=True)\n"
        f"store.run('MATCH (n) RETURN n', {{}})\n{end}\n"
    )
    done = run(code, tmp_path / "g.db")
    assert done.returncode == {"1 / 0": 1, "sys.exit(3)": 3}.get(end, 0)
    assert done.stdout == ""
    assert "WARNING" not in done.stderr
    assert "fatal" not in done.stderr
    assert done.stderr == "" or "ZeroDivisionError" in done.stderr


def test_nothing_of_the_password_is_kept_and_nothing_lies_beside_the_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Passwords live as long as the process; the engine writes into its folder alone."""
    monkeypatch.chdir(tmp_path)
    from communique.graph.store.embedded import start_engine

    with connect("g.db", write=True, create=True):
        engine = start_engine(tmp_path / "g.db", create=False)
        try:
            for path in (tmp_path / "g.db").rglob("*"):
                if path.is_file():
                    data = path.read_bytes()
                    assert not any(word.encode() in data for word in engine.passwords.values())
            assert engine.uri.startswith("bolt://127.0.0.1:")
        finally:
            engine.release()
    assert [path.name for path in tmp_path.iterdir()] == ["g.db"]


def test_a_statement_can_take_too_long(tmp_path: Path) -> None:
    """A time-out in seconds ends it; in a process of its own, since it holds for a whole process."""
    code = (
        "import sys; from communique.graph.store import connect\n"
        "slow = 'UNWIND range(1, 6000000) AS x UNWIND range(1, 9) AS y RETURN sum(x * y % 7)'\n"
        "with connect(sys.argv[1], write=True, create=True, timeout=0.5) as store:\n"
        "    store.run(slow, {})\n"
    )
    done = run(code, tmp_path / "g.db")
    assert "communique.errors.TimedOut" in done.stderr
    assert "longer than was allowed" in done.stderr


def test_a_statement_can_need_too_much_memory(tmp_path: Path) -> None:
    """The engine refuses it and goes on."""
    with connect(str(tmp_path / "g.db"), write=True, create=True) as store:
        with pytest.raises(OutOfMemory, match=r"more memory.*LIMIT"):
            store.run("UNWIND range(1, 12000000) AS x RETURN size(collect(x)) AS n", {})
        assert store.run("RETURN 1 AS one", {}).rows == [{"one": 1}]


def test_it_opens_in_time_for_a_question(tmp_path: Path) -> None:
    """Not a benchmark: a start that hangs would fail here."""
    with connect(str(tmp_path / "g.db"), write=True, create=True):
        pass
    start = time.monotonic()
    with connect(str(tmp_path / "g.db")) as store:
        store.run("RETURN 1 AS one", {})
    assert time.monotonic() - start < 30


def test_a_limit_ends_with_the_one_it_was_for(tmp_path: Path) -> None:
    """Whoever asks next, of the same folder or another, takes the time it takes."""
    code = (
        "import sys; from communique.graph.store import connect\n"
        "slow = 'UNWIND range(1, 2000000) AS x RETURN sum(x * x % 7)'\n"
        "for folder in (sys.argv[1], sys.argv[1] + '2'):\n"
        "    with connect(folder, write=True, create=True, timeout=0.05):\n"
        "        pass\n"
        "    with connect(folder, write=True, create=True) as store:\n"
        "        print(len(store.run(slow, {}).rows))\n"
    )
    done = run(code, tmp_path / "g.db")
    assert (done.stdout, done.stderr) == ("1\n1\n", "")
