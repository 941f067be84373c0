"""The palettes as Textual's themes."""

from textual.theme import BUILTIN_THEMES, Theme

from tui.app.colours.palettes import ANSI, DEFAULT, DEFAULT_ANSI, DEFAULT_NONE, PALETTES, Palette

__all__ = ["ANSI", "DEFAULT", "DEFAULT_ANSI", "DEFAULT_NONE", "PALETTES", "Palette", "theme", "variables"]


def variables(palette: Palette) -> dict[str, str]:
    """What the style sheets call the palette's colours beyond Textual's own variables."""
    own = {name.replace("_", "-"): colour for name, colour in palette._asdict().items()}
    return own | {"input-cursor-background": palette.foreground, "input-cursor-foreground": palette.background}


def theme(name: str) -> Theme:
    """The theme of that name. Raises `KeyError` where there is none."""
    palette, ansi = PALETTES[name], name in ANSI
    base = BUILTIN_THEMES["ansi-light" if name.endswith("light") else "ansi-dark"].variables if ansi else {}
    attributes = {"input-cursor-text-style": "reverse"} if ansi else {}
    return Theme(
        name=name,
        ansi=ansi,
        primary=palette.left,
        secondary=palette.right,
        warning=palette.right,
        error=palette.conflict,
        success=palette.left,
        accent=palette.accent,
        foreground=palette.foreground,
        background=palette.background,
        surface=palette.bar if not ansi else palette.background,
        panel=palette.bar,
        boost=palette.background,
        dark=not name.endswith("light"),
        variables={**base, **variables(palette), **attributes},
    )
