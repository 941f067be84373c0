import hashlib
import io
import os
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.articles import Unreadable, bundled, read, witness
from tui.articles.decoding import NotText, decode
from tui.articles.formats.document import LARGEST
from tui.articles.origin import Source
from tui.articles.structure import structure
from tui.text.witness import Kind

ENGLISH = "Bridge “opens” at last\n\nThe bridge – long awaited – opened on Monday. It cost £3m.\n"
FRENCH = (
    "Le pont a rouvert lundi\n\nLe maire a déclaré hier que l’ouverture était « très attendue » malgré les réserves.\n"
)
RUSSIAN = "Мост открыт\n\nМэр заявил, что мост открыт для движения. Жители довольны результатом работ.\n"
JAPANESE = "橋が開通した\n\n市長は橋が月曜日に開通したと述べた。住民は喜んでいる。次の橋は来年に開く。\n"
POLISH = "Most został otwarty\n\nBurmistrz powiedział, że most jest gotowy, choć źródła są innego zdania.\n"


def reason(path):
    with pytest.raises(Unreadable) as caught:
        read(Source(path))
    assert str(caught.value).endswith(f": {caught.value.reason}")
    assert str(caught.value).isprintable()
    return caught.value.reason


@pytest.mark.parametrize(
    ("encoding", "mark", "stated"),
    [
        ("utf-8", b"", "utf-8"),
        ("utf-8", b"\xef\xbb\xbf", "utf-8"),
        ("utf-16-le", b"\xff\xfe", "utf-16-le"),
        ("utf-16-be", b"\xfe\xff", "utf-16-be"),
        ("utf-16-le", b"", "utf-16-le"),
        ("utf-16-be", b"", "utf-16-be"),
        ("utf-32-le", b"\xff\xfe\0\0", "utf-32-le"),
    ],
)
@pytest.mark.parametrize("text", [ENGLISH, RUSSIAN, JAPANESE])
def test_unicode_is_read_with_and_without_its_mark(tmp_path, encoding, mark, stated, text):
    path = tmp_path / "a.txt"
    content = mark + text.encode(encoding)
    path.write_bytes(content)
    article = read(Source(path))
    assert (article.text, article.encoding) == (text, stated)
    assert article.sha256 == hashlib.sha256(content).hexdigest()
    assert article.key == hashlib.sha256(text.encode()).hexdigest()[:16]


@pytest.mark.parametrize(
    ("text", "encoding", "stated"),
    [
        (ENGLISH, "cp1252", "cp1252"),
        ("Caf\u00e9 au lait costs \u00a33 now.\n", "latin-1", "cp1252"),
        (FRENCH, "cp1252", "cp1252"),
        (POLISH, "cp1250", "cp1250"),
        (RUSSIAN, "cp1251", "cp1251"),
        (RUSSIAN, "koi8-r", "koi8-r"),
        (JAPANESE, "shift_jis", "cp932"),
    ],
)
def test_another_encoding_is_guessed_and_named(tmp_path, text, encoding, stated):
    path = tmp_path / "a.txt"
    path.write_bytes(text.encode(encoding))
    article = read(Source(path))
    assert (article.text, article.encoding) == (text, stated)


def test_line_ends_and_spaces_stay_as_they_are(tmp_path):
    text = "The bridge opens\r\n\r\nIt\u00a0opened on Monday.\r\n\fIt closed on Friday.\rIt is gone.\n"
    path = tmp_path / "a.txt"
    path.write_bytes(text.encode())
    article = read(Source(path))
    assert article.text == text
    quotes = [witness(article).quote(at) for at in range(4)]
    assert quotes == ["The bridge opens", "It\u00a0opened on Monday.", "It closed on Friday.", "It is gone."]


