"""What the shells complete, asked of the shells themselves."""

import shutil
import subprocess

import pytest

from tui.cli.commands import COMMANDS
from tui.packaging.documents import documents
from tui.packaging.grammar import commands, labels, reader

BASH = "share/bash-completion/completions/summit-tui"
ZSH = "share/zsh/site-functions/_summit-tui"
FISH = "share/fish/vendor_completions.d/summit-tui.fish"
LAYOUTS = {"side-by-side", "interleaved", "redline"}


def shell(name):
    """Where the shell is; skips without it."""
    path = shutil.which(name)
    if path is None:
        pytest.skip(f"{name} is not installed")
    return path


@pytest.fixture
def folder(tmp_path):
    """A folder with two files to complete, one of them with a blank in its name."""
    for name in ("river.txt", "old river.txt"):
        (tmp_path / name).touch()
    return tmp_path


@pytest.fixture
def in_bash(folder):
    """What bash offers for the last of the words, as its own completion would be asked."""
    path = shell("bash")
    (folder / "completion").write_text(documents()[BASH])
    script = """
        source ./completion && rm completion
        COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1))
        _summit_tui && printf '%s\\n' "${COMPREPLY[@]}"
    """

    def offered(*words):
        asked = [path, "-eu", "-c", script, "bash", "summit-tui", *words]
        (folder / "completion").write_text(documents()[BASH])
        run = subprocess.run(asked, cwd=folder, capture_output=True, text=True, check=False)
        assert run.stderr == ""
        return set(filter(None, run.stdout.splitlines()))

    return offered


def test_bash_completes_commands_sources_and_options(in_bash):
    assert in_bash("di") == {"diff"}
    assert in_bash("") == {*COMMANDS, *labels(), "river.txt", "old river.txt"}
    assert in_bash("diff", "") == {*labels(), "river.txt", "old river.txt"}
    assert in_bash("diff", "B", "o") == {"old river.txt"}
    assert in_bash("diff", "--la") == {"--layout"}
    assert in_bash("doctor", "") == set()
    assert in_bash("--", "--la") == set()


def test_bash_completes_what_an_option_takes(in_bash):
    assert in_bash("diff", "--layout", "") == LAYOUTS
    assert in_bash("diff", "--layout", "=") == LAYOUTS
    assert in_bash("diff", "--layout", "=", "r") == {"redline"}
    assert in_bash("--layout", "") == LAYOUTS | {"auto"}
    assert in_bash("--cut", "") == set()


def test_bash_knows_every_option_of_every_command(in_bash):
    for command in (reader(), *commands()):
        names = {name for option in command.every_option for name in option.names if name.startswith("--")}
        assert in_bash(*filter(None, [command.name]), "--") == names


def test_a_tab_completes_in_bash_at_its_prompt(start, folder):
    terminal = start((shell("bash"), "--noprofile", "--norc", "-i"), variables={"PS1": "rea> ", "HOME": str(folder)})
    terminal.expect("rea>")
    (folder / "completion").write_text(documents()[BASH])
    terminal.type("source ./completion; rm completion\rsummit-tui di\t")
    terminal.expect("rea> summit-tui diff")
    terminal.type("o\t")
    terminal.expect("summit-tui diff old\\ river.txt")


def test_a_tab_completes_in_zsh_at_its_prompt(start, folder):
    functions = folder / "functions"
    functions.mkdir()
    (functions / "_summit-tui").write_text(documents()[ZSH])
    settings = ("PS1='rea> '", "fpath=($HOME/functions $fpath)", "autoload -U compinit", "compinit -u -D")
    (folder / ".zshrc").write_text("\n".join(settings))
    terminal = start((shell("zsh"), "-i"), variables={"ZDOTDIR": str(folder), "HOME": str(folder)})
    terminal.expect("rea>")
    terminal.type("summit-tui di\t")
    terminal.expect("rea> summit-tui diff")
    terminal.type("--lay\t")
    terminal.expect("summit-tui diff --layout=")
    terminal.type("red\t")
    terminal.expect("summit-tui diff --layout=redline")
    terminal.type("ol\t")
    terminal.expect("summit-tui diff --layout=redline old\\ river.txt")


def test_fish_completes_commands_sources_and_options(folder):
    (folder / "completion").write_text(documents()[FISH])

    def offered(line):
        script = f"source completion; rm completion; complete -C '{line}'"
        (folder / "completion").write_text(documents()[FISH])
        variables = {"HOME": str(folder), "PATH": "/usr/bin:/bin"}
        run = subprocess.run(
            [shell("fish"), "-N", "-c", script], cwd=folder, env=variables, capture_output=True, text=True, check=False
        )
        assert run.stderr == ""
        return {each.split("\t")[0] for each in run.stdout.splitlines()}

    assert offered("summit-tui di") == {"diff"}
    assert offered("summit-tui diff --layout ") == LAYOUTS
    assert offered("summit-tui diff ") == {*labels(), "river.txt", "old river.txt"}
    assert offered("summit-tui config --p") == {"--path"}
    assert offered("summit-tui doctor ") == set()
