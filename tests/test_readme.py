"""The README says what the program does."""

import re
from pathlib import Path

import pytest

from tui.key_names import key_name
from tui.keys import APP, LIST, MOVE, PAIR, READER, READING, TEXT, Key

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def row(key: Key) -> str:
    """A key's row in README's table."""
    names = " ".join(f"`` {name} ``" if "`" in name else f"`{name}`" for name in map(key_name, key.keys.split(",")))
    return f"| {names.replace('|', chr(92) + '|')} | {key.title} |"


@pytest.mark.parametrize("key", [*MOVE, *TEXT, *LIST, *READING, *READER, *PAIR, *APP], ids=lambda key: key.id)
def test_every_key_is_in_the_readme_as_it_is_bound(key):
    assert row(key) in README


def test_the_two_commands_are_the_ones_that_ci_and_newcomers_run():
    assert "python3 -m venv .venv && .venv/bin/pip install . && .venv/bin/summit-tui\n" in README
    assert "python3 -m venv .venv && .venv/bin/pip install -e '.[test]' && .venv/bin/pytest\n" in README


def test_what_the_readme_links_to_is_there():
    for target in re.findall(r"\]\((?!https?:)([^)#]+)\)", README):
        assert (ROOT / target).exists(), target
