"""How many candidates for conflict are worth a reader's time: of every two texts on one event, and of strangers.

    python tests/bench/candidates_quality.py [--data FILE] [--show] [--strangers]

Every two sources of an event that the labelled pairs have are set against each other, outlets and the rewrite of
them, as the app does: facts wherever they stand, opposite claims in linked sentences. Labelled by hand in
`candidates_labels.json`, as ids and labels only: for each candidate whether the two places are of one thing and
differ. One without a label is counted apart and named. Rules were written by one half of the events; the other half
was looked at once, after which some were made stricter. Two sources of different events (`--strangers`, two minutes)
have nothing to clash about, so that every candidate there is wrong. Needs the labelled pairs, which are not part of
the project; says so and ends well where they are not found.
"""

import argparse
import gzip
import hashlib
import json
import sys
from collections import Counter, defaultdict
from itertools import combinations
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from tests.alignment.texts import witness  # noqa: E402
from tests.bench.alignment_quality import DATA  # noqa: E402
from tui.alignment.comparison import align, compare  # noqa: E402
from tui.alignment.conflicts import find_conflicts, with_conflicts  # noqa: E402
from tui.alignment.links import DEFAULT_CUT  # noqa: E402
from tui.alignment.model import Candidate  # noqa: E402
from tui.text.sides import Sides  # noqa: E402
from tui.text.witness import Witness  # noqa: E402

LABELS = Path(__file__).with_name("candidates_labels.json")
SETS = ("spark-outlets", "spark-rewrite")
HALVES = ("rules written by", "other")
Events = dict[str, dict[str, Witness]]


def read_events(data: Path) -> Events:
    """Each event's sources by number; `sum` is the rewrite."""
    with gzip.open(data, "rt", encoding="utf-8") as file:
        pairs = [pair for pair in json.load(file) if pair["set"] in SETS]
    events: Events = defaultdict(dict)
    for pair in pairs:
        event, _, numbers = pair["id"].partition(":")
        for number, side in zip(numbers.split("-"), ("left", "right"), strict=True):
            if number not in events[event]:
                events[event][number] = witness(*pair[side])
    return {event: dict(sorted(sources.items())) for event, sources in sorted(events.items())}


def half(event: str) -> str:
    return HALVES[hashlib.sha256(event.encode()).digest()[0] % 2]


def found(left: Witness, right: Witness) -> list[Candidate]:
    sides = Sides(left, right)
    alignment = with_conflicts(align(compare(left, right), DEFAULT_CUT), find_conflicts(sides, Sides(None, None)))
    return list(dict.fromkeys(candidate for bead in alignment.beads for candidate in bead.conflicts))


def name(candidate: Candidate) -> str:
    return f"{candidate.rule}:{candidate.spans.left.start}-{candidate.spans.right.start}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--show", action="store_true", help="print each candidate with its label")
    parser.add_argument("--strangers", action="store_true", help="also sources of two events")
    options = parser.parse_args()
    if not options.data.exists():
        print(f"{options.data}: not found; nothing measured")
        return
    events = read_events(options.data)
    labels = json.loads(LABELS.read_text(encoding="utf-8"))
    judged: Counter[tuple[str, bool | None]] = Counter()
    sizes: Counter[str] = Counter()
    for event, sources in events.items():
        for one, other in combinations(sources, 2):
            for group in (half(event), *([] if "sum" in (one, other) else ["of all: two outlets"])):
                sizes[group] += 1
            for candidate in found(sources[one], sources[other]):
                label = labels.get(f"{event}:{one}-{other}", {}).get(name(candidate))
                judged[half(event), label] += 1
                if "sum" not in (one, other):
                    judged["of all: two outlets", label] += 1
                if options.show or label is None:
                    print(f"{event}:{one}-{other}", name(candidate), label, candidate.reason, file=sys.stderr)
    print("| events | pairs | candidates | right | wrong | no label | precision |")
    print("|---|---|---|---|---|---|---|")
    for group in (*HALVES, "of all: two outlets"):
        right, wrong, open_ = (judged[group, label] for label in (True, False, None))
        share = f"{right / (right + wrong):.2f}" if right + wrong else ""
        print(f"| {group} | {sizes[group]} | {right + wrong + open_} | {right} | {wrong} | {open_} | {share} |")
    if options.strangers:
        every = [(event, source) for event, sources in events.items() for source in list(sources.values())[:2]]
        pairs = [(a, b) for (e, a), (f, b) in combinations(every, 2) if e != f]
        print(f"| two events | {len(pairs)} | {sum(len(found(*pair)) for pair in pairs)} | 0 | | | |")


if __name__ == "__main__":
    main()
