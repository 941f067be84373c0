"""What the terminal can show, decided from its environment before Textual is imported."""

from collections.abc import Mapping, MutableMapping
from enum import StrEnum


class Depth(StrEnum):
    """How many colours there are."""

    NONE = "none"
    ANSI = "standard"
    EIGHT_BIT = "256"
    TRUE = "truecolor"


_CHOSEN = {"mono": Depth.NONE, "16": Depth.ANSI, "256": Depth.EIGHT_BIT, "true": Depth.TRUE}


def depth_of(environ: Mapping[str, str]) -> Depth:
    """The colours that the environment promises; `NO_COLOR`, set to anything, promises none."""
    if environ.get("NO_COLOR"):
        return Depth.NONE
    chosen = environ.get("TEXTUAL_COLOR_SYSTEM", "auto")
    if chosen in tuple(Depth):
        return Depth(chosen)
    if environ.get("COLORTERM", "").strip().lower() in ("truecolor", "24bit"):
        return Depth.TRUE
    term = environ.get("TERM", "").lower()
    if term.endswith("-direct"):
        return Depth.TRUE
    return Depth.EIGHT_BIT if term.endswith("256color") or "kitty" in term else Depth.ANSI


def prepare(environ: MutableMapping[str, str], colors: str = "auto") -> Depth:
    """Tell Textual, which reads the environment when imported, what the terminal shows.

    Args:
        environ: The environment, which is changed.
        colors: The setting: mono, 16, 256, true, or auto for what the environment promises.
    """
    depth = _CHOSEN.get(colors) or depth_of(environ)
    environ.pop("NO_COLOR", None)
    if depth is Depth.NONE:
        environ["NO_COLOR"] = "1"
    environ["TEXTUAL_COLOR_SYSTEM"] = Depth.ANSI if depth is Depth.NONE else depth
    environ.setdefault("TEXTUAL_ANIMATIONS", "none")
    environ.setdefault("TEXTUAL_SMOOTH_SCROLL", "0")
    return depth
