"""Articles as a library knows them, places in them, and programs that use a library of their own."""

import ctypes
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tui.articles import Source, Summary
from tui.library import Place

CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH, PR_CAPBSET_DROP = 1, 2, 24


def entry(key, path="/news/one.txt", title="One"):
    return Summary("A", Source(None if path is None else Path(path)), key=key, title=title)


def place(sentence=3, quotation="The mayor spoke.", offset=0, share=0.5):
    return Place(quotation, sentence, offset, share)


def rows(path, question):
    """What the file answers to anyone who opens it."""
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(question).fetchall()


def is_sound(path):
    return rows(path, "PRAGMA integrity_check") == [("ok",)] and not rows(path, "PRAGMA foreign_key_check")


def run(script, *arguments, **options):
    """A program of its own, to its end."""
    command = [sys.executable, "-c", script, *map(str, arguments)]
    ended = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60, **options)
    assert ended.returncode == 0, ended.stderr
    return ended.stdout


def without_privilege():
    """What makes a program obey file modes even where root runs the tests."""
    if os.geteuid():
        return None
    libc = ctypes.CDLL(None)
    if not hasattr(libc, "prctl") or "CapBnd" not in Path("/proc/self/status").read_text():
        pytest.skip("nothing is closed to root")

    def drop():
        for power in (CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH):
            if libc.prctl(PR_CAPBSET_DROP, power, 0, 0, 0):
                os._exit(77)

    return drop
