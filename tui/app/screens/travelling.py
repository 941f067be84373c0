"""Ways through a text and between texts: headings, marks, and the way back."""

from tui.app.messages import SpotWanted
from tui.app.screens.text import TextScreen
from tui.presentation.spot import Spot
from tui.presentation.wrapping import clip
from tui.text.witness import Kind

_HEADING_CELLS = 68


class TravellingScreen(TextScreen):
    """Jumps to headings and marks, and walks back along where one has been."""

    def action_set_mark(self) -> None:
        self.ask_letter("mark this sentence with a letter", self.set_mark)

    def action_go_to_mark(self) -> None:
        letters = self.session.memory.letters() or "none yet"
        self.ask_letter(f"go to mark: {letters}   ' goes to the last place", self.go_to_mark)

    def set_mark(self, letter: str) -> bool:
        """Mark the sentence under the cursor with a letter; False where it is none."""
        if not (letter.isascii() and letter.isalpha()):
            return False
        spot = self.spot()
        if spot is not None:
            self.session.memory.set_mark(letter, spot)
            self.say(self.session.memory.trouble or f"marked {letter}")
        return True

    def go_to_mark(self, letter: str) -> bool:
        """Go to the sentence marked with a letter, in whatever article it stands; False where it is no letter."""
        if letter == "'":
            self.action_trail_back()
            return True
        if not (letter.isascii() and letter.isalpha()):
            return False
        spot = self.session.memory.mark(letter)
        if spot is None:
            self.say(f"no mark {letter}", "error")
        else:
            self.leave_spot()
            self.post_message(SpotWanted(spot))
        return True

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
        from tui.app.screens.choice import ChoiceScreen  # noqa: PLC0415

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
