"""The lines before and behind the running text: where an article's title is, and what surrounds it."""

from tui.articles.furniture import Finding, Line, RuleBook
from tui.articles.names import is_name, signed
from tui.articles.outline import Outline
from tui.articles.paragraphs import ends_finally, is_listed
from tui.text.witness import Kind

LONGEST_TITLE = 250
LONGEST_DEK = 600
"""Code points."""

FARTHEST_HEAD = 40
FARTHEST_TAIL = 80
"""Paragraphs from the beginning and from the end."""

_BELOW_A_DEK = frozenset({"byline", "date", "slug", "share", "wire", "navigation"})


def mark_body(outline: Outline, rules: RuleBook) -> None:
    """Finds what is furniture wherever it stands."""
    for at, line in enumerate(outline.lines):
        if at not in outline.found and (finding := rules.find(line, "body")):
            outline.found[at] = finding


def mark_head(outline: Outline, rules: RuleBook, *, stated_title: str | None) -> None:
    """Finds the title, the dek and the furniture before the running text."""
    if outline.title is None:
        outline.title = _marked_title(outline, stated_title)
    before_title = outline.title is None and stated_title is None
    kicker = None
    for at in range(min(len(outline), FARTHEST_HEAD)):
        if at == outline.title or at in outline.found:
            continue
        above = before_title or (outline.title is not None and at < outline.title)
        finding = rules.find(outline.lines[at], "top" if above else "head")
        if finding and not finding.subject:
            outline.found[at] = finding
            kicker = at if finding.rule == "kicker" else kicker
        elif before_title and reads_like_a_title(outline, at):
            outline.title, before_title = at, False
        elif outline.is_prose(at) and not (outline.title is not None and at < outline.title):
            if not _is_dek(outline, rules, at):
                break
            outline.kinds[at] = Kind.DEK
    if outline.title is None and stated_title is None and kicker is not None:
        outline.title = kicker
        del outline.found[kicker]


def _marked_title(outline: Outline, stated_title: str | None) -> int | None:
    """The paragraph that repeats the stated title, or that Markdown makes the first heading."""
    for at in range(min(len(outline), FARTHEST_HEAD)):
        if at in outline.found:
            continue
        if stated_title is not None and outline.heading_text(at).casefold() == stated_title.casefold():
            return at
        if outline.heading_level(at) == 1:
            return at
    return None


def reads_like_a_title(outline: Outline, at: int) -> bool:
    """Whether the first line that is no furniture is a headline rather than the beginning of the text."""
    paragraph = outline.paragraphs[at]
    text = paragraph.text
    words = len(text.split())
    if len(text) > LONGEST_TITLE or words > 40 or is_listed(text) or text.endswith((",", ";", ":")):
        return False
    if not any(map(str.isalnum, text)):
        return False
    if not ends_finally(text) or text.rstrip("\"'”’»)*_").endswith(("?", "!", "…", "？", "！", "؟")):
        return True
    return paragraph.gap_after and words <= 12 and text.count(". ") == 0 and any(True for _ in outline.unmarked(at + 1))


def _is_dek(outline: Outline, rules: RuleBook, at: int) -> bool:
    """Whether the paragraph under the title is a summary: short, and parted from the text by furniture."""
    if outline.title is None or at + 1 >= len(outline) or len(outline.paragraphs[at].text) > LONGEST_DEK:
        return False
    if any(between not in outline.found for between in range(outline.title + 1, at)):
        return False
    below = outline.found.get(at + 1) or rules.find(outline.lines[at + 1], "head")
    if below is None:
        return is_byline_name(outline, at + 1)
    if below.rule == "date" and any(_is_date(rules, line) for line in outline.lines[at + 2 :]):
        return False
    return below.rule in _BELOW_A_DEK and any(outline.is_prose(after) for after in outline.unmarked(at + 2))