@pytest.mark.parametrize(
    "content",
    [
        b"%PDF-1.7\nsome text that a reader would not want\n",
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
        b"PK\x03\x04 an archive",
        b"\x7fELF\x02\x01\x01\0",
        bytes(range(256)) * 8,
        b"text \x00\x01\x02 and nulls",
        b"\xff\xfe\x00",
        b"\xff\xfe\x00\xd8\x20\x00",
    ],
)
def test_what_is_no_text_is_refused(tmp_path, content):
    path = tmp_path / "a.txt"
    path.write_bytes(content)
    assert reason(path) == "binary, not text"


@pytest.mark.parametrize("content", [b"", b" \n\t\r\n", b"\xef\xbb\xbf", b"\xff\xfe", "\u00a0\n".encode()])
def test_an_empty_file_is_refused(tmp_path, content):
    path = tmp_path / "a.txt"
    path.write_bytes(content)
    assert reason(path) == "is empty"


def test_a_file_that_is_gone_is_refused(tmp_path):
    assert reason(tmp_path / "a.txt") == "no such file"
    assert reason(tmp_path / "a\0b.txt") == "no such file"
    (tmp_path / "file").write_text("text")
    assert reason(tmp_path / "file" / "a.txt") == "no such file"


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is closed to root")
def test_a_file_that_is_closed_to_us_is_refused(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("text")
    path.chmod(0)
    assert reason(path) == "permission denied"


def test_a_file_that_may_not_be_opened_is_refused(tmp_path, monkeypatch):
    path = tmp_path / "a.txt"
    path.write_text("text")

    def refuse(*_arguments, **_options):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("pathlib.Path.open", refuse)
    assert reason(path) == "permission denied"


def test_a_folder_is_refused(tmp_path):
    assert reason(tmp_path) == "is a directory without articles"


def test_a_pipe_is_refused_without_waiting_for_it(tmp_path):
    path = tmp_path / "a.txt"
    os.mkfifo(path)
    assert reason(path) == "is no regular file"
    assert reason(Path("/dev/zero")) == "is no regular file"


def test_a_huge_file_is_refused_before_it_is_opened(tmp_path, monkeypatch):
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    monkeypatch.setattr("pathlib.Path.open", lambda *_: pytest.fail("it was opened"))
    assert reason(path) == f"too large (50 MB; at most {LARGEST // 1_000_000} MB)"


def test_a_huge_line_is_refused(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("word " * 300_000)
    assert reason(path) == "a line is too long (more than 1 MB)"


def test_control_characters_of_a_name_are_spelt_out(tmp_path):
    source = Source(tmp_path / "a\x1b[31m\n\u202eb\udc80.txt")
    with pytest.raises(Unreadable, match="no such file") as caught:
        read(source)
    assert source.name.endswith(r"a\x1b[31m\n\u202eb\udc80.txt")
    assert str(caught.value).startswith(source.name)


def standard_input(monkeypatch, content):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))


def test_standard_input_is_read_once_and_remembered(monkeypatch):
    standard_input(monkeypatch, ENGLISH.encode())
    assert read(Source(None)).text == read(Source(None)).text == ENGLISH
    standard_input(monkeypatch, FRENCH.encode())
    assert read(Source(None)).text == FRENCH


@pytest.mark.parametrize(
    ("content", "expected"),
    [(b"", "-: is empty"), (b"\0" * 9, "-: binary, not text"), (b"a" * (LARGEST + 1), "-: too large")],
)
def test_standard_input_can_be_unreadable(monkeypatch, content, expected):
    standard_input(monkeypatch, content)
    with pytest.raises(Unreadable, match=expected):
        read(Source(None))


def test_no_standard_input_is_unreadable(monkeypatch):
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(Unreadable, match="-: standard input is closed"):
        read(Source(None))


