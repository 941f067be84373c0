"""One way of writing a character: quotes, dashes, spaces, digits and case, place for place."""

import unicodedata
from functools import lru_cache

_APOSTROPHES = "‘’‚‛ʼʹ′`´＇"
_QUOTES = "“”„‟«»‹›″〝〞＂"
_DASHES = "‐‑‒–—―−﹘﹣－"
_SPACES = (
    "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
    "\t\n\r\v\f\x85\u2028\u2029"
)
_PLAIN = {
    **dict.fromkeys(map(ord, _APOSTROPHES), "'"),
    **dict.fromkeys(map(ord, _QUOTES), '"'),
    **dict.fromkeys(map(ord, _DASHES), "-"),
    **dict.fromkeys(map(ord, _SPACES), " "),
}


class _Table(dict[int, str]):
    """Code point to folded character, filled as characters are met."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        decimal = unicodedata.decimal(character, None)
        folded = character.lower() if decimal is None else str(decimal)
        self[code] = folded = folded if len(folded) == 1 else character
        return folded


_TABLE = _Table(_PLAIN)


def plain(text: str) -> str:
    """The text with quotes, dashes and exotic spaces made plain, each in its place."""
    return text.translate(_PLAIN)


def fold(text: str) -> str:
    """The text with quotes, dashes, exotic spaces, digits and case made plain.

    As many code points as before, each in its place, so that offsets into one are offsets into the other. A
    capital whose small form is longer stays as it is.
    """
    if text.isascii():
        return text.lower().translate(_PLAIN)
    return text.translate(_TABLE)


@lru_cache(maxsize=65_536)
def fold_accents(word: str) -> str:
    """The word without its diacritics: `Orbán` gives `Orban`."""
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))
