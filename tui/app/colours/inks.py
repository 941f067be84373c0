"""What each kind of text on the screen is drawn with: a colour and a ground of the palette, and attributes.

Written as `bold accent on bar`. The themes of the terminal's own colours have few of them, and attributes stand in.
"""

from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from tui.app.colours.palettes import ANSI, PALETTES, Palette

if TYPE_CHECKING:
    from rich.color import Color
    from rich.style import Style

ATTRIBUTES = frozenset({"bold", "dim", "italic", "underline", "reverse"})


class Ink(NamedTuple):
    """A colour and a ground as the palette has them, empty where that of what lies below shows, and attributes."""

    colour: str
    ground: str
    attributes: tuple[str, ...]


class Well(NamedTuple):
    """The inks of one kind of widget by look; `ansi` holds the attributes of the looks that differ there."""

    inks: Mapping[str, str]
    ansi: Mapping[str, str]


_BAR = {
    "text": "foreground on bar",
    "title": "bold foreground on bar",
    "muted": "muted on bar",
    "shared": "foreground on bar",
    "key": "accent on bar",
    "left-only": "left on bar",
    "right-only": "right on bar",
    "moved": "moved on bar",
    "conflict": "conflict on bar",
    "error": "bold conflict on bar",
}
BAR = Well(_BAR, {})
STATUS = Well(
    _BAR, {"text": "reverse", "title": "reverse bold", "muted": "reverse", "key": "reverse", "error": "reverse bold"}
)
LIST = Well(
    {
        "title": "foreground on background",
        "label": "bold accent on background",
        "mark": "bold accent on background",
        "muted": "muted on background",
        "error": "conflict on background",
        "hit": "underline foreground on hit",
        "cursor": "on cursor",
    },
    {"muted": "dim", "hit": "reverse", "cursor": "bold"},
)
OVERVIEW = Well(
    {
        "linked": "bold foreground on background",
        "left": "left on background",
        "right": "right on background",
        "moved": "bold moved on background",
        "conflict": "bold conflict on background",
        "empty": "muted on background",
    },
    {},
)
PAGE = Well(
    {
        "plain": "foreground on background",
        "title": "bold foreground on background",
        "heading": "bold foreground on background",
        "dek": "italic foreground on background",
        "furniture": "muted on background",
        "label": "muted on background",
        "shared": "foreground on background",
        "variant": "underline foreground on background",
        "divergent-left": "left on background",
        "divergent-right": "right on background",
        "left-only": "left_soft on background",
        "right-only": "right_soft on background",
        "moved": "bold moved on background",
        "conflict": "bold underline conflict on background",
        "divider": "muted on background",
        "bar": "bold accent on background",
        "cursor": "on cursor",
        "hit": "underline on hit",
        "hit-current": "underline bold background on accent",
    },
    {
        "furniture": "dim",
        "label": "dim",
        "divider": "dim",
        "dek": "",
        "divergent-left": "bold",
        "divergent-right": "bold",
        "cursor": "underline",
        "hit": "reverse",
        "hit-current": "reverse bold",
    },
)
WELLS = {"bar": BAR, "status": STATUS, "list": LIST, "overview": OVERVIEW, "page": PAGE}


@lru_cache(maxsize=512)
def ink(well: str, look: str, theme: str) -> Ink:
    """The ink of a look under a theme. Raises `KeyError` where there is no such well, look or theme."""
    palette: Palette = PALETTES[theme]
    front, _, ground = f" {WELLS[well].inks[look]}".partition(" on ")
    words = front.split()
    colour = next((word for word in words if word not in ATTRIBUTES), "")
    attributes = tuple(word for word in words if word in ATTRIBUTES)
    if theme in ANSI and look in WELLS[well].ansi:
        attributes = tuple(WELLS[well].ansi[look].split())
    return Ink(getattr(palette, colour) if colour else "", getattr(palette, ground) if ground else "", attributes)


@lru_cache(maxsize=512)
def style_of(wanted: Ink) -> "Style":
    """The ink as rich has it, which is imported only now: the first picture seldom needs it."""
    from rich.style import Style  # noqa: PLC0415

    return Style(color=_colour(wanted.colour), bgcolor=_colour(wanted.ground), **dict.fromkeys(wanted.attributes, True))  # type: ignore[arg-type]


def _colour(name: str) -> "Color | None":
    """A palette's colour, `#rrggbb` or `ansi_…`, as rich has it; None where there is none."""
    from rich.color import Color  # noqa: PLC0415

    return Color.parse(name.removeprefix("ansi_")) if name else None
