"""The tables of keys as Textual's bindings."""

from textual.binding import Binding

from tui.key_names import key_name
from tui.keys import (
    ALWAYS,
    ANNOTATING,
    ANYWHERE,
    APP,
    ARRANGE,
    CANDIDATES,
    CELLS,
    CHOICE,
    CLAIMS,
    CRAMPED,
    HELP,
    JUDGING,
    LIST,
    MOVE,
    PAIR,
    PALETTE,
    PROMPT,
    READER,
    READING,
    REVIEW,
    SEARCH,
    SHEET,
    SURVEY,
    TEXT,
    Key,
)

__all__ = [
    "ANNOTATING",
    "APP",
    "ARRANGE",
    "CANDIDATES",
    "CELLS",
    "CHOICE",
    "CLAIMS",
    "CRAMPED",
    "HELP",
    "JUDGING",
    "LIST",
    "MOVE",
    "PAIR",
    "PALETTE",
    "PROMPT",
    "READER",
    "READING",
    "REVIEW",
    "SEARCH",
    "SHEET",
    "SURVEY",
    "TEXT",
    "Key",
    "bindings",
    "everywhere",
    "key_name",
]

_FIRST = {ALWAYS.id, "palette.next", "palette.previous", "review.next"}
"""What comes before the keys of the focused widget, a field to type in among them, where it is active."""


def bindings(*tables: tuple[Key, ...]) -> list[Binding]:
    """The tables as Textual's bindings, each with its id so that any of them can be remapped."""
    return [_binding(key, key.action) for table in tables for key in table]


def everywhere() -> list[Binding]:
    """The app's keys that a screen over others must have itself: Textual looks no further than there."""
    return [_binding(key, f"app.{key.action}") for key in ANYWHERE]


def _binding(key: Key, action: str) -> Binding:
    return Binding(key.keys, action, key.hint, show=False, tooltip=key.title, id=key.id, priority=key.id in _FIRST)
