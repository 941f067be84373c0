"""A library in which two reviewers have judged the pair of two small articles."""

from pathlib import Path

from tui.articles import Collection, Source
from tui.library import Library
from tui.library.reviews import Reviews, version_of
from tui.review.acts import Bond, Judgement, Note, Shown, Tie, Verdict
from tui.review.anchors import anchor, pair

ONE = (
    "Ferry Is Late\n\nThe ferry left at noon on Friday with forty people. The captain said nothing.\n\n"
    "The pier stays shut on Sunday.\n"
)
TWO = (
    "Ferry at Noon\n\nOn Friday the ferry left at noon with sixty people. A crowd waited.\n\n"
    "Until Sunday nobody may walk on the pier.\n"
)


def articles(folder: Path):
    """The two files and their versions."""
    paths = folder / "one.txt", folder / "two.txt"
    for path, text in zip(paths, (ONE, TWO), strict=True):
        path.write_text(text)
    found = Collection([Source(path) for path in paths])
    return paths, [version_of(found.article(number), found.witness(number)) for number in (0, 1)]


class Case:
    """The files, and what is judged in the library at `path`."""

    def __init__(self, folder: Path) -> None:
        (self.one, self.two), self.versions = articles(folder)
        self.path = folder / "library.sqlite3"
        self.options = ("--library", str(self.path))

    def anchors(self, left, right):
        return pair(anchor(self.versions[0], left), anchor(self.versions[1], right))

    def record(self, reviewer, *marks):
        with Library.open(self.path) as library:
            reviews = Reviews(library, reviewer)
            return [reviews.record(mark) for mark in marks]

    def verdict(self, judgement, left=1, right=1, **shown):
        return Verdict(self.anchors(left, right), Judgement(judgement), Shown(**shown))

    def pin(self, left, right, tie=Tie.PINNED):
        return Bond(self.anchors(left, right), tie)

    def note(self, text, sentence=1):
        return Note((anchor(self.versions[0], sentence),), text)
