"""What needs no grammar is understood as the grammar would."""

import pytest

from tui.cli import open as reader
from tui.cli import parsing
from tui.cli.commands import COMMANDS, plain

NAMES = ("sources", "mouse", "ascii", "wire", "save", "read_only", "library", "cut", "theme")


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["one.txt"],
        ["A", "B", "-"],
        ["--no-save"],
        ["--no-save", "--ascii", "--no-mouse", "--wire", "--save", "one.txt", "two.txt"],
        ["--no-save", "list"],
        ["--read-only", "--no-read-only", "one.txt"],
    ],
)
def test_switches_and_sources_are_what_the_grammar_makes_of_them(arguments):
    grammar = parsing.parser(None)
    reader.describe(grammar)
    wanted, found = grammar.parse_args(arguments), plain(arguments)
    assert [getattr(found, name, None) for name in NAMES] == [getattr(wanted, name) for name in NAMES]


@pytest.mark.parametrize(
    "arguments",
    [["--help"], ["--", "list"], ["one.txt", "--no-save"], ["--cut", "0.5"], ["-x"], *([n] for n in COMMANDS)],
)
def test_everything_else_is_left_to_the_grammar(arguments):
    assert plain(arguments) is None


def test_the_list_of_commands_fits_a_terminal_of_80_columns():
    grammar = parsing.parser(None)
    reader.describe(grammar)
    listed = [line for line in grammar.epilog.splitlines() if line.split()[:1] and line.split()[0] in COMMANDS]
    assert len(listed) == len(COMMANDS)
    assert max(map(len, listed)) <= 80
    assert len({line.index(COMMANDS[line.split()[0]]) for line in listed}) == 1
