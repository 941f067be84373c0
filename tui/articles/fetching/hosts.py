"""The network addresses that a host's name stands for, and which of them may be asked."""

import socket
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Any

from tui.articles.fetching.page import NotFetched

Endpoint = tuple[socket.AddressFamily, Any]
"""A family and the socket address in it."""

_TRANSLATED = IPv6Network("64:ff9b::/96")
_TRANSLATED_HERE = IPv6Network("64:ff9b:1::/48")


def endpoints(host: str, port: int, *, private: bool, seconds: float) -> tuple[Endpoint, ...]:
    """Where the host can be asked, in the system's order; looked up once, so that what is checked is what is asked.

    Raises:
        NotFetched: There is no such host, or it lies in a private network and `private` is not set.
        TimeoutError: The name servers did not answer in time.
    """
    found = _looked_up(host, port, seconds)
    allowed = tuple(one for one in found if private or is_public(one[1][0]))
    if not allowed:
        where = found[0][1][0] if found else "none"
        raise NotFetched(f"leads to a private address ({where}), reached only with --allow-private")
    return allowed


def is_public(address: str) -> bool:
    """Whether an IP address is one that the whole internet knows, in whatever other address it is wrapped."""
    ip = ip_address(address)
    return all(one.is_global and not one.is_multicast for one in (ip, *_wrapped(ip)))


def _wrapped(ip: IPv4Address | IPv6Address) -> tuple[IPv4Address | IPv6Address, ...]:
    """The IPv4 addresses that an IPv6 address stands for; of what a network translates for itself, no public one."""
    if isinstance(ip, IPv4Address):
        return ()
    if ip in _TRANSLATED_HERE:
        return (IPv4Address("127.0.0.1"),)
    inner = [ip.ipv4_mapped, ip.sixtofour, *(ip.teredo or ())]
    if ip in _TRANSLATED or int(ip) >> 32 == 0:
        inner.append(IPv4Address(int(ip) & 0xFFFFFFFF))
    return tuple(one for one in inner if one is not None)


def _looked_up(host: str, port: int, seconds: float) -> tuple[Endpoint, ...]:
    """What the name servers say, in a thread, since they cannot be hurried."""
    answers: SimpleQueue[tuple[Endpoint, ...] | Exception] = SimpleQueue()

    def look_up() -> None:
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            answers.put(tuple((family, address) for family, _, _, _, address in found))
        except (OSError, UnicodeError) as error:
            answers.put(error)

    Thread(target=look_up, daemon=True).start()
    try:
        answer = answers.get(timeout=seconds)
    except Empty:
        raise TimeoutError from None
    if isinstance(answer, Exception):
        raise NotFetched("no such host") from None
    return answer
