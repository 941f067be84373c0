"""How well sentences of several sources are grouped into claims, beside linked chains of token_set_ratio.

    python tests/bench/claims_quality.py [--data FILE] [--refit]

Gold are the clusters that annotators' links make of an event's labelled sentences; sources come whole. B-cubed
precision and recall (Bagga and Baldwin, 1998) are means over all labelled sentences. The plain baseline joins
whatever reaches one token_set_ratio: at the threshold that is best on these very events, and at those that are best
on one half of the events, used on the other. Ours has no threshold to choose; `--refit` fits the scorer's weights
on one half of the events and measures on the other, since those that come with the project saw them all.
Needs the labelled pairs, which are not part of the project; says so and ends well where they are not found.
"""

import argparse
import gzip
import json
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from unittest.mock import patch

import numpy as np

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from rapidfuzz import fuzz, process  # noqa: E402

from tests.alignment.texts import witness  # noqa: E402
from tests.bench.alignment_quality import DATA, harness  # noqa: E402
from tui.collation import collate  # noqa: E402
from tui.text.witness import Witness  # noqa: E402

Place = tuple[int, int]
Clusters = list[list[Place]]
THRESHOLDS = range(40, 100, 2)


@dataclass
class Event:
    """The sources of one event by their numbers, and what the annotators say of their sentences."""

    name: str
    texts: dict[int, list[str]] = field(default_factory=dict)
    labelled: set[Place] = field(default_factory=set)
    linked: list[tuple[Place, Place]] = field(default_factory=list)

    @cached_property
    def witnesses(self) -> list[Witness]:
        return [witness(*sentences) for sentences in self.texts.values()]

    @cached_property
    def places(self) -> list[Place]:
        return [(source, number) for source, text in self.texts.items() for number in range(len(text))]

    @cached_property
    def gold(self) -> Clusters:
        return joined(sorted(self.labelled), self.linked)

    @cached_property
    def ratios(self) -> np.ndarray:
        """token_set_ratio of every two sentences of different sources, 0 for those of one."""
        folded = [" ".join(cut.tokens.forms) for one in self.witnesses for cut in one.sentences]
        ratios = process.cdist(folded, folded, scorer=fuzz.token_set_ratio, workers=1)
        source = np.array([place[0] for place in self.places])
        return np.where(source[:, None] < source[None, :], ratios, 0)


def read(path: Path) -> list[Event]:
    with gzip.open(path, "rt", encoding="utf-8") as file:
        pairs = json.load(file)
    events: dict[str, Event] = {}
    for pair in pairs:
        if pair["set"] != "spark-outlets":
            continue
        name, _, sources = pair["id"].partition(":")
        left, right = map(int, sources.split("-"))
        event = events.setdefault(name, Event(name))
        event.texts |= {left: pair["left"], right: pair["right"]}
        event.labelled |= {(left, number) for number in pair["scored_left"]}
        event.labelled |= {(right, number) for number in pair["scored_right"]}
        event.linked += [((left, i), (right, j)) for i, j in pair["gold"]]
    return list(events.values())


def joined(places: list[Place], links: Iterable[tuple[Place, Place]]) -> Clusters:
    """The connected components."""
    least = {place: place for place in places}

    def root(place: Place) -> Place:
        while least[place] != place:
            place = least[place]
        return place

    for one, other in links:
        least[root(one)] = root(other)
    found = defaultdict(list)
    for place in places:
        found[root(place)].append(place)
    return list(found.values())


def ours(event: Event) -> Clusters:
    numbers = list(event.texts)
    return [
        [(numbers[source], number) for source, sentences in enumerate(claim.sentences) for number in sentences]
        for claim in collate(event.witnesses).claims
    ]


def chained(event: Event, threshold: float) -> Clusters:
    places = event.places
    return joined(places, [(places[i], places[j]) for i, j in np.argwhere(event.ratios >= threshold)])


def alone(event: Event) -> Clusters:
    return [[place] for place in event.places]


def b_cubed(event: Event, found: Clusters) -> tuple[float, float, int]:
    """The sums of precision and of recall over the labelled sentences, and how many they are."""
    sides = [{place: at for at, cluster in enumerate(side) for place in cluster} for side in (event.gold, found)]
    precision = recall = 0.0
    for place in event.labelled:
        right, given = ({other for other in event.labelled if of[other] == of[place]} for of in sides)
        precision += len(right & given) / len(given)
        recall += len(right & given) / len(right)
    return precision, recall, len(event.labelled)


def measure(events: list[Event], way: Callable[[Event], Clusters]) -> tuple[float, float, float]:
    """Precision, recall and F1."""
    sums = np.array([b_cubed(event, way(event)) for event in events]).sum(axis=0)
    precision, recall = sums[:2] / sums[2]
    return precision, recall, 2 * precision * recall / (precision + recall)


def best_threshold(events: list[Event]) -> float:
    return max(THRESHOLDS, key=lambda threshold: measure(events, lambda event: chained(event, threshold))[2])


def crossed_baseline(events: list[Event], first: list[Event]) -> Callable[[Event], Clusters]:
    """The baseline with the threshold of the half of the events that an event is not in."""
    names = {event.name for event in first}
    rest = [event for event in events if event.name not in names]
    thresholds = best_threshold(rest), best_threshold(first)
    return lambda event: chained(event, thresholds[event.name not in names])


def refitted(path: Path, first: list[Event]) -> Callable[[Event], Clusters]:
    """Ours with the scorer's weights fitted on the half of the events that an event is not in."""
    from tests.bench.fit_scorer import fit
    from tests.bench.fit_scorer import read as examples_of

    names = {f"spark {event.name}" for event in first}
    examples = examples_of(path)
    scorers = [fit([one for one in examples if (one.group in names) is not inside]) for inside in (True, False)]

    def way(event: Event) -> Clusters:
        scorer = scorers[f"spark {event.name}" not in names]
        with patch("tui.alignment.many.fitted", lambda: scorer):
            return ours(event)

    return way


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, default=DATA, help="labelled pairs (default: %(default)s)")
    parser.add_argument("--refit", action="store_true", help="also with weights that have not seen the events")
    options = parser.parse_args()
    if not options.data.is_file():
        print(f"no labelled pairs at {options.data}: nothing measured")
        return
    events = read(options.data)
    score = harness(options.data.parent)
    first = [event for event in events if score.half(event.name)]
    threshold = best_threshold(events)
    ways = {
        "each sentence alone": alone,
        f"token_set_ratio chained, best threshold ({threshold:g})": lambda event: chained(event, threshold),
        "token_set_ratio chained, threshold of other events": crossed_baseline(events, first),
        "summit-tui": ours,
    }
    if options.refit:
        ways["summit-tui, weights of other events"] = refitted(options.data, first)
    parts = {
        "all": events,
        "two sources": [event for event in events if len(event.texts) == 2],
        "more sources": [event for event in events if len(event.texts) > 2],
    }
    counts = [f"{name}: {len(of)} events, {sum(len(e.labelled) for e in of)} sentences" for name, of in parts.items()]
    print("; ".join(counts))
    print(f"| B-cubed | {' | '.join(f'{name}: P | R | F1' for name in parts)} |")
    print("|---" * (1 + 3 * len(parts)) + "|")
    for name, way in ways.items():
        cells = [f"{value:.3f}" for of in parts.values() for value in measure(of, way)]
        print(f"| {' | '.join([name, *cells])} |", flush=True)


if __name__ == "__main__":
    main()
