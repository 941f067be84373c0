"""Where quotation marks and brackets open and close."""

import re

from tui.text.spans import Span

_MARK = re.compile(r"""["“”„‟«»‹›「」『』‘’‚'()（）]""")
_CORNERS = {"」": "「", "』": "『"}
_ROUND = {")": "(", "）": "（"}
_BEFORE_AN_OPENER = frozenset("([{<—–-/…“‘„«‹「『（：:，、。！？")


class _Pairing:
    """The marks still open, one for each family of quotation marks, and the pairs found so far."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.pairs: list[Span] = []
        self._open: dict[str, int] = {}
        self._round: dict[str, list[int]] = {"(": [], "（": []}

    def opened_by(self, family: str) -> str:
        """The mark that opened the family, empty where it is closed."""
        return self.text[self._open[family]] if family in self._open else ""

    def open(self, family: str, at: int) -> None:
        """A second opener shows that the first one was never closed."""
        self._open[family] = at

    def close(self, family: str, at: int) -> None:
        start = self._open.pop(family, None)
        if start is not None:
            self.pairs.append(Span(start, at + 1))

    def bracket(self, mark: str, at: int) -> None:
        if mark in self._round:
            self._round[mark].append(at)
        elif self._round[_ROUND[mark]]:
            self.pairs.append(Span(self._round[_ROUND[mark]].pop(), at + 1))


def enclosures(text: str) -> tuple[Span, ...]:
    """Every stretch between a pair of quotation marks or round brackets, marks included, by start.

    Marks without a partner and apostrophes enclose nothing. Handles “…”, „…“, ”…”, "…", «…», »…«, ‹…›, 「…」,
    『…』, ‘…’ and '…'; linear in the text.
    """
    pairing = _Pairing(text)
    for found in _MARK.finditer(text):
        at, mark = found.start(), found.group()
        before = text[at - 1] if at else " "
        after = text[at + 1] if at + 1 < len(text) else " "
        may_open = not after.isspace() and (before.isspace() or before in _BEFORE_AN_OPENER)
        if mark in "()（）":
            pairing.bracket(mark, at)
        elif mark in "「」『』":
            _pair_corners(pairing, mark, at)
        elif mark in "«»‹›":
            _pair_guillemets(pairing, mark, at, may_open=may_open)
        elif mark in "‘’‚'":
            _pair_singles(pairing, mark, at, may_open=may_open, inside=after.isalnum())
        else:
            unspaced = _ideographic(before) and not pairing.opened_by("“")
            _pair_doubles(pairing, mark, at, may_open=may_open or unspaced)
    return tuple(sorted(pairing.pairs))


def _ideographic(char: str) -> bool:
    """Whether the character belongs to a script that sets no space before an opening mark."""
    return "\u2e80" <= char <= "\ud7ff" or "\uf900" <= char <= "\uffef"


def _pair_corners(pairing: _Pairing, mark: str, at: int) -> None:
    if mark in _CORNERS:
        pairing.close(_CORNERS[mark], at)
    else:
        pairing.open(mark, at)


def _pair_guillemets(pairing: _Pairing, mark: str, at: int, *, may_open: bool) -> None:
    family = "«" if mark in "«»" else "‹"
    opener = pairing.opened_by(family)
    if opener and opener != mark:
        pairing.close(family, at)
    elif mark in "«‹" or may_open:
        pairing.open(family, at)


def _pair_singles(pairing: _Pairing, mark: str, at: int, *, may_open: bool, inside: bool) -> None:
    family = "'" if mark == "'" else "‘"
    if mark in "‘‚" or (mark == "'" and may_open):
        pairing.open(family, at)
    elif not inside:
        pairing.close(family, at)


def _pair_doubles(pairing: _Pairing, mark: str, at: int, *, may_open: bool) -> None:
    opener = pairing.opened_by("“")
    if mark in "„‟":
        pairing.open("“", at)
    elif mark == "“":
        if opener in ("„", "‟") and not may_open:
            pairing.close("“", at)
        else:
            pairing.open("“", at)
    elif opener and (mark == "”" or not may_open or opener != mark):
        pairing.close("“", at)
    elif may_open:
        pairing.open("“", at)
