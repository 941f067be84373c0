"""What grouping many articles' sentences into claims costs: seconds by the clock and of CPU, and the peak of memory.

    python tests/bench/claims_speed.py [--articles 200] [--sentences 40] [--own 0.3] [--events 1]

The articles are made up: words by Zipf's law, and the facts of an event by Zipf's law too, each told in the words of
whoever tells it, with two in five words changed; `--own` is the share of sentences that only one article has. Since
it is known which sentences tell which fact, B-cubed precision and recall stand beside the cost. Sentences are cut
before the clock starts; the peak is of the whole process; the longest silence is the longest wait for a cancel.
"""

import argparse
import random
import resource
import sys
import time
from collections.abc import Hashable
from itertools import accumulate
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from tests.alignment.texts import witness  # noqa: E402
from tests.bench.engine_speed import Language  # noqa: E402
from tui.collation import collate  # noqa: E402
from tui.collation.model import Collation  # noqa: E402

Article = list[tuple[str, Hashable]]
"""Sentences, and what each of them tells."""


def articles(options: argparse.Namespace, seed: int = 0) -> list[Article]:
    language, chance = Language(seed), random.Random(seed)
    size = 6 * options.sentences
    facts = [[language.sentence() for _ in range(size)] for _ in range(options.events)]
    often = list(accumulate(1 / (rank + 5) for rank in range(size)))
    made: list[Article] = []
    for number in range(options.articles):
        event = number % options.events
        chosen: dict[int, None] = {}
        while len(chosen) < options.sentences:
            chosen |= dict.fromkeys(chance.choices(range(size), cum_weights=often, k=options.sentences))
        article: Article = []
        for fact in sorted(list(chosen)[: options.sentences]):
            own = chance.random() < options.own
            words = language.sentence() if own else language.reworded(facts[event][fact])
            told = (number, len(article)) if own else ("fact", event, fact)
            article.append((" ".join(words).capitalize() + ".", told))
        made.append(article)
    return made


def b_cubed(made: list[Article], found: Collation) -> tuple[float, float]:
    """Precision and recall, means over all sentences."""
    told = {(source, at): fact for source, article in enumerate(made) for at, (_, fact) in enumerate(article)}
    claimed = {(source, at): claim for source, row in enumerate(found.told) for at, claim in enumerate(row)}
    sides = [{}, {}]
    for side, of in zip(sides, (told, claimed), strict=True):
        for place, group in of.items():
            side.setdefault(group, set()).add(place)
    precision = recall = 0.0
    for place, fact in told.items():
        right, given = sides[0][fact], sides[1][claimed[place]]
        precision += len(right & given) / len(given)
        recall += len(right & given) / len(right)
    return precision / len(told), recall / len(told)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--articles", type=int, default=200)
    parser.add_argument("--sentences", type=int, default=40)
    parser.add_argument("--own", type=float, default=0.3)
    parser.add_argument("--events", type=int, default=1)
    made = articles(parser.parse_args())
    witnesses = [witness(*[sentence for sentence, _ in article]) for article in made]
    calls = [time.perf_counter()]
    start, cpu = calls[0], time.process_time()
    found = collate(witnesses, progress=lambda _: calls.append(time.perf_counter()))
    end, cpu = time.perf_counter(), time.process_time() - cpu
    longest = max(after - before for before, after in zip(calls, [*calls[1:], end], strict=True))
    shared = sum(claim.corroboration > 1 for claim in found.claims)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    precision, recall = b_cubed(made, found)
    print("| articles | sentences | claims | of several | P | R | s | CPU s | longest silence, s | peak MB |")
    print("|---" * 10 + "|")
    print(
        f"| {len(witnesses)} | {sum(map(len, made))} | {len(found.claims)} | {shared} | {precision:.3f} | {recall:.3f}"
        f" | {end - start:.1f} | {cpu:.1f} | {longest:.2f} | {peak:.0f} |"
    )


if __name__ == "__main__":
    main()
