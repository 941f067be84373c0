"""The command `config`."""

import os
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator

from tui.cli.commands import COMMANDS
from tui.cli.settings import Chosen, add_settings, chosen_settings
from tui.settings import SETTINGS, Setting, Settings

_HEAD = """\
# The settings of summit-tui, each with its default. The file is the one that `summit-tui config --path` names.
# An option such as --cut wins over a variable such as SUMMIT_CUT, and that over this file.
# Take away the # before a line to set it.
"""

_KEYS = """
# Keys are written as they are printed: n, N, ], ctrl+n, space, enter, esc, tab, PgDn, F5. Several stand with spaces
# between them; "" takes all of an action's keys away. ctrl+q always quits.
[keys]
"""

_NAME_WIDTH = 12
_WIDTH = 34


def describe(parser: ArgumentParser) -> None:
    """Add the options of `config`."""
    parser.description = f"Show {COMMANDS['config']}."
    parser.epilog = (
        "examples:\n  summit-tui config\n  summit-tui config --example > config.toml"
        "\n\nWhat is wrong with the settings is told on standard error."
    )
    answers = parser.add_mutually_exclusive_group()
    answers.add_argument("--show", action="store_true", help="each value and where it came from (the default)")
    answers.add_argument("--path", action="store_true", help="where the settings file lies, whether or not it is there")
    answers.add_argument("--example", action="store_true", help="a file with every setting and every key to begin with")
    add_settings(parser)


def run(options: Namespace) -> int:
    """Write what was asked for, and on standard error what is wrong."""
    from tui.cli import output
    from tui.cli.errors import tell
    from tui.text.shown import shown

    if options.example:
        output.write_document("".join(f"{line}\n" for line in _example()))
        return 0
    chosen = chosen_settings(options)
    if options.path:
        output.write(f"{shown(str(chosen.loaded.path))}\n")
        return 0
    for line in _values(chosen):
        output.write(f"{shown(line)}\n")
    output.settle()
    for warning in chosen.warnings:
        tell(warning)
    return 0


def _values(chosen: Chosen) -> Iterator[str]:
    """The settings as TOML, each with its origin, then the keys that are not the default ones."""
    from tui.key_names import key_name

    loaded, preset = chosen.loaded, chosen.loaded.settings.preset
    yield f"# {loaded.path}{'' if loaded.path.exists() else ' (not there)'}"
    for setting in SETTINGS:
        note = _in_effect(setting, loaded.settings)
        yield f"{_assignment(setting, loaded.settings):<{_WIDTH}} # {loaded.origins[setting.name]}{note}"
    if chosen.keymap.bindings:
        yield from ("", "[keys]")
    for name, keys in chosen.keymap.bindings.items():
        written = " ".join(map(key_name, keys.split(",")))
        origin = loaded.origins.get(f"keys.{name}", f"preset {preset}" if preset != "default" else "gives way")
        assignment = f"{_quoted(name)} = {_quoted(written)}"
        yield f"{assignment:<{_WIDTH}} # {origin}"


def _in_effect(setting: Setting, settings: Settings) -> str:
    """What a setting left to the program comes to here, where that is not what it mostly comes to."""
    from tui.settings import wanted_colors, wants_mouse
    from tui.terminals.identity import lacks_signs, own_environ

    if setting.name == "mouse" and settings.mouse == "auto" and not wants_mouse(settings, os.environ):
        return ": off over SSH"
    if setting.name == "ascii" and settings.ascii == "auto" and (few := lacks_signs(own_environ())):
        return f": on with {few}"
    if setting.name == "colors" and settings.colors != wanted_colors(settings, os.environ):
        return f": {wanted_colors(settings, os.environ)} over SSH"
    return ""


def _example() -> Iterator[str]:
    """A settings file in which everything is said and nothing is set."""
    from tui.key_names import key_name
    from tui.keys import ALWAYS, TABLE

    yield _HEAD
    for setting in SETTINGS:
        yield f"# {setting.title} ({setting.expected})"
        yield f"# {_assignment(setting, Settings())}"
    yield _KEYS
    for key in TABLE.values():
        if key.id != ALWAYS.id:
            names = (key_name(each) if key_name(each).isascii() else each for each in key.keys.split(","))
            assignment = f"{_quoted(key.id)} = {_quoted(' '.join(names))}"
            yield f"# {assignment:<{_WIDTH}} # {key.title}"


def _assignment(setting: Setting, settings: Settings) -> str:
    """The setting's line in TOML."""
    value = getattr(settings, setting.field)
    if value is None or isinstance(value, str):
        written = _quoted(setting.unset if value is None else value)
    else:
        written = str(value).lower()
    return f"{setting.name:<{_NAME_WIDTH}} = {written}"


def _quoted(text: str) -> str:
    """The text as TOML writes it, whose escapes JSON shares."""
    import json

    return json.dumps(text, ensure_ascii=False)
