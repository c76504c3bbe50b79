"""Modules of the page put into one script, so that a file needs no server to load them from.

It knows the imports and exports that the page's modules use, names in braces and declarations,
and refuses others: a script that lacks something is found when it is made, not when it is read.
"""

import re
from pathlib import Path, PurePosixPath

from communique.errors import CommuniqueError

_IMPORT = re.compile(r'^import \{([^}]*)\} from "([^"]+)";$', re.MULTILINE)
_EXPORT = re.compile(r"^export ((?:async )?function\*?|class|const) (\w+)", re.MULTILINE)
_LEFT = re.compile(r"^\s*(import|export)\b.*$", re.MULTILINE)


def join(folder: Path, first: str) -> str:
    """Put a module and all that it imports into one script.

    Args:
        folder: Where the modules are.
        first: The path of the module in it.

    Returns:
        The script: each module in a function of its own, those first that others need.

    Raises:
        CommuniqueError: If a module imports or exports in another way, or in a circle.
    """
    done: dict[str, str] = {}
    _add(folder, first, done, ())
    return "\n".join(['"use strict";', "const modules = {};", *done.values(), ""])


def _add(folder: Path, name: str, done: dict[str, str], above: tuple[str, ...]) -> None:
    """Add a module after those it needs."""
    if name in above:
        message = f"{' imports '.join((*above, name))}: a circle can't be joined."
        raise CommuniqueError(message)
    text = (folder / name).read_text("utf-8")
    for needed in _IMPORT.findall(text):
        path = _resolve(name, needed[1])
        if path not in done:
            _add(folder, path, done, (*above, name))
    done[name] = _wrap(name, text)


def _wrap(name: str, text: str) -> str:
    exported = [found for _, found in _EXPORT.findall(text)]
    body = _IMPORT.sub(lambda found: _taken(name, found), text)
    body = _EXPORT.sub(r"\1 \2", body)
    if left := _LEFT.search(body):
        message = f"{name} can't be joined: {left.group().strip()}"
        raise CommuniqueError(message)
    return f'modules["{name}"] = (() => {{\n{body}\nreturn {{ {", ".join(exported)} }};\n}})();'


def _taken(name: str, found: re.Match[str]) -> str:
    names = [one.strip() for one in found[1].split(",") if one.strip()]
    if any(not one.isidentifier() for one in names):
        message = f"{name} can't be joined: {found.group()}"
        raise CommuniqueError(message)
    return f'const {{ {", ".join(names)} }} = modules["{_resolve(name, found[2])}"];'


def _resolve(name: str, path: str) -> str:
    """Find the path of a module from that of the one that imports it."""
    parts: list[str] = []
    for part in (*PurePosixPath(name).parent.parts, *PurePosixPath(path).parts):
        if part == "..":
            parts.pop()
        elif part != ".":
            parts.append(part)
    return "/".join(parts)