def _is_date(rules: RuleBook, line: Line) -> bool:
    """Whether a line states a day: one above the text is its date, several below are a timeline's headings."""
    finding = rules.find(line, "head")
    return finding is not None and finding.rule == "date"


def mark_tail(outline: Outline, rules: RuleBook) -> None:
    """Finds the furniture behind the running text."""
    first = max(len(outline) - FARTHEST_TAIL, 0 if outline.title is None else outline.title + 1)
    for at in range(len(outline) - 1, first - 1, -1):
        if outline.kinds.get(at) is Kind.DEK:
            break
        finding = outline.found.get(at) or rules.find(outline.lines[at], "tail")
        if finding and finding.subject and not _is_about_the_author(outline, at, finding):
            finding = None
        if finding:
            outline.found[at] = finding
        elif outline.is_prose(at):
            break
        outline.tail = at
    _mark_listed_links(outline)


def _is_about_the_author(outline: Outline, at: int, finding: Finding) -> bool:
    """Whether the finding's subject signs the article, or may be and is nobody that it tells of."""
    subject = finding.subject or ""
    name = subject.casefold()
    signing = any(line.key == name or f"by {name}" in line.key for line in outline.lines if len(line.key) < 150)
    return signing or not (finding.signs or outline.mentions(subject, besides=at))


def _mark_listed_links(outline: Outline) -> None:
    """What is listed under `You might also like` behind the text are headlines of other articles."""
    offered: Finding | None = None
    for at in range(outline.tail, len(outline)):
        finding = outline.found.get(at)
        if finding:
            heads = finding.rule == "related" and ":" not in outline.lines[at].plain
            offered = finding if heads else offered
        elif offered and any(outline.is_prose(before) for before in outline.unmarked(0) if before < outline.tail):
            text = outline.paragraphs[at].text
            if not ends_finally(text) or text.endswith("?"):
                outline.found[at] = offered


def mark_names(outline: Outline, stated: str | None = None) -> None:
    """Finds the names on lines of their own: below a label, below the title, twice, or `stated` as who signs."""
    known = {line.plain for at, line in enumerate(outline.lines) if at in outline.found and is_name(line.plain)}
    known |= {stated} if stated else set()
    for at, line in enumerate(outline.lines):
        if at in outline.found or at == outline.title or not is_name(line.plain):
            continue
        above = outline.found.get(at - 1)
        labelled = above is not None and above.rule == "byline" and signed(outline.lines[at - 1].plain) is None
        twice = any(
            0 <= other < len(outline) and outline.lines[other].plain == line.plain for other in (at - 1, at + 1)
        )
        if labelled or twice or line.plain in known or is_byline_name(outline, at):
            outline.found[at] = Finding("byline", Kind.FURNITURE, line.plain)
            known.add(line.plain)
    _mark_repeated_names(outline)


def _mark_repeated_names(outline: Outline) -> None:
    """A line behind the text that holds nothing but the name of whoever signs is furniture too."""
    signing = {finding.subject for finding in outline.found.values() if finding.subject}
    signing |= {signed(outline.lines[at].plain) or "" for at, found in outline.found.items() if found.rule == "byline"}
    for at in range(outline.tail, len(outline)):
        if at not in outline.found and outline.lines[at].plain in signing:
            outline.found[at] = Finding("byline", Kind.FURNITURE, outline.lines[at].plain)


def is_byline_name(outline: Outline, at: int) -> bool:
    """Whether a lone name under the title signs the article: nobody of that name is mentioned, and text follows."""
    if outline.title is None or at + 1 >= len(outline) or not is_name(outline.lines[at].plain):
        return False
    between = range(outline.title + 1, at)
    if not all(other in outline.found or outline.kinds.get(other) is Kind.DEK for other in between):
        return False
    follows = next(outline.unmarked(at + 1), None)
    if follows is None or not outline.is_prose(follows):
        return False
    words = outline.lines[at].plain.split()
    return not any(outline.mentions(word) for word in words if len(word) > 2)
