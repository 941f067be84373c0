"""How well facts are found in the labelled sentences: precision and recall per kind, and who speaks.

    python tests/bench/facts_quality.py [--extractor MODULE:NAME] [--errors [KIND]] [--heldout [--heldout]]

Measures on the development half; `--heldout` on the other one, totals only. The errors of the held-out half are
shown where `--heldout` stands twice, after which it can no longer be called held out. An extractor takes
`(text, *, date, language)` and gives facts; how labels are read is in tests/facts/labelled/README.md.
"""

import argparse
import dataclasses
import importlib
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from tests.facts.labelled_sentences import Label, Labelled, read_half  # noqa: E402
from tui.facts import Attribution, Date, Fact, Kind, Modality, Name, Quantity, Quotation, Value  # noqa: E402

Extractor = Callable[..., tuple[Fact, ...]]
ARTICLES = ("the ", "a ", "an ", "one ")


def scored(value: Value) -> Any:
    """What must be equal for a value to be right; the README says why the rest does not count."""
    match value:
        case Date():
            return dataclasses.replace(value, relative=False)
        case Quotation():
            return value.words
        case Name():
            return value.canonical
        case Attribution():
            return bare(value.source), value.named, value.verb
        case Quantity():
            return value


def bare(source: str | None) -> str | None:
    """A source without the article before it, in lower case."""
    if source is None:
        return None
    small = source.casefold()
    return next((small.removeprefix(article) for article in ARTICLES if small.startswith(article)), small)


@dataclasses.dataclass(slots=True)
class Tally:
    """How many facts of one kind were labelled and found, and how many of those found are right.

    Of quantities also: right but perhaps for the noun of what is counted (`uncounted`). Of quotations: placed ones
    (`spoken`) with the right speaker or rightly none (`named`), and labelled ones with a speaker (`told`) for whom
    that one was found (`told_right`). `put`: of the placed ones labelled so, how each is put, as labelled and found.
    """

    labelled: int = 0
    found: int = 0
    placed: int = 0
    right: int = 0
    spoken: int = 0
    named: int = 0
    uncounted: int = 0
    told: int = 0
    told_right: int = 0
    put: Counter[tuple[Modality, Modality]] = dataclasses.field(default_factory=Counter)

    def row(self, name: str) -> str:
        figures = (share(self.right, self.found), share(self.right, self.labelled))
        spans = (share(self.placed, self.found), share(self.placed, self.labelled))
        cells = " ".join(f"{figure:>9}" for figure in (*figures, *spans))
        return f"{name:<12} {self.labelled:>8} {self.found:>6} {cells}"


def share(part: int, whole: int) -> str:
    return f"{part / whole:.3f}" if whole else "-"


@dataclasses.dataclass(frozen=True, slots=True)
class Error:
    """A fact that is missing, too many, or wrong in value or speaker."""

    kind: Kind
    what: str
    item: Labelled
    written: str
    detail: str = ""

    def __str__(self) -> str:
        lines = [f"{self.item.key}  {self.kind}  {self.what}: {self.written!r}", f"    {self.item.text!r}"]
        return "\n".join([*lines, *([f"    {self.detail}"] if self.detail else [])])


def differences(label: Value, found: Value) -> str:
    """The fields in which two values differ, as labelled and as found."""
    if type(label) is not type(found):
        return f"{label} / {found}"
    unlike = [name for name in label.__match_args__ if getattr(label, name) != getattr(found, name)]
    return "; ".join(f"{name}: labelled {getattr(label, name)}, found {getattr(found, name)}" for name in unlike)


def measure(items: Iterable[Labelled], extract: Extractor, tallies: dict[Kind, Tally]) -> Iterator[Error]:
    """Count into the tallies, and give the errors as they are met."""
    for item in items:
        found = {(fact.kind, fact.span): fact for fact in extract(item.text, date=item.date, language="en")}
        labels = {(label.kind, label.span): label for label in item.labels}
        for fact in found.values():
            tallies[fact.kind].found += 1
            if (fact.kind, fact.span) not in labels:
                yield Error(fact.kind, "too many", item, item.text[slice(*fact.span)], str(fact.value))
        for place, label in labels.items():
            tallies[label.kind].labelled += 1
            tallies[label.kind].told += isinstance(label.value, Quotation) and label.value.speaker is not None
            if place in found:
                yield from compare(item, label, found[place], tallies[label.kind])
            else:
                yield Error(label.kind, "missing", item, item.text[slice(*label.span)])


