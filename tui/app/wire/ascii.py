"""Drawing with fewer signs: in ASCII alone, or with what an encoding has."""

import codecs
import sys
import unicodedata
from functools import lru_cache

from rich.cells import cell_len
from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from tui.presentation.glyphs import ASCII
from tui.terminals.identity import lacks_signs, own_environ
from tui.text.typography import fold_accents, plain

_BOXES = {
    **dict.fromkeys("─━═╌╍┄┅▔▁", "-"),
    **dict.fromkeys("│┃║▏▕▎▊", "|"),
    **dict.fromkeys("┌┐└┘├┤┬┴┼╭╮╯╰", "+"),
    **dict(zip("↓↑←→", "v^<>", strict=True)),
}
_TABLE = {**str.maketrans(_BOXES), **ASCII}


def drawing(ascii_: str) -> list[LineFilter]:
    """What every picture passes through: nothing where the terminal takes every sign.

    Args:
        ascii_: The setting: on, off, or auto for what the environment tells.
    """
    filters: list[LineFilter] = []
    encoding = getattr(sys.__stderr__, "encoding", None) or "utf-8"  # where Textual writes
    if ascii_ == "on" or (ascii_ == "auto" and lacks_signs(own_environ())):
        filters.append(AsciiFilter())
    if codecs.lookup(encoding).name != "utf-8":
        filters.append(EncodingFilter(encoding))
    return filters


class AsciiFilter(LineFilter):
    """Puts the ASCII form for every glyph and line that the program draws, cell for cell."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The same segments in ASCII signs."""
        del background
        return [Segment(text.translate(_TABLE), style, control) for text, style, control in segments]


class EncodingFilter(LineFilter):
    """Puts something near, cell for cell, for every character that an encoding lacks: a plain quote, ? at last."""

    def __init__(self, encoding: str) -> None:
        super().__init__()
        self._encoding = encoding

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The same segments in characters of the encoding."""
        del background
        return [Segment(encodable(text, self._encoding), style, control) for text, style, control in segments]


@lru_cache(maxsize=4096)
def encodable(text: str, encoding: str) -> str:
    """The text in as many cells, with nothing in it that the encoding lacks."""
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return "".join(_near(character, encoding) for character in unicodedata.normalize("NFC", text))
    return text


def _near(character: str, encoding: str) -> str:
    """The character, else its plain form, else a question mark in each of its cells."""
    cells = cell_len(character)
    for form in (character, plain(character), character.translate(_TABLE), fold_accents(character)):
        if cell_len(form) == cells and _has(encoding, form):
            return form
    return "?" * cells


def _has(encoding: str, text: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True
