"""An article's paragraphs while it is found out what each of them is."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from tui.articles.furniture import Finding, Line
from tui.articles.paragraphs import Paragraph, ends_finally, is_listed
from tui.text.spans import Span
from tui.text.witness import Kind

PROSE = 60
"""Code points from which a finished sentence is running text."""

_ATX = r"(?s)(?P<level>#{1,6})\s+(?P<text>.*?)(?:\s+#+)?$"
_RULE = r"(?:[=*_~-]\s?){3,}$|(?:[*•·⁂#]\s?){3,}$"
_RULE_STARTS = tuple("=*_~-•·⁂#")
_WORD = re.compile(r"\w+")
MARKUP = Finding("markup", Kind.FURNITURE)
CAPTION = Finding("caption", Kind.CAPTION)


@dataclass(slots=True)
class Outline:
    """Paragraphs by number, with the furniture and captions found among them and the kinds of the others.

    `tail` is the first paragraph behind the running text.
    """

    paragraphs: Sequence[Paragraph]
    lines: Sequence[Line]
    found: dict[int, Finding] = field(default_factory=dict)
    kinds: dict[int, Kind] = field(default_factory=dict)
    title: int | None = None
    tail: int = 0

    @classmethod
    def of(cls, paragraphs: Sequence[Paragraph], kinds: Mapping[int, Kind]) -> "Outline":
        """The paragraphs with rulers and underlines marked, and those of known kinds, by where they start."""
        outline = cls(paragraphs, [Line.of(paragraph.text) for paragraph in paragraphs], tail=len(paragraphs))
        for at, paragraph in enumerate(paragraphs):
            if paragraph.text.startswith(_RULE_STARTS) and re.match(_RULE, paragraph.text):
                outline.found[at] = MARKUP
            elif (kind := kinds.get(paragraph.span.start)) is Kind.TITLE:
                outline.title = at
            elif kind is Kind.CAPTION:
                outline.found[at] = CAPTION
            elif kind is not None:
                outline.kinds[at] = kind
        return outline

    def __len__(self) -> int:
        return len(self.paragraphs)

    def is_prose(self, at: int) -> bool:
        """Whether the paragraph is running text: a finished sentence of some length, or a long one."""
        text = self.paragraphs[at].text
        return len(text) > 200 or (len(text) >= PROSE and ends_finally(text) and not is_listed(text))

    def heading_level(self, at: int) -> int:
        """1 to 6 as Markdown marks it, by number signs or an underline; 0 where it marks none."""
        marked = _heading(self.paragraphs[at].text)
        if marked:
            return len(marked["level"])
        below = at + 1
        underlined = below < len(self) and self.found.get(below) is MARKUP and not self.paragraphs[below].gap
        if not underlined or at in self.found or self.is_prose(at) or self.paragraphs[below].text[0] not in "=-":
            return 0
        return 1 if self.paragraphs[below].text[0] == "=" else 2

    def heading_text(self, at: int) -> str:
        """The paragraph in one line, without the marks of a heading or of emphasis around it."""
        text = self.paragraphs[at].text
        marked = _heading(text)
        bare = " ".join((marked["text"] if marked else text).split())
        for mark in ("**", "__", "*", "_"):
            if len(bare) > 2 * len(mark) and bare.startswith(mark) and bare.endswith(mark):
                bare = bare[len(mark) : -len(mark)]
        return "".join(filter(str.isprintable, bare))

    def heading_span(self, at: int) -> Span:
        """The paragraph's place in the text without the number signs that mark a heading."""
        span = self.paragraphs[at].span
        marked = _heading(self.paragraphs[at].text)
        if not marked:
            return span
        start, end = marked.span("text")
        return Span(span.start + start, span.start + end)

    def unmarked(self, start: int = 0) -> Iterator[int]:
        """The paragraphs from `start` on that are neither furniture nor captions nor the title."""
        return (at for at in range(start, len(self)) if at not in self.found and at != self.title)

    def mentions(self, name: str, *, besides: int = -1) -> bool:
        """Whether the running text holds the last word of a name, one paragraph aside."""
        word = _WORD.findall(name.casefold())[-1]
        pattern = re.compile(rf"\b{re.escape(word)}\b")
        return any(
            pattern.search(self.lines[at].key)
            for at in self.unmarked()
            if at != besides and (self.is_prose(at) or at == self.title)
        )


def _heading(text: str) -> re.Match[str] | None:
    """The number signs that mark a heading and its text, None where there are none."""
    return re.match(_ATX, text) if text.startswith("#") else None
