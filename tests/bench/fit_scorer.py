"""Fit the sentence scorer's weights on labelled article pairs and write them with their provenance.

    python tests/bench/fit_scorer.py [--data FILE] [--check]

Needs scikit-learn and the labelled data; neither is needed to run the program. `--check` fits, reports the
cross-validated figures and writes nothing. Everything is grouped by event (or document): no event is ever
both fitted on and measured.
"""

import argparse
import gzip
import hashlib
import importlib.util
import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import ModuleType

import numpy as np
from sklearn.linear_model import LogisticRegression

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from tui.alignment.evidence import Evidence, gather  # noqa: E402
from tui.alignment.features import contextual, lexical  # noqa: E402
from tui.alignment.links import decide  # noqa: E402
from tui.alignment.profiles import Profiles, profile  # noqa: E402
from tui.alignment.scorer import WEIGHTS, Reading, Readings, Scale, probability  # noqa: E402
from tui.text.tokens import tokenize  # noqa: E402

DATA = ROOT.parent / "shared" / "bench" / "align" / "dev.json.gz"
PENALTY = 0.001
"""Inverse strength of the regularisation; the features are many and say nearly the same."""
SHARE = {"spark-rewrite": 1.0, "spark-outlets": 1.0, "deplain": 0.1}
"""How much a pair of each set counts: simplified web pages are many pairs and not our job."""
FOLDS = 5
SETS = {
    "spark-rewrite": "SPARK news rewrites, Ernst et al., Findings of ACL 2024; CC BY-SA 4.0, Multi-News terms",
    "spark-outlets": "SPARK, two outlets on one event, Ernst et al., Findings of ACL 2024; the same terms",
    "deplain": "DEplain-web, Stodden et al., ACL 2023; Creative Commons, per document",
}


@dataclass(frozen=True)
class Example:
    """One labelled pair of texts, taken apart."""

    pair: dict
    group: str
    profiles: Profiles
    evidence: Evidence
    lexical: dict[str, np.ndarray]
    linked: np.ndarray
    labelled: np.ndarray


def read(path: Path) -> list[Example]:
    with gzip.open(path, "rt", encoding="utf-8") as file:
        pairs = json.load(file)
    return [example(pair) for pair in pairs]


def example(pair: dict) -> Example:
    language = pair["language"]
    sides = ([tokenize(text, language=language) for text in pair[side]] for side in ("left", "right"))
    profiles = profile(*sides, language=language)
    evidence = gather(profiles, lambda _: None)
    pairs = evidence.pairs
    gold = set(map(tuple, pair["gold"])) if "gold" in pair else set(linked_by_rows(pair))
    linked = np.array([(i, j) in gold for i, j in zip(pairs.left, pairs.right, strict=True)], dtype=float)
    labelled = np.ones(len(pairs), dtype=bool)
    if pair.get("scored_left") is not None:
        labelled = np.isin(pairs.left, pair["scored_left"]) & np.isin(pairs.right, pair["scored_right"])
    return Example(
        pair=pair,
        group=f"{pair['set'].partition('-')[0]} {pair['id'].partition(':')[0]}",
        profiles=profiles,
        evidence=evidence,
        lexical=dict(lexical(evidence)),
        linked=linked,
        labelled=labelled,
    )


def linked_by_rows(pair: dict) -> Iterator[tuple[int, int]]:
    """Every sentence of a row's left side with every sentence of its right side."""
    for left, right in pair["rows"]:
        for i in places(pair["left"], left):
            for j in places(pair["right"], right):
                yield i, j


def places(sentences: list[str], text: str) -> list[int]:
    """The numbers of the sentences that, with a space between, make up the text."""
    for start, sentence in enumerate(sentences):
        if not text.startswith(sentence):
            continue
        found, end = [start], len(sentence)
        for number in range(start + 1, len(sentences)):
            if text.startswith(" " + sentences[number], end):
                found.append(number)
                end += 1 + len(sentences[number])
        if end == len(text):
            return found
    return []


def fold(group: str, folds: int, salt: str) -> int:
    return int(hashlib.sha256(f"{salt} {group}".encode()).hexdigest(), 16) % folds


Scales = dict[str, Scale]


def fit_reading(features: list[dict[str, np.ndarray]], examples: list[Example]) -> tuple[Scales, Reading]:
    names = list(features[0])
    every = [[of[name][example.labelled] for name in names] for of, example in zip(features, examples, strict=True)]
    table = np.concatenate([np.array(columns).T for columns in every])
    linked = np.concatenate([example.linked[example.labelled] for example in examples])
    share = np.concatenate([np.full(example.labelled.sum(), SHARE[example.pair["set"]]) for example in examples])
    mean = np.average(table, axis=0, weights=share)
    spread = np.sqrt(np.average((table - mean) ** 2, axis=0, weights=share))
    scaled = np.clip((table - mean) / spread, -5, 5)
    model = LogisticRegression(C=PENALTY, max_iter=2000).fit(scaled, linked, sample_weight=share)
    scales = [Scale(*map(rounded, numbers)) for numbers in zip(mean, spread, strict=True)]
    weights = dict(zip(names, map(rounded, model.coef_[0]), strict=True))
    return dict(zip(names, scales, strict=True)), Reading(rounded(model.intercept_[0]), weights)


