"""The man page, in the roff that groff and mandoc both read."""

from collections.abc import Iterable, Iterator
from textwrap import wrap

from tui import __version__
from tui.key_names import key_name
from tui.keys import TABLE
from tui.packaging.grammar import PROGRAM, Command, Option
from tui.settings import SETTINGS

_LINE = 78
"""So many bytes at most in a line of the page's source, where its words allow."""

_TITLE = "read several accounts of one event side by side"
_ARROWS = {"↑": "up", "↓": "down", "←": "left", "→": "right"}
_EXITS = (
    ("0", "done"),
    ("1", "the answer is no"),
    ("2", "a usage or input error, told in one line on standard error"),
    ("128+n", "ended by the signal n"),
)
_FILES = (
    ("~/.config/summit-tui/config.toml", "the settings and keys; summit-tui config --path names it"),
    ("~/.config/summit-tui/furniture.toml", "your own rules for lines that belong to a site, not to an author"),
    ("~/.local/share/summit-tui/library.sqlite3", "articles, verdicts, notes, reading places and marks"),
)
_VARIABLES = (
    ("SUMMIT_CONFIG", "the settings file, in place of the usual one"),
    ("NO_COLOR", "no colours, unless it is empty"),
    ("FORCE_COLOR", "colours in what is written to a file or a pipe too"),
)


def man_page(reader: Command, commands: tuple[Command, ...]) -> str:
    """The page, in ASCII and without a date, so that the same program gives the same bytes."""
    lines = [
        f'.TH {_text(PROGRAM.upper())} 1 "" "{PROGRAM} {__version__}" "User Commands"',
        *_section("NAME", [rf"{_text(PROGRAM)} \- {_TITLE}"]),
        *_section("SYNOPSIS", _synopsis(reader, commands)),
        *_section("DESCRIPTION", _prose(reader.description)),
        *_section("OPTIONS", _options(reader.options)),
        *_section("COMMANDS", (line for command in commands for line in _command(command))),
        *_section("SETTINGS", (*_prose("These win over the environment and the file."), *_options(reader.settings))),
        *_section("KEYS", _keys()),
        *_section("EXIT STATUS", _items(_EXITS)),
        *_section("ENVIRONMENT", _items((*_VARIABLES, *((each.variable, each.title) for each in SETTINGS)))),
        *_section("FILES", _items(_FILES)),
        *_section("EXAMPLES", _examples(reader, *commands)),
    ]
    return "".join(f"{line}\n" for line in lines)


def _section(name: str, lines: Iterable[str]) -> Iterator[str]:
    yield f".SH {name}"
    yield from lines


def _synopsis(reader: Command, commands: tuple[Command, ...]) -> Iterator[str]:
    """A usage line for the reader and for each command."""
    yield from _usage(reader.usage[:1])
    for command in commands:
        yield ".br"
        yield rf"\fB{_text(PROGRAM)} {command.name}\fR [\fIoptions\fR]{_places(command)}"


def _places(command: Command) -> str:
    return "".join(rf" \fI{_text(name)}\fR" for name in command.sources)


def _usage(usage: tuple[str, ...]) -> Iterator[str]:
    for number, line in enumerate(usage):
        if number:
            yield ".br"
        yield rf"\fB{_text(PROGRAM)}\fR{_text(line.removeprefix(PROGRAM))}"


def _command(command: Command) -> Iterator[str]:
    yield f".SS {_text(command.name)}"
    if len(command.usage) > 1:  # the synopsis shows a single one
        yield from _usage(command.usage)
        yield ".PP"
    yield from _prose(command.description)
    own = [option for option in command.options if "--help" not in option.names]
    yield from _options(own)
    if command.settings:
        yield ".PP"
        yield from _prose("It takes the options under SETTINGS too.")


def _options(options: Iterable[Option]) -> Iterator[str]:
    for option in options:
        names = ", ".join(rf"\fB{_text(name)}\fR" for name in option.names)
        taken = "|".join(map(_text, option.choices)) or _text(option.value)
        yield ".TP"
        yield names + (rf" \fI{taken}\fR" if taken else "")
        yield from _prose(option.title)


def _items(items: Iterable[tuple[str, str]]) -> Iterator[str]:
    for name, title in items:
        yield ".TP"
        yield rf"\fB{_text(name)}\fR"
        yield from _prose(title)


def _keys() -> Iterator[str]:
    yield from _prose("A count goes before a key: 5j. In the reader ? names the keys of the pane you are in.")
    for key in TABLE.values():
        names = (key_name(each) for each in key.keys.split(","))
        shown = " ".join(_ARROWS.get(name, name) for name in names if name)
        if shown:
            yield ".TP"
            yield rf"\fB{_text(shown)}\fR"
            yield from _prose(key.title)


def _examples(*commands: Command) -> Iterator[str]:
    """What the epilogs show after `example:` or `examples:`, as it is typed."""
    yield ".nf"
    for command in commands:
        shown = False
        for line in command.epilog.splitlines():
            shown = line.startswith("example") if not line.startswith("  ") else shown
            if shown and line.startswith("  "):
                yield _text(line.strip())
    yield ".fi"


def _prose(text: str) -> Iterator[str]:
    """The text as paragraphs."""
    for number, paragraph in enumerate(part for part in text.split("\n\n") if part.strip()):
        if number:
            yield ".PP"
        for line in paragraph.splitlines():
            yield from map(_guarded, wrap(_text(line), _LINE, break_long_words=False, break_on_hyphens=False))


def _text(text: str) -> str:
    r"""The text as roff shows it unchanged: hyphens that can be copied, no line that is a request."""
    safe = text.replace("\\", r"\e").replace("-", r"\-").replace("'", r"\(aq").replace("`", r"\(ga")
    safe = safe.replace("^", r"\(ha").replace("~", r"\(ti")
    return _guarded("".join(sign if sign.isascii() else rf"\[u{ord(sign):04X}]" for sign in safe))


def _guarded(line: str) -> str:
    """The line, which roff takes for text even where it begins with a dot."""
    return rf"\&{line}" if line.startswith(".") else line
