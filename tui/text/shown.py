"""Text from a source made safe to show: nothing in it can move a cursor, ring, reorder or hide."""

import re

_SPACES = "\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\u2028\u2029"
_INVISIBLE = "\u00ad\u180e\u200b\u2060\u2061\u2062\u2063\u2064\ufeff"
_REORDERING = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_DEPRECATED = "\u206a\u206b\u206c\u206d\u206e\u206f\ufff9\ufffa\ufffb\U000e0001"

REPLACEMENT = "\ufffd"
"""Stands where a control character stood."""

_TABLE: dict[int, str | None] = {
    **dict.fromkeys([*range(0x20), *range(0x7F, 0xA0), *range(0xD800, 0xE000)], REPLACEMENT),
    **{ord(c): REPLACEMENT for c in _REORDERING + _DEPRECATED},
    **{ord(c): " " for c in _SPACES},
    **{ord(c): None for c in _INVISIBLE},
    **dict.fromkeys(range(0xE0020, 0xE0080)),
}

_PICTURES = "\u2190-\u21ff\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff"
_JOINER = f"\u200d(?![{_PICTURES}])|(?<![{_PICTURES}\ufe0f])\u200d"

DROPPED = f"[{_INVISIBLE}\U000e0020-\U000e007f]+|{_JOINER}"
"""Pattern of the characters that `shown` leaves out; without them it gives one character for each.

A joiner between letters is among them: terminals disagree on how wide what it joins is, and columns would shift.
"""


def shown(text: str) -> str:
    """The text with controls replaced, line ends and tabs as spaces, and characters without a shape left out."""
    if text.isprintable():
        return text
    return (re.sub(DROPPED, "", text) if "\u200d" in text else text).translate(_TABLE)


def one_line(text: str) -> str:
    """The text safe to show, on one line: white space joined, none at either end."""
    return " ".join(shown(text).split())
