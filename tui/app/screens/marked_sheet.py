"""A sheet that shows what reviewers did to the sentences that it tells of."""

from abc import abstractmethod
from collections.abc import Iterable, Sequence

from tui.app.screens.sheet import SheetScreen
from tui.app.sitting.marked import Marked
from tui.presentation.sheet import Entry
from tui.presentation.spot import Spot


class MarkedSheetScreen(SheetScreen):
    """Puts a sign beside what tells of a sentence with a note; the panel has its words, and what else was done."""

    @property
    @abstractmethod
    def marked(self) -> Marked | None:
        """What was done, None where that is not known yet."""

    @abstractmethod
    def heed(self) -> None:
        """Show what was done since."""

    def with_notes(self, entries: Sequence[Entry]) -> Sequence[Entry]:
        """The entries, those noted that tell of a sentence with a note."""
        if self.marked is None or not self.marked.noted:
            return entries
        noted = self.marked.noted
        return [entry._replace(noted=any(spot in noted for spot in self.sentences(entry))) for entry in entries]

    def sentences(self, entry: Entry) -> Iterable[Spot]:
        """The sentences that an entry tells of, each in its article."""
        return entry.about or (() if entry.spot is None else (entry.spot,))

    def on_screen_resume(self) -> None:
        if self.marked is not None and not self.marked.is_current:
            self.heed()

    def about(self) -> Sequence[str]:
        """What was done to the sentences of the entry under the cursor, then what the sheet is."""
        entry, marked = self.view.entry, self.marked
        told = () if entry is None or marked is None else marked.told(self.sentences(entry))
        return [*told, *self.legend()]

    def legend(self) -> Sequence[str]:
        """What the panel of `=` says of the sheet, wherever the cursor is."""
        return super().about()
