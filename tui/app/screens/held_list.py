"""The list as the library changes: articles come and go while it is open."""

from abc import abstractmethod
from collections.abc import Mapping
from contextlib import suppress
from typing import TYPE_CHECKING

from tui.app.messages import AddingAdvanced, AddingEnded
from tui.app.screens.framed import Command
from tui.app.screens.sorted_list import SortedListScreen
from tui.app.sitting.session import Session
from tui.articles import Collection
from tui.text.shown import shown

if TYPE_CHECKING:
    from tui.app.screens.library_commands import LibraryCommands
    from tui.app.sitting.shelving import Taken


class HeldListScreen(SortedListScreen):
    """Offers the library's commands, and lists what is there after them."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._shelving: LibraryCommands | None = None
        self._taken: Taken | None = None

    @abstractmethod
    def begin_anew(self, row: int) -> None:
        """Show the articles of the session, which are others now, with the cursor on a row."""

    def commands(self) -> Mapping[str, Command]:
        return {**super().commands(), **self.shelving.commands()}

    @property
    def shelving(self) -> "LibraryCommands":
        """What is done to the library; made when it is first asked for."""
        if self._shelving is None:
            from tui.app.screens.library_commands import LibraryCommands  # noqa: PLC0415 (the list stands without)

            self._shelving = LibraryCommands(self)
        return self._shelving

    def list_anew(self, collection: Collection) -> None:
        """List other articles, or the same after a change, with the cursor where it was."""
        row = self.listing.cursor
        label = self.session.collection.label(row)
        self.session.list_anew(collection)
        self.look_again()
        self.arrange_anew()
        with suppress(KeyError):
            row = collection.find(label)
        self.begin_anew(row)

    def action_reload(self) -> None:
        """Read the articles on the screen anew whose files have changed, and list what others did to the library."""
        collection = self.session.collection
        changed = [number for number in self.listing.rows() if collection.has_changed(number)]
        if trouble := self.session.reread(changed):
            self.say(shown(trouble), "error")
            return
        if not changed and self.shelving.look_again():
            self.say("listed as the library is now")
            return
        self.look_again()
        self.listing.lay_rows()
        labels = " ".join(map(collection.label, changed))
        self.say(f"reloaded {labels}" if changed else "nothing on the screen has changed")

    def on_adding_advanced(self, event: AddingAdvanced) -> None:
        if self.is_current:
            self.say(f"adding {event.done:,} of {event.total:,} … (:stop ends it)")

    def on_adding_ended(self, event: AddingEnded) -> None:
        self._taken = event.taken
        self._show_taken()

    def on_screen_resume(self) -> None:
        self._show_taken()

    def _show_taken(self) -> None:
        """Show what was added as soon as the list is to be seen: what lies over it stands on the articles of before."""
        if self._taken is not None and self.is_current:
            taken, self._taken = self._taken, None
            self.shelving.ended(taken)
