"""Physical lines joined into paragraphs."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from tui.text.spans import Span

WIDEST_WRAP = 120
"""Code points; longer lines are paragraphs, not lines of one."""

_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_BULLETS = tuple("•‣◦▪●·∙*+–-")
_NUMBER = re.compile(r"(?:\(?\d{1,3}[.)]|\(?[a-z]\))\s+(?=\S)")
_BREAKING = re.compile(r"(?:#{1,6}\s|>|={3,}\s*$|-{3,}\s*$|[*_]\s?[*_]\s?[*_]|```|~~~|\|)")
_REMARK = r"[.!?…][\"'”’»]* ?[(\[][^()\[\]]{2,40}[)\]]$"
_FINAL = tuple(".!?…。！？؟।۔")
_CLOSING = "\"'”’»)]*_"


class Line(NamedTuple):
    """A physical line without the white space around it; `gap` tells whether an empty line stands before."""

    span: Span
    text: str
    indent: int
    gap: bool


class Paragraph(NamedTuple):
    """A line, or the wrapped lines of one paragraph; `gap` and `gap_after` tell of empty lines around it."""

    span: Span
    text: str
    gap: bool
    gap_after: bool

    @property
    def first_line(self) -> str:
        """The part before the first line end."""
        return self.text.splitlines()[0]


def ends_finally(text: str) -> bool:
    """Whether the text ends as a sentence does, closing marks and a short remark in brackets aside."""
    return text.rstrip(_CLOSING).endswith(_FINAL) or (
        text.endswith((")", "]")) and re.search(_REMARK, text) is not None
    )


def is_listed(text: str) -> bool:
    """Whether the text begins with a bullet or a number of a list."""
    return bullet_size(text) > 0 or _NUMBER.match(text) is not None


def bullet_size(text: str) -> int:
    """How many code points the bullet takes that the text begins with, white space behind it included; 0 without."""
    if not text.startswith(_BULLETS):
        return 0
    bare = text[1:].lstrip()
    return len(text) - len(bare) if bare and bare != text[1:] else 0


def lines_of(text: str, start: int = 0) -> list[Line]:
    """The lines with something on them, from `start` on; form feeds and line separators end lines too."""
    lines: list[Line] = []
    previous_end = start
    for found in _LINE.finditer(text, start):
        written = found.group()
        bare = written.strip()
        if not bare:
            continue
        indent = len(written) - len(written.lstrip())
        first = found.start() + indent
        between = text[previous_end : found.start()]
        gap = not lines or len(between.splitlines()) > 1
        lines.append(Line(Span(first, first + len(bare)), bare, indent, gap))
        previous_end = found.end()
    return lines


def paragraphs_of(lines: Sequence[Line], text: str, *, markdown: bool = False) -> list[Paragraph]:
    """The paragraphs: each line one, unless the text is wrapped to a width; then lines that run on are joined."""
    width = _wrap_width(lines, markdown=markdown)
    groups: list[list[Line]] = []
    for line in lines:
        if width and groups and _runs_on(groups[-1], line, width):
            groups[-1].append(line)
        else:
            groups.append([line])
    return list(_paragraphs(groups, text))


def _paragraphs(groups: Sequence[Sequence[Line]], text: str) -> Iterator[Paragraph]:
    for at, group in enumerate(groups):
        span = Span(group[0].span.start, group[-1].span.end)
        gap_after = at + 1 == len(groups) or groups[at + 1][0].gap
        yield Paragraph(span, text[slice(*span)], group[0].gap, gap_after)


def _wrap_width(lines: Sequence[Line], *, markdown: bool) -> int:
    """The width that the text is wrapped to, 0 where each line is a paragraph."""
    inner = [(line, after) for line, after in pairwise(lines) if not after.gap]
    inner = [(line, after) for line, after in inner if not (is_listed(after.text) or _BREAKING.match(after.text))]
    if not inner:
        return 0
    lengths = sorted(len(line.text) for line, _ in inner)
    width = lengths[int(len(lengths) * 0.95)] if len(lengths) > 20 else lengths[-1]
    if width > WIDEST_WRAP:
        return 0
    if markdown:
        return width
    unfinished = [after for line, after in inner if not ends_finally(line.text)]
    if len(unfinished) * 2 < len(inner) or width < 24:
        return 0
    small = sum(after.text[0].islower() for after in unfinished)
    if small >= 0.35 * len(unfinished):
        return width
    caseless = all(_caseless(after.text) for after in unfinished)
    even = sum(len(line.text) >= width - 2 for line, _ in inner)
    return width if caseless and even >= 0.7 * len(inner) else 0


def _caseless(text: str) -> bool:
    return text.lower() == text.upper()


def _runs_on(group: Sequence[Line], line: Line, width: int) -> bool:
    """Whether the line goes on with the paragraph that the group is."""
    last = group[-1]
    quoted = group[0].text[0] == ">" == line.text[0]
    if line.gap or is_listed(line.text):
        return False
    if not quoted and (_BREAKING.match(line.text) or _BREAKING.match(group[0].text)):
        return False
    listed = is_listed(group[0].text)
    if line.indent >= last.indent + 2 and not listed and ends_finally(last.text):
        return False
    following = len(line.text.split(maxsplit=1)[0])
    full = len(last.text) + 1 + following > width
    if full or line.text.lstrip("> ")[:1].islower():
        return True
    return len(last.text) >= 0.6 * width and not ends_finally(last.text)
