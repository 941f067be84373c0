"""What `doctor` says of a terminal, decided from what is known of it and printed for people and programs."""

import json
import os
import re
import termios

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.cli.test_imports import imported
from tui.settings import Settings
from tui.terminals.diagnosis import Surroundings, diagnose
from tui.terminals.identity import encoding, multiplexers, terminal_name
from tui.terminals.mending import MEND, sane
from tui.terminals.presses import UNKNOWN, presses

MODERN = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "en_GB.UTF-8"}
SSH = {"SSH_CONNECTION": "10.0.0.1 50000 10.0.0.2 22"}
TMUX = {"TMUX": "/run/tmux/default,1,0", "TERM": "tmux-256color", "TERM_PROGRAM": "tmux"}


def told(environ, **known):
    """Each aspect by its name."""
    known = {"size": (120, 40), "synchronized": True, "textual": "8.2.8"} | known
    return {aspect.name: aspect for aspect in diagnose(Surroundings(environ, **known))}


def advice(environ, **known):
    return "\n".join(line for aspect in told(environ, **known).values() for line in aspect.advice)


def test_a_modern_terminal_needs_no_advice():
    found = told(MODERN | {"TERM_PROGRAM": "WezTerm", "TERM_PROGRAM_VERSION": "20240203"})
    assert advice(MODERN) == ""
    assert {name: aspect.value for name, aspect in found.items()} | {
        "terminal": "WezTerm 20240203",
        "reader": "opens",
        "size": "120 columns, 40 rows",
        "connection": "this machine",
        "colours": "16 million",
        "letters": "UTF-8",
        "mouse": "on",
        "animation": "off",
        "synchronized": "yes",
        "tmux, screen": "no",
        "sent": "only what changed",
    } == {name: aspect.value for name, aspect in found.items()}
    assert found["colours"].because == "COLORTERM=truecolor"


def test_over_ssh_it_says_what_is_off_and_why_and_how_to_get_more():
    found = told(MODERN | SSH)
    assert found["colours"].value.startswith("16,")
    assert "over SSH" in found["colours"].because
    assert found["mouse"][:2] == ("mouse", "off")
    assert "over SSH" in found["mouse"].because
    assert found["animation"].value == "off"
    wanted = advice({"TERM": "xterm", "LANG": "C.UTF-8", **SSH})
    assert all(word in wanted for word in ("SendEnv COLORTERM", "ServerAliveInterval", "--mouse", "--colors"))
    assert "SendEnv" not in advice(MODERN | SSH)


def test_what_is_set_wins_and_is_named():
    settings = Settings(mouse="on", colors="256", wire=False)
    origins = {"mouse": "option --mouse", "colors": "environment SUMMIT_COLORS", "wire": "file /c.toml:3"}
    found = told(MODERN | SSH, settings=settings, origins=origins)
    assert found["mouse"][1:3] == ("on", "set by option --mouse")
    assert found["colours"][1:3] == ("256", "set by environment SUMMIT_COLORS")
    assert found["sent"][1:3] == ("whole rows", "set by file /c.toml:3")


@pytest.mark.parametrize(
    ("environ", "value", "because"),
    [
        ({"TERM": "screen"}, "16,", "TERM=screen"),
        ({"TERM": "xterm-256color"}, "256", "TERM=xterm-256color"),
        ({"TERM": "xterm-direct", "COLORTERM": "yes"}, "16 million", "TERM=xterm-direct"),
        ({"TERM": "linux", "NO_COLOR": "1"}, "none", "NO_COLOR"),
        ({"TERM": "dumb"}, "none", "kind"),
        ({}, "none", "kind"),
    ],
)
def test_colours_have_a_reason(environ, value, because):
    aspect = told(environ)["colours"]
    assert aspect.value.startswith(value)
    assert because in aspect.because


