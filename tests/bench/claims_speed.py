"""What grouping many articles' sentences into claims costs: seconds by the clock and of CPU, and the peak of memory.

    python tests/bench/claims_speed.py [--articles 200] [--sentences 40] [--apart]

The articles are made up: words by Zipf's law, and facts of one event by Zipf's law too, each told in the words of
whoever tells it, with two in five words changed. With `--apart` the articles tell of ten events. Sentences and
tokens are made before the clock starts; the peak is of the whole process.
"""

import argparse
import random
import resource
import sys
import time
from itertools import accumulate
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from tests.bench.engine_speed import Language, witness, written  # noqa: E402
from tui.collation import collate  # noqa: E402

OWN = 0.3
"""The share of sentences that only one article has."""


def articles(count: int, sentences: int, events: int, seed: int = 0) -> list[str]:
    language, chance = Language(seed), random.Random(seed)
    facts = [[language.sentence() for _ in range(6 * sentences)] for _ in range(events)]
    often = list(accumulate(1 / (rank + 5) for rank in range(6 * sentences)))
    made = []
    for number in range(count):
        told = facts[number % events]
        chosen = dict.fromkeys(chance.choices(range(len(told)), cum_weights=often, k=sentences))
        own = [language.sentence() for _ in range(sentences)]
        text = [language.reworded(told[fact]) for fact in sorted(chosen)]
        text += own[: max(0, sentences - len(text))]
        text = [one if chance.random() > OWN else other for one, other in zip(text, own, strict=True)]
        made.append(written(text))
    return made


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--articles", type=int, default=200)
    parser.add_argument("--sentences", type=int, default=40)
    parser.add_argument("--apart", action="store_true", help="ten events instead of one")
    options = parser.parse_args()
    witnesses = [witness(text) for text in articles(options.articles, options.sentences, 10 if options.apart else 1)]
    calls = [time.perf_counter()]
    start, cpu = calls[0], time.process_time()
    found = collate(witnesses, progress=lambda _: calls.append(time.perf_counter()))
    wall, cpu = time.perf_counter() - start, time.process_time() - cpu
    longest = max(after - before for before, after in zip(calls, [*calls[1:], time.perf_counter()], strict=True))
    shared = sum(claim.corroboration > 1 for claim in found.claims)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    sentences = sum(len(one.sentences) for one in witnesses)
    print("| articles | sentences | claims | of two or more | s | CPU s | longest silence, s | peak MB |")
    print("|---" * 8 + "|")
    print(
        f"| {len(witnesses)} | {sentences} | {len(found.claims)} | {shared}"
        f" | {wall:.1f} | {cpu:.1f} | {longest:.2f} | {peak:.0f} |"
    )


if __name__ == "__main__":
    main()
