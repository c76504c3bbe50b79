"""Addresses that are not asked."""

import socket
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import httpcore
import pytest

from communique.errors import FetchError, TryLater
from communique.loaders.fetching import Fetcher
from communique.loaders.fetching.resolution import Network, is_public

Make = Callable[..., Fetcher]
PUBLIC = "8.8.4.4"

NOT_PUBLIC = [
    "127.0.0.1",
    "127.8.9.10",
    "0.0.0.0",  # noqa: S104
    "10.0.0.1",
    "172.16.0.1",
    "192.168.1.1",
    "100.64.0.1",
    "169.254.169.254",
    "192.0.2.1",
    "224.0.0.1",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::ffff:127.0.0.1",
    "::ffff:169.254.169.254",
    "::7f00:1",
    "64:ff9b::7f00:1",
    "2002:7f00:1::",
    "fc00::1",
    "fe80::1",
    "fe80::1%eth0",
    "fec0::1",
    "ff02::1",
    "2001:db8::1",
]


@pytest.mark.parametrize("address", NOT_PUBLIC)
def test_what_is_not_public_is_known(address: str) -> None:
    """Also an IPv6 address that stands for an IPv4 one."""
    assert not is_public(address)


@pytest.mark.parametrize(
    "address", [PUBLIC, "2001:4860:4860::8844", "::ffff:8.8.4.4", "64:ff9b::808:404"]
)
def test_what_is_public_is_known(address: str) -> None:
    """Of both kinds."""
    assert is_public(address)


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1",
        "localhost",
        "2130706433",
        "0x7f000001",
        "0x7f.1",
        "0177.0.0.1",
        "127.1",
        "0",
        "0.0.0.0",  # noqa: S104
        "[::1]",
        "[::]",
        "[::ffff:127.0.0.1]",
        "[::ffff:7f00:1]",
        "[64:ff9b::7f00:1]",
        "169.254.169.254",
        "10.1.2.3",
        "１２７.0.0.1",
    ],
)
def test_this_machine_and_its_neighbours_are_not_asked(web: Any, fetcher: Make, host: str) -> None:
    """In whatever form the address is written."""
    web.page("/a", "secret")
    with pytest.raises(FetchError, match=r"no public one, so it was not asked|no address"):
        fetcher(private=False).fetch(web.url("/a", host))
    assert web.asked() == []


class Detour(httpcore.NetworkBackend):
    """The internet of the tests: every address leads to one port of this machine."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.asked: list[str] = []

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        """Note the address and connect."""
        self.asked.append(host)
        if host == "8.8.8.8":
            raise httpcore.ConnectError
        return httpcore.SyncBackend().connect_tcp("127.0.0.1", self.port, timeout)


def internet(web: Any, **names: Sequence[str] | Exception) -> tuple[Network, Detour, list[str]]:
    """Make an internet of hosts, one for each name; the list is of the names asked for."""
    asked: list[str] = []

    def resolve(host: str, port: int) -> Sequence[str]:
        asked.append(host)
        found = names[host.partition(".")[0]] if not host[0].isdigit() else [host]
        if isinstance(found, Exception):
            raise found
        return found

    detour = Detour(web.port)
    return Network(resolve, detour), detour, asked


def test_a_public_host_is_asked_at_the_address_that_was_checked(web: Any, fetcher: Make) -> None:
    """Its name is looked up once: it can't become another address after the check."""
    network, detour, looked_up = internet(web, news=[PUBLIC])
    web.page("/a", "a")
    page = fetcher(private=False, network=network).fetch("http://news.example/a")
    assert (page.url, page.body) == ("http://news.example/a", b"a")
    assert detour.asked == [PUBLIC]
    assert looked_up == ["news.example"]
    assert web.asked("/a")[0].headers["Host"] == "news.example"


def test_the_next_address_is_asked_when_one_does_not_answer(web: Any, fetcher: Make) -> None:
    """A host may have several."""
    network, detour, _ = internet(web, news=["8.8.8.8", PUBLIC])
    web.page("/a", "a")
    assert fetcher(private=False, network=network).fetch("http://news.example/a").body == b"a"
    assert detour.asked == ["8.8.8.8", PUBLIC]