@pytest.mark.parametrize(
    ("environ", "ascii_", "value", "because"),
    [
        ({"LC_ALL": "C"}, "auto", "ASCII only, signs", "LC_ALL=C"),
        ({"LANG": "POSIX"}, "auto", "ASCII only, signs", "LANG=POSIX"),
        ({}, "auto", "ASCII only", "no LANG is set"),
        ({"LANG": "C.UTF-8", "TERM": "linux"}, "auto", "UTF-8, signs", "TERM=linux"),
        ({"LANG": "C.UTF-8", "TERM": "vt220"}, "auto", "UTF-8, signs", "TERM=vt220"),
        ({"LANG": "C.UTF-8", "TERM": "linux"}, "off", "UTF-8", "LANG=C.UTF-8"),
        ({"LANG": "C.UTF-8"}, "on", "UTF-8, signs", "set by option --ascii"),
    ],
)
def test_letters_have_a_reason(environ, ascii_, value, because):
    origins = {"ascii": "option --ascii"} if ascii_ == "on" else {}
    aspect = told(environ, settings=Settings(ascii=ascii_), origins=origins)["letters"]
    assert (aspect.value.partition(" and rules")[0], aspect.because) == (value, because)


def test_texts_that_go_out_in_utf_8_in_a_locale_of_ascii_are_told():
    assert "go out in UTF-8 even so" in advice({"LC_ALL": "C"}, stream="utf-8")
    assert "go out in UTF-8 even so" not in advice({"LC_ALL": "C"}, stream="ascii") + advice(MODERN, stream="utf-8")


@pytest.mark.parametrize("textual", ["9.0.1", "8.3.0", ""])
def test_an_unknown_textual_sends_whole_rows_and_is_named(textual):
    aspect = told(MODERN, textual=textual)["sent"]
    assert aspect.value == "whole rows"
    assert (textual or "not installed") in aspect.because


@pytest.mark.parametrize(
    ("environ", "known", "why"),
    [
        ({"TERM": "dumb"}, {}, "TERM=dumb"),
        ({}, {}, "not set"),
        (MODERN, {"screen": False}, "file or a program"),
        (MODERN, {"keyboard": False}, "keys"),
    ],
)
def test_it_says_why_the_reader_does_not_open(environ, known, why):
    aspect = told(environ, **known)["reader"]
    assert aspect.value.startswith("does not open")
    assert why in aspect.because


@pytest.mark.parametrize(("answer", "value"), [(True, "yes"), (False, "no"), (None, "not answered")])
def test_what_the_terminal_answered_is_told(answer, value):
    assert told(MODERN, synchronized=answer)["synchronized"].value == value


@pytest.mark.parametrize(
    ("environ", "codes"),
    [
        ({"LANG": "de_DE.utf8"}, "UTF-8"),
        ({"LC_ALL": "C", "LANG": "en_GB.UTF-8"}, "ASCII"),
        ({"LC_ALL": "", "LANG": "en_GB.UTF-8"}, "UTF-8"),
        ({"LC_CTYPE": "UTF-8"}, "UTF-8"),
        ({"LANG": "de_DE.ISO-8859-1@euro"}, "ISO-8859-1"),
        ({}, "ASCII"),
    ],
)
def test_the_locale_names_the_letters(environ, codes):
    assert encoding(environ)[0] == codes
    assert ("LANG=C.UTF-8" in advice(MODERN | {"LANG": ""} | environ)) is (codes != "UTF-8")


@pytest.mark.parametrize(
    ("environ", "around", "inside"),
    [
        (MODERN, "", ()),
        (TMUX, "xterm-256color", ("tmux",)),
        (TMUX, "tmux-256color", ("tmux", "tmux or screen")),
        ({"STY": "1.pts", "TERM": "screen"}, "", ("screen",)),
        ({"STY": "1.pts", **TMUX}, "screen", ("tmux", "screen")),
        ({**TMUX, "STY": "1.pts", "TERM_PROGRAM": "", "TERM": "screen"}, "", ("screen", "tmux")),
        ({"TERM": "screen-256color", **SSH}, "", ("tmux or screen",)),
    ],
)
def test_multiplexers_are_found_the_innermost_first(environ, around, inside):
    assert multiplexers(environ, around) == inside
    assert told(environ, tmux={"around": around})["tmux, screen"].because == ("nested" if len(inside) > 1 else "")


def test_tmux_is_advised_only_on_what_could_serve_better():
    good = {"set-clipboard": "on", "escape-time": "20", "default-terminal": "screen-256color", "around": "xterm"}
    assert "tmux.conf" not in advice(MODERN | TMUX, tmux=good)
    poor = advice(MODERN | TMUX, tmux=good | {"set-clipboard": "external", "escape-time": "500"})
    assert "set-clipboard on (now external)" in poor
    assert "escape-time 10 (now 500)" in poor
    assert "default-terminal" not in poor
    assert all(name in advice(MODERN | TMUX) for name in ("set-clipboard", "escape-time", "default-terminal"))


