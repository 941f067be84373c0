"""Documents that are broken, or made to break who reads them: each gives its text or one clear line."""

import gzip
import io
import zipfile
import zlib
from pathlib import Path

import pytest
from pypdf import PdfWriter

from tui.articles import Unreadable, find_sources, members_of, read
from tui.articles.formats import apart, archives
from tui.articles.formats.document import Refused

MADE = Path(__file__).parent / "made"
ENTITIES = "".join(f'<!ENTITY l{at} "{f"&l{at - 1};" * 10}">' for at in range(1, 12))
LAUGHS = f'<!DOCTYPE lolz [<!ENTITY l0 "lol">{ENTITIES}]>'
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
DRAWN = b"BT /F1 12 Tf 50 700 Td (Twelve barges lay at the quay.) Tj ET"


def zipped(**files):
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name.replace("__", "/"), text)
    return content.getvalue()


def drawn(stream, kids=b"3 0 R"):
    """A PDF of one page with this stream of operators."""
    packed = zlib.compress(stream)
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[%s]/Count 1>>" % kids,
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(packed), packed),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    content, places = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, start=1):
        places.append(len(content))
        content += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % len(content)
    return content + b"xref\n0 6\n0000000000 65535 f \n" + table + end


def encrypted(password):
    writer, content = PdfWriter(), io.BytesIO()
    writer.append(io.BytesIO(drawn(DRAWN)))
    writer.encrypt(password, "owner")
    writer.write(content)
    return content.getvalue()


def answered(length, body):
    """A web archive with one page that says that it has this length."""
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"
    head = (
        b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://x.example/\r\nContent-Type: application/http\r\n"
    )
    return gzip.compress(b"%sContent-Length: %d\r\n\r\n%s%s" % (head, len(http) + length, http, body))


@pytest.fixture
def outcome(tmp_path):
    """What reading bytes under a name gives: the text, or the reason."""

    def read_all_of(name, content):
        (tmp_path / name).write_bytes(content)
        try:
            return read(members_of(find_sources([str(tmp_path / name)])[0])[0]).text
        except Unreadable as error:
            return error.reason

    return read_all_of


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        (
            "laughs.xml",
            f"{LAUGHS}<rss version='2.0'><channel><item><title>A &l11;</title></item></channel></rss>",
            "is empty",
        ),
        ("laughs.html", f"{LAUGHS}<html><body><p>Ha &l11;</p></body></html>", "]>\n\nHa &l11;"),
        ("nested.html", f"<body>{'<div>' * 10_000}Kept.{'</div>' * 10_000}", "Kept."),
        (
            "nested.eml",
            "".join(f"Content-Type: multipart/mixed; boundary=b{at}\n\n--b{at}\n" for at in range(200)),
            "a mail without text",
        ),
        ("empty.pdf", "", "is empty"),
        ("bare.html", "<html></html>", "a page without text"),
        ("words.pdf", "Only words in it.", "damaged, or no PDF"),
        ("page.pdf", "<html><body><p>A page under a false name.</p></body></html>", "A page under a false name."),
        (
            "controls.html",
            "<p>Red \x1b[31m and \x9b2J and &#27;[2J\u202e or\xad dinary.</p>",
            "Red [31m and 2J and [2J\u202e or dinary.",
        ),
    ],
    ids=lambda value: value[:40],
)
def test_text_made_to_break_its_reader(outcome, name, content, expected):
    assert outcome(name, content.encode()) == expected


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("laughs.docx", zipped(word__document=LAUGHS), "no Word document"),
        (
            "laughs.docx",
            zipped(**{"word/document.xml": f'{LAUGHS}<d xmlns="{WORD}">&l11;</d>'}),
            "its XML defines entities",
        ),
        ("no.docx", b"PK\x03\x04 and then nothing", "damaged, cannot be unpacked"),
        ("no.epub", zipped(mimetype="application/epub+zip"), "no EPUB"),
        ("bomb.pdf", drawn(DRAWN + b" " * 90_000_000), "too large when unpacked"),
        ("loop.pdf", drawn(DRAWN, kids=b"2 0 R"), "damaged, or no PDF"),
        ("scan.pdf", drawn(b"0 0 m 100 100 l S"), "no text in it, only pictures (a scan?)"),
        ("sealed.pdf", encrypted("secret"), "encrypted, cannot be read"),
        ("opened.pdf", encrypted(""), "Twelve barges lay at the quay."),
        ("bomb.warc.gz", answered(30_000_000, b" " * 30_000_000), "too large (more than 20 MB)"),
        ("cut.warc.gz", answered(500, b"<p>Torn off he")[:-12], "Torn o"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_bytes_made_to_break_their_reader(outcome, name, content, expected):
    assert outcome(name, content) == expected


@pytest.mark.parametrize("declared", ["utf-8", "iso-8859-1", "utf-16", "klingon", "base64"])
@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "utf-16"])
def test_a_page_that_declares_the_wrong_charset(outcome, declared, encoding):
    words = "Das Schloß öffnet im März, sagte die Fürstin, und alle Gäste müssen draußen warten."
    page = f"<html><head><meta charset={declared}></head><body><p>{words}</p></body></html>"
    assert outcome("page.html", page.encode(encoding)) == words