@pytest.mark.parametrize("addresses", [["10.0.0.1"], [PUBLIC, "127.0.0.1"], ["::ffff:10.0.0.1"]])
def test_a_name_that_leads_to_a_private_address_is_not_asked(
    web: Any, fetcher: Make, addresses: list[str]
) -> None:
    """Not even at the public one of its addresses."""
    network, detour, _ = internet(web, news=addresses)
    with pytest.raises(FetchError, match=r"The host news\.example is no public one"):
        fetcher(private=False, network=network).fetch("http://news.example/a")
    assert detour.asked == []


def test_a_name_that_becomes_a_private_address_later_is_not_asked(
    web: Any, fetcher: Make, answer: Any
) -> None:
    """Each connection is checked anew."""
    changing = [PUBLIC]
    network, detour, _ = internet(web, news=changing)
    web.answers("/a", answer(body=b"a", headers={"Connection": "close"}))
    reader = fetcher(private=False, network=network)
    reader.fetch("http://news.example/a")
    changing[:] = ["127.0.0.1"]
    with pytest.raises(FetchError, match="no public one"):
        reader.fetch("http://news.example/a")
    assert detour.asked == [PUBLIC]


@pytest.mark.parametrize(
    "target", ["http://169.254.169.254/latest/", "http://inner.example/a", "http://[::1]/"]
)
def test_a_redirect_from_a_public_to_a_private_address_is_not_followed(
    web: Any, fetcher: Make, target: str
) -> None:
    """Wherever it leads."""
    network, detour, _ = internet(web, news=[PUBLIC], inner=["192.168.0.1"])
    network = Network(lambda host, port: ["::1"] if ":" in host else network_of(host, port), detour)

    def network_of(host: str, port: int) -> Sequence[str]:
        return {"news.example": [PUBLIC], "inner.example": ["192.168.0.1"]}.get(host, [host])

    web.leads("/a", target)
    with pytest.raises(FetchError, match="no public one"):
        fetcher(private=False, network=network).fetch("http://news.example/a")
    assert detour.asked == [PUBLIC]


def test_a_name_that_nobody_has_is_an_error(web: Any, fetcher: Make) -> None:
    """Told at once; when nobody can tell just now, later."""
    gone = socket.gaierror(socket.EAI_NONAME, "unknown")
    network, _, _ = internet(web, news=gone)
    with pytest.raises(FetchError, match=r"news\.example leads to no address"):
        fetcher(network=network).fetch("http://news.example/a")
    network, _, asked = internet(web, news=socket.gaierror(socket.EAI_AGAIN, "later"))
    with pytest.raises(TryLater, match="asked 5 times"):
        fetcher(network=network).fetch("http://news.example/a")
    assert len(asked) == 5


@pytest.mark.parametrize("host", ["a" * 64 + ".example", "a..example", "-", "xn--a"])
def test_a_name_that_no_host_can_have_is_an_error(fetcher: Make, host: str) -> None:
    """Not a traceback."""
    with pytest.raises(FetchError):
        fetcher(retries=0).fetch(f"http://{host}/a")


@pytest.mark.parametrize(
    "address",
    [
        "",
        "news.example/a",
        "/a",
        "file:///etc/passwd",
        "ftp://news.example/a",
        "http:///a",
        "http://[",
        "http://a:b/",
        "https://",
        "http://news.example/\x00",
    ],
)
def test_what_is_no_http_address_is_an_error(fetcher: Make, address: str) -> None:
    """Nothing is read from anywhere else."""
    with pytest.raises(FetchError, match="is no address that a page can be asked from"):
        fetcher().fetch(address)


@pytest.mark.parametrize(
    "address",
    [
        "http://me:secret@news.example/a",
        "http://secret@news.example/a?token=secret#secret",
        "http://me:secret@news.example:b/a?secret",
        "ftp://me:secret@news.example/a",
    ],
)
def test_an_address_with_a_password_is_refused_and_the_password_not_shown(
    fetcher: Make, address: str
) -> None:
    """Not in the message, and not in what it came from."""
    with pytest.raises(FetchError) as told:
        fetcher().fetch(address)
    assert "secret" not in str(told.value)
    assert told.value.__suppress_context__ or told.value.__context__ is None


def test_a_query_is_not_shown(web: Any, fetcher: Make) -> None:
    """It may hold a key."""
    with pytest.raises(FetchError, match="answers 404") as told:
        fetcher().fetch(web.url("/a?key=secret"))
    assert "secret" not in str(told.value)
    assert [asked.path for asked in web.asked()] == ["/a?key=secret"]