@pytest.mark.parametrize(
    ("environ", "name"),
    [
        ({"TERM": "xterm-kitty"}, "kitty"),
        ({"TERM": "xterm", "LC_TERMINAL": "iTerm2", "LC_TERMINAL_VERSION": "3.5"}, "iTerm2 3.5"),
        ({"TERM_PROGRAM": "Apple_Terminal", "TERM_PROGRAM_VERSION": "455"}, "Terminal.app 455"),
        (TMUX | {"KITTY_WINDOW_ID": "3"}, "kitty"),
        ({"TERM": "vt220"}, ""),
    ],
)
def test_terminals_are_called_what_people_call_them(environ, name):
    assert terminal_name(environ) == name


@pytest.mark.parametrize("remote", [False, True])
@pytest.mark.parametrize("inside", [False, True])
@pytest.mark.parametrize("term", ["xterm", "linux"])
def test_copying_is_told_as_it_is_done(monkeypatch, tmp_path, remote, inside, term):
    from tui.app import clipboard

    monkeypatch.setattr(clipboard, "_feed", lambda *_: True)
    environ = {"TMUX": "x"} if inside else {}
    environ |= {"TERM": term, "WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"} | (SSH if remote else {})
    done = clipboard.copy("text", lambda _: None, environ, remote=remote)
    value = told(environ, has=lambda _: True)["copying"].value
    for way in ("OSC 52", "tmux buffer", "wl-copy", "xclip", "pbcopy"):
        assert (way in value) is (way in done), way


@given(st.dictionaries(st.sampled_from([*MODERN, *SSH, *TMUX, "STY", "ESCDELAY", "NO_COLOR"]), st.text()))
@example({})
def test_nothing_in_the_environment_keeps_it_from_telling(environ):
    assert all(aspect.value for aspect in told(environ).values())


# Keys


@pytest.mark.parametrize(
    ("sent", "name"),
    [
        (b"\x1b[A", "↑"),
        (b"\x1bOA", "↑"),
        (b"\x1b[6~", "PgDn"),
        (b"\x1b[1;5C", "ctrl+→"),
        (b"\x1bOP", "f1"),
        (b"\x1b[[A", "f1"),
        (b"\x1b[24~", "f12"),
        (b"\x1b[Z", "shift+tab"),
        (b"\x1b[97;5u", "ctrl+a"),
        (b"\x1b", "esc"),
        (b"\x1bx", "alt+x"),
        (b"\r", "enter"),
        (b"\n", "ctrl+j"),
        (b"\x7f", "backspace"),
        (b" ", "space"),
        (b"+", "+"),
        ("ß".encode(), "ß"),
        (b"\x1b[M !!", "the mouse"),
        (b"\x1b[<0;12;3M", "the mouse"),
        (b"\x1b[999~", UNKNOWN),
    ],
)
def test_keys_are_named_as_they_are_printed(sent, name):
    assert [(press.name, press.sent) for press in presses(sent)[0]] == [(name, sent)]


@given(st.binary(max_size=40) | st.text("\x1b[O<;:0129~uMAZ$ é", max_size=40).map(str.encode))
def test_every_byte_belongs_to_one_press(data):
    found, rest = presses(data)
    assert rest == b""
    assert b"".join(press.sent for press in found) == data
    begun, rest = presses(data, complete=False)
    assert b"".join(press.sent for press in begun) + rest == data


@given(
    st.lists(st.sampled_from(["\x1b[A", "\x1b[1;5C", "q", "é", "€", "\x1bOP", "\x1b[<0;1;2M", "\x1b[M !!"])), st.data()
)
def test_a_key_that_comes_in_pieces_is_one_key(keys, data):
    whole = "".join(keys).encode()
    cut = data.draw(st.integers(0, len(whole)))
    first, pending = presses(whole[:cut], complete=False)
    second, _ = presses(pending + whole[cut:])
    assert (*first, *second) == presses(whole)[0]


# Mending


