"""Which forms of a name may be of one bearer: the spellings of it, its beginning, its end, its initials."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from tui.facts.lexicon import words
from tui.facts.model import NameSort
from tui.text.spans import Span
from tui.text.tokens import tokenize

_SAME = {
    "us": "united states", "usa": "united states", "united states of america": "united states", "america":
    "united states", "uk": "united kingdom", "great britain": "united kingdom", "britain": "united kingdom",
    "eu": "european union", "un": "united nations",
}  # fmt: skip
_LATER = frozenset({"jr", "sr", "ii", "iii"})


class Form(NamedTuple):
    """A name where it stands: as written, and its words in lower case without diacritics."""

    span: Span
    written: str
    folded: tuple[str, ...]
    sentence: int
    sort: NameSort


@lru_cache(maxsize=4096)
def key(name: str) -> str:
    """The form that all spellings of a name share; without initials in the middle."""
    parts = list(folded(name))
    if len(parts) > 2:
        parts = [part for at, part in enumerate(parts) if len(part) > 1 or at in (0, len(parts) - 1)]
    if len(parts) > 1 and parts[-1] in _LATER:
        parts = parts[:-1]
    joined = " ".join(parts)
    return _SAME.get(joined, joined)


@lru_cache(maxsize=4096)
def folded(written: str) -> tuple[str, ...]:
    """The words of a name in lower case without diacritics."""
    return tuple(form.casefold() for form in tokenize(written).forms)


def may_be_one(left: str, right: str) -> bool:
    """Whether two keys may stand for one bearer: equal, or one the beginning, the end or the initials of the other."""
    short, long = sorted((left.split(), right.split()), key=len)
    return _is_end(short, long) or (len(short) == 1 < len(long) and short[0] == _initials(long))


def fullest_forms(found: Iterable[Form]) -> dict[tuple[str, ...], str]:
    """The fullest form of each name of a text: the one longer name of which it is the end, beginning or initials."""
    first: dict[tuple[str, ...], Form] = {}
    for name in found:
        first.setdefault(name.folded, name)
    longer: dict[str, list[tuple[str, ...]]] = {}
    for parts in first:
        for part in {parts[0], parts[-1], _initials(parts)} if len(parts) > 1 else ():
            longer.setdefault(part, []).append(parts)
    return {parts: _fullest(name, first, longer) for parts, name in first.items()}


def _fullest(name: Form, first: dict[tuple[str, ...], Form], longer: dict[str, list[tuple[str, ...]]]) -> str:
    fuller = [
        other
        for other in {*longer.get(name.folded[-1], ()), *longer.get(name.folded[0], ())}
        if len(other) > len(name.folded) and _is_fuller(other, name)
    ]
    fuller.sort(key=lambda other: (-len(other), other))
    if not fuller or not all(_is_end(other, fuller[0]) for other in fuller):
        return name.written
    return first[fuller[0]].written


def _is_fuller(other: tuple[str, ...], name: Form) -> bool:
    """Whether a longer name is a fuller form of a name."""
    size = len(name.folded)
    if size == 1 and name.folded[0] in words("bodies"):
        return False
    if other[-size:] == name.folded:
        return name.sort is not NameSort.PLACE
    if other[:size] == name.folded:
        if other[-1] in words("bodies"):
            return other[-1] in words("corporate") and name.sort is not NameSort.PLACE
        return size == 1 and len(other) == 2 and name.sort is not NameSort.PLACE
    return size == 1 and name.written.isupper() and name.folded[0] == _initials(other)


def _is_end(short: Sequence[str], long: Sequence[str]) -> bool:
    """Whether words are the beginning or the end of others, or all of them."""
    return short == long[: len(short)] or short == long[-len(short) :]


def _initials(parts: Sequence[str]) -> str:
    return "".join(part[0] for part in parts)
