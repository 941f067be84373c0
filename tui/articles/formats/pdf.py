"""PDF files, read by pypdf: lines by their place on the page, joined into paragraphs."""

import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import Any, NamedTuple

from pypdf import PageObject, PdfReader
from pypdf.errors import DependencyError, FileNotDecryptedError, LimitReachedError, PdfReadError

from tui.articles.formats.document import Document, Given, Refused, Stated, one_line
from tui.articles.paragraphs import ends_finally, is_listed

HEADING = 1.12
"""How many times the size of the body's letters a heading's are."""

PARTED = 1.3
"""How many times the usual distance of lines parts paragraphs."""

FULL = 0.7
"""The share of the longest lines' length from which a line does not end its paragraph."""

LONGEST_HEADING = 250
"""Code points."""

_DIGITS = re.compile(r"\d+")
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "ft", "ﬆ": "st"})


class _Line(NamedTuple):
    """A line of a page: the height of its letters and of its place, in points from the bottom."""

    text: str
    y: float
    size: float
    page: int


def document(given: Given) -> Document:
    """The text of a PDF in its paragraphs, without what stands at the edge of every page.

    When it was written is not stated: the file knows only when it was made.

    Raises:
        Refused: The bytes are no PDF, encrypted, or pictures alone.
    """
    try:
        reader = PdfReader(io.BytesIO(given.content))
        if reader.is_encrypted and not reader.decrypt(""):
            raise Refused("encrypted, cannot be read")
        lines = [line for number, page in enumerate(reader.pages) for line in _lines(page, number)]
    except (DependencyError, FileNotDecryptedError):
        raise Refused("encrypted, cannot be read") from None
    except LimitReachedError:
        raise Refused("too large when unpacked") from None
    except PdfReadError:
        raise Refused("damaged, or no PDF") from None
    if not lines:
        raise Refused("no text in it, only pictures (a scan?)")
    lines = _without_edges(lines) or lines
    return Document(tuple(_paragraphs(lines)), _stated(reader))


def _lines(page: PageObject, number: int) -> Iterator[_Line]:
    """The lines of a page in the order in which it draws them."""
    pieces: list[tuple[str, float, float]] = []

    def visit(text: str, cm: Sequence[float], tm: Sequence[float], _font: Any, size: float) -> None:
        height = abs(size * (tm[3] * cm[3] or tm[1] * cm[2])) or abs(size)
        pieces.append((text, tm[4] * cm[1] + tm[5] * cm[3] + cm[5], height))

    page.extract_text(visitor_text=visit)
    open_text, y, size = "", 0.0, 0.0
    for text, at, height in pieces:
        if not text.strip():
            open_text += text.replace("\n", " ")
            continue
        if open_text.strip() and abs(at - y) > 0.5 * max(size, height):
            yield from _line(open_text, y, size, number)
            open_text = ""
        if not open_text.strip():
            y, size = at, height
        open_text += text.replace("\n", " ")
    yield from _line(open_text, y, size, number)


def _line(written: str, y: float, size: float, page: int) -> Iterator[_Line]:
    text = one_line(written.translate(_LIGATURES))
    if text:
        yield _Line(text, y, size, page)


def _without_edges(lines: Sequence[_Line]) -> list[_Line]:
    """The lines but those that stand at the top or bottom of most pages, but for their numbers."""
    pages: dict[int, list[_Line]] = {}
    for line in lines:
        pages.setdefault(line.page, []).append(line)
    if len(pages) < 2:
        return list(lines)
    edges: dict[int, set[str]] = {}
    for number, page in pages.items():
        by_height = sorted(page, key=lambda line: line.y)
        edges[number] = {_numberless(line) for line in (*by_height[:2], *by_height[-2:])}
    counted = Counter(text for texts in edges.values() for text in texts)
    common = {text for text, times in counted.items() if times >= 2 and times * 2 >= len(pages)}
    return [line for line in lines if _numberless(line) not in common & edges[line.page]]


def _numberless(line: _Line) -> str:
    return _DIGITS.sub("#", line.text)


def _paragraphs(lines: Sequence[_Line]) -> Iterator[tuple[str, str]]:
    measures = _Measures.of(lines)
    hyphenated = frozenset(re.findall(r"\w+-\w+", " ".join(line.text for line in lines).lower()))
    first = [line for line in lines if line.page == lines[0].page]
    title = max(line.size for line in first)
    for group in _groups(lines, measures):
        text = _joined(group, hyphenated)
        if group[0].size <= HEADING * measures.size or len(text) > LONGEST_HEADING:
            yield "list" if is_listed(text) else "", text
        elif group[0] in first and group[0].size == title:
            yield "title", text
            title = 0.0
        else:
            yield "heading", text


class _Measures(NamedTuple):
    """The size of the body's letters and the usual distance of its lines, in points; a full line's code points."""

    size: float
    leading: float
    length: int

    @classmethod
    def of(cls, lines: Sequence[_Line]) -> "_Measures":
        """Those of the size in which most letters are; nine in ten of its lines are no longer than a full one."""
        sizes = Counter[float]()
        for line in lines:
            sizes[round(line.size, 1)] += len(line.text)
        size = sizes.most_common(1)[0][0]
        lengths = sorted(len(line.text) for line in lines if round(line.size, 1) == size)
        gaps = [above.y - below.y for above, below in pairwise(lines) if round(below.size, 1) == size]
        gaps = [gap for gap in gaps if 0.8 * size < gap < 2.2 * size]
        return cls(size, median(gaps) if gaps else 1.2 * size, lengths[int((len(lengths) - 1) * 0.9)])


def _groups(lines: Sequence[_Line], measures: _Measures) -> Iterator[list[_Line]]:
    group: list[_Line] = []
    for line in lines:
        if group and not _runs_on(group[-1], line, measures):
            yield group
            group = []
        group.append(line)
    yield group


def _runs_on(above: _Line, below: _Line, measures: _Measures) -> bool:
    """Whether a line goes on with the paragraph of the line before: below it, in the next column or overleaf."""
    if abs(above.size - below.size) > 0.5 or is_listed(below.text):
        return False
    gap, scale = above.y - below.y, max(1.0, above.size / measures.size)
    full = len(above.text) * scale >= FULL * measures.length
    if above.page != below.page or gap < 0:
        return full and not ends_finally(above.text)
    broken = above.text[-1].isalnum() and below.text[0].islower()
    return gap <= PARTED * measures.leading * scale and (full or broken or scale > HEADING)


def _joined(group: Sequence[_Line], hyphenated: frozenset[str]) -> str:
    """The lines as one; a word cut at a line's end is whole again, unless it has its hyphen elsewhere too."""
    text = group[0].text
    for line in group[1:]:
        if text.endswith("-") and text[-2:-1].isalpha() and line.text[:1].islower():
            word = f"{text.rpartition(' ')[2]}{line.text.partition(' ')[0]}".lower().rstrip(".,;:!?")
            text = f"{text if word in hyphenated else text[:-1]}{line.text}"
        else:
            text = f"{text} {line.text}"
    return text


def _stated(reader: PdfReader) -> Stated:
    about = reader.metadata
    language = reader.root_object.get("/Lang", "")
    return Stated(byline=one_line((about and about.author) or ""), language=str(language or ""))
