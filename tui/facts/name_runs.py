"""Runs of capitalised words, and what of them can be a name."""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import dropwhile
from typing import NamedTuple

from tui.facts.lexicon import either, function_words, is_ordinary, words
from tui.facts.model import NameSort
from tui.facts.reading import Word
from tui.facts.word_sets import word_set

_POSSESSIVE = re.compile(r"['’]s?$", re.IGNORECASE)
_CAPITAL = re.compile(r"(?:al|el|ul|d|l|de)[-’'][A-Z]")
_OPENING = frozenset("“„«\"'‘(:—–[•*-…")
_WEEKDAYS = word_set("monday tuesday wednesday thursday friday saturday sunday")
_OFFICES = word_set("secretary president minister chancellor senator governor ambassador envoy")
_PATRONS = word_set("king queen prince princess duke judge general")
"""Titles that are a part of the name of a body: Queen's College, General Hospital."""
_SYLLABLE = 4
"""Letters that a given name may have behind its hyphen in lower case: Ji-woo."""
_SHORTEST_ACRONYM = 2


class Run(NamedTuple):
    """Words that may be one name."""

    words: tuple[Word, ...]
    initial: bool = False
    """Begins where any word has a capital."""
    sort: NameSort = NameSort.UNKNOWN

    @property
    def small(self) -> tuple[str, ...]:
        """Its words in lower case, without possessive endings."""
        return tuple([_small(word.text) for word in self.words])


@lru_cache(maxsize=8192)
def bare(written: str) -> str:
    """A word without its possessive ending."""
    return _POSSESSIVE.sub("", written)


@lru_cache(maxsize=8192)
def _small(written: str) -> str:
    return bare(written).casefold()


def is_capitalised(written: str) -> bool:
    """Whether a word has a capital at its start, or behind a particle bound to it (al-Masri)."""
    first = written[0]
    if not first.isupper() and not (first.islower() and _CAPITAL.match(written)):
        return False
    last = written.rpartition("-")[2]
    return "-" not in written or not last.islower() or (len(last) <= _SYLLABLE and not is_ordinary(last))


def runs(text: str, line: Sequence[Word]) -> Iterator[Run]:
    """The runs of a sentence that may be names, in order."""
    at = 0
    while at < len(line):
        if is_capitalised(line[at].text):
            end = _end(text, line, at)
            initial = at == 0 or _opens(line, at)
            following = line[end].text if end < len(line) else ""
            if initial and end == at + 1 and line[at].text.capitalize() == line[at].text in _openers():
                at = end
                continue
            found = Run(tuple([word for word in line[at:end] if word.text != "."]), initial)
            yield from _names(found, following)
            at = end
        else:
            at += 1


@cache
def _openers() -> frozenset[str]:
    """Function words as they open a sentence."""
    return frozenset(word.capitalize() for word in function_words())


def _opens(line: Sequence[Word], at: int) -> bool:
    """Whether a word has a capital because of the sign before it."""
    before = line[at - 1].text
    return before in _OPENING or (before in ".?!" and at > 1 and line[at - 2].text.casefold() not in words("titles"))


def _end(text: str, line: Sequence[Word], start: int) -> int:
    """Where the run that starts with a word ends; signs and small words count where a capital follows them."""
    end = start + 1
    while end < len(line):
        if _is_possessive(line[end - 1].text) and not _possessed(line, start, end):
            break
        step = _step(line, start, end)
        if not step or (line[end].text != "." and not text[line[end - 1].end : line[end].start].isspace()):
            break
        end += step
    return end


def _is_possessive(written: str) -> bool:
    return written.endswith(("'s", "’s"))


def _possessed(line: Sequence[Word], start: int, end: int) -> bool:
    """Whether a possessive is a part of a name: King's College, Children's Hospital."""
    owner = bare(line[end - 1].text)
    ordinary = owner.casefold() in words("titles") or is_ordinary(owner) or line[start].text == "St"
    later = [word.text.casefold() for word in line[end : end + 3] if is_capitalised(word.text)]
    return ordinary and any(word in words("bodies") for word in later)


def _step(line: Sequence[Word], start: int, end: int) -> int:
    """How many words a run goes on by; 0 where it ends."""
    here = line[end].text
    if is_capitalised(here):
        return 1
    last = line[end - 1].text
    following = [word.text for word in line[end + 1 : end + 3]]
    if here == ".":
        abbreviates = (len(last) == 1 and last.isupper()) or last.casefold() in words("titles")
        return 2 if abbreviates and following and is_capitalised(following[0]) else 0
    if bare(here).isdigit():
        return int(last.casefold() in words("numbered"))
    return _joined(line[start:end], here.casefold(), following) if following else 0


