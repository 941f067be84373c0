"""How well sentences are linked, beside difflib and token_set_ratio, on labelled article pairs.

    python tests/bench/alignment_quality.py [--data FILE] [--only NAME]...

Needs the labelled pairs and the scoring harness beside them, which are not part of the project; says so and
ends well where they are not found. Thresholds are chosen on one half of the events and used on the other.
"""

import argparse
import difflib
import gzip
import importlib.util
import json
import sys
import time
from collections.abc import Iterable
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from rapidfuzz import fuzz, process  # noqa: E402

from tui.alignment import link_sentences  # noqa: E402
from tui.text.tokens import tokenize  # noqa: E402

DATA = ROOT.parent / "shared" / "bench" / "align" / "dev.json.gz"
NEWS = ("spark-rewrite", "spark-outlets")


def folded(sentences: Iterable[str], language: str) -> list[list[str]]:
    return [tokenize(sentence, language=language).forms for sentence in sentences]


def difflib_words(left: list[str], right: list[str], *, language: str) -> list[tuple[int, int, float]]:
    ours, theirs = folded(left, language), folded(right, language)
    matcher = difflib.SequenceMatcher(autojunk=False)
    links = []
    for j, their in enumerate(theirs):
        matcher.set_seq2(their)
        for i, our in enumerate(ours):
            matcher.set_seq1(our)
            if ratio := matcher.ratio():
                links.append((i, j, ratio))
    return links


def token_set_ratio(left: list[str], right: list[str], *, language: str) -> list[tuple[int, int, float]]:
    sides = [[" ".join(sentence) for sentence in folded(side, language)] for side in (left, right)]
    ratios = process.cdist(*sides, scorer=fuzz.token_set_ratio, workers=1) / 100
    return [(i, j, float(ratio)) for i, row in enumerate(ratios) for j, ratio in enumerate(row) if ratio]


ALIGNERS = {"summit-tui": link_sentences, "token_set_ratio": token_set_ratio, "difflib words": difflib_words}


def harness(folder: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", folder / "score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def row(name: str, pairs: list[dict], score: ModuleType) -> str:
    start = time.process_time()
    cells = []
    for chosen in NEWS:
        found = score.news([pair for pair in pairs if pair["set"] == chosen], ALIGNERS[name])
        strong = found["precision_at_0.7"]
        cells += [f"{found['f1']:.3f}", f"{found['ap']:.3f}", "-" if strong is None else f"{strong:.2f}"]
    found = score.deplain([pair for pair in pairs if pair["set"] == "deplain"], ALIGNERS[name])
    cells += [f"{found[way]['f1']:.3f}" for way in ("1:1", "n:m")]
    return f"| {' | '.join([name, *cells, f'{time.process_time() - start:.1f}'])} |"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, default=DATA, help="labelled pairs (default: %(default)s)")
    parser.add_argument("--only", action="append", choices=list(ALIGNERS), help="measure this one only")
    options = parser.parse_args()
    if not options.data.is_file():
        print(f"no labelled pairs at {options.data}: nothing measured")
        return
    with gzip.open(options.data, "rt", encoding="utf-8") as file:
        pairs = json.load(file)
    score = harness(options.data.parent)
    print("| aligner | rewrite F1 | AP | P from 0.7 | outlets F1 | AP | P from 0.7 | deplain 1:1 | n:m | CPU s |")
    print("|---" * 10 + "|")
    for name in options.only or ALIGNERS:
        print(row(name, pairs, score), flush=True)


if __name__ == "__main__":
    main()
