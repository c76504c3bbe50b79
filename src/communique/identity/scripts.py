"""Names in Han characters and in Hangul: found in a text, divided, simplified."""

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from communique.identity.tables import affixes, rows

if TYPE_CHECKING:
    from opencc import OpenCC

HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f〇々]+")
HANGUL = re.compile(r"[\uac00-\ud7a3]+")


def take_out(text: str, script: re.Pattern[str]) -> tuple[str, str]:
    """Take the letters of a script out of a text.

    Args:
        text: A folded name, such as ``zhou mingyuan (周明远)``.
        script: `HAN` or `HANGUL`.

    Returns:
        Those letters without the honorifics that follow a name, and the text without them.
    """
    found = "".join(script.findall(text))
    return _bare(found), script.sub(" ", text) if found else text


def _bare(name: str) -> str:
    for title in affixes("han_honorifics"):
        if name.endswith(title) and len(name) - len(title) > 1:
            return name[: -len(title)]
    return name


@lru_cache(maxsize=65536)
def simplify(name: str) -> str:
    """Write a name in simplified characters, each by itself, so that one form stands for all."""
    return "".join(_converter("hk2s").convert(_converter("t2s").convert(char)) for char in name)


@cache
def _converter(config: str) -> "OpenCC":
    from opencc import OpenCC

    return OpenCC(config)


@cache
def _surnames() -> frozenset[str]:
    """Surnames in simplified characters, and those of two blocks in Hangul."""
    found = (row["han"] for row in rows("surnames.csv"))
    return frozenset((*found, *(r["hangul"] for r in rows("surnames.csv") if len(r["han"]) == 2)))


def divide(name: str) -> tuple[tuple[str, ...], str]:
    """Divide a name in simplified characters or in Hangul into surname and given name.

    Args:
        name: ``欧阳小玲``, ``林郑小玲``, ``周明``.

    Returns:
        The surname, or both of a married woman (``林``, ``郑``), and the given name.
    """
    if len(name) > 2 and name[:2] in _surnames():
        return (name[:2],), name[2:]
    if len(name) == 4 and set(name[:2]) <= _surnames():
        return tuple(name[:2]), name[2:]
    return (name[:1],), name[1:]
