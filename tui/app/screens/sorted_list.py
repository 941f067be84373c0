"""The list in another order, or a part of it."""

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import BindingType

from tui.app.keymap import ARRANGE, bindings
from tui.app.messages import ListSorted
from tui.app.screens.list_search import ListSearchScreen
from tui.app.sitting.session import Session
from tui.library import LibraryError
from tui.text.shown import shown


class SortedListScreen(ListSearchScreen):
    """Sorts the list by a letter, and keeps the rows with some words."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(ARRANGE)]

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._sorted: Sequence[int] | None = None
        self._only = ""

    def leave(self) -> bool:
        """Give up the panel, then the filter."""
        if super().leave():
            return True
        if not self._only:
            return False
        self.keep_only("")
        return True

    def action_sort(self, step: int) -> None:
        """Ask for the letter of an order, backwards where `step` is negative."""
        from tui.app.sitting.sorting import CHOICES  # noqa: PLC0415 (the list stands without)

        def take(letter: str) -> bool:
            if letter in CHOICES:
                self.run_worker(lambda: self._sort(letter, self.subject, step), thread=True, group="sort")
            return letter in CHOICES

        self.ask_letter("sort: " + "  ".join(f"{letter} {name}" for letter, name in CHOICES.items()), take)

    def _sort(self, letter: str, subject: int, step: int) -> None:
        from tui.app.sitting.sorting import CHOICES, sorted_articles  # noqa: PLC0415

        try:
            order = sorted_articles(self.session, letter, subject)[::step]
        except LibraryError as error:
            self.post_message(ListSorted((), str(error)))
        else:
            self.post_message(ListSorted(order, f"sorted: {CHOICES[letter]}{', backwards' * (step < 0)}"))

    def on_list_sorted(self, event: ListSorted) -> None:
        if len(event.order) == len(self.session.collection):
            self._sorted = event.order
            self._arrange()
        self.say(shown(event.told), "key" if event.order else "error")

    def action_filter(self) -> None:
        self.ask("&", "", self.keep_only)

    def keep_only(self, words: str) -> None:
        """List only the articles with these words in title or byline; none lists all again."""
        found = self.titled(words.strip()) if words.strip() else []
        if words.strip() and not found:
            self.say(f"not found in titles and bylines: {shown(words)}", "error")
            return
        self._only = words.strip()
        self._arrange(found if self._only else None)
        self.say(f"& {shown(self._only)}: {len(found)} of {len(self.session.collection):,}" if self._only else "all")

    def _arrange(self, only: Sequence[int] | None = None) -> None:
        """Show the rows that are kept in the order that was asked for."""
        kept = frozenset(self.titled(self._only) if only is None and self._only else only or ())
        order = self._sorted
        if self._only:
            order = [number for number in order or range(len(self.session.collection)) if number in kept]
        self.look_again()
        self.listing.show_articles(order)
        self.listing.refresh(layout=self.listing.styles.is_auto_height)

    def arrange_anew(self) -> None:
        """Forget order and filter: the articles are others."""
        self._sorted, self._only = None, ""
