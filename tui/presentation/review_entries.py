"""What reviewers did and have to do, as entries that lead to the sentences."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from tui.presentation.page import Emphasis, Run
from tui.presentation.review_wording import said, when
from tui.presentation.sheet import Entry, heading, plain
from tui.presentation.spot import Spot
from tui.text.shown import shown

if TYPE_CHECKING:
    from tui.review.acts import Act, Mark

DIFFER = "reviewers differ"
"""What is said of a pair that they judge otherwise."""
GONE = "its sentence is not in this list"
"""What is said of an act whose sentence is gone, or whose article is not here."""


class Annotation(NamedTuple):
    """What stands of a reviewer's acts: where, on which sentences (place and words), and whether others differ.

    The spot has no article where the sentences are not to be found.
    """

    act: "Act"
    mark: "Mark"
    spot: Spot
    sentences: tuple[tuple[str, str], ...]
    differs: bool


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
    return Entry(tuple(runs), one.spot, below=tuple(sentence_runs(*sentence) for sentence in one.sentences))


def sentence_runs(place: str, words: str) -> tuple[Run, ...]:
    """A sentence's words behind its place, safe to show."""
    return plain(f"{shown(place)}  ", Emphasis.LABEL), plain(" ".join(shown(words).split()))
