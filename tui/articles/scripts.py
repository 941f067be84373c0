"""A language told by its script, and by its small words where many share one."""

import re
from collections import Counter
from itertools import filterfalse

from tui.text.languages import language, stemmed_languages

_SAMPLE = 4_000
_WORDED = 2_000
_WORD = re.compile(r"[^\W\d_]+")

FEWEST_WORDS = 12
"""A text of fewer words is in the default language."""

SURE = 0.3
"""The share of a text's words from which, being small words of the default language, they leave no question."""

LIKELY = 0.1
"""The share that small words of another language must have."""

FEWEST_SMALL = 4
"""So many different ones it must have."""

LEAD = 1.2
"""How many times as many small words another language must have as the default one to be taken for it."""

_RANGES = (
    ("\u0370", "\u03ff", "el"),
    ("\u0400", "\u052f", "ru"),
    ("\u0530", "\u058f", "hy"),
    ("\u0590", "\u05ff", "he"),
    ("\u0600", "\u06ff", "ar"),
    ("\u0900", "\u097f", "hi"),
    ("\u0980", "\u09ff", "bn"),
    ("\u0a00", "\u0a7f", "pa"),
    ("\u0a80", "\u0aff", "gu"),
    ("\u0b80", "\u0bff", "ta"),
    ("\u0c00", "\u0c7f", "te"),
    ("\u0c80", "\u0cff", "kn"),
    ("\u0d00", "\u0d7f", "ml"),
    ("\u0d80", "\u0dff", "si"),
    ("\u0e00", "\u0e7f", "th"),
    ("\u1000", "\u109f", "my"),
    ("\u10a0", "\u10ff", "ka"),
    ("\u1200", "\u137f", "am"),
    ("\u1780", "\u17ff", "km"),
    ("\u3040", "\u30ff", "ja"),
    ("\u4e00", "\u9fff", "zh"),
    ("\uac00", "\ud7a3", "ko"),
)
_LETTERS = {"uk": "іїєґІЇЄҐ", "fa": "پچژگک", "ur": "ٹڈڑےں"}


def language_of(text: str, default: str = "en") -> str:
    """The ISO 639-1 code of the language that most of the text is in, as far as its beginning tells.

    A script that one language has tells it, small words tell those that are written in Latin letters. A text that is
    too short, or in no language that has a list of small words, has the default one.
    """
    sample = text[:_SAMPLE]
    return _by_script(sample) or _by_small_words(text[:_WORDED], default)


def _by_small_words(sample: str, default: str) -> str:
    runs = sample.casefold().split()
    words = [*filter(str.isalpha, runs), *_WORD.findall(" ".join(filterfalse(str.isalpha, runs)))]
    own = sum(map(language(default).function_words.__contains__, words))
    if len(words) < FEWEST_WORDS or own >= SURE * len(words):
        return default
    counts = Counter(words)
    different = frozenset(counts)
    found = {code: [counts[word] for word in different & language(code).function_words] for code in stemmed_languages()}
    likely = max(found, key=lambda code: sum(found[code]))
    clear = len(found[likely]) >= FEWEST_SMALL and sum(found[likely]) >= max(LIKELY * len(words), LEAD * own)
    return likely if clear else default


def _by_script(sample: str) -> str | None:
    """The language that most letters are written for, None where they are Latin."""
    if sample.isascii():
        return None
    letters = Counter(filter(str.isalpha, sample))
    total = sum(letters.values())
    counts: Counter[str] = Counter()
    for letter, times in letters.items():
        if letter > "\u036f":
            code = next((code for first, last, code in _RANGES if first <= letter <= last), None)
            if code:
                counts[code] += times
    if not counts or counts.total() * 2 < total:
        return None
    if counts["ja"] * 10 > counts["zh"]:
        return "ja"
    code = counts.most_common(1)[0][0]
    return _refined(code, sample)


def _refined(code: str, sample: str) -> str:
    """Ukrainian among Cyrillic texts, Persian and Urdu among Arabic ones."""
    if code == "ru":
        return "uk" if _is_common("uk", sample) else "ru"
    if code == "ar":
        return next((other for other in ("ur", "fa") if _is_common(other, sample)), "ar")
    return code


def _is_common(code: str, sample: str) -> bool:
    """Whether more than one code point in fifty is a letter that only this language has in its script."""
    return sum(map(sample.count, _LETTERS[code])) * 50 > len(sample)
