"""How a cell looks, written as the parameters of SGR (`CSI … m`), and the shortest way from one look to another."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

PLAIN = ""
"""The terminal's own colours and no attribute."""

_OFF = {1: 22, 2: 22, 3: 23, 4: 24, 5: 25, 6: 25, 7: 27, 8: 28, 9: 29, 21: 24, 51: 54, 52: 54, 53: 55}
"""What ends each attribute; bold and dim share an end, and so do some others."""
_EXTENDED = {"5": 3, "2": 5}
"""How many parameters make one colour of the palette of 256, or one of red, green and blue."""


class _Parts(NamedTuple):
    attributes: frozenset[int]
    ink: str
    ground: str


@lru_cache(maxsize=4096)
def look(sgr: str) -> str:
    """One spelling for all parameters that look the same: attributes, ink, ground, each only where it is not plain."""
    parts = _parts(sgr)
    return ";".join([*map(str, sorted(parts.attributes)), *filter(None, (parts.ink, parts.ground))])


@lru_cache(maxsize=4096)
def change(before: str, after: str) -> str:
    """The shortest sequence after which text has one look instead of another; nothing where they are the same.

    Of two equally short ones it is the one that starts from a reset, which every terminal knows.
    """
    if before == after:
        return ""
    if after == PLAIN:
        return "\x1b[m"
    old, new = _parts(before), _parts(after)
    ends = {_OFF[attribute] for attribute in old.attributes - new.attributes}
    kept = {attribute for attribute in old.attributes if _OFF[attribute] not in ends}
    codes = [*map(str, sorted(ends)), *map(str, sorted(new.attributes - kept))]
    if old.ink != new.ink:
        codes.append(new.ink or "39")
    if old.ground != new.ground:
        codes.append(new.ground or "49")
    return f"\x1b[{min(f'0;{after}', ';'.join(codes), key=len)}m"


@lru_cache(maxsize=4096)
def _parts(sgr: str) -> _Parts:
    attributes, ink, ground = set(), "", ""
    for code in _codes(sgr):
        number = int(code.partition(";")[0])
        if number in _OFF:
            attributes.add(number)
        elif number == 38 or 30 <= number <= 37 or 90 <= number <= 97:
            ink = code
        elif number == 48 or 40 <= number <= 47 or 100 <= number <= 107:
            ground = code
    return _Parts(frozenset(attributes), ink, ground)


def _codes(sgr: str) -> Iterator[str]:
    """The parameters, those of one colour together."""
    numbers = [number for number in sgr.split(";") if number]
    while numbers:
        size = _EXTENDED[numbers[1]] if numbers[0] in ("38", "48") else 1
        yield ";".join(numbers[:size])
        del numbers[:size]