def _joined(before: Sequence[Word], small: str, following: list[str]) -> int:
    """How many words a run goes on by over a small word between two capitals."""
    if small in ("of", "for"):
        return _linked(before, small, following)
    if small == "and":
        both = is_ordinary(before[-1].text) and is_ordinary(following[0]) and is_capitalised(following[0])
        return 2 if both and len(before) == 1 and following[1:] and following[1].casefold() in words("bodies") else 0
    if small != "&" and small not in words("particles"):
        return 0
    if is_capitalised(following[0]):
        return 2
    further = following[0] in words("particles") and following[1:] and is_capitalised(following[1])
    return 3 if further else 0


def _linked(before: Sequence[Word], small: str, following: list[str]) -> int:
    last = before[-1].text.casefold()
    if last not in words("linked") and not (small == "for" and last in words("bodies")):
        return 0
    if is_capitalised(following[0]):
        return 2
    return 3 if following[0] == "the" and following[1:] and is_capitalised(following[1]) else 0


def _names(run: Run, following: str) -> Iterator[Run]:
    """What of a run is a name: a person behind a title, and what stands before it."""
    small = run.small
    body = small[-1] in words("bodies")
    title = max((at for at, word in enumerate(small[:-1]) if word in words("titles")), default=-1)
    if title >= 0 and not (body and small[title] in _PATRONS):
        rest = tuple(dropwhile(lambda word: word.text[0].islower(), run.words[title + 1 :]))
        behind = _stripped(Run(rest, sort=NameSort.PERSON if rest == run.words[title + 1 :] else NameSort.UNKNOWN))
        ahead = run.words[:title]
        while ahead and ahead[-1].text.casefold() in either("titles", "offices"):
            ahead = ahead[:-1]
        if ahead:
            yield from _plain(Run(ahead, run.initial), "")
        if behind:
            yield from _plain(behind, following)
    else:
        yield from _plain(run, following)


def _plain(run: Run, following: str) -> Iterator[Run]:
    found = _opened(run)
    found = found and _stripped(found)
    if found and not _is_label(found, following):
        small = found.small
        sort = NameSort.ORGANISATION if small[-1] in words("bodies") and len(small) > 1 else found.sort
        yield Run(found.words, found.initial, sort)


def _opened(run: Run) -> Run | None:
    """Without a first word that has its capital for standing first."""
    if not run.initial:
        return run
    first, small = run.words[0].text, run.small
    if len(small) == 1 or (len(small) == 2 and small[0] == "the" and small[1] in words("papers")):
        return Run(run.words, len(small) == 1, run.sort)
    keeps = small[-1] in words("bodies") and small[0] not in function_words()
    if keeps or (small[0] in words("given") and len(small) <= 3 and small[1] not in words("bodies")):
        return Run(run.words, False, run.sort)
    keeps = small[0] in words("heads") and not is_ordinary(run.words[1].text)
    if not keeps and (is_ordinary(first) or small[0] in words("titles")):
        return _opened(Run(run.words[1:], False, run.sort))
    return Run(run.words, False, run.sort)


def _stripped(run: Run) -> Run | None:
    """Without titles, offices, demonyms and days around the name; None where nothing is left."""
    left = list(run.words)
    small = [_small(word.text) for word in left]
    if small[-1] in _WEEKDAYS and all(is_ordinary(word.text) for word in left[:-1]):
        return None
    while small and small[-1] in _WEEKDAYS:
        left, small = left[:-1], small[:-1]
    body = len(small) > 1 and small[-1] in words("bodies")
    before = either("demonyms", "offices", "titles", "capitals")
    while (
        left and not body and (small[0] in before or (small[0] in words("calendar") and small[0] not in words("given")))
    ):
        left, small = left[1:], small[1:]
    if len(left) > 1 and small[-1] in _OFFICES:
        left, small = left[:-1], small[:-1]
    while left and (small[-1] in words("capitals") or (small[-1] in words("calendar") and len(left) == 1)):
        left, small = left[:-1], small[:-1]
    if not left or small[-1] in words("demonyms") or (len(left) == 1 and _is_people(small[0])):
        return None
    if len(left) == 1 < len(run.words) and _small(run.words[0].text) in words("demonyms") and is_ordinary(left[0].text):
        return None
    return Run(tuple(left), run.initial, run.sort)


def _is_people(word: str) -> bool:
    return word.removesuffix("s") in words("demonyms")


def _is_label(run: Run, following: str) -> bool:
    """Whether a single word names nothing: a title, a letter, a label with its number."""
    if len(run.words) > 1:
        return False
    written = bare(run.words[0].text)
    small = written.casefold()
    if len(small) < _SHORTEST_ACRONYM or small in either("titles", "offices", "calendar"):
        return True
    if small in words("bodies") and (is_ordinary(written) or run.initial):
        return run.initial or small not in words("chambers")
    return following[:1].isdigit() and is_ordinary(written)
