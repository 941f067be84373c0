"""Links made and broken by hand in a pair, and notes on it."""

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import BindingType

from tui.app.keymap import REVIEW, bindings
from tui.app.screens.pair_settings import PairSettingsScreen
from tui.app.screens.review.screen import Noted
from tui.app.sitting.reviewed_pair import Place, ReviewedPair
from tui.app.sitting.session import Session
from tui.presentation.layout import Layout, fitting
from tui.presentation.review.signs import signed_anew
from tui.presentation.rows import Fold
from tui.presentation.spot import Spot
from tui.review.acts import Tie
from tui.review.queue import Item
from tui.text.sides import Side, Sides


class PairLinksScreen(PairSettingsScreen):
    """Shows what reviewers did to a pair, and keeps links and notes."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(REVIEW)]

    def __init__(self, session: Session, pair: Sides[int]) -> None:
        super().__init__(session, pair)
        self.reviewed: ReviewedPair | None = None
        self._pinned: Place | None = None

    def take_up(self, pair: Sides[int]) -> ReviewedPair:
        """What reviewers say of a pair that is shown from now on."""
        self._pinned, self.reviewed = None, ReviewedPair(self.session.reviewing, pair)
        return self.reviewed

    def on_screen_resume(self) -> None:
        if self.reviewed is not None and self.reviewed.is_stale:
            self.heed()

    def heed(self, *, anew: bool = False) -> None:
        reviewed, pairing = self.reviewed, self.pairing
        if reviewed is None or pairing is None:
            return
        reviewed.refresh()
        before, after = pairing.margins, reviewed.margins
        if anew or before is None or after is None or reviewed.reads_otherwise:
            pairing.align()
            self.show()
        else:
            pairing.margins = after
            self.view.touch(signed_anew(self.view.port.page, before, after))
            self._show_title()

    @property
    def item(self) -> Item | None:
        """The pair that is judged at the cursor; None where nothing is."""
        stop = self.view.port.stop
        if self.reviewed is None or self.pairing is None or stop is None or stop.side is None or stop.sentence is None:
            return None
        row = self.pairing.rows[stop.row]
        places = {(stop.side, stop.sentence)}
        if fitting(self.size.width, self.session.layout) is Layout.REDLINE and row.left and row.right:
            places |= {(side, number) for side in Side for number in row.on(side)}
        return self.reviewed.item_at(places)

    def stand_open(self, side: Side, sentence: int) -> None:
        """Stand on a sentence, what hides it being opened."""
        port = self.view.port
        if not port.stand_on(side, sentence) and self.pairing is not None:
            row = next((n for n, row in enumerate(self.pairing.rows) if sentence in row.on(side)), None)
            if row is not None:
                port.go_to_row(row)
            else:
                self.pairing.fold, self.only_words = Fold.NOTHING, ""
                self.show(at=(side, sentence))
        self.view.moved()

    def stand_at(self, spot: Spot) -> None:
        """Go to where an act stands: here, on this pair the other way round too, or on another screen."""
        if set(spot.articles) <= set(self.pair):
            self.stand_open(Side.LEFT if spot.articles[0] == self.pair.left else Side.RIGHT, spot.sentence)
        else:
            super().stand_at(spot)

    def action_pin(self) -> None:
        """Take hold of a sentence, or link it to the one that was taken hold of on the other side."""
        here, held, reviewed = self.view.port.here, self._pinned, self.reviewed
        if reviewed is None or here is None or self.session.reviewing.refusal:
            self.say(self.session.reviewing.refusal or "no sentence here", "error")
        elif self.witness_of(here[0]).numbers[here[1]] is None:
            self.say("the site's own lines are never linked")
        elif held is None or held[0] is here[0]:
            self._pinned = here
            self.say(f"pin {self._cite(*here)}: p on a sentence of {self.labels[here[0].other]} links them, q gives up")
        else:
            self._pinned = None
            left, right = (held[1], here[1]) if held[0] is Side.LEFT else (here[1], held[1])
            self._tie(left, right, Tie.PINNED)

    def action_break_link(self) -> None:
        """Part the sentence under the cursor from the one it is linked to, for good."""
        pair = self._link_here()
        if pair is None:
            self.say("nothing is linked here")
        else:
            self._tie(*pair, Tie.BROKEN)

    def _link_here(self) -> tuple[int, int] | None:
        """The link that is judged here, else the strongest at the cursor."""
        here, item = self.view.port.here, self.item
        if self.pairing is None or here is None:
            return None
        links = [(link.left, link.right) for link in self.pairing.alignment.links]
        if item is not None and (item.left, item.right) in links:
            return item.left, item.right
        return next((pair for pair in links if pair[here[0]] == here[1]), None)

    def _tie(self, left: int, right: int, tie: Tie) -> None:
        reviewed, words = self.reviewed, "linked by hand" if tie is Tie.PINNED else "not a match"
        if reviewed is not None and self.attempt(lambda: reviewed.tie(left, right, tie)) is not None:
            self.heed()
            self.tell(f"{words}: {self._cite(Side.LEFT, left)} – {self._cite(Side.RIGHT, right)}")

    def leave(self) -> bool:
        """Give up a link that was begun."""
        if self._pinned is None:
            return super().leave()
        self._pinned = None
        self.say("no link made")
        return True

    def noted(self) -> Noted | None:
        reviewed, here, item = self.reviewed, self.view.port.here, self.item
        if reviewed is None or here is None:
            return None
        judging = item is not None and self.session.reviewing.layer
        places = ((Side.LEFT, item.left), (Side.RIGHT, item.right)) if judging and item is not None else (here,)
        return Noted(reviewed.own_note(*places), lambda text: reviewed.note(text, *places))

    def _cite(self, side: Side, sentence: int) -> str:
        return f"{self.labels[side]} {self.witness_of(side).cite(sentence)}"

    def about(self) -> Sequence[str]:
        here, reviewed = self.view.port.here, self.reviewed
        if here is None or reviewed is None:
            return super().about()
        return [*super().about(), *reviewed.told_at(here, self.labels, covered=self.covered)]
