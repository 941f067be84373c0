"""An ink as a terminal is told it, before there is a Textual to tell it."""

from functools import lru_cache

from tui.app.colours.inks import Ink, style_of
from tui.app.wire.looks import look
from tui.terminals import Depth

_ATTRIBUTES = {"bold": "1", "dim": "2", "italic": "3", "underline": "4", "reverse": "7"}
_NAMED = ("black", "red", "green", "yellow", "blue", "magenta", "cyan", "white")


@lru_cache(maxsize=256)
def escape(ink: Ink, depth: Depth) -> str:
    """The ink's look, in as many colours as the depth has."""
    sent = [_sent(ink.colour, 30, depth), _sent(ink.ground, 40, depth)]
    known = [code for code in sent if code is not None]
    if len(known) < len(sent):
        return look(_by_rich(ink, depth))
    return look(";".join([*(_ATTRIBUTES[name] for name in ink.attributes), *filter(None, known)]))


def over(ink: Ink, ground: Ink) -> Ink:
    """The ink where the ground of another one, and its attributes, are laid under it."""
    attributes = tuple(dict.fromkeys((*ink.attributes, *ground.attributes)))
    return Ink(ground.colour or ink.colour, ground.ground or ink.ground, attributes)


def _sent(name: str, first: int, depth: Depth) -> str | None:
    """A colour's parameters; None where the depth lacks it and another must do."""
    if not name:
        return ""
    if not name.startswith("ansi_"):
        red, green, blue = (int(name[start : start + 2], 16) for start in (1, 3, 5))
        return f"{first + 8};2;{red};{green};{blue}" if depth is Depth.TRUE else None
    plain = name.removeprefix("ansi_")
    if plain == "default":
        return str(first + 9)
    bright = plain.startswith("bright_")
    return str(first + 60 * bright + _NAMED.index(plain.removeprefix("bright_")))


def _by_rich(ink: Ink, depth: Depth) -> str:
    """The parameters with the nearest colours that there are."""
    from rich.color import ColorSystem  # noqa: PLC0415 (a third of the first picture's cost)

    system = ColorSystem.EIGHT_BIT if depth is Depth.EIGHT_BIT else ColorSystem.STANDARD
    opening, _, _ = style_of(ink).render("x", color_system=system).partition("x")
    return opening.removeprefix("\x1b[").removesuffix("m")
