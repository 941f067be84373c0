"""A witness read once for names, sources and quotations: its lines of words, and what stands in quotation marks."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tui.text.quotations import enclosures
from tui.text.spans import Span
from tui.text.witness import Kind, Witness

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:(?:[’'‑\-&.](?=[^\W_])|,(?=\d))[^\W_]+)*|[^\w\s]")
"""Initials (U.S.), words with what is bound to them (D'Arcy, Smith-Jones), numbers, and signs one by one."""
_BREAK = re.compile(r"\n\s*\n|\n\s*[“„«\"‘'](?=\S)")
_ANY = re.compile(r"[\"“”„‟«»‹›「」『』‘’‚']")
_OPENERS = '“„«"'
_PLURAL = re.compile(r"s[’']\s[a-z]")
_CLOSER = re.compile(r"(?<=[,.?!…])[’'](?!\w)")
_ROUND = "(（"
QUOTED = "“…”"
"""What stands in a line for everything between two quotation marks."""


class Word(NamedTuple):
    """A word or a sign; `mark` is the index of the marked stretch that it stands for, else -1."""

    start: int
    end: int
    text: str
    mark: int = -1


class Marked(NamedTuple):
    """What stands in quotation marks: `outer` with the marks, `inner` without them and the white space at its ends."""

    outer: Span
    inner: Span
    paragraph: int
    parent: int = -1
    """Index of the marked stretch in which it stands; -1 for none."""
    open: bool = False
    """Its mark is not closed before the paragraph ends, and the next paragraph goes on."""
    follows: bool = False
    """Goes on with the marked stretch before it, which stays open."""


class Line(NamedTuple):
    """A sentence in which every outermost marked stretch is one word."""

    words: tuple[Word, ...]
    paragraph: int
    kind: Kind


class Reading(NamedTuple):
    """The text, what is marked by place, and the lines in order."""

    witness: Witness
    words: tuple[tuple[Word, ...], ...]
    """Of each sentence, also of what is marked; of furniture none."""
    marked: tuple[Marked, ...]
    lines: tuple[Line, ...]

    def inside(self, index: int) -> tuple[Word, ...]:
        """The words of a marked stretch, what is marked inside it being one word each."""
        span = self.marked[index].inner
        children = [place for place, mark in enumerate(self.marked) if mark.parent == index]
        return tuple(_masked(words_of(self.witness.text, span), self.marked, children))


def read(witness: Witness) -> Reading:
    """The witness read; furniture has no lines. Linear in the text."""
    paragraphs = _paragraphs(witness)
    marked = tuple(_marked(witness, paragraphs))
    found = tuple(
        () if sentence.kind is Kind.FURNITURE else tuple(words_of(witness.text, sentence.span))
        for sentence in witness.sentences
    )
    return Reading(witness, found, marked, tuple(_lines(witness, paragraphs, marked, found)))


_LISTED = "a an the of in on at to for and or but nor by with from as is vs de la le du"
_SMALL = frozenset(_LISTED.split())


def is_title(written: str) -> bool:
    """Whether words are set as the title of a work: each but the small ones with a capital, or a number."""
    spelled = [found.group() for found in _WORD.finditer(written) if found.group()[0].isalnum()]
    heavy = [word for word in spelled if word.casefold() not in _SMALL]
    ends = written[-1:] in ",." and not written.endswith("...")
    return bool(heavy) and not ends and all(not word[0].islower() for word in [*spelled[:1], *heavy])


def words_of(text: str, span: Span) -> list[Word]:
    """The words and signs of a stretch of a text."""
    return [_make(Word, (*found.span(), found.group(), -1)) for found in _WORD.finditer(text, *span)]


_make = tuple.__new__  # a named tuple without a Python call for each word


def _paragraphs(witness: Witness) -> list[range]:
    """The sentences of each paragraph; furniture is left out."""
    found: list[range] = []
    text, before = witness.text, None
    for index, sentence in enumerate(witness.sentences):
        if sentence.kind is before is not Kind.FURNITURE and not _BREAK.search(
            text, witness.sentences[index - 1].span.end, sentence.span.start + 2
        ):
            found[-1] = range(found[-1].start, index + 1)
        elif sentence.kind is not Kind.FURNITURE:
            found.append(range(index, index + 1))
        before = sentence.kind
    return found


def _stretch(witness: Witness, paragraph: range) -> Span:
    return Span(witness.sentences[paragraph[0]].span.start, witness.sentences[paragraph[-1]].span.end)


def _marked(witness: Witness, paragraphs: list[range]) -> Iterator[Marked]:
    """What is marked in each paragraph, by place, the outer before the inner."""
    text = witness.text
    stretches = [_stretch(witness, paragraph) for paragraph in paragraphs]
    pairs = [_pairs(text, stretch) for stretch in stretches]
    unclosed = [_unclosed(text, stretch, found) for stretch, found in zip(stretches, pairs, strict=True)]
    goes_on = [False] * len(stretches)
    for at in range(len(stretches) - 2, -1, -1):
        following = stretches[at + 1].start
        opens = any(pair.start == following for pair in pairs[at + 1]) or (
            goes_on[at + 1] and unclosed[at + 1] == following
        )
        goes_on[at] = unclosed[at] >= 0 and opens and text[following] == text[unclosed[at]]
    count = 0
    for at, stretch in enumerate(stretches):
        spans = [(pair, False) for pair in pairs[at]]
        if goes_on[at]:
            spans.append((Span(unclosed[at], stretch.end), True))
        follows = at > 0 and goes_on[at - 1]
        for mark in _nested(text, sorted(spans), at, count, follows_at=stretch.start if follows else -1):
            count += 1
            yield mark


def _pairs(text: str, stretch: Span) -> list[Span]:
    written = text[slice(*stretch)]
    if not _ANY.search(written):
        return []
    found = [pair for pair in enclosures(written) if written[pair.start] not in _ROUND]
    ends = {pair.end for pair in found}
    return [Span(a + stretch.start, _closing(written, a, b, ends) + stretch.start) for a, b in found]


def _closing(written: str, start: int, end: int, ends: set[int]) -> int:
    """Where single marks close: farther on if what closes them may be the apostrophe of a plural (the boys’ bikes)."""
    if written[start] not in "‘'" or not _PLURAL.match(written, end - 2):
        return end
    for found in _CLOSER.finditer(written, end):
        if found.end() in ends:
            break
        if not any(mark in written[end : found.start()] for mark in '‘“"'):
            return found.end()
    return end


def _unclosed(text: str, stretch: Span, pairs: list[Span]) -> int:
    """Where a stretch opens a quotation that it does not close; -1 where it does not."""
    closed = max((pair.end for pair in pairs), default=stretch.start)
    for at in range(stretch.end - 1, stretch.start - 1, -1):
        if text[at] in _OPENERS and (at == stretch.start or text[at - 1].isspace()):
            outside = not any(pair.start <= at < pair.end for pair in pairs)
            if outside and not text[at + 1 : at + 2].isspace():
                return at
            if at < closed:
                break
    return -1


def _nested(
    text: str, spans: list[tuple[Span, bool]], paragraph: int, first: int, *, follows_at: int
) -> Iterator[Marked]:
    enclosing: list[tuple[int, Span]] = []
    index = first
    for outer, is_open in spans:
        inner = _inner(text, outer, is_open=is_open)
        while enclosing and outer.start >= enclosing[-1][1].end:
            enclosing.pop()
        if inner.start >= inner.end or (enclosing and outer.end > enclosing[-1][1].end):
            continue
        parent = enclosing[-1][0] if enclosing else -1
        yield Marked(outer, inner, paragraph, parent, is_open, outer.start == follows_at)
        enclosing.append((index, outer))
        index += 1


def _inner(text: str, outer: Span, *, is_open: bool) -> Span:
    start, end = outer.start + 1, outer.end if is_open else outer.end - 1
    written = text[start:end]
    return Span(start + len(written) - len(written.lstrip()), end - len(written) + len(written.rstrip()))


def _lines(
    witness: Witness, paragraphs: list[range], marked: tuple[Marked, ...], found: tuple[tuple[Word, ...], ...]
) -> Iterator[Line]:
    """Sentences; those over which a marked stretch runs are one line."""
    tops = [place for place, mark in enumerate(marked) if mark.parent < 0]
    ends = [marked[place].outer.end for place in tops]
    for number, paragraph in enumerate(paragraphs):
        first = paragraph.start
        for index in paragraph:
            end, kind = witness.sentences[index].span.end, witness.sentences[index].kind
            over = bisect_left(ends, end)
            if over < len(tops) and marked[tops[over]].outer.start < end < ends[over]:
                continue
            start = witness.sentences[first].span.start
            mine = tops[bisect_left(ends, start) : bisect_right(ends, end)]
            line = tuple(word for sentence in found[first : index + 1] for word in sentence)
            yield Line(tuple(_masked(line, marked, mine)) if mine else line, number, kind)
            first = index + 1


def _masked(line: Sequence[Word], marked: tuple[Marked, ...], places: list[int]) -> Iterator[Word]:
    """The words of a line, those of a marked stretch as one."""
    at = 0
    for place in places:
        outer = marked[place].outer
        while at < len(line) and line[at].start < outer.start:
            yield line[at]
            at += 1
        yield Word(outer.start, outer.end, QUOTED, place)
        while at < len(line) and line[at].start < outer.end:
            at += 1
    yield from line[at:]
