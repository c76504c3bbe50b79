"""The file: markup, and in it style, data and script, of which nothing is loaded from anywhere."""

import base64
import hashlib
import html
import json
from functools import cache
from importlib.resources import files
from pathlib import Path

from communique import __version__
from communique.explorer.sending.joining import join

LIMIT = 2_000_000
"""A page has fewer bytes."""

_STATIC = Path(str(files("communique.explorer") / "static"))
_PAGE = """\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="communique {version}">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
<main id="main" tabindex="-1"><h1>{title}</h1></main>
<noscript>This page is made by JavaScript, which is turned off.</noscript>
<script type="application/json" id="told">{told}</script>
<script>{script}</script>
</body>
</html>
"""


def write_page(told: str) -> str:
    """Make the file.

    Args:
        told: What it tells, as JSON that can stand in markup.

    Returns:
        The text of the file.
    """
    style, script = _parts()
    name = json.loads(told)["subject"]["name"]
    title = html.escape("".join(char if char.isprintable() else "\ufffd" for char in name))
    policy = (
        f"default-src 'none'; script-src {_hash(script)}; style-src {_hash(style)}; "
        "base-uri 'none'; form-action 'none'; "
        "require-trusted-types-for 'script'; trusted-types 'none'"
    )
    return _PAGE.format(
        policy=policy, version=__version__, title=title, style=style, told=told, script=script
    )


@cache
def _parts() -> tuple[str, str]:
    """Read style and script, each as it stands between its tags."""
    style = f"\n{(_STATIC / 'sent' / 'sent.css').read_text('utf-8')}"
    return style, f"\n{join(_STATIC, 'sent/sent.js')}"


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"
