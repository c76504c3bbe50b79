"""Text from elsewhere, made safe to show on a terminal."""

import unicodedata

_UNSEEN = frozenset(("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"))
"""Controls, marks that turn or hide text, lone surrogates, what no font has, odd line ends."""


def visible(text: str) -> str:
    r"""Write out what a terminal would act on rather than show, and make white space single.

    Args:
        text: Any text; a line of it that turns colours on or moves the cursor does so no more.

    Returns:
        One line; an escape character stands in it as ``\x1b``.
    """
    return "".join(map(_shown, " ".join(text.split())))


def _shown(char: str) -> str:
    if unicodedata.category(char) not in _UNSEEN:
        return char
    return char.encode("unicode_escape", "surrogatepass").decode("ascii")
