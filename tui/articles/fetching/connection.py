"""A connection to an address that was checked, which ends when its time is over."""

import http.client
import socket
import ssl
from contextlib import suppress
from threading import Timer
from time import monotonic

from tui.articles.fetching.hosts import Endpoint


class Connection(http.client.HTTPConnection):
    """HTTP, with TLS where a context is given, to the first endpoint that answers; the name is not looked up again."""

    def __init__(
        self, host: str, port: int, endpoints: tuple[Endpoint, ...], until: float, context: ssl.SSLContext | None
    ) -> None:
        super().__init__(host, port)
        self.default_port = 443 if context else 80
        self._endpoints = endpoints
        self._until = until
        self._context = context
        self._end: Timer | None = None

    def connect(self) -> None:
        """Connect; when the time has come the connection is shut down, however slowly bytes drip."""
        self.sock = self._connected()
        self._shut_in_time()
        if self._context is not None:
            self.sock = self._context.wrap_socket(self.sock, server_hostname=self.host)
            self._shut_in_time()

    def end(self) -> None:
        """Close the connection, its answer read: the base class closes it as soon as an answer begins to come."""
        if self._end is not None:
            self._end.cancel()
        self.close()

    def _shut_in_time(self) -> None:
        if self._end is not None:
            self._end.cancel()
        self._end = Timer(max(0.0, self._until - monotonic()), _shut, (self.sock,))
        self._end.daemon = True
        self._end.start()

    def _connected(self) -> socket.socket:
        error: OSError = TimeoutError()
        for family, address in self._endpoints:
            one = socket.socket(family, socket.SOCK_STREAM)
            left = self._until - monotonic()
            try:
                if left <= 0:
                    raise TimeoutError
                one.settimeout(left)
                one.connect(address)
            except OSError as failure:
                one.close()
                error = failure
            else:
                return one
        raise error


def _shut(one: socket.socket) -> None:
    with suppress(OSError):
        socket.socket.shutdown(one, socket.SHUT_RDWR)
