"""Fonts for names in any script the system can draw, and names it can't made drawable."""

import logging
import unicodedata
from collections.abc import Container, Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

_FIRST = "DejaVu Sans"
_HAN = (
    "Noto Sans CJK SC", "Noto Sans CJK TC", "Noto Sans CJK HK", "Noto Sans CJK JP", "Noto Sans SC",
    "Source Han Sans SC", "Source Han Sans CN", "PingFang SC", "PingFang HK", "Hiragino Sans GB",
    "Microsoft YaHei", "Microsoft JhengHei", "WenQuanYi Zen Hei", "WenQuanYi Micro Hei", "SimHei",
    "SimSun", "Heiti TC", "STHeiti", "Arial Unicode MS", "Droid Sans Fallback",
)  # fmt: skip
"""The best first."""

_BOX = "\u25a1"


@cache
def families() -> tuple[str, ...]:
    """Name the fonts to draw with: one that comes with matplotlib, then one for Han if any is."""
    from matplotlib.font_manager import fontManager

    # The list is kept between runs, and a font may have gone meanwhile.
    installed = {font.name for font in fontManager.ttflist if Path(font.fname).is_file()}
    return (_FIRST, *[name for name in _HAN if name in installed][:1])


@cache
def drawable_characters() -> frozenset[int]:
    """Give the code points that those fonts have glyphs for."""
    from matplotlib.font_manager import FontProperties, findfont
    from matplotlib.ft2font import FT2Font

    with silence():
        paths = [findfont(FontProperties(family=[name])) for name in families()]
    return frozenset(char for path in paths for char in FT2Font(path).get_charmap())


@contextmanager
def silence() -> Iterator[None]:
    """Keep matplotlib from telling of each weight that a font for Han does not have."""
    log = logging.getLogger("matplotlib.font_manager")
    before = log.level
    log.setLevel(logging.ERROR)
    try:
        yield
    finally:
        log.setLevel(before)


def plain(text: str) -> str:
    """Put a text on one line, without what steers a printer or a terminal."""
    kept = (" " if unicodedata.category(c)[0] in "CZ" else c for c in text)
    return " ".join("".join(kept).split())


def drawable(
    name: str, others: Iterable[str] = (), characters: Container[int] | None = None
) -> str:
    """Give a name as it can be drawn.

    Args:
        name: The name.
        others: Further names of the same, to fall back on.
        characters: The code points that can be drawn; None for those of our fonts.

    Returns:
        The first that the fonts have all characters of; else the name with boxes for the rest.
    """
    known = drawable_characters() if characters is None else characters
    told = [plain(text) for text in (name, *others)]
    for text in told:
        if text and all(ord(c) in known for c in text):
            return text
    return "".join(c if ord(c) in known else _BOX for c in told[0]) or _BOX