def test_a_line_left_raw_is_made_sane_and_a_sane_one_is_left_alone():
    outer, inner = os.openpty()
    try:
        before = termios.tcgetattr(inner)
        raw = termios.tcgetattr(inner)
        raw[0] = raw[1] = raw[3] = 0
        raw[6][termios.VMIN] = raw[6][termios.VTIME] = 7
        raw[6][termios.VINTR] = b"\x00"
        assert sane(raw) == before
        assert sane(before) == before
    finally:
        os.close(outer)
        os.close(inner)


def test_mending_asks_nothing_and_erases_nothing():
    assert not re.search(r"\x1b\[[0-9?]*[JKcn]|\x1bc|\$p", MEND)


# The command


def test_it_prints_an_aspect_a_line_aligned(summit, monkeypatch):
    monkeypatch.setenv("TERM", "dumb")
    code, out, err = summit("doctor")
    rows = out.partition("\n\n")[0].splitlines()
    assert (code, err) == (0, "")
    assert all(re.fullmatch(r".{13} \S.*", row) for row in rows)
    assert len({row[:13] for row in rows}) == len(rows)
    assert "not asked" in out


def test_as_json_it_says_the_same(summit, monkeypatch):
    monkeypatch.setenv("SUMMIT_CUT", "often")
    monkeypatch.setenv("LANG", "C\x1b[31m")
    code, out, _ = summit("doctor", "--json", "--no-save")
    record = json.loads(out)
    assert (code, record["schema"]) == (0, "summit-tui/doctor@1")
    assert {"name", "value", "because", "advice"} == set(record["aspects"][0])
    assert record["places"]["library"] is None
    assert "SUMMIT_CUT" in record["warnings"][0]
    assert record["versions"]["textual"]
    assert "\x1b" not in out + summit("doctor").out


def test_warnings_of_the_settings_are_among_the_lines(summit, monkeypatch):
    monkeypatch.setenv("SUMMIT_CUT", "often")
    code, out, _ = summit("doctor")
    assert code == 0
    assert "SUMMIT_CUT" in out.partition("What is wrong with the settings:")[2]


def test_places_are_where_the_reader_writes(summit):
    from tui.app import clipboard, crash
    from tui.library import default_path

    kept, reported = clipboard.keep("text"), crash.report(ValueError("broken"))
    places = json.loads(summit("doctor", "--json").out)["places"]
    assert places["copies"] == str(kept)
    assert places["crashes"] in reported
    assert places["library"] == str(default_path())
    assert "(not there)" not in next(row for row in summit("doctor").out.splitlines() if row.startswith("copies"))


@pytest.mark.parametrize("arguments", [(), ("--json",), ("--keys",), ("--reset",)])
def test_without_a_terminal_it_ends_well(spawn, arguments):
    done = spawn("doctor", *arguments, start_new_session=True)
    assert done.returncode == 0
    assert b"Traceback" not in done.stderr
    assert b"\x1b" not in done.stdout + done.stderr


@pytest.mark.parametrize("environ", [{"LANG": "C"}, {"LC_ALL": "POSIX"}, {}])
def test_a_locale_of_ascii_alone_is_told_whatever_python_makes_of_it(spawn, environ):
    assert b"\nletters       ASCII only" in spawn("doctor", environ=environ).stdout


@pytest.mark.parametrize("arguments", [(), ("--json",), ("--keys",)])
def test_it_is_told_without_the_reader_and_the_engine(arguments):
    assert not imported("doctor", *arguments) & {"textual", "asyncio", "tui.app", "rapidfuzz", "numpy", "rich"}


def test_rows_of_a_narrow_terminal_are_folded_under_their_text(on_terminal):
    code, sent = on_terminal("doctor", columns=50, TERM="dumb")
    rows = sent.partition("\r\n\r\n")[0].split("\r\n")
    assert code == 0
    assert all(row[13] == " " and row[14] != " " for row in rows)
    assert any(row.startswith(" ") for row in rows)


def test_its_help_says_how_to_mend_blindly(summit):
    code, out, err = summit("doctor", "--help")
    assert (code, err) == (0, "")
    assert out.isascii()
    assert "\n  summit-tui doctor --reset\n" in out
    assert "ctrl+j" in out


def test_only_one_thing_at_a_time(summit):
    assert summit("doctor", "--keys", "--reset").code == 2
