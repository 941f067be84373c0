"""Terminals for tests, each closed at its test's end."""

import contextlib
import functools

import pytest


def pytest_collection_modifyitems(items):
    for item in items:
        if "terminal" in item.path.parts:
            item.add_marker(pytest.mark.terminal)


@pytest.fixture
def start(tmp_path):
    """Starts a command in a terminal: `start(command, **options)`, with the options of `Terminal`."""
    for module in ("pty", "termios"):
        pytest.importorskip(module, reason="this platform has no pseudo-terminals")
    from tests.terminal.harness import Terminal

    with contextlib.ExitStack() as terminals:

        def started(command, **options):
            terminal = Terminal(command, home=tmp_path, **options)
            terminals.callback(terminal.close)
            return terminal

        yield started


@pytest.fixture
def summit(start):
    """Starts the reader in a terminal: `summit("list", size=(80, 24))`."""
    from tests.terminal.harness import SUMMIT

    @functools.wraps(start)
    def started(*arguments, **options):
        return start((*SUMMIT, *arguments), **options)

    return started
