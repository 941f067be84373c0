"""One private sshd for all tests, and lines to it, each closed at its test's end."""

import contextlib

import pytest


def pytest_collection_modifyitems(items):
    for item in items:
        if "ssh" in item.path.parts:
            item.add_marker(pytest.mark.terminal)


@pytest.fixture(scope="session")
def far_end(tmp_path_factory):
    """Starts an sshd with further settings: `far_end("DisableForwarding yes")`. Skips where none lets anybody in."""
    for module in ("pty", "termios", "pwd"):
        pytest.importorskip(module, reason="this platform has no pseudo-terminals")
    from tests.ssh.server import Server, lacking

    if reason := lacking():
        pytest.skip(reason)
    with contextlib.ExitStack() as servers:

        def started(more=""):
            try:
                server = Server(tmp_path_factory.mktemp("sshd"), more)
            except PermissionError as reason:
                pytest.skip(f"sshd keeps this account out: {reason}")
            servers.callback(server.stop)
            return server

        yield started


@pytest.fixture(scope="session")
def server(far_end):
    """The far end."""
    return far_end()


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
