"""Ways through a text and between texts: headings, marks, and the way back."""

from textual import events

from tui.app.messages import SpotWanted
from tui.app.screens.choice import ChoiceScreen
from tui.app.screens.text import TextScreen
from tui.app.session import Session
from tui.presentation.spot import Spot
from tui.presentation.wrapping import clip
from tui.text.witness import Kind

_HEADING_CELLS = 68


class TravellingScreen(TextScreen):
    """Jumps to headings and marks, and walks back along where one has been."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._awaiting = ""

    def on_key(self, event: events.Key) -> None:
        """Take the letter of a mark that was asked for; every other key is none of our business."""
        if not self._awaiting:
            return
        awaiting, self._awaiting = self._awaiting, ""
        self.hush()
        letter = event.character or ""
        if awaiting == "go" and event.key == "apostrophe":
            self.action_trail_back()
        elif letter.isascii() and letter.isalpha():
            (self.set_mark if awaiting == "set" else self.go_to_mark)(letter)
        elif event.key != "escape":
            return
        event.stop()
        event.prevent_default()

    def action_set_mark(self) -> None:
        self._awaiting = "set"
        self.say("mark this sentence with a letter")

    def action_go_to_mark(self) -> None:
        self._awaiting = "go"
        self.say(f"go to mark: {self.session.memory.letters() or 'none yet'}   ' goes to the last place")

    def set_mark(self, letter: str) -> None:
        """Mark the sentence under the cursor with a letter."""
        spot = self.spot()
        if spot is not None:
            self.session.memory.set_mark(letter, spot)
            self.say(self.session.memory.trouble or f"marked {letter}")

    def go_to_mark(self, letter: str) -> None:
        """Go to the sentence marked with a letter, in whatever article it stands."""
        spot = self.session.memory.mark(letter)
        if spot is None:
            self.say(f"no mark {letter}", "error")
        else:
            self.leave_spot()
            self.post_message(SpotWanted(spot))

    def action_trail_back(self) -> None:
        self._walk(self.session.trail.back(self.spot()), "the way back ends here")

    def action_trail_forward(self) -> None:
        self._walk(self.session.trail.forward(self.spot()), "the way forward ends here")

    def _walk(self, spot: Spot | None, otherwise: str) -> None:
        if spot is None:
            self.say(otherwise)
        else:
            self.post_message(SpotWanted(spot))

    def action_outline(self) -> None:
        """List the headings of the focused side and go to the one chosen."""
        side, witness = self.view.port.side, self.witness_of(self.view.port.side)
        headings = [n for n, s in enumerate(witness.sentences) if s.kind in (Kind.TITLE, Kind.HEADING)]
        if not headings:
            self.say("no headings in this text")
            return
        here = self.view.port.here
        at = sum(n <= here[1] for n in headings) - 1 if here else 0

        def go(chosen: int | None) -> None:
            if chosen is not None:
                self.stand_on(side, headings[chosen])

        rows = [clip(witness.quote(n), _HEADING_CELLS) for n in headings]
        self.app.push_screen(ChoiceScreen("Headings", rows, start=max(0, at)), go)
