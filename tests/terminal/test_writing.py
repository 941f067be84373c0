"""Wide, combining and right-to-left writing: columns stay where they are, and copies keep their order."""

import re
from base64 import b64decode

import pytest

from tests.terminal.harness import KEYS

LEFT = """Summit talks

首脑会谈 in the harbour town ended at noon on Friday without a word about the ferries.

The cafe\u0301 Orba\u0301n served שלום עולם to forty visitors and the crew of the northern ferry.

The team 👩‍🚀👍🏽 waited on the pier for news of the delegations until the late evening.
"""
RIGHT = """Summit talks

首脑会谈 in the harbour town ended at one on Friday without a word about the ferries.

The cafe\u0301 Orba\u0301n served שלום עולם to ninety visitors and the crew of the southern ferry.

The team 👩‍🚀👍🏽 waited on the quay for news of the delegations until the early evening.
"""


@pytest.fixture
def pair(summit, tmp_path):
    (tmp_path / "left.txt").write_text(LEFT)
    (tmp_path / "right.txt").write_text(RIGHT)

    def opened():
        terminal = summit("left.txt", "right.txt", "--no-save")
        terminal.expect("row 1/")
        terminal.settle()
        return terminal

    return opened


def dividers(terminal):
    """In each row of text, the columns in which a divider stands."""
    columns, rows = range(120), range(2, 20)
    return [[column for column in columns if terminal.cell(column, row).data == "│"] for row in rows]


def test_the_divider_stays_in_its_column(pair):
    terminal = pair()
    for keys in ("", "]]", "j", "z", "zz", "x"):
        terminal.type(keys)
        terminal.settle()
        standing = [tuple(columns) for columns in dividers(terminal) if columns]
        assert len(standing) > 8
        assert len(set(standing)) == 1


def test_a_copy_keeps_the_order_of_the_text(pair):
    terminal = pair()
    terminal.type("/Orb\r")
    terminal.expect("1/")
    terminal.settle()
    terminal.type("y")
    terminal.expect(lambda seen: b"\x1b]52;c;" in seen.raw)
    terminal.settle()
    copied = b64decode(re.search(rb"\x1b\]52;c;([^\x07\x1b]+)", terminal.raw)[1]).decode()
    assert "The cafe\u0301 Orba\u0301n served שלום עולם to forty visitors" in copied
    assert KEYS["escape"] not in copied
