"""The keys that a terminal's bytes stand for, by the names that keyboards have printed on them."""

import re
from typing import NamedTuple

from tui.key_names import key_name

_SEQUENCE = re.compile(
    rb"\x1b\[\[(?P<console>[A-E])"
    rb"|\x1b\[M(?P<clicked>[\s\S]{3})"
    rb"|\x1b\[(?P<prefix>[<=>?]?)(?P<numbers>[0-9:;]{0,40})[ -/]{0,4}(?P<final>[@-LN-Z\\\]^_`a-~]|(?<=[0-9;])M)"
    rb"|\x1bO(?P<keypad>[A-Za-z])"
)
_BEGUN = re.compile(rb"\x1b(?:\[(?:\[|M[\s\S]{0,2}|[<=>?]?[0-9:;]{0,40}[ -/]{0,4})?|O)?\Z")
_LETTERS = {"A": "up", "B": "down", "C": "right", "D": "left", "H": "home", "F": "end"} | {
    **dict(zip("PQRS", ("f1", "f2", "f3", "f4"), strict=True)),
    "M": "enter",
}
_NUMBERS = dict(enumerate(("home", "insert", "delete", "end", "pageup", "pagedown", "home", "end"), start=1)) | {
    number: f"f{at}" for at, number in enumerate((11, 12, 13, 14, 15, 17, 18, 19, 20, 21, 23, 24), start=1)
}
_TOLD = {"I": "the window got the focus", "O": "the window lost the focus"}
_PASTES = {200: "a paste begins", 201: "the paste ends"}
_CODES = {8: "backspace", 9: "tab", 13: "enter", 27: "escape", 32: "space", 127: "backspace"}
_CONTROLS = {**_CODES, 0: "ctrl+space", 28: "ctrl+\\", 29: "ctrl+]", 30: "ctrl+^", 31: "ctrl+_"}
_ALSO = {0: "ctrl+@", 8: "ctrl+h", 9: "ctrl+i", 13: "ctrl+m", 27: "ctrl+["}
_HELD = (("alt", 2), ("ctrl", 4), ("hyper", 16), ("meta", 32), ("shift", 1), ("super", 8))
UNKNOWN = "a sequence that no key is known by"


class Press(NamedTuple):
    """What was pressed or told, the bytes that said so, and another key that sends the same, empty without one."""

    name: str
    sent: bytes
    also: str = ""


def presses(data: bytes, *, complete: bool = True) -> tuple[tuple[Press, ...], bytes]:
    """The presses that the bytes stand for, in order, and the bytes of one that has only begun.

    Args:
        data: What came from the terminal.
        complete: Whether nothing follows for now, so that an escape is the key and no beginning.
    """
    found = []
    while data:
        if not complete and (_BEGUN.match(data) or _begins_character(data)):
            break
        press = _first(data)
        found.append(press)
        data = data[len(press.sent) :]
    return tuple(found), data


def _first(data: bytes) -> Press:
    if sequence := _SEQUENCE.match(data):
        return Press(_sequence_name(sequence), sequence[0])
    code = data[0]
    if code == 27 and len(data) > 1 and data[1] != 27:
        after = _first(data[1:])
        return Press(f"alt+{after.name}", data[: 1 + len(after.sent)])
    if code < 32 or code == 127:
        return Press(key_name(_CONTROLS.get(code, f"ctrl+{chr(code + 96)}")), data[:1], _ALSO.get(code, ""))
    for length in range(1, 5):
        try:
            character = data[:length].decode()
        except UnicodeDecodeError:
            continue
        return Press("space" if character == " " else character, data[:length])
    return Press("a byte that is not UTF-8", data[:1])


def _begins_character(data: bytes) -> bool:
    """Whether these are the first bytes of one character of UTF-8, and not all of them."""
    needed = 4 if data[0] >= 0xF0 else 3 if data[0] >= 0xE0 else 2
    rest = data[1:]
    return 0xC2 <= data[0] <= 0xF4 and len(data) < needed and all(byte & 0xC0 == 0x80 for byte in rest)


def _sequence_name(found: re.Match[bytes]) -> str:
    if found["console"]:
        return f"f{found['console'][0] - 64}"
    if found["clicked"] or (found["prefix"] == b"<" and found["final"] in b"Mm"):
        return "the mouse"
    if found["keypad"]:
        return _held(_LETTERS.get(found["keypad"].decode()), 1)
    if found["prefix"]:
        return UNKNOWN
    numbers = [int(part.split(b":")[0] or 0) for part in found["numbers"].split(b";")]
    return _told(found["final"].decode(), numbers) or _key(found["final"].decode(), numbers)


def _told(final: str, numbers: list[int]) -> str:
    """What happened where it was no key; empty where it was one."""
    if final in _TOLD and numbers == [0]:
        return _TOLD[final]
    return _PASTES.get(numbers[0], "") if final == "~" else ""


def _key(final: str, numbers: list[int]) -> str:
    if final == "Z":
        return "shift+tab"
    if final == "~" and numbers[0] == 27 and len(numbers) == 3:
        return _held(_coded(numbers[2]), numbers[1])
    key = {"~": _NUMBERS.get(numbers[0]), "u": _coded(numbers[0])}.get(final, _LETTERS.get(final))
    return _held(key, numbers[1] if len(numbers) > 1 else 1)


def _coded(code: int) -> str | None:
    """The key that has the code point, None where there is none."""
    if code in _CODES:
        return _CODES[code]
    return chr(code) if 32 < code < 0xD800 and chr(code).isprintable() else None


def _held(key: str | None, number: int) -> str:
    """The key's name after those of the modifiers, which come as one more than the sum of their bits."""
    if key is None:
        return UNKNOWN
    held = [name for name, bit in _HELD if max(number - 1, 0) & bit]
    return "+".join((*held, key if len(key) == 1 else key_name(key)))
