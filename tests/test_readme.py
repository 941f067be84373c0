"""The README says what the program does."""

import re
from pathlib import Path

import pytest

from tui.key_names import key_name
from tui.keys import TABLE, Key
from tui.remapping import PRESETS, resolve
from tui.settings import SETTINGS, load

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def row(key: Key) -> str:
    """A key's row in README's table."""
    names = " ".join(f"`` {name} ``" if "`" in name else f"`{name}`" for name in map(key_name, key.keys.split(",")))
    return f"| {names.replace('|', chr(92) + '|')} | {key.title} |"


@pytest.mark.parametrize("key", TABLE.values(), ids=lambda key: key.id)
def test_every_key_is_in_the_readme_as_it_is_bound(key):
    assert row(key) in README


def test_the_two_commands_are_the_ones_that_ci_and_newcomers_run():
    assert "python3 -m venv .venv && .venv/bin/pip install . && .venv/bin/summit-tui\n" in README
    assert "python3 -m venv .venv && .venv/bin/pip install -e '.[test]' && .venv/bin/pytest\n" in README


def test_what_the_readme_links_to_is_there():
    for target in re.findall(r"\]\((?!https?:)([^)#]+)\)", README):
        assert (ROOT / target).exists(), target


def test_the_settings_in_the_readme_can_be_set(tmp_path):
    path = tmp_path / "config.toml"
    path.write_text(re.search(r"```toml\n(.*?)```", README, re.DOTALL)[1])
    loaded = load({"SUMMIT_CONFIG": str(path)}, {})
    keymap = resolve(loaded.settings.preset, loaded.settings.keys)
    assert loaded.warnings == keymap.warnings == keymap.clashes == ()
    assert loaded.settings.preset == "less"
    assert set(loaded.settings.keys) <= set(keymap.bindings)


def test_every_setting_is_in_the_readme():
    section = README[README.index("## Settings") : README.index("## In scripts")]
    assert all(re.search(rf"\b{setting.name}\b", section) for setting in SETTINGS)


@pytest.mark.parametrize("preset", [preset for preset, keys in PRESETS.items() if keys])
def test_every_preset_is_in_the_readme_as_it_is(preset):
    keys = ", ".join(f"`{name}` = `{written}`" for name, written in PRESETS[preset].items())
    assert f"| `{preset}` | {keys} |\n" in README
