"""How many candidates for conflict are worth a reader's time, on pairs of outlets and on pairs of strangers.

    python tests/bench/candidates_quality.py [--data FILE] [--show]

Labelled by hand in `candidates_labels.json`, as ids and labels only: for each candidate of a pair whether the two
places are of one thing and differ. A candidate without a label is counted apart and named. Pairs of sources of two
different events have nothing to clash about, so that every candidate there is wrong. The rules were written with the
labelled pairs in sight; the strangers were looked at once. Needs the labelled pairs, which are not part of the
project; says so and ends well where they are not found.
"""

import argparse
import gzip
import json
import sys
from collections import Counter
from itertools import combinations
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from tests.alignment.texts import witness  # noqa: E402
from tests.bench.alignment_quality import DATA  # noqa: E402
from tui.facts import Conflict, Fact, facts_of  # noqa: E402
from tui.facts.clashes.texts import conflicts  # noqa: E402
from tui.text.witness import Witness  # noqa: E402

LABELS = Path(__file__).with_name("candidates_labels.json")
SETS = ("spark-outlets", "spark-rewrite")

Source = tuple[Witness, tuple[Fact, ...]]


def source(sentences: list[str]) -> Source:
    text = witness(*sentences)
    return text, facts_of(text)


def found(left: Source, right: Source) -> list[Conflict]:
    return conflicts(*left, *right)


def name(conflict: Conflict) -> str:
    return f"{conflict.rule}:{conflict.left.span.start}-{conflict.right.span.start}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--show", action="store_true", help="print each candidate with its label")
    options = parser.parse_args()
    if not options.data.exists():
        print(f"{options.data}: not found; nothing measured")
        return
    with gzip.open(options.data, "rt", encoding="utf-8") as file:
        pairs = [pair for pair in json.load(file) if pair["set"] in SETS]
    labels = json.loads(LABELS.read_text(encoding="utf-8"))
    print("| pairs of | pairs | candidates | right | wrong | no label | precision |")
    print("|---|---|---|---|---|---|---|")
    outlets: dict[str, tuple[str, Source]] = {}
    for group in SETS:
        chosen = [pair for pair in pairs if pair["set"] == group]
        judged: Counter[bool | None] = Counter()
        for pair in chosen:
            left, right = source(pair["left"]), source(pair["right"])
            if group == SETS[0]:
                event, _, numbers = pair["id"].partition(":")
                for number, side in zip(numbers.split("-"), (left, right), strict=True):
                    outlets[f"{event}:{number}"] = event, side
            for conflict in found(left, right):
                label = labels.get(pair["id"], {}).get(name(conflict))
                judged[label] += 1
                if options.show or label is None:
                    print(pair["id"], name(conflict), label, conflict.reason, file=sys.stderr)
        right, wrong = judged[True], judged[False]
        share = f"{right / (right + wrong):.2f}" if right + wrong else ""
        print(f"| {group} | {len(chosen)} | {judged.total()} | {right} | {wrong} | {judged[None]} | {share} |")
    strangers = [(a, b) for (e, a), (f, b) in combinations(outlets.values(), 2) if e != f]
    wrong = sum(len(found(a, b)) for a, b in strangers)
    print(f"| two events | {len(strangers)} | {wrong} | 0 | {wrong} | 0 | |")


if __name__ == "__main__":
    main()
