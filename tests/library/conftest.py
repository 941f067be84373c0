"""A library in a file of its own, and articles to take into it."""

import pytest

from tui.articles import find_sources
from tui.library import Library
from tui.library.adding import add
from tui.library.collecting import Collections
from tui.library.holdings import Holdings

TEXTS = {
    "ferry.txt": "The Ferry Is Late Again\n\nThe ferry left the harbour at noon on Friday. Forty people waited.\n",
    "other.txt": "Ferry Leaves at Noon\n\nOn Friday the ferry left the harbor at one. The captain said nothing.\n",
    "tax.txt": "New Tax on Parking\n\nThe council organised a vote. Parking will cost two pounds from Monday.\n",
}


class Desk:
    """A collection that files are added to by name."""

    def __init__(self, folder):
        self.folder = folder
        self.library = Library.open(folder / "library.sqlite3")
        self.collection = Collections(self.library).open("case")

    @property
    def held(self):
        """The collection as it is now."""
        return Collections(self.library).held("case")

    def write(self, **texts):
        """Writes files, whose names lack `.txt`."""
        for name, text in texts.items():
            (self.folder / f"{name}.txt").write_text(text, encoding="utf-8")

    def add(self, *names):
        """Adds files; gives label and state of each, and what failed."""
        added, failed = [], []
        sources = find_sources([str(self.folder / name) for name in names])
        for step in add(Holdings(self.library), self.collection, sources):
            added += [(one.label, str(one.state)) for one, _ in step.added]
            failed += step.failed
        return added, failed


@pytest.fixture
def desk(tmp_path):
    """A desk with three files beside it, none of them added."""
    for name, text in TEXTS.items():
        (tmp_path / name).write_text(text)
    desk = Desk(tmp_path)
    yield desk
    desk.library.close()
