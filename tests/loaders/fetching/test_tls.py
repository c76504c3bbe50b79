"""Encrypted pages."""

import ssl
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import trustme

from communique.errors import FetchError
from communique.loaders.fetching import Fetcher
from communique.loaders.fetching.resolution import Network

Make = Callable[..., Fetcher]


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    """Who signs the certificate of the server."""
    return trustme.CA()


@pytest.fixture
def secure(authority: trustme.CA, running_web: Any) -> Iterator[Any]:
    """A web server whose certificate is for news.example."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("news.example").configure_cert(context)
    with running_web(context) as web:
        yield web


@pytest.fixture
def trusted(authority: trustme.CA, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The authority, trusted as a user would."""
    path = tmp_path / "authority.pem"
    authority.cert_pem.write_to_path(path)
    monkeypatch.setenv("SSL_CERT_FILE", str(path))


def here(host: str, port: int) -> list[str]:
    """Every host is this machine."""
    return ["127.0.0.1"]


@pytest.mark.usefixtures("trusted")
def test_the_certificate_is_held_against_the_name(secure: Any, fetcher: Make) -> None:
    """Though the connection is made to an address."""
    secure.page("/a", "a")
    reader = fetcher(network=Network(here))
    assert reader.fetch(secure.url("/a", "news.example")).body == b"a"
    with pytest.raises(FetchError, match=r"certificate of other\.example:\d+/a can't be trusted"):
        reader.fetch(secure.url("/a", "other.example"))
    assert len(secure.asked()) == 1


def test_a_certificate_of_nobody_known_is_not_trusted(secure: Any, fetcher: Make) -> None:
    """Nothing is sent."""
    with pytest.raises(FetchError, match="can't be trusted"):
        fetcher(network=Network(here)).fetch(secure.url("/a", "news.example"))
    assert secure.asked() == []


def test_a_server_without_encryption_is_told(web: Any, fetcher: Make) -> None:
    """It is asked by https and can't."""
    url = web.url("/a").replace("http:", "https:")
    with pytest.raises(FetchError, match="can't be reached by https"):
        fetcher().fetch(url)
