"""What reviewers did and have to do, as entries that lead to the sentences."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from tui.presentation import glyphs
from tui.presentation.page import Emphasis, Run
from tui.presentation.review.wording import REWORDED_SINCE, said, when
from tui.presentation.sheet import Entry, Mark, heading, plain
from tui.presentation.spot import Spot
from tui.text.shown import one_line, shown

if TYPE_CHECKING:
    from tui.review import acts
    from tui.review.queue import Item

DIFFER = "reviewers differ"
"""What is said of a pair that they judge otherwise."""
OPEN = "open"
"""What is said of a pair without a verdict."""
_LOOKS = {"": Emphasis.LABEL, "conflict": Emphasis.CONFLICT}
GONE = "its sentence is not in this list"
"""What is said of an act whose sentence is gone, or whose article is not here."""


class Annotation(NamedTuple):
    """What stands of a reviewer's acts: where, on which sentences (place and words), and whether others differ.

    The spot has no article where the sentences are not to be found; `reworded` where one of them reads otherwise now.
    """

    act: "acts.Act"
    mark: "acts.Mark"
    spot: Spot
    sentences: tuple[tuple[str, str], ...]
    differs: bool
    reworded: bool = False


def annotation_entries(annotations: Iterable[Annotation]) -> tuple[tuple[Entry, ...], dict[Entry, Annotation]]:
    """An entry for each, below the articles that it stands in; and what each entry tells."""
    entries: list[Entry] = []
    found: dict[Entry, Annotation] = {}
    last: tuple[int, ...] | None = None
    for one in annotations:
        if one.spot.articles != last:
            last = one.spot.articles
            labels = " – ".join(place.partition(" ")[0] for place, _ in one.sentences) if last else GONE
            entries.append(heading(shown(labels)))
        entries.append(_entry(one))
        found[entries[-1]] = one
    return tuple(entries), found


def _entry(one: Annotation) -> Entry:
    look = Emphasis.CONFLICT if one.differs else Emphasis.TITLE
    runs = [plain(said(one.mark), look), plain(f"  {shown(one.act.reviewer)} {when(one.act)}", Emphasis.LABEL)]
    if one.differs:
        runs.append(plain(f"  {DIFFER}", Emphasis.CONFLICT))
    if one.reworded:
        runs.append(plain(f"  {REWORDED_SINCE}", Emphasis.LABEL))
    return Entry(tuple(runs), one.spot, below=tuple(sentence_runs(*sentence) for sentence in one.sentences))


def sentence_runs(place: str, words: str) -> tuple[Run, ...]:
    """A sentence's words behind its place, safe to show."""
    return plain(f"{shown(place)}  ", Emphasis.LABEL), plain(one_line(words))


class Pending(NamedTuple):
    """A pair to judge: what the tool says of it, its sentences (place and words), the verdict, empty without one."""

    item: "Item"
    spot: Spot
    sentences: tuple[tuple[str, str], ...]
    judged: str
    noted: bool


def pending_entry(one: Pending) -> Entry:
    """What the tool found, the verdict beside it, and both sentences below."""
    mark = Mark(f"{glyphs.NOTE if one.noted else ' '} {one.judged or OPEN:<9}", _LOOKS.get(one.judged, Emphasis.TITLE))
    below = tuple(sentence_runs(*sentence) for sentence in one.sentences)
    return Entry(tuple(_found(one.item)), one.spot, (mark,), apart=True, below=below)


def _found(item: "Item") -> Iterator[Run]:
    """Why the two are to be judged, in a line."""
    if item.candidates:
        rules = ", ".join(dict.fromkeys(candidate.rule for candidate in item.candidates))
        yield plain(f"{glyphs.CONFLICT} candidate: {shown(rules)}", Emphasis.CONFLICT)
    elif item.relation is not None:
        same = item.relation == "identical"
        yield plain(f"{glyphs.SAME if same else glyphs.REWORDED} {item.relation}", Emphasis.LABEL)
    if item.similarity is not None:
        yield plain(f"  {item.similarity:.2f}", Emphasis.LABEL)
