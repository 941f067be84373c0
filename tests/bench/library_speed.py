"""What a library of many articles costs: adding, opening the list, searching, and finding what is related.

    python tests/bench/library_speed.py [--articles N] [--added N] [--keep FILE]

The articles are made up: words after Zipf's law, sentences of 8 to 28 words, stories whose articles share names and
sentences. `--added` of them are files that `summit-tui add` reads; the others go into the library as it would store
them, since reading a hundred thousand files takes minutes. CPU is user and system time: of a whole process and its
children for adding and for the list, and of this thread for the questions, whose start-up is over; the least of RUNS.
"""

import argparse
import json
import os
import pty
import random
import re
import resource
import select
import signal
import subprocess
import sys
import tempfile
import termios
import time
from itertools import accumulate
from pathlib import Path

from tui.alignment.content import words_of
from tui.articles.origin import Source
from tui.articles.summary import Summary
from tui.library import Library
from tui.library.collecting import Collections
from tui.library.contents import Stored, deflated
from tui.library.holdings import Holdings
from tui.library.related import related
from tui.library.search import search

CHECKOUT = Path(__file__).parents[2]
BARE = """
from textual.app import App
from textual.widgets import Static
class Bare(App):
    def compose(self):
        yield Static("bare " * 200)
Bare().run()
"""
LEAST_PAINTED = 1_000
"""So many bytes make a picture."""

RUNS = 3
BATCH = 500
VOCABULARY = 80_000
STORY = 12
SYLLABLES = [consonant + vowel for consonant in "bdfgklmnprstv" for vowel in "aeo"]


_IN_TWOS = re.compile(r"(\w+ \w+ \w+) ")


