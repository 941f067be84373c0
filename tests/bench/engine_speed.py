"""What comparing two texts costs in CPU, beside difflib and a string score over the whole grid.

    python tests/bench/engine_speed.py [--sizes 30 100 500 2000] [--runs 5] [--no-peers]

The texts are made up anew for every run, so that no run finds its words remembered; `again` is the same texts
once more. A run goes from two strings to beads: sentences, tokens, links, beads, in one process, imports not
counted. Each figure is the least of its runs, which take turns; peaks of memory are of the whole process so far.
How fast the machine is, is told by what importing Textual takes in a process of its own, in turn with the others:
the goals are for one that takes 250 ms.
"""

import argparse
import difflib
import os
import random
import re
import resource
import sys
import time
from collections.abc import Callable
from itertools import accumulate
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from rapidfuzz import fuzz, process  # noqa: E402

from tui.alignment.comparison import align, compare  # noqa: E402
from tui.alignment.links import DEFAULT_CUT, link_sentences  # noqa: E402
from tui.text.sentences import segment  # noqa: E402
from tui.text.spans import Span  # noqa: E402
from tui.text.witness import Kind, Witness  # noqa: E402

GOALS = {30: 15, 100: 60, 500: 1000, 2000: 15000}
"""Milliseconds from two texts to beads, by sentences a side."""
SYLLABLES = re.findall("[b-z]+?[aeiou]", "bacedifoguhajekilomunaperisotuvawexiyozubracledriflogrustatrepli")
FUNCTION = re.findall("[a-z]+", "the of and to in a that is for on with as by at from it was has but not this after")
VOCABULARY = 12_000


class Language:
    """Made-up English: words by Zipf's law, half of a sentence function words, some names and numbers."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)
        lengths = (1, 2, 2, 3, 3, 4)
        self._words = [
            "".join(self._random.choices(SYLLABLES, k=self._random.choice(lengths)))
            + self._random.choice(("", "s", "ed", "ing"))
            for _ in range(VOCABULARY)
        ]
        self._often = list(accumulate(1 / (rank + 8) for rank in range(VOCABULARY)))

    def _word(self) -> str:
        kind = self._random.random()
        if kind < 0.45:
            return self._random.choice(FUNCTION)
        if kind < 0.48:
            return str(self._random.randint(2, 2030))
        word = self._random.choices(self._words, cum_weights=self._often)[0]
        return word.capitalize() if kind > 0.93 else word

    def sentence(self) -> list[str]:
        return [self._word() for _ in range(self._random.randint(8, 40))]

    def reworded(self, sentence: list[str]) -> list[str]:
        return [self._word() if self._random.random() < 0.4 else word for word in sentence]

    def texts(self, sentences: int) -> tuple[str, str]:
        """Two accounts of one event: half of the second rewords sentences of the first, nearly in order."""
        left = [self.sentence() for _ in range(sentences)]
        right = []
        for number in range(sentences):
            near = min(max(0, number + self._random.randint(-5, 5)), sentences - 1)
            right.append(self.reworded(left[near]) if self._random.random() < 0.5 else self.sentence())
        return written(left), written(right)


def written(sentences: list[list[str]]) -> str:
    paragraphs = [sentences[at : at + 3] for at in range(0, len(sentences), 3)]
    return "\n\n".join(" ".join(" ".join(s).capitalize() + "." for s in paragraph) for paragraph in paragraphs)


def witness(text: str) -> Witness:
    blocks, start = [], 0
    for paragraph in text.split("\n\n"):
        blocks.append((Span(start, start + len(paragraph)), Kind.BODY))
        start += len(paragraph) + 2
    return Witness(text, segment(text, blocks))


def whole(left: str, right: str) -> None:
    align(compare(witness(left), witness(right)), DEFAULT_CUT)


def sentences(text: str) -> list[str]:
    split = witness(text)
    return [split.quote(number) for number in range(len(split.sentences))]


def links(left: str, right: str) -> Callable[[], object]:
    split = sentences(left), sentences(right)
    return lambda: link_sentences(*split)


def token_set(left: str, right: str) -> Callable[[], object]:
    split = sentences(left), sentences(right)
    return lambda: process.cdist(*split, scorer=fuzz.token_set_ratio, workers=1)


def difflib_words(left: str, right: str) -> Callable[[], object]:
    split = [[text.split() for text in sentences(side)] for side in (left, right)]

    def ratios() -> None:
        matcher = difflib.SequenceMatcher(autojunk=False)
        for theirs in split[1]:
            matcher.set_seq2(theirs)
            for ours in split[0]:
                matcher.set_seq1(ours)
                matcher.ratio()

    return ratios


def cpu(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return (time.process_time() - start) * 1000


def importing() -> float:
    """CPU milliseconds of a process that imports Textual."""
    child = os.posix_spawn(sys.executable, (sys.executable, "-c", "import textual.app"), os.environ)
    used = os.wait4(child, 0)[2]
    return (used.ru_utime + used.ru_stime) * 1000


def measure(size: int, runs: int, *, peers: bool) -> list[str]:
    found: dict[str, list[float]] = {}
    for run in range(runs):
        texts = Language(size * 1000 + run).texts(size)
        found.setdefault("whole", []).append(cpu(lambda t=texts: whole(*t)))
        found.setdefault("again", []).append(cpu(lambda t=texts: whole(*t)))
        found.setdefault("links", []).append(cpu(links(*texts)))
        found.setdefault("textual", []).append(importing())
        if peers and size <= 500:
            found.setdefault("token_set", []).append(cpu(token_set(*texts)))
        if peers and size <= 100:
            found.setdefault("difflib", []).append(cpu(difflib_words(*texts)))
    columns = ("whole", "again", "links", "token_set", "difflib")
    times = [f"{min(found[name]):.1f}" if name in found else "-" for name in columns]
    times.insert(1, f"{min(found['whole']) / min(found['textual']):.3f}")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return [f"{size} × {size}", str(GOALS.get(size, "-")), *times, f"{peak:.0f}"]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=sorted(GOALS))
    parser.add_argument("--runs", type=int, default=9, help="runs of each size up to 500 (default: %(default)s)")
    parser.add_argument("--no-peers", action="store_true", help="leave out difflib and token_set_ratio")
    options = parser.parse_args()
    whole(*Language(0).texts(5))
    names = ("CPU ms", "goal", "texts to beads", "× importing Textual", "again", "links alone")
    print("|", " | ".join((*names, "token_set_ratio", "difflib words", "peak MB")), "|")
    print("|---" * 9 + "|")
    for size in options.sizes:
        runs = options.runs if size <= 500 else 1
        print("| " + " | ".join(measure(size, runs, peers=not options.no_peers)) + " |", flush=True)


if __name__ == "__main__":
    main()
