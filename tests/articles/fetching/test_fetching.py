"""Pages fetched from a server on this machine, and what is never fetched."""

import socket

import pytest

from tui.articles import Reach, Unreadable, find_sources, members_of, read
from tui.articles.fetching import fetched, forget, hosts, requests, robots
from tui.articles.fetching.page import NotFetched

from .conftest import PAGE


def reason(address, **options):
    with pytest.raises(NotFetched) as refused:
        requests.fetch(address, **{"private": True, **options})
    return str(refused.value)


def test_a_page_is_an_article_with_its_address(site):
    (source,) = find_sources([f"{site.address}/moved#top"], reach=Reach(private=True))
    (page,) = members_of(source)
    article = read(page)
    assert (article.title, article.format) == ("Swing bridge stuck open", "html")
    assert article.address == f"{site.address}/page"
    assert site.asked[-1][1].startswith("summit-tui/")


def test_a_page_is_fetched_once_until_it_is_forgotten(site):
    address = f"{site.address}/page"
    pages = [fetched(address, private=True) for _ in range(3)]
    before = len(site.asked)
    forget(address)
    assert fetched(address, private=True) == pages[0]
    assert len(site.asked) == before + 1


@pytest.mark.parametrize("path", ["/page", "/packed", "/moved"])
def test_what_arrives_is_the_page(site, path):
    assert requests.fetch(site.address + path, private=True).content == PAGE


def test_the_charset_that_the_server_names_is_heeded(site):
    assert read(find_sources([f"{site.address}/latin"], reach=Reach(private=True))[0]).text == "Grüße aus Köln."


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/absent", "404 Not Found"),
        ("/loop", "redirected more than 5 times"),
        ("/file", "leads to file:, and only http and https are fetched"),
        ("/brotli", "packed in a way that was not asked for (br\\x1b[2j)"),
        ("/broken", "its gzip is damaged"),
        ("/short", "the connection broke off"),
    ],
)
def test_an_address_that_gives_no_page_is_one_line(site, path, expected):
    assert reason(site.address + path) == expected


def test_nothing_larger_than_allowed_is_taken_or_unpacked(site):
    assert reason(f"{site.address}/page", largest=100) == "too large (more than 1 MB)"
    assert reason(f"{site.address}/bomb", largest=100_000) == "too large (more than 1 MB)"


def test_an_answer_that_drips_is_given_up_in_time(site, monkeypatch):
    monkeypatch.setattr(requests, "SECONDS", 0.3)
    assert reason(f"{site.address}/drip") == "timed out after 0.3 s"


def test_nobody_there_is_one_line():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        assert reason(f"http://127.0.0.1:{taken.getsockname()[1]}/") == "connection refused"


def test_a_name_that_no_server_knows_is_one_line(monkeypatch):
    def unknown(*_, **__):
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    assert reason("https://nowhere.example/") == "no such host"
    with pytest.raises(Unreadable, match=r"^https://nowhere\.example/a: no such host$"):
        read(find_sources(["https://nowhere.example/a"])[0])


@pytest.mark.parametrize(
    "address",
    [
        *("http://127.0.0.1/", "http://localhost:1/", "http://[::1]/", "http://0.0.0.0/", "http://10.1.2.3/"),
        *("http://172.16.0.1/", "http://192.168.1.1/", "http://169.254.169.254/", "http://100.64.0.1/"),
        *("http://[fe80::1]/", "http://[fd00:ec2::254]/", "http://[::ffff:127.0.0.1]/", "http://[64:ff9b::7f00:1]/"),
        *("http://[2002:7f00:1::]/", "http://2130706433/", "http://0x7f000001/", "http://224.0.0.1/", "http://127.1/"),
    ],
)
def test_private_addresses_are_not_asked(address):
    assert "reached only with --allow-private" in reason(address, private=False)


@pytest.mark.parametrize("path", ["/inwards", "/metadata"])
def test_a_redirect_to_a_private_address_is_not_followed(site, monkeypatch, path):
    monkeypatch.setattr(
        hosts, "is_public", lambda address, known=hosts.is_public: address == "127.0.0.1" or known(address)
    )
    address = site.address.replace("localhost", "127.0.0.1")
    assert "leads to a private address" in reason(address + path, private=False)


def test_what_was_checked_is_what_is_asked(site, monkeypatch):
    real, asked = socket.getaddrinfo, []

    def once(host, *more, **options):
        asked.append(host)
        return real("localhost" if len(asked) == 1 else "other.invalid", *more, **options)

    monkeypatch.setattr(socket, "getaddrinfo", once)
    assert requests.fetch(site.address.replace("localhost", "twofaced.example") + "/page", private=True).content == PAGE
    assert asked == ["twofaced.example"]


@pytest.mark.parametrize(
    "address", ["http://", "http:///a", "http://a b/", "http://a:99999/", "http://[::1/", "http://x:0/"]
)
def test_what_is_no_address_is_one_line(address):
    assert reason(address) in ("no web address", "no such host")
    with pytest.raises(NotFetched):
        robots.check_robots(address, private=False)


def test_a_password_is_not_sent():
    assert reason("http://me:secret@localhost/") == "an address with a name and password in it is not fetched"


def test_tls_is_verified(secure_site, monkeypatch):
    address = f"{secure_site.address}/page"
    assert reason(address) == "its certificate is not trusted (self-signed certificate)"
    monkeypatch.setenv("SSL_CERT_FILE", str(secure_site.certificate))
    assert requests.fetch(address, private=True).content == PAGE
    assert "is not valid for" in reason(address.replace("localhost", "127.0.0.1"))


def test_the_pages_of_a_feed_are_fetched_when_asked_as_far_as_robots_allow(site):
    robots._rules.cache_clear()
    (feed,) = find_sources([f"{site.address}/feed"], reach=Reach(private=True))
    short, _ = map(read, members_of(feed))
    assert (short.text, short.address) == ("Swing bridge stuck\n\nOnly the first line.", f"{site.address}/page")
    (feed,) = find_sources([f"{site.address}/feed"], reach=Reach(private=True, linked=True))
    open_, closed = members_of(feed)
    full = read(open_)
    assert "forty families drive round by the dam" in full.text
    assert full.title == "Swing bridge stuck open"
    with pytest.raises(Unreadable, match=r"the site's robots\.txt does not allow it"):
        read(closed)
    assert not [path for path, _ in site.asked if path.startswith("/closed")]


def test_without_robots_everything_is_allowed_and_with_a_broken_one_nothing(site, monkeypatch):
    robots._rules.cache_clear()
    monkeypatch.delitem(site.pages, "/robots.txt")
    robots.check_robots(f"{site.address}/closed/page", private=True)
    robots._rules.cache_clear()
    monkeypatch.setitem(site.pages, "/robots.txt", (503, {}, b""))
    with pytest.raises(NotFetched, match=r"robots\.txt cannot be read: 503 Service Unavailable"):
        robots.check_robots(f"{site.address}/page", private=True)
