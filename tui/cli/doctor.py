"""The command `doctor`."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tui.cli.commands import COMMANDS
from tui.cli.settings import Chosen, add_settings, chosen_settings

if TYPE_CHECKING:
    from tui.reports.records import Record
    from tui.terminals.diagnosis import Aspect
    from tui.terminals.presses import Press

_NAME_WIDTH = 13
_KEY_WIDTH = 16
_LIBRARIES = ("textual", "rich", "rapidfuzz", "numpy", "sentencex", "PyStemmer")
_ARROWS = {"↑": "up", "↓": "down", "←": "left", "→": "right"}


def describe(parser: ArgumentParser) -> None:
    """Add the options of `doctor`."""
    parser.description = f"Show {COMMANDS['doctor']}."
    parser.epilog = (
        "examples:\n  summit-tui doctor\n  summit-tui doctor --reset"
        "\n\nWhere a broken terminal takes no enter, press ctrl+j after the second."
    )
    answers = parser.add_mutually_exclusive_group()
    answers.add_argument("--json", action="store_true", help="write the schema summit-tui/doctor@1")
    answers.add_argument("--reset", action="store_true", help="mend a terminal that a program has left broken")
    answers.add_argument("--keys", action="store_true", help="name each key that arrives, until q is pressed twice")
    add_settings(parser)


def run(options: Namespace) -> int:
    """Write what was asked for; 0 whatever was found."""
    if options.reset:
        _reset()
    elif options.keys:
        _name_keys()
    else:
        chosen = chosen_settings(options)
        _write(chosen, as_json=options.json)
    return 0


def _write(chosen: Chosen, *, as_json: bool) -> None:
    """Everything that is known, as a record or as lines."""
    from tui.cli import output
    from tui.cli.surroundings import surroundings
    from tui.terminals.diagnosis import diagnose
    from tui.text.shown import shown

    known = _Known(diagnose(surroundings(chosen)), _versions(), _places(chosen), chosen.warnings)
    if as_json:
        from tui.reports.records import encode

        output.write_document(encode(_record(known)))
        return
    width = output.columns(None) if output.is_terminal() else None
    for lead, text in _lines(known):
        output.write(f"{_folded(lead, shown(text), width)}\n")


class _Known(NamedTuple):
    """What there is to tell; a version is empty for what is not installed, a place None where nothing is kept."""

    aspects: tuple["Aspect", ...]
    versions: Mapping[str, str]
    places: Mapping[str, Path | None]
    warnings: tuple[str, ...]


def _record(known: _Known) -> "Record":
    """A `summit-tui/doctor@1` record."""
    return {
        "schema": "summit-tui/doctor@1",
        "versions": known.versions,
        "aspects": [aspect._asdict() for aspect in known.aspects],
        "places": {name: None if path is None else str(path) for name, path in known.places.items()},
        "warnings": known.warnings,
    }


def _lines(known: _Known) -> Iterator[tuple[str, str]]:
    """What leads each line, and its text: the aspects, the versions and places, what to do, and what is wrong."""
    aspects, versions, places, warnings = known
    for aspect in aspects:
        yield _line(aspect.name, f"{aspect.value} ({aspect.because})" if aspect.because else aspect.value)
    python, own = versions["python"], versions["summit-tui"]
    yield _line("versions", f"summit-tui {own}, Python {python}")
    yield _line("libraries", ", ".join(f"{name} {versions[name] or 'not installed'}" for name in _LIBRARIES))
    for name, path in places.items():
        yield _line(name, _place(path))
    advice = [each for aspect in aspects for each in aspect.advice]
    for heading, items in (("To get more:", advice), ("What is wrong with the settings:", warnings)):
        if items:
            yield from (("", ""), ("", heading), *(("  - ", item) for item in items))


def _folded(lead: str, text: str, width: int | None) -> str:
    """The text after its lead, on as many rows as it needs where rows have a width, all beginning in one column."""
    from textwrap import wrap

    if width is None:
        return lead + text
    rows = wrap(text, max(1, width - len(lead)), break_long_words=False, break_on_hyphens=False)
    return lead + f"\n{' ' * len(lead)}".join(rows)


def _line(name: str, text: str) -> tuple[str, str]:
    return f"{name:<{_NAME_WIDTH}} ", text


def _place(path: Path | None) -> str:
    """Where it lies, and whether anything does."""
    if path is None:
        return "nowhere, since save is off"
    try:
        there = path.exists()
    except OSError as error:
        return f"{path} ({error.strerror})"
    return str(path) if there else f"{path} (not there)"


def _versions() -> dict[str, str]:
    """The versions by name, empty for what is not installed."""
    import platform

    from tui import __version__
    from tui.cli.surroundings import version

    libraries = {name: version(name) for name in _LIBRARIES}
    return {"summit-tui": __version__, "python": platform.python_version(), **libraries}


def _places(chosen: Chosen) -> dict[str, Path | None]:
    """Where the reader keeps what it keeps."""
    from platformdirs import user_state_path

    from tui.library import library_path

    state = user_state_path("summit-tui")
    library = library_path(chosen.loaded.settings)
    return {
        "settings": chosen.loaded.path,
        "library": library,
        "copies": state / "yank.txt",
        "crashes": state / "crash.txt",
    }


def _reset() -> None:
    """Mend the terminal, though nobody may see what is printed."""
    from tui.cli import output, tty
    from tui.cli.errors import tell

    try:
        with tty.opened() as terminal:
            tty.mend(terminal)
    except tty.TROUBLE:
        tell("doctor: there is no terminal to mend")
        return
    output.write("The terminal is mended. If it still looks wrong: reset\n")


def _name_keys() -> None:
    """Name each key on a line of its own, until two q or ctrl+c."""
    from tui.cli import output, tty
    from tui.cli.errors import tell

    if not output.is_terminal():
        tell("doctor: keys are named only on a terminal")
        return
    try:
        with tty.opened() as terminal:
            if not tty.in_front(terminal):
                tell("doctor: keys go to the program in front")
                return
            with tty.keys(terminal) as typed:
                output.write("Press keys: each is named as it arrives. q q or ctrl+c ends.\n")
                output.finish()
                _name_until_end(typed)
    except tty.TROUBLE:
        tell("doctor: there is no terminal to take keys from")


def _name_until_end(typed: Iterator["Press"]) -> None:
    from tui.cli import output
    from tui.text.shown import shown

    before = ""
    for press in typed:
        name = press.name if output.writes(press.name) else "".join(_ARROWS.get(each, each) for each in press.name)
        note = f"  ({press.also} sends the same)" if press.also else "  (once more to leave)" * (press.name == "q")
        if press.name == before == "q":
            note = ""
        output.write(f"{shown(name):<{_KEY_WIDTH}} {repr(press.sent)[2:-1]}{note}\n")
        output.finish()
        if press.name == "ctrl+c" or press.name == before == "q":
            return
        before = press.name
