"""What the start leaves out can still be had afterwards, and nothing is left out of a Textual that is not known."""

import subprocess
import sys
from importlib.metadata import version
from textwrap import dedent

import pytest

from tui.app.start.lean import lean, textual_version

SCRIPT = """
import sys
from tui.app.start import lean
if sys.argv[1:]:
    lean.textual_version = lambda: sys.argv[1]
with lean.lean():
    import textual.app
absent = {"difflib", "mimetypes", "pickle", "platformdirs", "rich.table", "ssl", "subprocess", "textual.canvas"}
absent |= {"textual.command", "textual.markup", "textual.widgets._input", "textual.widgets._toast", "uuid"}
print(*sorted(absent & set(sys.modules)))
import ssl, subprocess, textual.command, textual.widgets._toast
print(textual.command.CommandPalette.__mro__[1].__name__, ssl.SSLContext.__name__, end=" ")
print(textual.widgets._toast.ToastRack.__mro__[1].__name__, subprocess.Popen.__name__)
"""


def left(*arguments):
    """What a fresh interpreter imported of what can be left out, and what can be imported afterwards."""
    run = subprocess.run([sys.executable, "-c", SCRIPT, *arguments], capture_output=True, text=True, check=True)
    return run.stdout.splitlines()


def test_what_is_left_out_can_be_imported_afterwards():
    assert left() == ["", "SystemModalScreen SSLContext Container Popen"]


def test_a_textual_that_is_not_known_keeps_all_but_tls():
    imported, _ = left("99.0.0")
    assert imported.split() == [
        *("difflib", "mimetypes", "pickle", "platformdirs", "rich.table", "subprocess", "textual.canvas"),
        *("textual.command", "textual.markup", "textual.widgets._input", "textual.widgets._toast", "uuid"),
    ]


def test_what_is_called_later_does_then_what_it_always_did():
    script = """
        import sys
        from tui.app.start.lean import lean
        with lean():
            import textual.app
            import pickle
            from pickle import PicklingError
        import asyncio
        from rich.style import Style
        from textual.content import Content
        from textual.css.stylesheet import parse_style
        from textual.layout import Canvas
        from textual.notifications import Notification
        style = Style(meta={"a": 1}) + Style(link="https://example.org")
        print(style.meta, style.link_id != "", Notification("x").identity != Notification("x").identity)
        print(PicklingError is pickle.PicklingError is sys.modules["pickle"].PicklingError)
        print(Content.from_markup("[b]x[/b]").plain, parse_style("bold").bold, Canvas(2, 1).width)
        async def told(program):
            return await (await asyncio.create_subprocess_shell(program, stdout=asyncio.subprocess.PIPE)).communicate()
        print(asyncio.run(told("echo heard"))[0])
    """
    run = subprocess.run([sys.executable, "-c", dedent(script)], capture_output=True, text=True, check=True)
    assert run.stdout.splitlines() == ["{'a': 1} True True", "True", "x True 2", "b'heard\\n'"]


def test_what_is_imported_already_stays(monkeypatch):
    mine = object()
    monkeypatch.setitem(sys.modules, "ssl", mine)
    with lean():
        assert sys.modules["ssl"] is mine
    assert sys.modules["ssl"] is mine


def test_a_fault_while_importing_takes_nothing_away(monkeypatch):
    monkeypatch.delitem(sys.modules, "ssl", raising=False)
    with pytest.raises(ZeroDivisionError), lean():
        1 / 0  # noqa: B018
    assert "ssl" not in sys.modules


def test_the_version_is_the_installed_one():
    assert textual_version() == version("textual")