def rounded(number: float) -> float:
    return float(f"{number:.6g}")


def first_probability(scales: Scales, reading: Reading, example: Example) -> np.ndarray:
    odds = reading.odds(len(example.linked))
    for name, column in example.lexical.items():
        reading.add(odds, name, scales[name].standing(column))
    return probability(odds)


def fit(examples: list[Example]) -> Readings:
    """Both readings; the second is fitted on what the first says of events that it was not fitted on."""
    seen: list[dict[str, np.ndarray]] = [{} for _ in examples]
    inner = [fold(example.group, FOLDS - 1, "inner") for example in examples]
    for part in range(FOLDS - 1):
        rest = [example for example, of in zip(examples, inner, strict=True) if of != part]
        reading = fit_reading([example.lexical for example in rest], rest)
        for number, (one, of) in enumerate(zip(examples, inner, strict=True)):
            if of == part:
                first = first_probability(*reading, one)
                seen[number] = one.lexical | dict(contextual(one.evidence, first))
    _, first = fit_reading([one.lexical for one in examples], examples)
    scales, second = fit_reading(seen, examples)
    return Readings(scales, first, second)


Aligner = Callable[..., list[tuple[int, int, float]]]


def aligner(scorers: dict[int, Readings], examples: list[Example], folds: list[int]) -> Aligner:
    """An aligner that answers for each text with the scorer that has not seen its event."""
    answers = {}
    for one, part in zip(examples, folds, strict=True):
        answers[id(one.pair["left"])] = decide(one.profiles, one.evidence, scorers[part])

    def align(left: list[str], right: list[str], *, language: str) -> list[tuple[int, int, float]]:
        return answers[id(left)]

    align.default_cut = 0.3  # type: ignore[attr-defined]
    return align


def cross_validated(examples: list[Example], harness: ModuleType, salt: str) -> dict[str, dict]:
    folds = [fold(example.group, FOLDS, salt) for example in examples]
    scorers = {
        part: fit([example for example, of in zip(examples, folds, strict=True) if of != part]) for part in range(FOLDS)
    }
    align = aligner(scorers, examples, folds)
    results = {}
    for name in SETS:
        chosen = [example.pair for example in examples if example.pair["set"] == name]
        results[name] = (harness.deplain if name == "deplain" else harness.news)(chosen, align)
    return results


def figures(results: list[dict[str, dict]]) -> dict[str, dict[str, float]]:
    """The mean over several divisions into folds, of what the harness says."""

    def mean(of: Callable[[dict], float]) -> float:
        return round(float(np.mean([of(result) for result in results])), 4)

    found: dict[str, dict[str, float]] = {}
    for name in ("spark-rewrite", "spark-outlets"):
        found[name] = {key: mean(lambda r, n=name, k=key: r[n][k]) for key in ("f1", "ap")}
        found[name]["f1 at 0.3"] = mean(lambda r, n=name: r[n]["default"]["f1"])
        for floor in (0.3, 0.5, 0.7, 0.9):
            found[name][f"precision from {floor}"] = mean(lambda r, n=name, f=floor: r[n][f"precision_at_{f}"])
    found["deplain"] = {f"{way} f1": mean(lambda r, w=way: r["deplain"][w]["f1"]) for way in ("1:1", "n:m")}
    return found


def stored(scorer: Readings, provenance: dict) -> str:
    whole = {"provenance": provenance, **asdict(scorer)}
    return json.dumps(whole, indent=1, ensure_ascii=False) + "\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, default=DATA, help="labelled pairs (default: %(default)s)")
    parser.add_argument("--check", action="store_true", help="report and write nothing")
    parser.add_argument("--divisions", type=int, default=3, help="divisions into folds (default: %(default)s)")
    options = parser.parse_args()
    spec = importlib.util.spec_from_file_location("score", options.data.parent / "score.py")
    harness = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(harness)
    examples = read(options.data)
    salts = [f"division {number}" for number in range(options.divisions)]
    measured = figures([cross_validated(examples, harness, salt) for salt in salts])
    print(json.dumps(measured, indent=1))
    if options.check:
        return
    provenance = {
        "script": "tests/bench/fit_scorer.py",
        "date": datetime.now(UTC).date().isoformat(),
        "data": {name: f"{sum(e.pair['set'] == name for e in examples)} pairs; {SETS[name]}" for name in SETS},
        "cross-validated by event, mean of divisions": measured,
    }
    WEIGHTS.write_text(stored(fit(examples), provenance), encoding="utf-8")


if __name__ == "__main__":
    main()
