"""What keys are called: by those who press them, by Textual, and by terminals, which cannot send them all."""

import unicodedata

_SHOWN = {
    "exclamation_mark": "!",
    "quotation_mark": '"',
    "number_sign": "#",
    "dollar_sign": "$",
    "percent_sign": "%",
    "ampersand": "&",
    "apostrophe": "'",
    "left_parenthesis": "(",
    "right_parenthesis": ")",
    "asterisk": "*",
    "plus": "+",
    "comma": ",",
    "minus": "-",
    "full_stop": ".",
    "slash": "/",
    "colon": ":",
    "semicolon": ";",
    "less_than_sign": "<",
    "equals_sign": "=",
    "greater_than_sign": ">",
    "question_mark": "?",
    "at": "@",
    "left_square_bracket": "[",
    "backslash": "\\",
    "right_square_bracket": "]",
    "circumflex_accent": "^",
    "underscore": "_",
    "grave_accent": "`",
    "left_curly_bracket": "{",
    "vertical_line": "|",
    "right_curly_bracket": "}",
    "tilde": "~",
    "escape": "esc",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "down": "↓",
    "up": "↑",
    "left": "←",
    "right": "→",
}
_NAMED = (
    *("enter", "tab", "space", "backspace", "delete", "insert", "home", "end"),
    *(f"f{number}" for number in range(1, 25)),
)
_PRESSED = {
    **{shown.lower(): key for key, shown in _SHOWN.items()},
    **{key: key for key in (*_SHOWN, *_NAMED)},
    "return": "enter",
    "del": "delete",
    "ins": "insert",
    "bksp": "backspace",
}
_MODIFIERS = ("alt", "ctrl", "hyper", "meta", "shift", "super")
"""In the order in which Textual names them."""

_SAME_AS = {
    "ctrl+h": "backspace",
    "ctrl+i": "tab",
    "ctrl+m": "enter",
    "ctrl+left_square_bracket": "escape",
    "ctrl+question_mark": "backspace",
}
_MOVED = frozenset({"up", "down", "left", "right", "home", "end", "pageup", "pagedown", "insert", "delete"})
_CONTROLLED = frozenset({"ctrl+@", "ctrl+backslash", "ctrl+right_square_bracket", "ctrl+circumflex_accent"})

COUNTS = frozenset("0123456789")
"""Keys that type the count before another key."""

UNBOUND = "unbound:"
"""Begins the name of a key that no keyboard has, for an action that is reached by name alone."""


def key_name(key: str) -> str:
    """What a keyboard has printed on the key; empty for one that no keyboard has."""
    if key.startswith(UNBOUND):
        return ""
    modifiers, _, base = key.rpartition("+")
    shown = _SHOWN.get(base, base)
    if shown == base and len(base) > 1 and base not in _NAMED:
        try:
            shown = unicodedata.lookup(base.replace("_", " "))
        except KeyError:
            shown = base
    return f"{modifiers}+{shown}" if modifiers else shown


def key_of(name: str) -> str | None:
    """Textual's word for a key as it is printed, such as `]`, `ctrl+n` or `PgDn`; None where there is no such key."""
    base = "+" if name == "+" or name.endswith("++") else name.rpartition("+")[2]
    modifiers = name.removesuffix(base).removesuffix("+").split("+") if name != base else []
    pressed = base if len(base) == 1 and base.isalnum() else _PRESSED.get(base.lower()) or _character(base)
    held = {modifier.lower() for modifier in modifiers}
    if pressed is None or not held <= set(_MODIFIERS):
        return None
    if len(pressed) == 1 and held:
        pressed = pressed.upper() if held == {"shift"} else pressed.lower()
        held -= {"shift"} if pressed.isupper() else set()
    if held == {"ctrl"} and pressed in ("space", "at"):
        return "ctrl+@"
    return "+".join((*(modifier for modifier in _MODIFIERS if modifier in held), pressed))


def sent_as(key: str) -> str | None:
    """The other key that a terminal makes of this one; None where it sends the key itself."""
    return _SAME_AS.get(key)


def seldom_sent(key: str) -> bool:
    """Whether only a few terminals send the key at all."""
    *modifiers, base = key.split("+")
    if not modifiers or key in _CONTROLLED or key == "ctrl+underscore":
        return False
    if {"super", "hyper", "meta"} & set(modifiers):
        return True
    if base in _MOVED or (base.startswith("f") and base[1:].isdigit()):
        return False
    if modifiers == ["ctrl"]:
        return not (len(base) == 1 and base.isascii() and base.isalpha())
    return modifiers != ["alt"] and key != "shift+tab"


def _character(text: str) -> str | None:
    """Textual's name for a printable character that is neither letter nor digit; None for anything else."""
    if len(text) != 1 or not text.isprintable():
        return None
    return unicodedata.name(text, "").lower().replace("-", "_").replace(" ", "_") or None
