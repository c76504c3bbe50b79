"""Addresses of releases."""

import re
from urllib.parse import quote, urlsplit, urlunsplit

_ILLEGAL = re.compile(r"[\x00-\x20<>\"{}|\\^`\x7f-\x9f\ud800-\udfff]")
_PORTS = {"http": 80, "https": 443}


def normalise_url(address: str) -> str | None:
    """Bring an absolute http(s) address to the one form that names its release.

    Scheme and host in lower case, no default port, no fragment, no user name; what may not stand in
    an IRI is percent-encoded, and the rest of path and query stays as it is.

    Args:
        address: Anything that a header, a record or an option gave as address.

    Returns:
        The address, or None when it is not an absolute http(s) URL.
    """
    try:
        parts = urlsplit(address.strip())
        host, port = parts.hostname, parts.port
    except ValueError:
        return None
    if parts.scheme.lower() not in _PORTS or not host or _ILLEGAL.search(host):
        return None
    scheme = parts.scheme.lower()
    host = f"[{host}]" if ":" in host else host
    place = host if port in (None, _PORTS[scheme]) else f"{host}:{port}"
    path, query = (_ILLEGAL.sub(_encode, part) for part in (parts.path or "/", parts.query))
    # White space before a fragment or an empty query stands at the end now.
    return urlunsplit((scheme, place, path, query, "")).rstrip()


def _encode(found: re.Match[str]) -> str:
    return quote(found[0], safe="", errors="replace")
