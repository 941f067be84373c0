"""Names of people, places and organisations where they stand in a text."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from operator import itemgetter

from tui.facts.bearers import Form, folded, fullest_forms, key
from tui.facts.lexicon import function_words, is_ordinary, words
from tui.facts.model import Fact, Kind, Name, NameSort
from tui.facts.name_runs import Run, bare, is_capitalised, runs
from tui.facts.reading import Reading, Word, is_title
from tui.text.languages import language
from tui.text.spans import Span
from tui.text.witness import Kind as Place

_START = itemgetter(0)
_HEADLINE = 0.6
"""Share of a sentence's words with a capital from which capitals tell nothing."""
_FEWEST = 4
"""Words from which a sentence of the text itself may be set like a headline."""


def find(reading: Reading) -> tuple[Fact, ...]:
    """The names of an English text in its order, one for each place; nothing for other languages."""
    if language(reading.witness.language).code != "en":
        return ()
    shut = [mark.outer for mark in reading.marked if _is_shut(reading.witness.text, mark.outer, mark.inner)]
    marked = [mark.outer for mark in reading.marked]
    found = sorted(_found(reading, shut, marked), key=lambda name: name.span)
    fullest = fullest_forms(found)
    sorts = _sorts((fullest[name.folded], name.sort) for name in found)
    values = {full: Name(full, key(full), sort) for full, sort in sorts.items()}
    return tuple(Fact(Kind.NAME, name.span, values[fullest[name.folded]], name.sentence) for name in found)


_TELLING = (NameSort.UNKNOWN, NameSort.PLACE, NameSort.ORGANISATION, NameSort.PERSON)
"""The surer sort last."""


def _sorts(names: Iterable[tuple[str, NameSort]]) -> dict[str, NameSort]:
    """What each name is by the surest of its places in the text."""
    sorts: dict[str, NameSort] = {}
    for full, sort in names:
        sorts[full] = max(sorts.get(full, NameSort.UNKNOWN), sort, key=_TELLING.index)
    return sorts


def _is_shut(text: str, outer: Span, inner: Span) -> bool:
    """Whether what stands between marks is a title, or in another language as its marks tell: no names are in it."""
    return text[outer.start] in "«»„" or is_title(text[slice(*inner)])


def _found(reading: Reading, shut: list[Span], marked: list[Span]) -> list[Form]:
    witness = reading.witness
    text = witness.text
    sure: list[Form] = []
    unsure: list[Form] = []
    ordered: list[Form] = []
    headlines: list[tuple[int, Sequence[Word]]] = []
    small: set[str] = set()
    for index, sentence in enumerate(witness.sentences):
        if sentence.kind is Place.FURNITURE:
            continue
        line = reading.words[index]
        if _is_headline(line, sentence.kind):
            headlines.append((index, line))
            continue
        small.update([word.text for word in line if word.text.islower()])
        for run in runs(text, line):
            if any(span.start < run.words[0].start < span.end for span in shut):
                continue
            name = _name(text, run, index, line)
            leading = line[0].start == name.span.start and _follows(line, name.span.end) == ":"
            alone = run.initial and len(run.words) == 1 and not (name.written.isupper() and len(name.written) > 1)
            told_to = alone and sentence.kind is Place.LIST and _follows(line, name.span.end)[:1].islower()
            (ordered if told_to else unsure if leading or alone else sure).append(name)
    known = {part for name in sure if "-" not in name.written for part in name.folded} - function_words()
    small |= {name.written.casefold() for name in unsure if any(s.start < name.span.start < s.end for s in marked)}
    sure += [name for name in unsure if _stands(name, known, small)]
    sure += [name for name in ordered if name.folded[-1] in known]
    places = {name.folded for name in sure if name.sort is NameSort.PLACE}
    whole = {name.folded for name in sure}
    sure = [part for name in sure if not _is_compound(name, known) for part in _parted(text, name, whole, places)]
    sure = _dashed(text, sure)
    return sure + _in_headlines(text, headlines, sure)


def _follows(line: Sequence[Word], end: int) -> str:
    at = bisect_left(line, end, key=_START)
    return line[at].text if at < len(line) else ""


def _stands(name: Form, known: set[str], small: set[str]) -> bool:
    """Whether a word that opens a sentence is a name: others say so, or no other word is written so."""
    if name.folded[-1] in known:
        return True
    return len(name.folded) == 1 and not is_ordinary(name.written) and name.written.casefold() not in small


