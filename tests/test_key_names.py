import string

import pytest
from textual.keys import _character_to_key

from tui.key_names import key_name, key_of, seldom_sent, sent_as
from tui.keys import TABLE


@pytest.mark.parametrize("character", [*string.ascii_letters, *string.digits, *string.punctuation, " ", "é", "§", "ж"])
def test_a_character_is_the_key_that_textual_reports_for_it(character):
    assert key_of(character) == _character_to_key(character)
    assert key_of(key_name(key_of(character))) == key_of(character)


@pytest.mark.parametrize("key", sorted({key for row in TABLE.values() for key in row.keys.split(",")}))
def test_every_default_key_is_written_as_it_is_shown(key):
    assert key_of(key_name(key)) == key
    assert key_of(key) == key
    assert sent_as(key) is None
    assert not seldom_sent(key)


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("Ctrl+N", "ctrl+n"),
        ("ctrl+]", "ctrl+right_square_bracket"),
        ("ctrl++", "ctrl+plus"),
        ("ctrl+space", "ctrl+@"),
        ("shift+n", "N"),
        ("shift+ctrl+left", "ctrl+shift+left"),
        ("F5", "f5"),
        ("PgDn", "pagedown"),
        ("Return", "enter"),
        ("ESC", "escape"),
        ("Del", "delete"),
        ("↓", "down"),
    ],
)
def test_keys_are_written_in_the_usual_ways(written, key):
    assert key_of(written) == key


@pytest.mark.parametrize("written", ["", "ZZ", "gg", "foo+x", "ctrl+", "ctrl+ctrl", "\x1b", "\t", "f25", "+n"])
def test_what_is_no_single_key_has_no_name(written):
    assert key_of(written) is None


@pytest.mark.parametrize(
    ("key", "sent"), [("ctrl+i", "tab"), ("ctrl+m", "enter"), ("ctrl+h", "⌫"), ("ctrl+[", "esc"), ("ctrl+n", None)]
)
def test_some_control_keys_are_other_keys_to_a_terminal(key, sent):
    found = sent_as(key_of(key))
    assert (found and key_name(found)) == (sent if sent != "⌫" else "backspace")


@pytest.mark.parametrize("key", ["ctrl+shift+x", "ctrl+1", "ctrl+enter", "shift+space", "super+a", "ctrl+,"])
def test_few_terminals_send_some_keys(key):
    assert seldom_sent(key_of(key))


@pytest.mark.parametrize(
    "key", ["n", "N", "ctrl+n", "alt+x", "shift+tab", "ctrl+left", "shift+f5", "ctrl+\\", "ctrl+@"]
)
def test_every_terminal_sends_the_others(key):
    assert not seldom_sent(key_of(key))