def test_a_text_without_a_title_is_called_by_its_file(tmp_path):
    path = tmp_path / "notes 7.txt"
    path.write_text("The bridge opened on Monday after nine years of work, the mayor said. Nobody came to see it.\n")
    assert read(Source(path)).title == "notes 7.txt"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (ENGLISH, "en"),
        (FRENCH, "fr"),
        (RUSSIAN, "ru"),
        (JAPANESE, "ja"),
        ("Міст відкрито. Мер заявив, що міст є готовим і його відкрили.", "uk"),
        ("大桥周一开放。市长很高兴。", "zh"),
        ("다리가 월요일에 열렸다.", "ko"),
        ("افتتح الجسر يوم الاثنين.", "ar"),
        ("Η γέφυρα άνοιξε.", "el"),
        ("הגשר נפתח ביום שני.", "he"),
        ("पुल सोमवार को खुला।", "hi"),
        ("---\nlang: de-AT\n---\n# Die Brücke\n", "de"),
    ],
)
def test_the_script_tells_the_language(text, language):
    assert structure(text).language == language


@given(
    st.lists(
        st.sampled_from(
            [
                *(
                    "Share this",
                    "By Ann Lee",
                    "Ann Lee",
                    "AP",
                    "# Head",
                    "=====",
                    "---",
                    "+++",
                    "title: X",
                    "- item",
                    "> quote",
                ),
                *(
                    "A sentence that is long enough to be counted as running text, it is.",
                    "Comments",
                    "\u00a0",
                    "\f",
                    "\u2028",
                ),
                *(
                    "Read more: x",
                    "A heading",
                    "2024-08-03",
                    "You might also like",
                    "no end",
                    "\x00\x1b",
                    "word " * 20,
                    "…",
                    "“",
                ),
            ]
        )
        | st.text(max_size=12),
        max_size=14,
    ),
    st.sampled_from(["\n", "\n\n", "\r\n", "\r", "\n \n"]),
    st.booleans(),
)
def test_blocks_cover_all_but_white_space_and_heading_marks_in_order(lines, end, markdown):
    text = end.join(lines)
    covered = 0
    for block in structure(text, markdown=markdown).blocks:
        start, stop = block.span
        assert covered <= start < stop <= len(text)
        assert not text[covered:start].replace("#", "").strip()
        assert text[start:stop].strip()
        assert (block.rule is not None) == (block.kind in (Kind.FURNITURE, Kind.CAPTION))
        covered = stop
    assert not text[covered:].replace("#", "").strip()


@given(st.binary(max_size=200))
def test_any_bytes_are_text_or_refused(content):
    try:
        text, encoding = decode(content)
    except NotText:
        return
    assert isinstance(text, str)
    assert encoding


def test_every_bundled_sentence_stands_where_it_says():
    for source in bundled():
        article = read(source)
        text = source.path.read_bytes().decode()
        assert article.text == text
        for sentence in witness(article).sentences:
            assert text[slice(*sentence.span)].strip() == text[slice(*sentence.span)]
            assert sentence.tokens or sentence.kind is Kind.FURNITURE


IN_MANY_LANGUAGES = """
en: The old crane at the harbour is to be pulled down. The town said on Tuesday that work begins in May.
de: Der alte Kran am Hafen wird abgerissen. Die Stadt sagte am Dienstag, dass die Arbeiten im Mai beginnen.
fr: La vieille grue du port sera démolie. La ville a dit mardi que les travaux commenceront en mai.
es: La vieja grúa del puerto será derribada. La ciudad dijo el martes que las obras empezarán en mayo.
pl: Stary dźwig w porcie zostanie rozebrany. Miasto ogłosiło we wtorek, że prace rozpoczną się w maju.
en: NASA ESA JAXA CNSA ISRO Boeing Airbus Embraer Bayern Ajax Porto Roma Lazio Milan Inter Genoa Turin Bari Como
en: Der Kran ist weg.
"""


@pytest.mark.parametrize("line", IN_MANY_LANGUAGES.strip().splitlines())
def test_a_language_in_latin_letters_is_told_by_its_small_words(tmp_path, line):
    language, _, text = line.partition(": ")
    path = tmp_path / "a.txt"
    path.write_text(text)
    assert read(Source(path)).language == language
