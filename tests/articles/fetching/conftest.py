"""A web server on this machine, with and without TLS."""

import gzip
import ssl
import subprocess
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

PAGE = b"""<html lang="en"><head><title>Swing bridge stuck open</title></head><body><article>
<h1>Swing bridge stuck open</h1>
<p>The swing bridge at Marsh End has been stuck open since Thursday, and forty families drive round by the dam.</p>
</article></body></html>"""
FEED = """<rss version='2.0'><channel><item><guid isPermaLink='false'>1</guid><title>Swing bridge stuck</title>
<link>{0}/page</link><description>Only the first line.</description></item><item><guid isPermaLink='false'>2</guid>
<title>Kept away</title><link>{0}/closed/page</link><description>Nothing for programs.</description></item>
</channel></rss>"""
HTML = {"Content-Type": "text/html; charset=utf-8"}


class Site(BaseHTTPRequestHandler):
    """Pages by path; what a test adds to `pages` is served too. `asked` is what was asked for, and by whom."""

    protocol_version = "HTTP/1.1"

    def do_GET(self):
        self.server.asked.append((self.path, self.headers.get("User-Agent", "")))
        if self.path == "/drip":
            self._drip()
            return
        status, headers, content = self.server.pages.get(self.path, (404, {}, b"gone"))
        self.send_response(status, "An \x1b[31mown reason")
        for name, value in {"Content-Length": str(len(content)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)
        self.close_connection = True

    def _drip(self):
        """An answer whose every byte comes in time and whose last never does."""
        self.send_response(200)
        self.end_headers()
        self.close_connection = True
        try:
            while not self.server.over.wait(0.05):
                self.wfile.write(b".")
        except OSError:
            return

    def log_message(self, *_):
        pass


def _served(context=None):
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    server.handle_error = lambda *_: None
    scheme = "https" if context else "http"
    if context:
        server.socket = context.wrap_socket(server.socket, server_side=True)
    server.address = f"{scheme}://localhost:{server.server_port}"
    server.over = threading.Event()
    server.asked = []
    server.pages = {
        "/page": (200, HTML, PAGE),
        "/moved": (302, {"Location": "page"}, b""),
        "/loop": (301, {"Location": "/loop"}, b""),
        "/inwards": (307, {"Location": "http://10.0.0.1/"}, b""),
        "/metadata": (307, {"Location": "http://[::ffff:169.254.169.254]/latest"}, b""),
        "/file": (302, {"Location": "file:///etc/passwd"}, b""),
        "/packed": (200, {**HTML, "Content-Encoding": "gzip"}, gzip.compress(PAGE)),
        "/bomb": (200, {**HTML, "Content-Encoding": "gzip"}, gzip.compress(b" " * 5_000_000)),
        "/brotli": (200, {**HTML, "Content-Encoding": "br\x1b[2J"}, b"x"),
        "/broken": (200, {**HTML, "Content-Encoding": "gzip"}, b"no gzip"),
        "/short": (200, {**HTML, "Content-Length": "5000"}, b"<p>Cut"),
        "/latin": (
            200,
            {"Content-Type": "text/html; charset=iso-8859-1"},
            "<p>Grüße aus Köln.</p>".encode("iso-8859-1"),
        ),
        "/robots.txt": (200, {"Content-Type": "text/plain"}, b"User-agent: *\nDisallow: /closed/\n"),
        "/feed": (200, {"Content-Type": "text/html"}, FEED.format(server.address).encode()),
    }
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    return server


def _end(server):
    server.over.set()
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def site():
    """A site without TLS."""
    server = _served()
    yield server
    _end(server)


@pytest.fixture(scope="module")
def secure_site(tmp_path_factory):
    """A site with TLS; `certificate` is the file of its own certificate."""
    folder = tmp_path_factory.mktemp("tls")
    certificate, key = folder / "certificate.pem", folder / "key.pem"
    names = "subjectAltName=DNS:localhost"
    command = "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=localhost"
    try:
        subprocess.run(
            [*command.split(), "-addext", names, "-keyout", key, "-out", certificate], check=True, capture_output=True
        )
    except FileNotFoundError:
        pytest.skip("openssl is missing")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    server = _served(context)
    server.certificate = certificate
    yield server
    _end(server)
