"""Reading as a conversation at a prompt: for screen readers, braille, and terminals that can do nothing else."""

import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from io import TextIOWrapper
from time import monotonic

from tui.cli import output
from tui.cli.drawing import hanging, text_run, write_lines
from tui.cli.errors import report_all, tell
from tui.cli.ink import Ink
from tui.cli.sources import Selection
from tui.cli.turns import Conversation
from tui.library import Library, library_path
from tui.settings import load, reviewer
from tui.text.shown import shown

PROMPT = "> "
_SILENCE = 2.0
"""Seconds of silence after which a comparison says how far it is."""


def converse(selection: Selection, width: int | None, given: Mapping[str, object]) -> int:
    """Talk until the reader quits or has no more to say; 2 when nothing can be read.

    Args:
        selection: The articles; one is read at once, two as a pair, else there is a list.
        width: Cells at which lines are wrapped; None leaves that to whatever reads them out.
        given: What the command line says of settings, by name.
    """
    _take_standard_input(selection)
    if errors := selection.errors():
        return report_all(errors)
    loaded = load(os.environ, given)
    for warning in loaded.warnings:
        tell(warning)
    path, guest = library_path(loaded.settings), loaded.settings.read_only
    with Library.open(path, read_only=guest, reader=reviewer(loaded.settings)) as library:
        return _talk(Conversation(selection, loaded.settings, progress=Patience(width), library=library), width)


def _talk(conversation: Conversation, width: int | None) -> int:
    """Turn by turn, until the reader quits; always 0."""
    _turn(conversation, None, width)
    interrupted = False
    while not conversation.over:
        try:
            line = _ask()
            interrupted = False
            if line is None:
                output.write("\n")
                return 0
            _turn(conversation, line, width)
        except KeyboardInterrupt:
            output.write("\n")
            if interrupted:
                return 0
            interrupted = True
            _say(["ctrl+c once more quits"], width)
    return 0


def _turn(conversation: Conversation, line: str | None, width: int | None) -> None:
    """Answer a line, None for the opening; ctrl+c ends what takes too long."""
    try:
        _say(conversation.open() if line is None else conversation.answer(line), width)
    except KeyboardInterrupt:
        output.write("\n")
        _say(["stopped"], width)


def _say(lines: Iterable[str], width: int | None) -> None:
    write_lines(_wrapped(lines, width))
    output.finish()


def _wrapped(lines: Iterable[str], width: int | None) -> Iterator[str]:
    for line in lines:
        if width is None:
            yield shown(line)
        else:
            yield from hanging(text_run(""), [text_run(line)], width, Ink.NONE)


def _ask() -> str | None:
    """The next line from the reader, None when no more will come."""
    if sys.stdin is None:
        return None
    if sys.stdin.isatty() and output.is_terminal():
        _edit_lines()
        try:
            return input(PROMPT)
        except (EOFError, OSError):
            return None
    output.write(PROMPT)
    output.finish()
    line = sys.stdin.readline()
    if line:
        _say([line.strip()], None)  # what a terminal would have echoed
    return line or None


def _edit_lines() -> None:
    """Let a line be edited and an earlier one recalled, by means that every terminal has."""
    if "readline" in sys.modules:
        return
    os.environ["TERM"] = "dumb"  # line editing sends no escape codes to such a terminal
    try:
        import readline
    except ImportError:
        return
    if "libedit" not in (readline.__doc__ or ""):
        readline.parse_and_bind("set enable-bracketed-paste off")


def _take_standard_input(selection: Selection) -> None:
    """Read the article that standard input is, if one is; the conversation then goes on at the terminal."""
    collection = selection.collection
    piped = [number for number in collection.beside if collection.source(number).is_standard_input]
    for number in piped:
        collection.summary(number)
    if piped:
        try:
            terminal = os.open("/dev/tty", os.O_RDWR)
        except OSError:
            terminal = os.open(os.devnull, os.O_RDONLY)
        os.dup2(terminal, 0)
        os.close(terminal)
        sys.stdin = open(0, encoding=getattr(sys.stdin, "encoding", None), closefd=False)  # noqa: SIM115 (stays open)
    if isinstance(sys.stdin, TextIOWrapper):
        sys.stdin.reconfigure(errors="replace")


class Patience:
    """Says how far a comparison is, when it takes long."""

    def __init__(self, width: int | None) -> None:
        self._width = width
        self._spoken = 0.0
        self._share = 1.0

    def __call__(self, share: float) -> None:
        """Say the share done, 0.0 to 1.0, after seconds of silence."""
        now = monotonic()
        if share < self._share:  # another comparison
            self._spoken = now
        self._share = share
        if now - self._spoken > _SILENCE:
            self._spoken = now
            _say([f"comparing, {share:.0%} done; ctrl+c stops"], self._width)
