"""How many colours the terminal shows, decided from its environment before Textual is imported."""

from collections.abc import Mapping, MutableMapping
from enum import StrEnum


class Depth(StrEnum):
    """How many colours there are."""

    NONE = "none"
    ANSI = "standard"
    EIGHT_BIT = "256"
    TRUE = "truecolor"


_CHOSEN = {"mono": Depth.NONE, "16": Depth.ANSI, "256": Depth.EIGHT_BIT, "true": Depth.TRUE}


def promise(environ: Mapping[str, str]) -> tuple[Depth, str]:
    """The colours that the environment promises, and the variable that does; a `NO_COLOR` of any value means none."""
    if environ.get("NO_COLOR"):
        return Depth.NONE, "NO_COLOR"
    chosen = environ.get("TEXTUAL_COLOR_SYSTEM", "auto")
    if chosen in tuple(Depth):
        return Depth(chosen), "TEXTUAL_COLOR_SYSTEM"
    if environ.get("COLORTERM", "").strip().lower() in ("truecolor", "24bit"):
        return Depth.TRUE, "COLORTERM"
    term = environ.get("TERM", "").lower()
    if term.endswith("-direct"):
        return Depth.TRUE, "TERM"
    return Depth.EIGHT_BIT if term.endswith("256color") or "kitty" in term else Depth.ANSI, "TERM"


def depth_of(environ: Mapping[str, str]) -> Depth:
    """The colours that the environment promises."""
    return promise(environ)[0]


def depth_for(environ: Mapping[str, str], colors: str) -> Depth:
    """The colours of the setting: mono, 16, 256, true, or auto for what the environment promises."""
    return _CHOSEN.get(colors) or depth_of(environ)


def prepare(environ: MutableMapping[str, str], colors: str = "auto") -> Depth:
    """Tell Textual, which reads the environment when imported, what the terminal shows.

    Args:
        environ: The environment, which is changed.
        colors: The setting: mono, 16, 256, true, or auto for what the environment promises.
    """
    depth = depth_for(environ, colors)
    environ.pop("NO_COLOR", None)
    if depth is Depth.NONE:
        environ["NO_COLOR"] = "1"
    environ["TEXTUAL_COLOR_SYSTEM"] = Depth.ANSI if depth is Depth.NONE else depth
    environ.setdefault("TEXTUAL_ANIMATIONS", "none")
    environ.setdefault("TEXTUAL_SMOOTH_SCROLL", "0")
    return depth
