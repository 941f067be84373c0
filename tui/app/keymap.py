"""The tables of keys as Textual's bindings."""

from textual.binding import Binding

from tui.key_names import key_name
from tui.keys import ALWAYS, APP, LIST, MOVE, PAIR, READER, READING, TEXT, Key

__all__ = ["APP", "LIST", "MOVE", "PAIR", "READER", "READING", "TEXT", "Key", "bindings", "key_name"]


def bindings(*tables: tuple[Key, ...]) -> list[Binding]:
    """The tables as Textual's bindings, each with its id so that any of them can be remapped."""
    return [
        Binding(key.keys, key.action, key.hint, show=False, tooltip=key.title, id=key.id, priority=key.id == ALWAYS.id)
        for table in tables
        for key in table
    ]
