"""Words that the rules for names, sources and quotations know by sight, read from lists in plain text."""

from functools import cache
from pathlib import Path

from tui.facts.word_sets import word_set
from tui.text.languages import language

_FOLDER = Path(__file__).parent
_VOWELS = frozenset("aeiou")
_ENDINGS = tuple(word_set("ing ly ness tion tions sion sions ployment ments ities ists isms ances ences"))
_PAST_ENDING = 5
"""Letters from which a word in -ed counts as a participle: Fred and Ahmed are none."""
_NAMED_SO = word_set("Ahmed Mohamed Mohammed Muhammed Reading Beijing Kipling Sterling Emily")
"""Names that end as ordinary words do."""


@cache
def words(name: str) -> frozenset[str]:
    """The words of a list of `words.txt`, in lower case.

    Raises:
        KeyError: There is no such list.
    """
    return frozenset(word for word in _lists()[name] if "/" not in word)


@cache
def _lists() -> dict[str, tuple[str, ...]]:
    lists: dict[str, list[str]] = {}
    for line in (_FOLDER / "words.txt").read_text(encoding="utf-8").splitlines():
        name, colon, rest = line.partition(":")
        if colon and not line.startswith("#"):
            lists.setdefault(name, []).extend(rest.split())
    return {name: tuple(listed) for name, listed in lists.items()}


@cache
def verbs(name: str) -> dict[str, str]:
    """Every form of the verbs of a list of `words.txt` but the one in -ing, to its base form."""
    return {form: base for verb in _lists()[name] for form, base in _forms(verb)}


@cache
def either(*names: str) -> frozenset[str]:
    """The words of several lists."""
    return frozenset().union(*(words(name) for name in names))


@cache
def verb_forms() -> frozenset[str]:
    """Every form of every verb by which something may be said, those in -ing among them."""
    lists = ("saying", "sometimes", "outward", "judging")
    return frozenset().union(*(verbs(name) for name in lists), *(participles(name) for name in lists))


@cache
def participles(name: str) -> dict[str, str]:
    """The forms in -ing of the verbs of a list of `words.txt`, to their base forms."""
    bases = [verb.partition("/")[0] for verb in _lists()[name]]
    return {_stem(base, "ing") + "ing": base for base in bases}


def _forms(verb: str) -> list[tuple[str, str]]:
    base, slash, past = verb.partition("/")
    past = past if slash else _stem(base, "ed") + "ed"
    hissing = base.endswith(("s", "sh", "ch", "x"))
    third = f"{base[:-1]}ies" if _ends_in_y(base) else base + ("es" if hissing else "s")
    return [(base, base), (third, base), (past, base)]


def _ends_in_y(base: str) -> bool:
    return base.endswith("y") and base[-2] not in _VOWELS


def _stem(base: str, ending: str) -> str:
    if base in words("doubling"):
        return base + base[-1]
    if base.endswith("e") and (ending == "ed" or not base.endswith("ee")):
        return base[:-1]
    return f"{base[:-1]}i" if ending == "ed" and _ends_in_y(base) else base


@cache
def _ordinary() -> frozenset[str]:
    listed = (_FOLDER / "ordinary_words.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in listed if not line.startswith("#") for word in line.split())


@cache
def function_words() -> frozenset[str]:
    """The function words of English."""
    return language("en").function_words


def is_ordinary(word: str) -> bool:
    """Whether a word with a capital, standing first in its sentence, has it for that alone as far as can be told."""
    small = word.casefold().replace("’", "'").partition("'")[0]
    known = _ordinary()
    if small in known or small in function_words() or small in verbs("saying"):
        return True
    if word in _NAMED_SO:
        return False
    if small.endswith("s") and ({small[:-1], small.removesuffix("es"), f"{small.removesuffix('ies')}y"} & known):
        return True
    if small.endswith("ed") and len(small) > _PAST_ENDING:
        return True
    if "-" in small and word.rpartition("-")[2].islower():
        return True
    return len(small) > _PAST_ENDING and small.endswith(_ENDINGS)
