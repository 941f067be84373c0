"""Writers at once and writers killed: what was acknowledged is there."""

import subprocess
import sys

from tests.library.entries import is_sound, run
from tui.library import Library

WRITER = """
import sys
from pathlib import Path
from tui.articles import Source, Summary
from tui.library import Library, Place
library, name = Library.open(Path(sys.argv[1])), sys.argv[2]
for number in range(int(sys.argv[3])):
    library.remember(f"{name}.{number}", name)
    article = Summary("A", Source(Path(f"/news/{name}.{number}")), key=name, title=name)
    library.keep_place(article, Place(name, number, 0, 0.5))
    library.keep_mark(name, article, Place(name, number, 0, 0.5))
library.close()
"""
KILLED = """
import os, random, signal, sys
from itertools import count
from pathlib import Path
from tui.library import Library

def write(round, into):
    library = Library.open(Path(sys.argv[1]))
    for number in count():
        library.remember(f"{round}.{number}", "x" * (number * 700 % 5000))
        os.write(into, b".")

moments = random.Random(7)
for round in range(int(sys.argv[2])):
    out, into = os.pipe()
    child = os.fork()
    if not child:
        write(round, into)
    os.close(into)
    acknowledged = sum(len(os.read(out, 1)) for _ in range(moments.randrange(12)))
    for _ in range(moments.randrange(60_000)):
        pass
    os.kill(child, signal.SIGKILL)
    while more := os.read(out, 1000):
        acknowledged += len(more)
    os.close(out)
    os.waitpid(child, 0)
    print(acknowledged)
"""


def test_programs_that_write_at_once_lose_nothing(tmp_path):
    path, names, each = tmp_path / "new" / "library.sqlite3", "abcd", 12
    command = [sys.executable, "-c", WRITER, str(path)]
    writers = [subprocess.Popen([*command, name, str(each)]) for name in names]
    assert [writer.wait(60) for writer in writers] == [0] * len(names)
    with Library.open(path) as library:
        assert all(library.recall(f"{name}.{number}") == name for name in names for number in range(each))
        assert [(mark.name, mark.place.sentence) for mark in library.marks()] == [(name, each - 1) for name in names]
    assert is_sound(path)


def test_a_write_that_was_acknowledged_outlives_a_kill(tmp_path):
    path = tmp_path / "library.sqlite3"
    counts = [int(line) for line in run(KILLED, path, 30).split()]
    assert len(counts) == 30
    assert sum(counts) > 30
    with Library.open(path) as library:
        lost = [
            (at, number)
            for at, acknowledged in enumerate(counts)
            for number in range(acknowledged)
            if library.recall(f"{at}.{number}") != "x" * (number * 700 % 5000)
        ]
    assert not lost
    assert is_sound(path)
