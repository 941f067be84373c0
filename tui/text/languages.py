"""What a language adds to the comparing of words: stems, function words, and how it writes numbers."""

import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import Stemmer

_STEMMERS = {
    "ar": "arabic", "ca": "catalan", "cs": "czech", "da": "danish", "de": "german", "el": "greek",
    "en": "english", "eo": "esperanto", "es": "spanish", "et": "estonian", "eu": "basque", "fa": "persian",
    "fi": "finnish", "fr": "french", "ga": "irish", "hi": "hindi", "hu": "hungarian", "hy": "armenian",
    "id": "indonesian", "it": "italian", "lt": "lithuanian", "ne": "nepali", "nl": "dutch",
    "no": "norwegian", "pl": "polish", "pt": "portuguese", "ro": "romanian", "ru": "russian",
    "sr": "serbian", "st": "sesotho", "sv": "swedish", "ta": "tamil", "tr": "turkish", "yi": "yiddish",
}  # fmt: skip
_SAME_AS = {"nb": "no", "nn": "no", "iw": "he", "in": "id", "ji": "yi"}
_DECIMAL_POINT = frozenset(["en", "zh", "ja", "ko", "he", "hi", "ne", "ta", "th", "ar", "fa", "ga"])
_NO_CACHE = 0
"""Who stems remembers the stems; a second memory costs more than stemming."""
_ELIDING = frozenset({"fr", "it", "ca"})
_CAPITAL_NOUNS = frozenset({"de", "lb"})


class Language(NamedTuple):
    """A language by its ISO 639-1 code; a language nobody described has no function words and no stemmer.

    `decimal_point` is False where a comma parts the decimals; `eliding` is True where an apostrophe ends a
    word (l'eau) instead of standing inside one, `capital_nouns` where every noun has a capital.
    """

    code: str
    function_words: frozenset[str]
    decimal_point: bool
    eliding: bool
    capital_nouns: bool

    def stems(self, words: Sequence[str]) -> list[str]:
        """The stem of each folded word, or the words themselves where no stemmer is known."""
        stemmer = _stemmer(self.code)
        return stemmer.stemWords(words) if stemmer else list(words)


@lru_cache(maxsize=256)
def language(code: str) -> Language:
    """What is known of a language, by a code such as `en`, `en-GB` or `pt_BR`; never fails."""
    primary = code.replace("_", "-").partition("-")[0].lower()
    primary = _SAME_AS.get(primary, primary)
    return Language(
        code=primary,
        function_words=_function_words(primary),
        decimal_point=primary in _DECIMAL_POINT,
        eliding=primary in _ELIDING,
        capital_nouns=primary in _CAPITAL_NOUNS,
    )


def stemmed_languages() -> tuple[str, ...]:
    """The codes of the languages that have a stemmer, in order."""
    return tuple(_STEMMERS)


@lru_cache(maxsize=64)
def _stemmer(code: str) -> "Stemmer.Stemmer | None":
    available = _STEMMERS.get(code)
    return Stemmer.Stemmer(available, _NO_CACHE) if available in Stemmer.algorithms() else None


def _function_words(code: str) -> frozenset[str]:
    """The words listed for a language, none for one without a list; those of the others are left as they stand."""
    listed = (rest for name, _, rest in _listed() if name == code)
    return frozenset(unicodedata.normalize("NFKC", " ".join(listed)).casefold().split())


@lru_cache(maxsize=1)
def _listed() -> tuple[tuple[str, str, str], ...]:
    """The lines of the list, each cut at its first colon."""
    listed = (Path(__file__).parent / "function_words.txt").read_text(encoding="utf-8")
    return tuple(line.partition(":") for line in listed.splitlines())
