import os
import re
import tomllib

import pytest

from tui.keys import ALWAYS, TABLE
from tui.remapping import resolve
from tui.settings import SETTINGS, Settings, load


@pytest.fixture
def config(monkeypatch, tmp_path):
    """Writes the settings file, and gives its path."""

    def written(content):
        path = tmp_path / "config.toml"
        path.write_text(content)
        monkeypatch.setenv("SUMMIT_CONFIG", str(path))
        return path

    return written


def rows(out):
    """Each setting with its value and its origin."""
    found = re.findall(r'^"?([\w.-]+)"? *= (.*?) *# (.*)$', out, re.MULTILINE)
    return {name: (value, origin) for name, value, origin in found}


def test_each_value_is_shown_with_where_it_came_from(summit, config, monkeypatch):
    path = config('cut = 0.4\nlayout = "redline"\n[keys]\n"diff.next-hunk" = "n \\\\"\n"app.quit-chord" = ""\n')
    monkeypatch.setenv("SUMMIT_LAYOUT", "interleaved")
    monkeypatch.setenv("NO_COLOR", "1")
    code, out, err = summit("config", "--no-mouse")
    assert (code, out.splitlines()[0]) == (0, f"# {path}")
    assert rows(out) | {
        "cut": ("0.4", f"file {path}:1"),
        "layout": ('"interleaved"', "environment SUMMIT_LAYOUT"),
        "colors": ('"mono"', "environment NO_COLOR"),
        "mouse": ('"off"', "option --no-mouse"),
        "measure": ("72", "default"),
        "diff.next-hunk": ('"n \\\\"', f"file {path}:4"),
        "app.quit-chord": ('""', f"file {path}:5"),
    } == rows(out)
    assert {setting.name for setting in SETTINGS} <= set(rows(out))
    assert "summit-tui: n: search.next vs diff.next-hunk (using diff.next-hunk)\n" in err
    assert summit("config", "--show", "--no-mouse") == (code, out, err)


def test_what_is_shown_can_be_set(summit, config):
    config('measure = "full"\npreset = "vim"\nmin-words = 3\n[keys]\n"pair.lock" = "* #"\n')
    shown = summit("config").out
    settings = load(os.environ, {}).settings
    config(shown)
    again = load(os.environ, {})
    assert again.warnings == ()
    assert again.settings.measure is None
    assert resolve(again.settings.preset, again.settings.keys) == resolve(settings.preset, settings.keys)


def test_a_preset_shows_its_keys(summit, monkeypatch):
    monkeypatch.setenv("SUMMIT_PRESET", "newsboat")
    found = rows(summit("config").out)
    assert found["reading.next-article"] == ('"n J"', "preset newsboat")


def test_what_is_wrong_is_told_on_standard_error_and_is_no_failure(summit, config):
    path = config('cut = "\\u001b[31m"\ncolour = 1\n[keys]\n"pair.fold" = "ctrl+i"\n"pair.fld" = "X"\n')
    code, out, err = summit("config")
    assert code == 0
    assert rows(out)["cut"] == ("0.3", "default")
    assert "\x1b" not in out + err
    assert err.splitlines() == [
        rf"summit-tui: {path}:1: cut: expected a number from 0.0 to 1.0, found '\x1b[31m'",
        f"summit-tui: {path}:2: unknown setting 'colour'; did you mean colors?",
        "summit-tui: pair.fold: terminals send ctrl+i as tab",
        "summit-tui: unknown action 'pair.fld'; did you mean pair.fold?",
    ]


def test_over_ssh_it_says_what_is_left_to_the_program(summit, monkeypatch):
    monkeypatch.setenv("SSH_TTY", "/dev/pts/3")
    found = rows(summit("config", "--colors", "256").out)
    assert found["mouse"] == ('"auto"', "default: off over SSH")
    assert found["colors"] == ('"256"', "option --colors")
    assert rows(summit("config").out)["colors"] == ('"auto"', "default: 16 over SSH")


def test_it_says_why_signs_are_drawn_in_ascii(summit, monkeypatch):
    monkeypatch.setenv("LC_ALL", "C")
    assert rows(summit("config").out)["ascii"] == ('"auto"', "default: on with LC_ALL=C")
    assert rows(summit("config", "--no-ascii").out)["ascii"] == ('"off"', "option --no-ascii")
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.setenv("TERM", "xterm")
    assert rows(summit("config").out)["ascii"] == ('"auto"', "default")


def test_the_path_is_where_the_file_would_be(summit, monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    path = tmp_path / "summit-tui" / "config.toml"
    assert summit("config", "--path") == (0, f"{path}\n", "")
    assert summit("config").out.startswith(f"# {path} (not there)\n")


def test_the_example_sets_nothing_and_says_everything(summit, config):
    code, example, err = summit("config", "--example")
    assert (code, err) == (0, "")
    assert tomllib.loads(example) == {"keys": {}}
    assert example.isascii()
    config(re.sub(r'^# (?=[\w."-]+ *= )', "", example, flags=re.MULTILINE))
    loaded = load(os.environ, {})
    assert loaded.warnings == ()
    assert loaded.settings == Settings(keys=loaded.settings.keys)
    assert all(loaded.origins[setting.name] != "default" for setting in SETTINGS)
    assert set(loaded.settings.keys) == set(TABLE) - {ALWAYS.id}
    keymap = resolve("default", loaded.settings.keys)
    assert keymap.warnings == keymap.clashes == ()
    assert all(keys == TABLE[name].keys for name, keys in keymap.bindings.items())


def test_only_one_thing_is_shown_at_a_time(summit):
    assert summit("config", "--path", "--example").code == 2
