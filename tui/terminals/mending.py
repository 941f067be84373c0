"""What brings a terminal back to itself after a program that could not."""

import termios
from typing import Any

_MICE = (9, 1000, 1001, 1002, 1003, 1005, 1006, 1015, 1016)
_OTHERS = (
    1,  # cursor keys that speak as on a keypad
    5,  # colours the wrong way round
    1004,  # focus
    2004,  # bracketed paste
    2031,  # changes of theme
    2048,  # changes of size
)
_KITTY = "\x1b[<99u\x1b[=0;1u"
_KEEP_PLACE, _TO_PLACE = "\x1b7", "\x1b8"


def _off(*modes: int) -> str:
    return "".join(f"\x1b[?{mode}l" for mode in modes)


MICE_OFF = _off(1000, 1002, 1003)
"""Ends the reports of clicks, drags and moves."""

MEND = "".join(
    (
        "\x1b\\",  # ends a string that was cut off
        _off(2026),
        _KITTY,  # kitty keeps one stack of keyboards for each screen
        _KEEP_PLACE,  # leaving the other screen goes to the place kept last
        _off(1049),
        _KITTY,
        "\x1b[>4m",  # keys that xterm spells out
        _KEEP_PLACE,
        _off(*_MICE, *_OTHERS),
        "\x1b[r",
        _TO_PLACE,
        "\x1b[4l\x1b>\x1b(B\x0f\x1b[m",
        "\x1b[?7h\x1b[?25h\x1b[0 q",
    )
)
"""Leaves the alternate screen, and sets back keys, mouse, paste, focus, scroll region, attributes, characters, line
wrap and cursor. Nothing is erased, and on a terminal that was sound the cursor stays where it is, so that rows counted
from the scroll region (DECOM), whose end would move it, stay: of the whole screen they are the same rows."""

_CHARACTERS = {
    termios.VINTR: b"\x03",
    termios.VQUIT: b"\x1c",
    termios.VERASE: b"\x7f",
    termios.VKILL: b"\x15",
    termios.VEOF: b"\x04",
    termios.VSTART: b"\x11",
    termios.VSTOP: b"\x13",
    termios.VSUSP: b"\x1a",
}


def sane(line: list[Any]) -> list[Any]:
    """The line's settings with which a shell can be typed to, from those it has, both as `termios` lists them.

    As `stty sane` sets them, but for what depends on the machine: how bytes are sent, and how UTF-8 is erased.
    """
    iflag, oflag, cflag, lflag, *speeds, characters = line
    iflag |= termios.ICRNL | termios.IXON
    iflag &= ~(termios.IGNBRK | termios.INLCR | termios.IGNCR | termios.IXOFF | termios.ISTRIP | termios.PARMRK)
    oflag |= termios.OPOST | termios.ONLCR
    oflag &= ~(termios.OCRNL | termios.ONOCR | termios.ONLRET)
    lflag |= termios.ISIG | termios.ICANON | termios.IEXTEN | termios.ECHO | termios.ECHOE | termios.ECHOK
    lflag |= getattr(termios, "ECHOCTL", 0) | getattr(termios, "ECHOKE", 0)
    lflag &= ~(termios.ECHONL | termios.NOFLSH | termios.TOSTOP)
    mended = [*characters]
    for place, character in _CHARACTERS.items():
        mended[place] = character
    if not lflag & termios.ICANON or not line[3] & termios.ICANON:
        mended[termios.VMIN], mended[termios.VTIME] = b"\x01", b"\x00"
    return [iflag, oflag, cflag | termios.CREAD, lflag, *speeds, mended]
