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
sys.argv = ["summit-tui", *sys.argv[1:]]
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


HEAD = """
import sys, tui.app.start.first
real = tui.app.start.first.FirstPicture.show
def shown(self, rows, out):
    real(self, rows, out)
    with open("modules", "w") as file:
        print(*sys.modules, sep="\\n", file=file)
    tui.app.start.first.FirstPicture.show = real
tui.app.start.first.FirstPicture.show = shown
"""
READING = {
    "dataclasses": "imports what inspects code",
    "rich.style": "the colours are written as they are sent",
    "textual": "the picture stands before it is imported",
    "tomllib": "there is no settings file",
    "tui.app.sitting.session": "the sitting begins behind the picture",
    "tui.articles.decoding": "nothing is read",
    "tui.articles.furniture": "nothing is read",
    "tui.articles.reading": "nothing is read",
    "tui.articles.structure": "nothing is read",
    "tui.text.sentences": "no sentence is looked for",
    "tui.text.tokens": "no word is counted",
}


def modules_of(tmp_path):
    """The modules that the program had imported when it wrote them down."""
    return set((tmp_path / "modules").read_text().split())


@pytest.fixture
def modules(start, tmp_path):
    """The modules that are imported when the list has been painted and its articles were read."""
    terminal = start((sys.executable, "-c", SCRIPT))
    terminal.expect("much-anticipated")
    terminal.settle()
    terminal.signal(signal.SIGUSR1)
    assert terminal.expect_exit() == 0
    return modules_of(tmp_path)


def test_the_list_is_painted_without_what_only_later_work_needs(modules):
    assert "textual" in modules
    assert {module: HEAVY[module] for module in modules & HEAVY.keys()} == {}


@pytest.mark.parametrize("arguments", [(), ("--no-save",), ("A", "B")])
def test_the_first_picture_stands_before_anything_is_read(start, tmp_path, arguments):
    terminal = start((sys.executable, "-c", HEAD + SCRIPT, *arguments))
    terminal.expect("much-anticipated")
    imported = modules_of(tmp_path)
    assert "tui.app.start.first" in imported
    assert {module: READING[module] for module in imported & READING.keys()} == {}
