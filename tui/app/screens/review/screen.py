"""What every screen of a review shares: notes, undo and redo, others' work, and what is said of them."""

from abc import abstractmethod
from collections.abc import Callable
from typing import ClassVar, NamedTuple, TypeVar

from textual.binding import BindingType

from tui.app.keymap import ANNOTATING, bindings
from tui.app.messages import SpotWanted
from tui.app.screens.framed import FramedScreen
from tui.library import LibraryError
from tui.presentation import glyphs
from tui.presentation.review.wording import said
from tui.presentation.spot import Spot
from tui.review.acts import Act, Note, Redo, Undo

T = TypeVar("T")


class Noted(NamedTuple):
    """What a note may be put on: the words that it has so far, and what keeps others."""

    text: str
    keep: Callable[[str], Act]


class ReviewScreen(FramedScreen):
    """Keeps what a reviewer does, and says so in one line, or why it was not kept."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(ANNOTATING)]

    @abstractmethod
    def heed(self, *, anew: bool = False) -> None:
        """Show what was done since this was last shown; `anew` lays everything out again."""

    @abstractmethod
    def noted(self) -> Noted | None:
        """What a note would be put on here; None where there is nothing."""

    def stand_at(self, spot: Spot) -> None:
        """Go to where an act stands."""
        self.post_message(SpotWanted(spot))

    def attempt(self, act: Callable[[], T]) -> T | None:
        """What comes of something that is to be kept; None where it is not, which is said."""
        refusal = self.session.reviewing.refusal
        if not refusal:
            try:
                return act()
            except LibraryError as error:
                refusal = str(error)
        self.say(refusal, "error")
        return None

    def tell(self, words: str) -> None:
        """Say what was done, the first time that it lasts for this sitting only, where it does."""
        passing = self.session.reviewing.passing()
        self.say(f"{words}; {passing}" if passing else words)

    def action_undo(self) -> None:
        self._turn("undone", "nothing of yours to undo", self.session.reviewing.undo)

    def action_redo(self) -> None:
        self._turn("done again", "nothing to do again", self.session.reviewing.redo)

    def _turn(self, what: str, nothing: str, turn: Callable[[], Act | None]) -> None:
        """Take an act back, or bring it back; say which, and stand where it was done."""
        turned: list[Act | None] = []
        self.attempt(lambda: turned.append(turn()))
        for act in turned:
            if act is None or isinstance(act.deed, (Undo, Redo)):
                self.say(nothing)
                continue
            reviewing = self.session.reviewing
            spot = reviewing.spot(act)
            self.heed()
            if spot is not None:
                self.stand_at(spot)
            self.tell(f"{what}: {said(act.deed)}, {reviewing.cite(act)}")

    def action_reload(self) -> None:
        """Take in what others have done."""
        new: list[tuple[Act, ...]] = []
        try:
            new.append(self.session.reviewing.reload())
        except LibraryError as error:
            self.say(str(error), "error")
            return
        self.heed()
        acts = new[0]
        names = ", ".join(sorted({act.reviewer for act in acts}))
        self.say(f"{len(acts)} new, by {names}" if acts else "nothing new")

    def action_note(self) -> None:
        """Ask for a note on what is under the cursor; none of it takes the note away."""
        noted = self.noted()
        if self.session.reviewing.refusal:
            self.say(self.session.reviewing.refusal, "error")
        elif noted is None:
            self.say("no sentence here")
        else:
            self.ask(glyphs.NOTE, noted.text, lambda text: self._keep_note(noted, text.strip()))

    def _keep_note(self, noted: Noted, text: str) -> None:
        if text == noted.text:
            return
        act = self.attempt(lambda: noted.keep(text))
        if act is not None and isinstance(act.deed, Note):
            self.heed()
            self.tell(said(act.deed) if text else "note taken away")
