"""What each paragraph of an article is, and what the lines around the text state."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from tui.articles.edges import mark_body, mark_head, mark_names, mark_tail
from tui.articles.frontmatter import FrontMatter, front_matter
from tui.articles.furniture import RuleBook, as_written
from tui.articles.model import Block
from tui.articles.names import compiled, leading_name, signed, stated_day
from tui.articles.outline import Outline
from tui.articles.paragraphs import ends_finally, is_listed, lines_of, paragraphs_of
from tui.articles.rules import rule_book
from tui.articles.scripts import language_of
from tui.text.spans import Span
from tui.text.witness import Kind

LONGEST_HEADING = 120
"""Code points."""

_MARKED = frozenset({Kind.TITLE, Kind.HEADING})
_FRONT_MATTER = "front-matter"
_PUBLISHED = r"publish|posted|issued|created"
_NOT_AUTHORS = r"edited|translated|reviewed|curated|updated|editing|photo|research|graphics|additional"
_DATELINE = (
    r"(?P<place>[^\W\d_][^():;!?\n]{1,70}?)(?:, (?P<date>[^\W\d_]{3,9}\.? \d{1,2}(?:, \d{4})?))? ?"
    r"(?:\((?P<agency>[^()]{2,40})\)|/(?P<slashed>[A-Z]{2,8})/) ?(?:[-:]|$)"
)
_LEADING_AGENCY = r"\(?(?P<agency>[^()\n.,-]{2,40}?)\)? ?- "
_TRAILING_AGENCY = r"[.!?”\"] ?[(\[](?P<agency>[^()\[\]]{2,40})[)\]]$"


class Structure(NamedTuple):
    """An article's blocks and what it states about itself, None where it states nothing."""

    blocks: tuple[Block, ...]
    title: str | None
    byline: str | None
    wire: str | None
    agency: str | None
    date: str | None
    language: str


def structure(
    text: str, *, markdown: bool = False, stated: FrontMatter | None = None, kinds: Mapping[int, Kind] | None = None
) -> Structure:
    """What the paragraphs of a text are; linear in the text.

    The blocks hold all of it in order, but for white space and the number signs that mark headings.

    Args:
        text: The text; front matter is looked for only where nothing is stated.
        markdown: Whether lines without an empty one between them are one paragraph.
        stated: What the document that the text was made of says of itself.
        kinds: What that document says of the paragraphs that start at these code points.
    """
    front = stated or front_matter(text)
    rules = rule_book()
    outline = Outline.of(paragraphs_of(lines_of(text, front.span.end), text, markdown=markdown), kinds or {})
    mark_body(outline, rules)
    mark_head(outline, rules, stated_title=front.title)
    mark_names(outline, front.byline)
    mark_tail(outline, rules)
    mark_names(outline, front.byline)
    _mark_kinds(outline)
    wire, agency, dateline_day = _wire(outline, rules)
    return Structure(
        blocks=tuple(_blocks(outline, text, front)),
        title=front.title or (None if outline.title is None else outline.heading_text(outline.title) or None),
        byline=front.byline or _byline(outline, rules),
        wire=front.wire or wire,
        agency=rules.agency(front.wire) if front.wire else agency,
        date=front.date or _date(outline) or dateline_day,
        language=front.language or language_of(text),
    )


def _mark_kinds(outline: Outline) -> None:
    """Tells headings, list items and body apart."""
    follows = False
    for at in reversed(list(outline.unmarked())):
        text = outline.paragraphs[at].text
        if at in outline.kinds:
            continue
        if outline.heading_level(at) or (follows and _reads_like_a_heading(text)):
            outline.kinds[at] = Kind.HEADING
        elif is_listed(text):
            outline.kinds[at] = Kind.LIST
            follows = True
        else:
            outline.kinds[at] = Kind.BODY
            follows = follows or ends_finally(text)


