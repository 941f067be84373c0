"""One page asked for, through redirects, within time and size."""

import http.client
import ssl
import zlib
from http import HTTPStatus
from time import monotonic
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from tui import __version__
from tui.articles.fetching.connection import Connection
from tui.articles.fetching.hosts import endpoints
from tui.articles.fetching.page import NotFetched, Page
from tui.articles.formats.document import LARGEST

SECONDS = 20.0
"""How long a page may take, redirects included."""

REDIRECTS = 5

AGENT = "summit-tui"
"""What robots.txt calls us."""

_HEADERS = {
    "User-Agent": f"{AGENT}/{__version__} (reads single pages that its user asks for)",
    "Accept": "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,application/pdf,*/*;q=0.5",
    "Accept-Encoding": "gzip",
    "Connection": "close",
}
_PORTS = {"http": 80, "https": 443}
_SAFE = "/%:=&?~+!$,;'@()*[]"
_PART = 65_536
_REASONS = {
    ssl.SSLError: "no secure connection can be made",
    http.client.RemoteDisconnected: "the connection broke off",
    http.client.IncompleteRead: "the connection broke off",
    http.client.InvalidURL: "no web address",
    http.client.HTTPException: "the answer is no HTTP",
    ValueError: "no web address",
}


def fetch(address: str, *, private: bool, largest: int = LARGEST) -> Page:
    """What the address gives.

    Every redirect is checked as the address itself is.

    Raises:
        NotFetched: No page, and why.
    """
    until = monotonic() + SECONDS
    for _ in range(REDIRECTS + 1):
        parts = split_address(address)
        try:
            answer = _ask(parts, until, private=private, largest=largest)
        except (OSError, http.client.HTTPException, ValueError) as error:
            raise NotFetched(_reason(error, late=monotonic() >= until)) from None
        if isinstance(answer, Page):
            return answer
        address = urljoin(address, answer)
    raise NotFetched(f"redirected more than {REDIRECTS} times")


def split_address(address: str) -> SplitResult:
    """The parts of an address that can be fetched.

    Raises:
        NotFetched: It is none.
    """
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        raise NotFetched("no web address") from None
    if parts.scheme.lower() not in _PORTS:
        raise NotFetched(f"leads to {parts.scheme}:, and only http and https are fetched")
    if not parts.hostname or port == 0:
        raise NotFetched("no web address")
    if parts.username is not None:
        raise NotFetched("an address with a name and password in it is not fetched")
    return parts


def _ask(parts: SplitResult, until: float, *, private: bool, largest: int) -> Page | str:
    """The page, or the address that this one redirects to."""
    host = _host(parts)
    port = parts.port or _PORTS[parts.scheme.lower()]
    where = endpoints(host, port, private=private, seconds=until - monotonic())
    context = ssl.create_default_context() if parts.scheme.lower() == "https" else None
    connection = Connection(host, port, where, until, context)
    try:
        target = quote(parts.path or "/", safe=_SAFE) + (f"?{quote(parts.query, safe=_SAFE)}" if parts.query else "")
        connection.request("GET", target, headers=_HEADERS)
        response = connection.getresponse()
        if response.status in (301, 302, 303, 307, 308) and (location := response.getheader("Location")):
            return location.encode("latin-1").decode("utf-8", "replace")
        if response.status != HTTPStatus.OK:
            raise NotFetched(_status(response.status), response.status)
        content = _content(response, largest)
        if monotonic() >= until:
            raise TimeoutError
    finally:
        connection.end()
    about = response.headers
    address = parts._replace(fragment="").geturl()
    return Page(content, about.get_content_type() if "content-type" in about else "", _charset(response), address)


def _host(parts: SplitResult) -> str:
    host = parts.hostname or ""
    if host.isascii():
        return host
    try:
        return host.encode("idna").decode("ascii")
    except UnicodeError:
        raise NotFetched("no such host") from None


def _charset(response: http.client.HTTPResponse) -> str:
    return str(response.headers.get_content_charset() or "")


def _content(response: http.client.HTTPResponse, largest: int) -> bytes:
    """The body, unpacked no further than it may be large."""
    coding = (response.getheader("Content-Encoding") or "identity").strip().lower()
    if coding not in ("identity", "gzip", "x-gzip"):
        raise NotFetched(f"packed in a way that was not asked for ({ascii(coding)[1:-1][:20]})")
    unpack = None if coding == "identity" else zlib.decompressobj(16 + zlib.MAX_WBITS)
    content = bytearray()
    while part := response.read(_PART):
        try:
            content += part if unpack is None else unpack.decompress(part, largest + 1 - len(content))
        except zlib.error:
            raise NotFetched("its gzip is damaged") from None
        if len(content) > largest:
            raise NotFetched(f"too large (more than {largest // 1_000_000 or 1} MB)")
    if response.length:
        raise http.client.IncompleteRead(b"")
    return bytes(content)


def _status(status: int) -> str:
    try:
        return f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        return f"answered {status}"


def _reason(error: Exception, *, late: bool) -> str:
    """What went wrong, in words that nobody else has chosen."""
    if late or isinstance(error, TimeoutError):
        return f"timed out after {SECONDS:g} s"
    if isinstance(error, ssl.SSLCertVerificationError):
        return f"its certificate is not trusted ({error.verify_message})"
    if isinstance(error, OSError) and not isinstance(error, (ssl.SSLError, http.client.RemoteDisconnected)):
        return (error.strerror or "cannot be reached").lower()
    return next(reason for kind, reason in _REASONS.items() if isinstance(error, kind))
