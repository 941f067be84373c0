"""Help, version, and what is said when the command line makes no sense."""

import pytest

from tui import __version__

COMMANDS = [(), ("list",), ("read",), ("diff",), ("config",)]


def test_the_version_is_the_packages(summit):
    assert summit("--version") == (0, f"summit-tui {__version__}\n", "")


@pytest.mark.parametrize("command", COMMANDS)
def test_help_shows_an_example(summit, command):
    code, out, err = summit(*command, "--help")
    assert (code, err) == (0, "")
    assert "example" in out
    assert "\n  summit-tui " in out
    assert "\x1b" not in out
    assert out.isascii()


def test_the_readers_help_names_every_command(summit):
    out = summit("--help").out
    for command in COMMANDS[1:]:
        assert f"\n  {command[0]} " in out


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (("--cut", "1.5"), "summit-tui: --cut: not a similarity from 0.0 to 1.0: 1.5"),
        (("diff", "B", "E", "--cut", "nan"), "summit-tui: --cut: not a similarity from 0.0 to 1.0: nan"),
        (("diff", "B", "E", "--cut", "half"), "summit-tui: --cut: not a similarity from 0.0 to 1.0: half"),
        (("list", "--width", "3"), "summit-tui: --width: not a width of at least 20 columns: 3"),
        (("list", "--width", "99999999999"), "summit-tui: --width: not a width of at least 20 columns: 99999999999"),
        (("read",), "summit-tui: read: the following arguments are required: SOURCE (try --help)"),
        (("diff", "B"), "summit-tui: diff: the following arguments are required: RIGHT (try --help)"),
        (("diff", "A", "B", "C"), "summit-tui: diff: unrecognized arguments: C (try --help)"),
        (("--measure", "61"), 'summit-tui: --measure: expected 60, 72, 88 or "full": 61'),
        (("--nonsense",), "summit-tui: usage: unrecognized arguments: --nonsense (try --help)"),
        (("diff", "A", "B", "--json", "--html"), "summit-tui: --html: not allowed with argument --json"),
        (
            ("--cut", "0.4", "diff", "B", "E"),
            "summit-tui: diff: no such file; a command stands before every option and source",
        ),
    ],
)
def test_a_usage_error_is_one_line(summit, arguments, line):
    assert summit(*arguments) == (2, "", line + "\n")


def test_no_control_character_of_an_argument_reaches_the_terminal(summit):
    code, _, err = summit("--cut", "\x1b[31m\nred")
    assert code == 2
    assert err.count("\n") == 1
    assert "\x1b" not in err


def test_options_are_not_abbreviated(summit):
    assert summit("list", "--js").code == 2


def test_a_source_with_a_commands_name_follows_two_dashes(summit, tmp_path, monkeypatch, two):
    monkeypatch.chdir(tmp_path)
    two[0].rename("list")
    assert "The Ferry Is Late Again" in summit("--", "list").out
    assert "The Ferry Is Late Again" in summit("./list").out
    assert "Trump" in summit("list").out


def test_the_cut_without_an_option_is_the_alignments(summit):
    from tui.alignment import link_sentences
    from tui.cli.parsing import DEFAULT_CUT

    assert link_sentences.default_cut == DEFAULT_CUT
    assert f"(default: {DEFAULT_CUT})" in " ".join(summit("diff", "--help").out.split())
