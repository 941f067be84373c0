"""Judging a pair in its text: verdicts, links made and broken by hand, notes."""

from collections.abc import Mapping, Sequence
from typing import ClassVar

from textual.binding import BindingType

from tui.app.keymap import CANDIDATES, REVIEW, bindings
from tui.app.reviewed_pair import Place, ReviewedPair
from tui.app.screens.framed import Command
from tui.app.screens.pair_settings import PairSettingsScreen
from tui.app.screens.review import Noted
from tui.app.screens.review_queue import QueueScreen
from tui.app.screens.review_tables import SensitivityScreen
from tui.app.session import Session
from tui.app.typeahead import TypeAheadApp
from tui.app.widgets.bar import Part
from tui.presentation import glyphs
from tui.presentation.layout import SIDE_BY_SIDE_FROM
from tui.presentation.rows import Fold
from tui.presentation.spot import Spot
from tui.review.acts import Judgement, Tie
from tui.review.queue import Item
from tui.text.shown import shown
from tui.text.sides import Side, Sides


class PairReviewScreen(PairSettingsScreen):
    """Keeps what a reviewer does to the pair under the cursor, and goes on to the next that is open."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(REVIEW, CANDIDATES)]

    def __init__(self, session: Session, pair: Sides[int]) -> None:
        super().__init__(session, pair)
        self.reviewed: ReviewedPair | None = None
        self._pinned: Place | None = None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action in ("judge", "next_open"):
            return self.session.reviewing.layer and self.pairing is not None and not self.asking
        return super().check_action(action, parameters)

    def on_screen_resume(self) -> None:
        if self.reviewed is not None and self.reviewed.is_stale:
            self.heed()

    def heed(self) -> None:
        if self.reviewed is not None and self.pairing is not None:
            self.reviewed.refresh()
            self.pairing.align()
            self.show()

    def action_review(self) -> None:
        """Judge pair by pair, or only read again."""
        reviewing = self.session.reviewing
        reviewing.layer = not reviewing.layer
        self.heed()
        self.show_hints()
        if not reviewing.layer:
            self.say("review: off")
        elif reviewing.trouble:
            self.say(reviewing.trouble, "error")
        else:
            self.say("review: on")

    @property
    def item(self) -> Item | None:
        """The pair that is judged at the cursor; None where nothing is."""
        stop = self.view.port.stop
        if self.reviewed is None or self.pairing is None or stop is None or stop.side is None or stop.sentence is None:
            return None
        row = self.pairing.rows[stop.row]
        places = {(stop.side, stop.sentence)}
        if len(self.view.port.page.columns) == 1 and row.left and row.right and stop.sentence == row.left[0]:
            places |= {(side, number) for side in Side for number in row.on(side)}
        return self.reviewed.item_at(places)

    def action_judge(self, name: str) -> None:
        reviewed, item, blind = self.reviewed, self.item, self.covered
        if reviewed is None or item is None:
            self.say("no pair to judge here: p links two sentences by hand")
            return
        if self.attempt(lambda: reviewed.judge(item, Judgement(name), blind=blind)) is None:
            return
        words = f"{name}: {self._cited(item)}"
        self._go_on(item, words)
        app = self.app
        assert isinstance(app, TypeAheadApp)
        app.when_typed("review", self._heed_quietly)

    def _heed_quietly(self) -> None:
        """Bring the page up to date; what was said stays."""
        if self.is_attached:
            self.heed()

    def action_next_open(self) -> None:
        self._go_on(self.item, "")

    def _go_on(self, item: Item | None, words: str) -> None:
        """Stand on the next open pair, and say what was done before."""
        assert self.reviewed is not None
        following = self.reviewed.next_open(item)
        if following is not None:
            self.stand_open(Side.LEFT, following.left)
        all_done = f"all {len(self.reviewed.items)} are reviewed" if following is None else ""
        if words:
            self.tell("; ".join(filter(None, (words, all_done))))
        elif all_done:
            self.say(all_done)
        self._show_title()
        self.show_status()

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

    @property
    def covered(self) -> bool:
        """Whether it is hidden whose sentences these are."""
        return self.session.reviewing.blind and self.session.reviewing.layer

    def labels_of(self, pair: Sides[int]) -> Sides[str]:
        return Sides(*glyphs.COVERED) if self.covered else super().labels_of(pair)

    def title_of(self, side: Side) -> str:
        return "" if self.covered else super().title_of(side)

    def _cite(self, side: Side, sentence: int) -> str:
        return f"{self.labels[side]} {self.witness_of(side).cite(sentence)}"

    def _cited(self, item: Item) -> str:
        """What readers call the two sentences, by their own labels."""
        labels = super().labels_of(self.pair)
        left, right = self.witness_of(Side.LEFT).cite(item.left), self.witness_of(Side.RIGHT).cite(item.right)
        return f"{labels.left} {left} – {labels.right} {right}"

    def title_end(self) -> str:
        if self.reviewed is None or not self.session.reviewing.layer:
            return super().title_end()
        done, among = self.reviewed.progress
        reviewed = f"{done}/{among} reviewed · {shown(self.session.reviewing.reviewer)}"
        return f"{reviewed} · {super().title_end()}" if self.size.width >= SIDE_BY_SIDE_FROM else reviewed

    def status(self) -> tuple[Sequence[Part], Sequence[Part]]:
        left, right = super().status()
        item, reviewed = self.item, self.reviewed
        if item is None or reviewed is None or not self.session.reviewing.layer:
            return left, right
        verdict = reviewed.verdict(item)
        similarity = "" if item.similarity is None else f" {item.similarity:.2f}"
        pair = f"{self._cite(Side.LEFT, item.left)} – {self._cite(Side.RIGHT, item.right)}{similarity}"
        judged = "open" if verdict is None else verdict.judgement
        return [Part(f" {pair}  "), Part(judged, "muted" if verdict is None else "title"), *self.search_part()], right

    def about(self) -> Sequence[str]:
        here, reviewed = self.view.port.here, self.reviewed
        if here is None or reviewed is None:
            return super().about()
        return [*super().about(), *reviewed.told_at(here, self.labels, covered=self.covered)]

    def commands(self) -> Mapping[str, Command]:
        commands = super().commands()
        return {
            **commands,
            "queue": Command("judge what is open here; queue all: in every pair of articles", self._take_queue),
            "sensitivity": Command("how many links and verdicts each cut would show", self._take_sensitivity),
        }

    def _take_queue(self, value: str) -> None:
        if value == "all":
            super().commands()["queue"].run(value)
        else:
            pair = self.pair
            self.open_sheet(QueueScreen(self.session, f"Queue  {self._pair_name(pair)}", lambda: [pair], self.subject))

    def _take_sensitivity(self, _: str) -> None:
        if self.pairing is not None and self.reviewed is not None:
            self.open_sheet(SensitivityScreen(self.session, self.pairing, self.reviewed, self.subject))
