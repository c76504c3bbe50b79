"""The package as it is built and laid out."""

import posixpath
import re
import subprocess
import sys
import zipfile
from pathlib import Path, PurePosixPath

import pytest

ROOT = Path(__file__).parent.parent
FOLDERS = ("graph", "loaders", "ontology", "queries")
DATA = (
    "communique/ontology/communique.ttl",
    "communique/queries/library/meetings/who-met-whom.cypher",
    "communique/queries/library/meetings/who-met-whom.csv",
    "communique/py.typed",
)
PAGE = "communique/explorer/static"


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


def test_the_wheel_holds_the_page_whole(wheel: zipfile.ZipFile) -> None:
    """Every file that the page asks for, and beside what others made its licence."""
    there = {name.removeprefix(f"{PAGE}/") for name in wheel.namelist() if name.startswith(PAGE)}
    index = wheel.read(f"{PAGE}/index.html").decode()
    asked = re.findall(r'(?:src|href)="/static/([^"]+)"', index)
    for module in sorted(
        name for name in there if name.endswith(".js") and "/vendor/" not in f"/{name}"
    ):
        text = wheel.read(f"{PAGE}/{module}").decode()
        found = re.findall(r"""(?:from|import)\s*\(?\s*"(\.{1,2}/[^"]+)\"""", text)
        asked += [posixpath.normpath(f"{posixpath.dirname(module)}/{one}") for one in found]
    assert len(asked) > 5
    assert {one.lstrip("/") for one in asked} <= there
    for script in (name for name in there if name.startswith("vendor/") and name.endswith(".js")):
        licence = f"vendor/{PurePosixPath(script).name.partition('.')[0]}.LICENSE.txt"
        assert "Permission is hereby granted" in wheel.read(f"{PAGE}/{licence}").decode(), script


def test_the_page_asks_nobody_else(wheel: zipfile.ZipFile) -> None:
    """No address of another server is in what is loaded, but as the name of a language or in a comment."""
    for name in wheel.namelist():
        if name.startswith(PAGE) and name.endswith((".html", ".css")):
            assert not re.search(r"https?://(?!www\.w3\.org/)", wheel.read(name).decode()), name


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
