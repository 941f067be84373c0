"""What the first picture does without: a heavy import there is paid by everyone who only wants to look."""

import signal
import sys

import pytest

SCRIPT = """
import os, runpy, signal, sys
def tell(*_):
    with open("modules", "w") as file:
        print(*sys.modules, sep="\\n", file=file)
    os._exit(0)
signal.signal(signal.SIGUSR1, tell)
sys.argv = ["summit-tui"]
runpy.run_module("tui", run_name="__main__", alter_sys=True)
"""
HEAVY = {
    "numpy": "none of the list's work is arithmetic",
    "rapidfuzz": "nothing is compared yet",
    "charset_normalizer": "the articles say their encoding themselves",
    "rich_argparse": "no help is drawn",
    "json": "nothing is exported",
    "ssl": "nothing is connected to",
    "email": "no package's metadata is read",
    "textual.command": "the reader has a palette of its own",
    "textual.widgets._input": "nothing is asked",
    "textual.widgets._option_list": "nothing is chosen from a list",
    "tui.alignment.model": "nothing is compared yet",
    "tui.app.screens.overlay": "no key asked for help",
    "tui.app.screens.reader": "no article is open",
    "tui.presentation.layouts": "no pair is drawn",
}


@pytest.fixture
def modules(start, tmp_path):
    """The modules that are imported when the list has been painted."""
    terminal = start((sys.executable, "-c", SCRIPT))
    terminal.expect("Putin Claims Victory")
    terminal.settle()
    terminal.signal(signal.SIGUSR1)
    assert terminal.expect_exit() == 0
    return set((tmp_path / "modules").read_text().split())


def test_the_list_is_painted_without_what_only_later_work_needs(modules):
    assert "textual" in modules
    assert {module: HEAVY[module] for module in modules & HEAVY.keys()} == {}
