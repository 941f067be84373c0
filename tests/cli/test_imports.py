"""What each command leaves alone, seen from a fresh interpreter."""

import subprocess
import sys
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[2]
HEAVY = {
    "textual",
    "rich",
    "rich_argparse",
    "rapidfuzz",
    "numpy",
    "sentencex",
    "Stemmer",
    "charset_normalizer",
    "asyncio",
}
UNUSED = {"textual", "rich_argparse", "asyncio", "tui.app"}


def imported(*arguments):
    """The modules of a process that ran the command."""
    code = f"import sys; from tui.cli import main; main({list(arguments)!r}); print(*sys.modules, file=sys.stderr)"
    run = subprocess.run([sys.executable, "-c", code], cwd=CHECKOUT, capture_output=True, text=True, check=True)
    return set(run.stderr.split())


@pytest.mark.parametrize(
    "arguments",
    [("--version",), ("--help",), ("list", "--help"), ("diff", "--help"), ("--cut", "9"), ("config", "--example")],
)
def test_what_needs_no_article_imports_nothing_heavy(arguments):
    assert not imported(*arguments) & HEAVY


@pytest.mark.parametrize(
    "arguments",
    [
        *[
            ("config",),
            ("config", "--example"),
            ("list",),
            ("list", "--json"),
            ("read", "E"),
            ("read", "E", "--json"),
            ("diff", "B", "E"),
            (),
        ],
        *[("table", "B", "E", *option) for option in ((), ("--json",), ("--csv",), ("--markdown",))],
        *[("diff", "B", "E", option) for option in ("--json", "--markdown", "--html")],
    ],
)
def test_no_headless_command_imports_the_reader(arguments):
    assert not imported(*arguments) & UNUSED


@pytest.mark.parametrize("arguments", [("list",), ("list", "--json"), ("read", "E"), ("read", "E", "--json")])
def test_reading_imports_nothing_that_compares(arguments):
    assert not imported(*arguments) & {"rapidfuzz", "numpy", "tui.alignment.links"}


def test_documents_need_neither_rich_nor_what_tells_reviews_where_there_are_none(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    found = imported("diff", "B", "E", "--json")
    assert not found & {"rich", "sqlite3", "tui.remapping", "tui.review"}
