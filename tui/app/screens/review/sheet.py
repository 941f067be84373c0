"""A sheet in which pairs are judged where they are listed."""

from abc import abstractmethod
from collections.abc import Iterator

from textual.widget import Widget

from tui.app.screens.review.screen import ReviewScreen
from tui.app.screens.sheet import SheetScreen
from tui.app.widgets.judged import Judged
from tui.presentation.sheet import Entry
from tui.review.acts import Judgement


class ReviewSheetScreen(SheetScreen, ReviewScreen):
    """Judges the entry under the cursor and goes on to the next that is open; subclasses say what that means."""

    @abstractmethod
    def is_open(self, entry: Entry) -> bool:
        """Whether a verdict is wanted on an entry."""

    @abstractmethod
    def judge(self, entry: Entry, judgement: Judgement) -> str:
        """Keep a verdict on an entry, and say so; empty where none was kept, which is said already."""

    def body(self) -> Iterator[Widget]:
        yield Judged(*super().body())

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action in ("judge", "next_open"):
            return not self.asking
        return super().check_action(action, parameters)

    def heed(self, *, anew: bool = False) -> None:
        del anew
        number = self.view.port.cursor
        self.show()
        self.stand(number)

    def stand(self, number: int) -> None:
        """Stand on the entry of a number, as far as there is one."""
        if self.view.stood:
            self.view.port.stand(min(number, len(self.view.stood) - 1))
            self.view.moved()

    def action_judge(self, name: str) -> None:
        entry = self.view.entry
        words = "" if entry is None else self.judge(entry, Judgement(name))
        if words:
            self.heed()
            self._go_on(words)

    def action_next_open(self) -> None:
        self._go_on("")

    def _go_on(self, words: str) -> None:
        """Stand on the next open entry, and say what was done before."""
        stood, here = self.view.stood, self.view.port.cursor
        order = [*range(here + 1, len(stood)), *range(here)]
        following = next((number for number in order if self.is_open(stood[number])), None)
        if following is not None:
            self.stand(following)
        end = "" if following is not None else "nothing more is open"
        told = "; ".join(filter(None, (words, end)))
        if words:
            self.tell(told)
        elif told:
            self.say(told)
