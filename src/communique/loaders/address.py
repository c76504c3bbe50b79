"""Addresses of releases."""

from urllib.parse import urlsplit, urlunsplit

_PORTS = {"http": 80, "https": 443}


def normalise_url(address: str) -> str | None:
    """Bring an absolute http(s) address to the one form that names its release.

    Scheme and host in lower case, no default port, no fragment, no user name; the path and the
    query stay as they are.

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
    if parts.scheme.lower() not in _PORTS or not host or any(c.isspace() for c in address.strip()):
        return None
    scheme = parts.scheme.lower()
    host = f"[{host}]" if ":" in host else host
    place = host if port in (None, _PORTS[scheme]) else f"{host}:{port}"
    return urlunsplit((scheme, place, parts.path or "/", parts.query, ""))
