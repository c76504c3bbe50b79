"""The interface against its own description, as schemathesis tries it."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import communique
from communique import examples
from communique.pipeline import Graph

TOKEN = "a-token-of-the-tests"  # noqa: S105 - of no other use
SOME = (
    "^/(about|thing|names|network|map|calendar|land|release|doubts|decisions.*|questions"
    "|questions/(who-met-whom|timeline|connection|evidence))$"
)
"""All but most of the questions, which are made alike."""
CONFIG = """\
[checks]
# What the words of an address can't tell: a name, an id, a day that there is none of.
positive_data_acceptance.expected-statuses = [200, 400, 401, 403, 404, 409]
"""


def try_all(url: str, folder: Path, *options: str, token: str | None = None) -> None:
    """Let schemathesis ask for all that is described, well and badly."""
    config = folder / "schemathesis.toml"
    config.write_text(CONFIG)
    known = ["--header", f"Authorization: Bearer {token}"] if token else []
    command = [sys.executable, "-m", "schemathesis.cli", "--config-file", str(config), "run"]
    command += [f"{url}/api/openapi.json", "--checks", "all", "--phases", "coverage,fuzzing"]
    command += [
        "--no-color",
        "--warnings",
        "off",
        "--suppress-health-check",
        "all",
        *known,
        *options,
    ]
    done = subprocess.run(command, capture_output=True, text=True, cwd=folder, check=False)  # noqa: S603
    assert done.returncode == 0, _short(done.stdout + done.stderr)


def _short(told: str) -> str:
    """Cut what is told: a failure brings addresses of thousands of letters."""
    return "\n".join(line[:300] for line in told.splitlines())[-20_000:]


def test_what_reads_keeps_to_its_description(
    serve: Any, examples_graph: Graph, tmp_path: Path
) -> None:
    """Statuses, media, schemas; what is wrong is refused, and what is right is not."""
    with serve.served(examples_graph) as url:
        try_all(url, tmp_path, "--include-path-regex", SOME, "--max-examples", "10",
                "--generation-deterministic")  # fmt: skip


def test_what_decides_keeps_to_its_description(serve: Any, tmp_path: Path) -> None:
    """With the token, without it and with another."""
    with communique.open(tmp_path / "graph.db") as graph:
        graph.load(examples.paths())
        with serve.served(graph, token=TOKEN) as url:
            try_all(url, tmp_path, "--include-path-regex", "^/decisions", "--max-examples", "25",
                    "--generation-deterministic", token=TOKEN)  # fmt: skip


@pytest.mark.long
@pytest.mark.parametrize("token", [None, TOKEN])
def test_all_of_it_keeps_to_its_description(serve: Any, tmp_path: Path, token: str | None) -> None:
    """Every question too, each time with other values."""
    with communique.open(tmp_path / "graph.db") as graph:
        graph.load(examples.paths())
        with serve.served(graph, token=token) as url:
            try_all(url, tmp_path, "--max-examples", "100", token=token)