@pytest.mark.parametrize(
    ("stated", "language"), [("de-AT", "de"), ("pt_BR", "pt"), (" NL ", "nl"), ("English", "en"), ("", "en")]
)
def test_only_a_language_code_is_taken_for_one(tmp_path, stated, language):
    (tmp_path / "a.html").write_text(f"<html lang='{stated}'><body><p>Oslo Rotterdam Napoli.</p></body></html>")
    assert read(find_sources([str(tmp_path / "a.html")])[0]).language == language


def test_an_address_with_control_characters_is_left_out(tmp_path):
    link = "<link rel=canonical href='https://x.example/&#27;[2J'>"
    page = f"<html><head>{link}</head><body><p>Some words.</p></body></html>"
    (tmp_path / "a.html").write_text(page)
    assert read(find_sources([str(tmp_path / "a.html")])[0]).address is None


@pytest.mark.parametrize("share", [0.1, 0.5, 0.98])
@pytest.mark.parametrize("name", ["chromium.pdf", "pandoc.docx", "pandoc.epub", "page.html", "wget.warc.gz"])
def test_a_file_that_was_cut_off_gives_its_text_or_a_line(outcome, name, share):
    content = (MADE / name).read_bytes()
    assert outcome(name, content[: int(len(content) * share)])


def test_what_unpacks_to_too_much_is_refused_before_it_is_unpacked(monkeypatch):
    monkeypatch.setattr(archives, "UNPACKED", 1000)
    with pytest.raises(Refused, match="too large when unpacked"):
        archives.Archive(zipped(a="a" * 600, b="b" * 600))


def test_a_document_that_takes_too_long_is_given_up_and_the_next_is_read(outcome, monkeypatch):
    monkeypatch.setattr(apart, "SECONDS", 0.2)
    assert outcome("slow.html", b"<!--" * 100_000) == "takes more than 0.2 s to read"
    monkeypatch.undo()
    assert outcome("next.html", b"<p>The next one is read.</p>") == "The next one is read."


def test_a_document_that_takes_too_much_memory_is_given_up_and_the_next_is_read(outcome, monkeypatch):
    monkeypatch.setattr(apart, "_PARSER", apart._Parser())
    monkeypatch.setattr(apart, "MEMORY", 200_000_000)
    try:
        container = (
            '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfile full-path="b"/></container>'
        )
        listed = '<item id="1" href="p" media-type="text/html"/><itemref idref="1"/>'
        book = f'<package xmlns="http://www.idpf.org/2007/opf">{listed}</package>'
        parts = {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": container,
            "b": book,
            "p": b"a " * 40_000_000,
        }
        assert outcome("large.epub", zipped(**parts)) == "takes too much memory to read"
        assert outcome("mail.eml", b"Subject: Small\n\nA line.") == "Small\n\nA line."
    finally:
        apart._PARSER.end()


def test_an_answer_that_was_not_waited_for_is_nobody_elses(outcome, monkeypatch):
    def interrupted(_stream):
        raise KeyboardInterrupt

    monkeypatch.setattr(apart, "receive", interrupted)
    with pytest.raises(KeyboardInterrupt):
        outcome("one.eml", b"Subject: One\n\nThe first mail.")
    monkeypatch.undo()
    assert outcome("two.eml", b"Subject: Two\n\nThe second mail.") == "Two\n\nThe second mail."


def test_a_library_that_is_not_installed_is_named_with_its_extra(outcome, monkeypatch):
    monkeypatch.setitem(apart.MODULES, "pdf", "absent")
    assert outcome("a.pdf", drawn(DRAWN)).startswith("needs summit-tui[pdf] (")
