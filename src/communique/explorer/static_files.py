"""The page's own files: what is in the package by name, and nothing else."""

from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from communique.explorer.answer import respond

FOLDER = files("communique.explorer") / "static"
INDEX = "index.html"
_MEDIA = {
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".md": "text/plain; charset=utf-8",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
}
"""By ending: what a machine says of endings can be wrong, and a script must be one."""


async def answer_index(request: Request) -> Response:
    """Answer with the page."""
    return await _answer(request, INDEX)


async def answer_file(request: Request) -> Response:
    """Answer with a file of the page."""
    return await _answer(request, request.path_params["path"])


async def _answer(request: Request, name: str) -> Response:
    found = page_files().get(name)
    if found is None:
        raise HTTPException(404)
    media = _MEDIA.get(f".{name.rpartition('.')[2]}", "application/octet-stream")
    return respond(request, await run_in_threadpool(found.read_bytes), media)


@cache
def page_files() -> Mapping[str, Traversable]:
    """List the files of the page by their paths below its folder."""
    return dict(_walk(FOLDER, ""))


def _walk(folder: Traversable, before: str) -> Iterator[tuple[str, Traversable]]:
    for entry in folder.iterdir():
        if entry.is_dir():
            yield from _walk(entry, f"{before}{entry.name}/")
        else:
            yield f"{before}{entry.name}", entry
