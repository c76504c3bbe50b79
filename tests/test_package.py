"""The package as it is built and laid out."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
FOLDERS = ("graph", "loaders", "ontology", "queries")
DATA = (
    "communique/ontology/communique.ttl",
    "communique/queries/library/meetings/who-met-whom.cypher",
    "communique/queries/library/meetings/who-met-whom.csv",
    "communique/py.typed",
)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    """The wheel, built as a user of `pip install .` would get it."""
    out = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(out), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True)  # noqa: S603
    return zipfile.ZipFile(next(out.glob("*.whl")))


def test_the_wheel_holds_every_module_and_all_data(wheel: zipfile.ZipFile) -> None:
    """Built by way of the sdist, nothing of the source tree is missing."""
    source = ROOT / "src"
    files = {
        str(path.relative_to(source))
        for path in (source / "communique").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert files <= set(wheel.namelist())
    assert set(DATA) <= set(wheel.namelist())


def test_the_wheel_holds_nothing_at_the_top_but_the_package(wheel: zipfile.ZipFile) -> None:
    """`graph` and `queries` are too common to install as they are."""
    tops = {name.partition("/")[0] for name in wheel.namelist()}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"communique"}


@pytest.mark.parametrize("folder", FOLDERS)
def test_the_links_at_the_top_reach_the_folders(folder: str) -> None:
    """Whoever looks for `queries/` at the top of the repository finds it."""
    link = ROOT / folder
    if not link.is_symlink():
        assert link.read_text() == f"src/communique/{folder}"  # a checkout without links
        return
    assert link.resolve() == (ROOT / "src" / "communique" / folder).resolve()


def test_importing_the_package_imports_nothing_heavy() -> None:
    """`import communique` is light; the pipeline comes with its first use."""
    code = "import sys, communique; print({'neo4j', 'rdflib', 'lxml'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603
    assert done.stdout == "set()\n"
