"""One private sshd for all tests, and lines to it, each closed at its test's end."""

import contextlib

import pytest


def pytest_collection_modifyitems(items):
    for item in items:
        if "ssh" in item.path.parts:
            item.add_marker(pytest.mark.terminal)


@pytest.fixture(scope="session")
def server(tmp_path_factory):
    """The far end. Skips where there is no sshd, or where it may let nobody in."""
    for module in ("pty", "termios", "pwd"):
        pytest.importorskip(module, reason="this platform has no pseudo-terminals")
    from tests.ssh import server as far_end

    if reason := far_end.lacking():
        pytest.skip(reason)
    try:
        started = far_end.Server(tmp_path_factory.mktemp("sshd"))
    except PermissionError as reason:
        pytest.skip(f"sshd keeps this account out: {reason}")
    yield started
    started.stop()


@pytest.fixture
def connect(server, tmp_path):
    """Opens the reader over ssh: `connect("list", size=(80, 24), far=("NAME=value",))`."""
    from tests.ssh.server import Remote

    with contextlib.ExitStack() as lines:

        def connected(*arguments, **options):
            line = Remote(server, arguments, home=tmp_path, **options)
            lines.callback(line.close)
            return line

        yield connected


@pytest.fixture
def shell(server, tmp_path):
    """A login at the far end with an interactive shell: `shell()`."""
    from tests.terminal.harness import Terminal

    with contextlib.ExitStack() as lines:

        def opened(**options):
            line = Terminal(server.command("/bin/sh", "-i"), home=tmp_path, **options)
            lines.callback(line.close)
            return line

        yield opened