def _is_compound(name: Form, known: set[str]) -> bool:
    """Whether a word joins two names by a hyphen, as in a pact of two countries: a name of neither."""
    parts = re.split("[-‑]", name.written)
    if len(parts) == 1 or " " in name.written:
        return False
    return all(part.casefold() in known or (part.isupper() and len(part) > 1) for part in parts)


def _dashed(text: str, names: Sequence[Form]) -> list[Form]:
    """The names, two on either side of a dash as one where neither side is a name by itself (Port Lund–Berg)."""
    often = Counter(part for name in names for part in {name.folded[0], name.folded[-1]})
    found: list[Form] = []
    for name in sorted(names, key=lambda one: one.span):
        before = found[-1] if found else name
        dashed = text[before.span.end : name.span.start] in ("–", "‑") and before.sentence == name.sentence
        if dashed and len(before.folded) > 1 and often[before.folded[-1]] == often[name.folded[0]] == 1:
            span = Span(before.span.start, name.span.end)
            written = text[slice(*span)]
            found[-1] = Form(span, written, folded(written), name.sentence, before.sort)
        else:
            found.append(name)
    return found


def _parted(text: str, name: Form, whole: set[tuple[str, ...]], places: set[tuple[str, ...]]) -> list[Form]:
    """Two names that only stand side by side, else the name itself: in Oslo Holm said, the Berg–Lund Oslo meeting."""
    if len(name.folded) == 1 or name.folded[-1] in words("bodies") or " " not in name.written:
        return [name]
    first, last = name.written.partition(" "), name.written.rpartition(" ")
    for left, _, right in (first, last):
        one, other = folded(left), folded(right)
        behind_dash = text[name.span.start - 1 : name.span.start] in tuple("–‑-") and right == first[2]
        if one in whole and other in whole and (behind_dash or (one in places) is not (other in places)):
            start, end = name.span
            return [
                Form(Span(start, start + len(left)), left, one, name.sentence, NameSort.UNKNOWN),
                Form(Span(end - len(right), end), right, other, name.sentence, NameSort.UNKNOWN),
            ]
    return [name]


def _name(text: str, run: Run, sentence: int, line: Sequence[Word]) -> Form:
    span = Span(run.words[0].start, run.words[-1].start + len(bare(run.words[-1].text)))
    sort = run.sort
    if sort is NameSort.UNKNOWN:
        at = bisect_left(line, span.start, key=_START)
        before = line[at - 1].text.casefold() if at else ""
        following = line[at + len(run.words) : at + len(run.words) + 2]
        owner = run.words[-1].end > span.end
        if before in words("where") and not owner:
            sort = NameSort.PLACE
        elif len(following) > 1 and following[0].text == "," and following[1].text.isdigit():
            sort = NameSort.PERSON
    return Form(span, text[slice(*span)], folded(text[slice(*span)]), sentence, sort)


def _is_headline(line: Sequence[Word], kind: Place) -> bool:
    """Whether nearly every word has a capital, so that a capital tells nothing."""
    spelled = [word.text for word in line if word.text[0].isalpha()]
    capitals = sum(1 for word in spelled if word[0].isupper())
    shouting = sum(1 for word in spelled if word.isupper() and len(word) > 1)
    if kind in (Place.TITLE, Place.HEADING):
        return capitals >= _HEADLINE * len(spelled)
    if len(spelled) < _FEWEST:
        return False
    return 2 * shouting > len(spelled) or (capitals >= _HEADLINE * len(spelled) and line[-1].text != ".")


def _in_headlines(text: str, headlines: list[tuple[int, Sequence[Word]]], sure: list[Form]) -> list[Form]:
    """The names of the body where a headline has them, the longest first."""
    known = {name.folded: name.sort for name in sorted(sure, key=lambda name: name.sort == NameSort.UNKNOWN)}
    ends = {
        folded[-1:]: sort
        for folded, sort in known.items()
        if len(folded) > 1 and folded[-1] not in words("bodies") and not folded[-1].isdigit()
    }
    known = {**ends, **known}
    longest = max((len(folded) for folded in known), default=0)
    found: list[Form] = []
    for index, line in headlines:
        at = 0
        while at < len(line):
            for length in range(min(longest, len(line) - at), 0, -1):
                span = Span(line[at].start, line[at + length - 1].start + len(bare(line[at + length - 1].text)))
                written = text[slice(*span)]
                whole = written[:1].isalpha() and written[-1:].isalnum()
                if whole and is_capitalised(written) and folded(written) in known:
                    found.append(Form(span, written, folded(written), index, known[folded(written)]))
                    at += length - 1
                    break
            at += 1
    return found
