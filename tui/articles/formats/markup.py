"""HTML whose every part belongs to the article, in paragraphs: what mail, feeds and office files hold."""

from collections.abc import Iterator
from html.parser import HTMLParser

from tui.articles.formats.document import Paragraphs, one_line

SITE = frozenset({"nav", "footer", "aside", "form", "button", "select", "dialog", "menu"})
"""What on a page belongs to the site."""

_UNREAD = frozenset(
    {"script", "style", "template", "noscript", "iframe", "object", "svg", "math", "head", "audio", "video", "canvas"}
)
_KINDS = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "heading"),
    **dict.fromkeys(("figcaption", "caption"), "caption"),
    **dict.fromkeys(("li", "dt", "dd"), "list"),
    **dict.fromkeys(("p", "div", "section", "article", "main", "header", "body", "blockquote", "pre", "address"), ""),
    **dict.fromkeys(("ul", "ol", "dl", "table", "tr", "figure", "hr", "center", *SITE), ""),
}
_LISTS = frozenset({"ul", "ol", "dl"})
_NEVER_IN_HEADINGS = frozenset({"p", "table", *_LISTS})
_CELLS = frozenset({"td", "th"})


def paragraphs_of(markup: str, *, without: frozenset[str] = frozenset()) -> Paragraphs:
    """The paragraphs of a piece of HTML, each with its kind; what stands in elements of `without` is left out.

    Headings, captions and list items keep their kind in whatever they hold; the cells of a table's row are one
    paragraph. Tags that are never closed cost nothing but their effect.
    """
    reader = _Reader(_UNREAD | without)
    reader.feed(markup)
    reader.close()
    return tuple(reader.paragraphs())


class _Reader(HTMLParser):
    def __init__(self, unread: frozenset[str]) -> None:
        super().__init__(convert_charrefs=True)
        self._unread = unread
        self._skipped = ""
        self._depth = 0
        self._kinds: list[tuple[str, str]] = []
        self._open: list[str] = []
        self._found: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 (HTMLParser names it)
        if self._skipped:
            self._depth += tag == self._skipped
        elif tag in self._unread:
            self._skipped, self._depth = tag, 1
        elif tag == "br":
            self._open.append("\n")
        elif tag in _CELLS:
            self._open.append(" | " if "".join(self._open).strip() else "")
        elif tag in _KINDS:
            self._end()
            self._leave("heading" if tag in _NEVER_IN_HEADINGS else _KINDS[tag])
            if _KINDS[tag]:
                self._kinds.append((tag, _KINDS[tag]))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in self._unread:
            self.handle_starttag(tag, attrs)
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if self._skipped:
            self._depth -= tag == self._skipped
            if not self._depth:
                self._skipped = ""
        elif tag in _KINDS:
            self._end()
            if tag in _LISTS:
                self._leave("list")
            elif self._kinds and self._kinds[-1][0] == tag:
                self._kinds.pop()

    def handle_data(self, data: str) -> None:
        if not self._skipped:
            self._open.append(data.replace("\n", " "))

    def _leave(self, kind: str) -> None:
        """End what is of that kind, whose own tag may be left out."""
        while kind and self._kinds and self._kinds[-1][1] == kind:
            self._kinds.pop()

    def _end(self) -> None:
        kind = self._kinds[-1][1] if self._kinds else ""
        self._found.extend((kind, text) for text in _parted("".join(self._open)))
        self._open = []

    def paragraphs(self) -> Iterator[tuple[str, str]]:
        self._end()
        return iter(self._found)


def _parted(text: str) -> Iterator[str]:
    """The paragraphs that two line breaks in a row part."""
    lines: list[str] = []
    for line in (*text.split("\n"), ""):
        bare = one_line(line)
        if bare:
            lines.append(bare)
        elif lines:
            yield " ".join(lines)
            lines = []
