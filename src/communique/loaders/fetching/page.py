"""A page that was fetched."""

import re
from dataclasses import dataclass

_CHARSET = re.compile(r";\s*charset\s*=\s*[\"']?([\w.:+-]+)", re.ASCII | re.IGNORECASE)


@dataclass(frozen=True)
class Fetched:
    """One page, as the server sent it.

    Attributes:
        url: Where it was found, after redirects, without fragment.
        media_type: Its type in lower case, such as ``text/html``; empty when the server gave none.
        charset: The charset that the server declared, in lower case, or None.
        body: Its bytes, without the compression it travelled in.
        cached: Whether the bytes came from the cache: nobody was asked, or nothing had changed.
    """

    url: str
    media_type: str
    charset: str | None
    body: bytes
    cached: bool


def parse_type(header: str) -> tuple[str, str | None]:
    """Take a Content-Type apart.

    Args:
        header: Its value: ``text/html; charset=Big5``, or anything else a server says.

    Returns:
        The media type, or an empty text if it is none, and the charset, if one is declared.
    """
    kind = header.partition(";")[0].strip().lower()
    charset = _CHARSET.search(header)
    return (kind if kind.count("/") == 1 else ""), charset[1].lower() if charset else None
