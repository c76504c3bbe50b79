"""Names into addresses that may be asked, and connections to exactly those."""

import socket
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

import httpcore

from communique.errors import FetchError, TryLater
from communique.loaders.fetching.deadline import Deadline, TimedStream

_TRANSLATED = IPv6Network("64:ff9b::/96")


def resolve_host(host: str, port: int) -> Sequence[str]:
    """Ask the machine for the addresses of a host.

    Args:
        host: A name, or an address in any form.
        port: The port to be asked.

    Returns:
        Its IPv4 and IPv6 addresses, in the order to be tried.

    Raises:
        OSError: If there are none.
    """
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(place[0]) for *_, place in found))


@dataclass(frozen=True)
class Network:
    """How names become addresses, and addresses connections.

    Attributes:
        resolve: Gives the addresses of a host and port.
        backend: Connects to an address.
    """

    resolve: Callable[[str, int], Sequence[str]] = resolve_host
    backend: httpcore.NetworkBackend = field(default_factory=httpcore.SyncBackend)


def is_public(address: str) -> bool:
    """Tell whether an address belongs to the public internet.

    An IPv6 address that stands for an IPv4 one is public when that one is.

    Args:
        address: An IPv4 or IPv6 address.

    Returns:
        False for loopback, private, link-local, shared, reserved, multicast and documentation.
    """
    ip = ip_address(address.partition("%")[0])
    if isinstance(ip, IPv6Address) and (within := _translated(ip)):
        ip = within
    local = isinstance(ip, IPv6Address) and ip.is_site_local
    return ip.is_global and not (ip.is_multicast or ip.is_reserved or ip.is_unspecified or local)


def _translated(ip: IPv6Address) -> IPv4Address | None:
    if ip in _TRANSLATED:
        return IPv4Address(int(ip) & 0xFFFFFFFF)
    return ip.ipv4_mapped or ip.sixtofour


class GuardedBackend(httpcore.NetworkBackend):
    """Resolves a host once, checks what comes, and connects to the very addresses it checked.

    Args:
        network: How to resolve and connect.
        private: Whether addresses that are not public may be asked.
        deadline: When the request must be over.
    """

    def __init__(self, network: Network, *, private: bool, deadline: Deadline) -> None:
        self._network = network
        self._private = private
        self._deadline = deadline

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        """Connect to the first address of a host that answers.

        Args:
            host: The host.
            port: The port.
            timeout: Seconds to wait for each address.
            local_address: Passed on.
            socket_options: Passed on.

        Returns:
            The connection.

        Raises:
            FetchError: If the host has no address, or one that may not be asked.
            httpcore.ConnectError: If none answers.
            httpcore.ConnectTimeout: If none answers in time.
        """
        failure: Exception | None = None
        for address in self._find(host, port):
            try:
                with self._deadline.step(timeout) as left:
                    stream = self._network.backend.connect_tcp(
                        address, port, left, local_address, socket_options
                    )
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
            else:
                return TimedStream(stream, self._deadline)
        raise failure or httpcore.ConnectError(host)

    def _find(self, host: str, port: int) -> Sequence[str]:
        addresses = _resolve(self._network, host, port)
        if not self._private and not all(is_public(address) for address in addresses):
            message = f"The host {host} is no public one, so it was not asked."
            raise FetchError(message, "Allow private addresses if you trust what leads there.")
        return addresses


def _resolve(network: Network, host: str, port: int) -> Sequence[str]:
    try:
        return network.resolve(host, port)
    except socket.gaierror as error:
        kind = TryLater if error.errno == socket.EAI_AGAIN else FetchError
        message = f"The name {host} leads to no address."
        raise kind(message, "Check the name and the connection to the internet.") from error
    except (OSError, UnicodeError) as error:
        message = f"The name {host} can't be looked up."
        raise FetchError(message, "Check the name.") from error
