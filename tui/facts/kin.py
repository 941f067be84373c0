"""Words that news uses for one and the same thing, by which two tellings are known to be of it."""

from functools import cache
from pathlib import Path

from tui.text.languages import language


@cache
def _stems(*sorts: str) -> dict[str, str]:
    kin: dict[str, str] = {}
    for sort, words in _groups():
        for stem in language("en").stems(words) if sort in sorts else ():
            kin.setdefault(stem, words[0])
    return kin


@cache
def _groups() -> tuple[tuple[str, list[str]], ...]:
    lines = (Path(__file__).parent / "kin.txt").read_text(encoding="utf-8").splitlines()
    parted = (line.partition(": ") for line in lines if not line.startswith("#"))
    return tuple((sort, words.split()) for sort, _, words in parted)


def joined(stems: list[str]) -> list[str]:
    """The stems, each that has kin replaced by what all of its kin are replaced by."""
    kin = _stems("happening", "thing", "doing")
    return [kin.get(stem, stem) for stem in stems]


def joined_nouns(stems: list[str]) -> list[str]:
    """The same for names of things and happenings alone; what is done keeps its stem."""
    kin = _stems("happening", "thing")
    return [kin.get(stem, stem) for stem in stems]


@cache
def happenings() -> frozenset[str]:
    """Words, in lower case, for what has a day and a length: talks, match."""
    return frozenset(word for sort, words in _groups() if sort == "happening" for word in words)


@cache
def deeds() -> dict[str, str]:
    """Forms of verbs, in lower case, to the happening that goes on as long: met, talks."""
    return {form: words[0] for sort, words in _groups() if sort == "deed" for form in words[1:]}


@cache
def happening_stems() -> frozenset[str]:
    """What `joined` puts for the happenings."""
    return frozenset(words[0] for sort, words in _groups() if sort == "happening")