def compare(item: Labelled, label: Label, found: Fact, tally: Tally) -> Iterator[Error]:
    written = item.text[slice(*label.span)]
    tally.placed += 1
    if scored(label.value) == scored(found.value):
        tally.right += 1
    else:
        yield Error(label.kind, "wrong value", item, written, differences(label.value, found.value))
    if label.modality is not None:
        tally.put[label.modality, found.modality] += 1
        if label.modality is not found.modality:
            detail = f"labelled {label.modality}, found {found.modality}"
            yield Error(label.kind, "wrong modality", item, written, detail)
    if isinstance(label.value, Quantity) and isinstance(found.value, Quantity):
        tally.uncounted += dataclasses.replace(found.value, counted=label.value.counted) == label.value
    if isinstance(label.value, Quotation) and isinstance(found.value, Quotation):
        tally.spoken += 1
        if bare(label.value.speaker) == bare(found.value.speaker):
            tally.named += 1
            tally.told_right += label.value.speaker is not None
        else:
            detail = f"labelled {label.value.speaker}, found {found.value.speaker}"
            yield Error(label.kind, "wrong speaker", item, written, detail)


def extractor(name: str) -> Extractor | None:
    """The extractor that `MODULE:NAME` names, None where there is none."""
    module, _, function = name.partition(":")
    try:
        return getattr(importlib.import_module(module), function or "extract", None)
    except ModuleNotFoundError as error:
        if not module.startswith(error.name or " "):
            raise
        return None


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--extractor", default="tui.facts:extract", help="MODULE:NAME")
    parser.add_argument(
        "--errors", nargs="?", const="all", choices=["all", *Kind], help="list them, of one kind or all"
    )
    parser.add_argument("--heldout", action="count", default=0, help="measure on the half set aside")
    arguments = parser.parse_args()
    if arguments.errors and arguments.heldout == 1:
        parser.error("the held-out half is for totals: its errors are shown only with --heldout twice")
    extract = extractor(arguments.extractor)
    if extract is None:
        print(f"{arguments.extractor} is not there yet: nothing to measure")
        return 0
    half = "heldout" if arguments.heldout else "development"
    items = read_half(half)
    tallies = {kind: Tally() for kind in Kind}
    errors = list(measure(items, extract, tallies))
    for error in errors:
        if arguments.errors in ("all", error.kind):
            print(error)
    print(f"{len(items)} sentences of the {half} half; right: span and value; placed: span alone")
    print(f"{'':<12} labelled  found   right P   right R  placed P  placed R")
    for kind, tally in tallies.items():
        print(tally.row(kind))
    counted = tallies[Kind.QUANTITY]
    figures = share(counted.uncounted, counted.found), share(counted.uncounted, counted.labelled)
    print("quantities without the noun of what is counted: P {} R {}".format(*figures))
    spoken = tallies[Kind.QUOTATION]
    print(f"speaker right in {share(spoken.named, spoken.spoken)} of the {spoken.spoken} quotations placed")
    print(f"and in {share(spoken.told_right, spoken.told)} of the {spoken.told} labelled ones whose speaker is told")
    for modality in Modality if counted.put else ():
        print(f"put as {modality}: {put(counted.put, modality)}")
    return 0


def put(pairs: Counter[tuple[Modality, Modality]], modality: Modality) -> str:
    """Precision and recall of one modality among the quantities placed."""
    right = pairs[modality, modality]
    found = sum(count for (_, given), count in pairs.items() if given is modality)
    labelled = sum(count for (given, _), count in pairs.items() if given is modality)
    return f"P {share(right, found)} R {share(right, labelled)} of {labelled}"


if __name__ == "__main__":
    sys.exit(main())
