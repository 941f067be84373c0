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
absent = {"ssl", "textual.command", "textual.widgets._input", "pickle", "platformdirs", "rich.table", "uuid"}
print(*sorted(absent & set(sys.modules)))
import ssl, textual.command
print(textual.command.CommandPalette.__mro__[1].__name__, ssl.SSLContext.__name__)
"""


def left(*arguments):
    """What a fresh interpreter imported of what can be left out, and what can be imported afterwards."""
    run = subprocess.run([sys.executable, "-c", SCRIPT, *arguments], capture_output=True, text=True, check=True)
    return run.stdout.splitlines()


def test_what_is_left_out_can_be_imported_afterwards():
    assert left() == ["", "SystemModalScreen SSLContext"]


def test_a_textual_that_is_not_known_keeps_all_but_tls():
    imported, _ = left("99.0.0")
    assert imported.split() == [
        "pickle",
        "platformdirs",
        "rich.table",
        "textual.command",
        "textual.widgets._input",
        "uuid",
    ]


def test_what_is_called_later_does_then_what_it_always_did():
    script = """
        import sys
        from tui.app.start.lean import lean
        with lean():
            import textual.app
            import pickle
            from pickle import PicklingError
        from rich.style import Style
        from textual.notifications import Notification
        style = Style(meta={"a": 1}) + Style(link="https://example.org")
        print(style.meta, style.link_id != "", Notification("x").identity != Notification("x").identity)
        print(PicklingError is pickle.PicklingError is sys.modules["pickle"].PicklingError)
    """
    run = subprocess.run([sys.executable, "-c", dedent(script)], capture_output=True, text=True, check=True)
    assert run.stdout.splitlines() == ["{'a': 1} True True", "True"]


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