def _reads_like_a_heading(text: str) -> bool:
    """Whether a line is short and no sentence, or a question without quotation marks."""
    words = len(text.split())
    if len(text) > LONGEST_HEADING or words > 14 or is_listed(text) or text.endswith((":", ",", ";", "-", "–", "—")):
        return False
    if text[0].islower() or not any(map(str.isalnum, text)):
        return False
    if text.endswith(("?", "？")):
        return 3 <= words <= 9 and text[0] not in "\"'“‘«„"
    return not ends_finally(text) and text[0] not in '"“«„'


def _blocks(outline: Outline, text: str, front: FrontMatter) -> Iterator[Block]:
    yield from _front_blocks(outline, text, front)
    for at, paragraph in enumerate(outline.paragraphs):
        finding = outline.found.get(at)
        if finding:
            yield Block(paragraph.span, finding.kind, finding.rule)
        else:
            kind = Kind.TITLE if at == outline.title else outline.kinds[at]
            yield Block(outline.heading_span(at) if kind in _MARKED else paragraph.span, kind)


def _front_blocks(outline: Outline, text: str, front: FrontMatter) -> Iterator[Block]:
    """The front matter, its title apart where the text below does not repeat it."""
    start, end = front.span
    if front.titled and outline.title is None:
        yield from _furniture(text, start, front.titled.start)
        yield Block(front.titled, Kind.TITLE)
        start = front.titled.end
    yield from _furniture(text, start, end)


def _furniture(text: str, start: int, end: int) -> Iterator[Block]:
    written = text[start:end]
    bare = written.strip()
    if bare:
        first = start + len(written) - len(written.lstrip())
        yield Block(Span(first, first + len(bare)), Kind.FURNITURE, _FRONT_MATTER)


def _byline(outline: Outline, rules: RuleBook) -> str | None:
    """Who signs the article, as the first line that names somebody does."""
    names: list[str] = []
    for at in sorted(outline.found):
        finding, line = outline.found[at], outline.lines[at].plain
        if finding.rule == "byline" and not compiled(_NOT_AUTHORS).match(line):
            name = signed(line) or _unsigned(finding.subject) or leading_name(line)
            names.extend([as_written(outline.paragraphs[at].text, name)] if name and not rules.agency(name) else [])
    return names[0] if names else None


def _unsigned(name: str | None) -> str | None:
    """A lone name without the word before it, as in `By Redaksjonen`."""
    return compiled(r"^by:? ").sub("", name) if name else None


def _date(outline: Outline) -> str | None:
    """The day of publishing, else the first day stated, as it is written."""
    days: list[tuple[bool, str]] = []
    for at in sorted(outline.found):
        if outline.found[at].rule in ("date", "byline"):
            line = outline.lines[at].plain
            day = stated_day(line)
            days.extend([(compiled(_PUBLISHED).search(line) is None, day)] if day else [])
    return min(days, key=lambda stated: stated[0])[1] if days else None


def _wire(outline: Outline, rules: RuleBook) -> tuple[str | None, str | None, str | None]:
    """The wire credit as it is written, the agency it names, and the day of a dateline."""
    for at in sorted(outline.found):
        line = outline.lines[at].plain
        rule = outline.found[at].rule
        agency = rules.agency(line)
        if rule == "wire" and (agency or ":" not in line):
            return as_written(outline.paragraphs[at].text, line), agency, None
        if rule == "byline" and agency and rules.agency(signed(line) or line):
            return line, agency, None
    prose = [at for at in outline.unmarked() if outline.is_prose(at)]
    for text in (outline.lines[at].plain for at in prose[:2]):
        if not rules.agencies_in(text):
            continue
        dateline = re.match(_DATELINE, text)
        if dateline and (agency := rules.agency(dateline["agency"] or dateline["slashed"] or "")):
            return dateline["agency"] or dateline["slashed"], agency, dateline["date"]
        leading = re.match(_LEADING_AGENCY, text)
        if leading and (agency := rules.agency(leading["agency"])) and agency == leading["agency"].strip():
            return agency, agency, None
    last = outline.paragraphs[prose[-1]].text if prose else ""
    if last.endswith((")", "]")) and (trailing := re.search(_TRAILING_AGENCY, last)):
        agency = rules.agency(trailing["agency"])
        return (trailing["agency"], agency, None) if agency else (None, None, None)
    return None, None, None
