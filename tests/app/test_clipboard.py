import os
import stat
from base64 import b64decode

import pytest

from tui.app import clipboard


@pytest.fixture
def state(tmp_path, monkeypatch):
    monkeypatch.setattr(clipboard, "user_state_path", lambda _: tmp_path / "state")
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    (tmp_path / "bin").mkdir()
    return tmp_path / "state" / "yank.txt"


def program(state, name, script):
    path = state.parents[1] / "bin" / name
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)


def test_the_terminal_gets_the_text_and_a_file_keeps_it(state):
    sent = []
    said = clipboard.copy("“seven hours” é", sent.append, {}, remote=True)
    code, _, payload = sent[0].rstrip("\a").rpartition(";")
    assert code == "\x1b]52;c"
    assert b64decode(payload).decode() == "“seven hours” é"
    assert state.read_text(encoding="utf-8") == "“seven hours” é\n"
    assert stat.S_IMODE(state.stat().st_mode) == 0o600
    assert "sent to terminal (OSC 52)" in said
    assert "yank.txt" in said


@pytest.mark.parametrize("term", ["linux", "vt100"])
def test_a_console_that_would_print_the_text_is_not_asked_to_take_it(state, term):
    sent = []
    assert "OSC 52" not in clipboard.copy("words", sent.append, {"TERM": term}, remote=False)
    assert sent == []


def test_tmux_is_told_too(state):
    program(state, "tmux", f"/bin/cat > {state.parents[1]}/buffer")
    said = clipboard.copy("words", lambda _: None, {"TMUX": "1"}, remote=True)
    assert (state.parents[1] / "buffer").read_text() == "words"
    assert "tmux buffer" in said


def test_a_local_clipboard_is_not_used_over_ssh(state):
    program(state, "wl-copy", f"/bin/cat > {state.parents[1]}/local")
    clipboard.copy("words", lambda _: None, {"WAYLAND_DISPLAY": "w"}, remote=True)
    assert not (state.parents[1] / "local").exists()
    clipboard.copy("words", lambda _: None, {"WAYLAND_DISPLAY": "w"}, remote=False)
    assert (state.parents[1] / "local").read_text() == "words"


def test_a_failing_program_is_not_said_to_have_it(state):
    program(state, "tmux", "exit 1")
    assert "tmux" not in clipboard.copy("words", lambda _: None, {"TMUX": "1"}, remote=True)


def test_a_very_long_text_goes_to_the_file_alone(state):
    sent = []
    said = clipboard.copy("x" * 100_000, sent.append, {}, remote=True)
    assert sent == []
    assert "OSC 52" not in said
    assert len(state.read_text()) == 100_001


def test_a_file_that_cannot_be_written_is_said(state, monkeypatch):
    def refuse(*_args, **_more):
        raise PermissionError(13, os.strerror(13))

    monkeypatch.setattr(clipboard.os, "open", refuse)
    assert "no copy in a file" in clipboard.copy("words", lambda _: None, {}, remote=True)
