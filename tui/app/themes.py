"""Colours for each class: blue for the left, orange for the right, never red against green."""

from textual.theme import BUILTIN_THEMES, Theme

VARIABLES = {
    "left": "#6cb0f5",
    "left-soft": "#a9c3dd",
    "right": "#f0a04b",
    "right-soft": "#dcc09a",
    "moved": "#b9a0f2",
    "conflict": "#ff8f7a",
    "muted": "#8a929c",
    "cursor": "#28313d",
    "hit": "#5a4d12",
    "bar": "#20262e",
}
"""What the style sheets name beyond Textual's own variables."""

DARK = Theme(
    name="summit-dark",
    primary="#6cb0f5",
    secondary="#f0a04b",
    warning="#f0a04b",
    error="#ff8f7a",
    success="#8bc7a4",
    accent="#e8d27a",
    foreground="#d6dade",
    background="#14181d",
    surface="#1a1f26",
    panel="#20262e",
    dark=True,
    variables=VARIABLES,
)

ANSI = Theme(
    name="summit-ansi",
    ansi=True,
    primary="ansi_bright_blue",
    secondary="ansi_yellow",
    warning="ansi_yellow",
    error="ansi_bright_red",
    success="ansi_green",
    accent="ansi_yellow",
    foreground="ansi_default",
    background="ansi_default",
    surface="ansi_default",
    panel="ansi_default",
    boost="ansi_default",
    dark=True,
    variables={
        **BUILTIN_THEMES["ansi-dark"].variables,
        "left": "ansi_bright_blue",
        "left-soft": "ansi_default",
        "right": "ansi_yellow",
        "right-soft": "ansi_default",
        "moved": "ansi_magenta",
        "conflict": "ansi_bright_red",
        "muted": "ansi_default",
        "cursor": "ansi_default",
        "hit": "ansi_default",
        "bar": "ansi_default",
        "input-cursor-background": "ansi_default",
        "input-cursor-foreground": "ansi_default",
        "input-cursor-text-style": "reverse",
    },
)