class Maker:
    """Articles that are like each other as those of one event are."""

    def __init__(self, seed=7):
        self.random = random.Random(seed)
        self.words = [self._word(number) for number in range(VOCABULARY)]
        self.weights = [*accumulate(1 / (rank + 2.7) for rank in range(VOCABULARY))]
        self.names, self.common = [], []

    def _word(self, number):
        written = ""
        number += len(SYLLABLES)
        while number:
            number, at = divmod(number, len(SYLLABLES))
            written += SYLLABLES[at]
        return written

    def sentence(self):
        words = self.random.choices(self.words, cum_weights=self.weights, k=self.random.randint(8, 28))
        if self.names and self.random.random() < 0.4:
            words.insert(len(words) // 2, self.random.choice(self.names))
        return " ".join(words).capitalize() + "."

    def article(self, number):
        """A headline and paragraphs as text."""
        if number % STORY == 0 or not self.common:
            self.names = [self._word(self.random.randrange(10**6, 10**7)).capitalize() for _ in range(6)]
            self.common = [self.sentence() for _ in range(12)]
        lines = [self.sentence().rstrip(".")]
        for _ in range(7):
            own = [self.sentence() for _ in range(2)]
            lines.append(" ".join([*own, self.random.choice(self.common)]))
        return "\n\n".join(lines) + "\n"


def cpu(arguments, environ):
    """Seconds of user and system time of a process and its children, and by the clock."""
    before, begun = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    subprocess.run(arguments, env=environ, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return used, time.monotonic() - begun


def as_stored(number, text):
    """The article as the library stores it, cut at full stops, which made-up words do not have."""
    spans, at = [], 0
    for line in text.rstrip("\n").split("\n\n"):
        end = at
        for sentence in line.split(". "):
            spans.append((end, min(end + len(sentence) + 1, at + len(line))))
            end += len(sentence) + 2
        at += len(line) + 2
    words = words_of("en")
    words.learn(text.lower().replace(".", " ").split())
    forms = [" ".join(words.content_keys(text[slice(*span)].lower().rstrip(".").split())) for span in spans]
    digest = f"{number:016x}"
    return Stored(
        summary=Summary(
            "", Source(f"/made/up/{number}.txt"), digest, digest * 4, text.partition("\n")[0],
            language="en", words=len(text.split()), sentences=len(spans),
        ),
        format="text",
        encoding="utf-8",
        address=None,
        original=deflated(text),
        text=None,
        parts=deflated(json.dumps([[], spans])),
        forms="\n".join(forms),
    )  # fmt: skip


def fill(library, maker, articles):
    """Put made-up articles into the library, as many as are missing."""
    collection, holdings = Collections(library).open("made up"), Holdings(library)
    first = len(Collections(library).held() or ())
    for at in range(first, articles, BATCH):
        numbers = range(at, min(at + BATCH, articles))
        holdings.add([as_stored(number, maker.article(number)) for number in numbers], collection)


def least(action):
    """Milliseconds of this thread's CPU, the least of RUNS."""
    used = []
    for _ in range(RUNS):
        begun = time.thread_time()
        action()
        used.append((time.thread_time() - begun) * 1000)
    return min(used)


def row(name, *values):
    print(f"| {name} | " + " | ".join(values) + " |", flush=True)


def adding(folder, path, maker, articles):
    """Prints what `summit-tui add` of that many files takes."""
    files = folder / "files"
    files.mkdir()
    for number in range(articles):
        text = _IN_TWOS.sub(r"\1 of the ", maker.article(number))  # small words, by which the language is told
        (files / f"{number:06}.txt").write_text(text, encoding="utf-8")
    environ = os.environ | {"SUMMIT_LIBRARY": str(path)}
    used, clock = cpu([sys.executable, "-m", "tui", "add", str(files), "--collection", "made up"], environ)
    row(
        f"add {articles:,} files",
        f"{articles / clock:,.0f} articles a second",
        f"{used / articles * 1000:.1f} ms CPU each",
    )


def painted(arguments, environ, size=(120, 40), still=1.0):
    """Seconds of CPU that a program on a terminal has used once it has painted and been still for a second."""
    child, terminal = pty.fork()
    if not child:
        os.execve(arguments[0], arguments, environ)
    termios.tcsetwinsize(terminal, size[::-1])
    sent = 0
    while select.select([terminal], [], [], still if sent > LEAST_PAINTED else 30)[0]:
        sent += len(os.read(terminal, 65_536))
    fields = Path(f"/proc/{child}/stat").read_text().rpartition(")")[2].split()
    os.kill(child, signal.SIGTERM)
    while select.select([terminal], [], [], 5)[0]:
        try:
            os.read(terminal, 65_536)
        except OSError:
            break
    os.waitpid(child, 0)
    os.close(terminal)
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def opening(path):
    """Prints what opening the list takes beside an app of Textual that shows a line, in turns."""
    environ = os.environ | {"SUMMIT_LIBRARY": str(path), "TERM": "xterm-256color", "PYTHONPATH": str(CHECKOUT)}
    least_cpu = {"bare Textual": 99.0, "the list": 99.0}
    for _ in range(RUNS):
        for name, arguments in (("bare Textual", ("-c", BARE)), ("the list", ("-m", "tui"))):
            least_cpu[name] = min(least_cpu[name], painted((sys.executable, *arguments), environ))
    for name, used in least_cpu.items():
        row(f"opening {name}", "CPU until it is painted and still", f"{used * 1000:.0f} ms CPU")


def questions(library, maker):
    """Prints what search and related take; each first once, for what they import and SQLite reads from disk."""
    held = Collections(library).held()
    rare, common, often = maker.words[20_000], maker.words[3], maker.words[40]
    asked = {
        "a rare word": rare,
        "a common word": common,
        "two common words": f"{common} {often}",
        "three words": f"{maker.words[200]} {maker.words[900]} {maker.words[60]}",
        "a beginning": f"{maker.words[5_000]}{maker.words[5_001]}"[:5],
        "a phrase": f'"{common} {often}"',
    }
    for name, query in asked.items():
        found = search(library, query, held.collection)
        used = least(lambda query=query: search(library, query, held.collection))
        row(f"search for {name}", f"{len(found.hits)}{'+' if found.more else ''} hits", f"{used:.1f} ms CPU")
    places = maker.random.sample(range(len(held)), 5)
    used = max(least(lambda place=place: related(library, held, place)) for place in places)
    same = [sum(one.place // STORY == place // STORY for one in related(library, held, place)) for place in places]
    row(
        "related articles",
        f"{sum(same) / len(same):.1f} of {STORY - 1} of the story among the first 20",
        f"{used:.1f} ms CPU",
    )


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--added", type=int, default=3_000)
    parser.add_argument("--keep", type=Path, help="where the library is kept, and taken from if it is there")
    options = parser.parse_args()
    maker = Maker()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if options.added:
            adding(folder, folder / "added.sqlite3", Maker(), options.added)
        path = options.keep or folder / "library.sqlite3"
        with Library.open(path) as library:
            fill(library, maker, options.articles)
            row("size", f"{path.stat().st_size / 1e6:,.0f} MB", f"{options.articles:,} articles")
            held = Collections(library).held()
            row(
                "the first page of the list",
                f"{len(held):,} articles",
                f"{least(lambda: first_page(library)):.1f} ms CPU",
            )
            row("count of sentences", f"{held.totals().sentences:,}", f"{least(held.totals):.1f} ms CPU")
            questions(library, maker)
        opening(path)


def first_page(library):
    """What a list shows of its first articles."""
    held = Collections(library).held()
    return [held.summary(place) for place in range(50)]


if __name__ == "__main__":
    main()
