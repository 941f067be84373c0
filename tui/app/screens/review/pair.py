"""Judging a pair in its text, one pair of sentences after the other."""

from collections.abc import Mapping, Sequence
from typing import ClassVar

from textual.binding import BindingType

from tui.app.keymap import CANDIDATES, bindings
from tui.app.screens.framed import Command
from tui.app.screens.review.links import PairLinksScreen
from tui.app.typeahead import TypeAheadApp
from tui.app.widgets.bar import Part
from tui.presentation import glyphs
from tui.presentation.bars import Hint
from tui.presentation.layout import SIDE_BY_SIDE_FROM
from tui.review.acts import Judgement
from tui.review.queue import Item
from tui.text.shown import shown
from tui.text.sides import Side, Sides


class PairReviewScreen(PairLinksScreen):
    """Keeps a verdict on the pair under the cursor, and goes on to the next that is open."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(CANDIDATES)]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action in ("judge", "next_open"):
            return self.session.reviewing.layer and self.pairing is not None and not self.asking
        return super().check_action(action, parameters)

    def hints(self) -> dict[str, Hint]:
        """The hints; what undoes is named while verdicts are given."""
        hints = super().hints()
        return hints if self.session.reviewing.layer else {name: hints[name] for name in hints if name != "review.undo"}

    def action_review(self) -> None:
        """Judge pair by pair, or only read again."""
        reviewing = self.session.reviewing
        reviewing.layer = not reviewing.layer
        if not reviewing.layer:
            self._show_both(None)
        self.heed(anew=True)
        self.show_hints()
        if not reviewing.layer:
            self.say("review: off")
        elif reviewing.trouble:
            self.say(reviewing.trouble, "error")
        else:
            self.say("review: on")

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
            self._show_both(following)
            self.stand_open(Side.LEFT, following.left)
        all_done = f"all {len(self.reviewed.items)} are reviewed" if following is None else ""
        if words:
            self.tell("; ".join(filter(None, (words, all_done))))
        elif all_done:
            self.say(all_done)
        self._show_title()
        self.show_status()

    @property
    def covered(self) -> bool:
        """Whether it is hidden whose sentences these are."""
        return self.session.reviewing.blind and self.session.reviewing.layer

    def labels_of(self, pair: Sides[int]) -> Sides[str]:
        return Sides(*glyphs.COVERED) if self.covered else super().labels_of(pair)

    def title_of(self, side: Side) -> str:
        return "" if self.covered else super().title_of(side)

    def _cited(self, item: Item) -> str:
        """What readers call the two sentences, by their own labels."""
        labels = super().labels_of(self.pair)
        left, right = self.witness_of(Side.LEFT).cite(item.left), self.witness_of(Side.RIGHT).cite(item.right)
        return f"{labels.left} {left} – {labels.right} {right}"

    def _show_both(self, item: Item | None) -> None:
        """Let both sentences of an item be seen together, though they stand rows apart."""
        pairing = self.pairing
        apart = item is not None and item.relation is None
        across = (item.left, item.right) if item is not None and apart else None
        if pairing is not None and pairing.across != across:
            pairing.across = across
            self.show()

    def title_end(self) -> str:
        if self.reviewed is None or not self.session.reviewing.layer:
            return super().title_end()
        done, among = self.reviewed.progress
        reviewed = f"{done}/{among} reviewed · {shown(self.session.reviewing.reviewer)}"
        return f"{reviewed} · {super().title_end()}" if self.size.width >= SIDE_BY_SIDE_FROM else reviewed

    def status(self) -> tuple[Sequence[Part], Sequence[Part]]:
        left, right = super().status()
        item, reviewed = self.item if self.session.reviewing.layer else None, self.reviewed
        if item is None or reviewed is None:
            return left, right
        verdict = reviewed.verdict(item)
        similarity = "" if item.similarity is None else f" {item.similarity:.2f}"
        pair = f"{self._cite(Side.LEFT, item.left)} – {self._cite(Side.RIGHT, item.right)}{similarity}"
        judged = "open" if verdict is None else verdict.judgement
        return [Part(f" {pair}  "), Part(judged, "muted" if verdict is None else "title")], right

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
            from tui.app.screens.review.queue import QueueScreen  # noqa: PLC0415

            pair = self.pair
            name = f"Queue  {self._pair_name(pair)}"
            self.open_sheet(QueueScreen(self.session, name, lambda _: iter([pair]), 1, self.subject))

    def _take_sensitivity(self, _: str) -> None:
        from tui.app.screens.review.tables import SensitivityScreen  # noqa: PLC0415

        if self.pairing is not None and self.reviewed is not None:
            self.open_sheet(SensitivityScreen(self.session, self.pairing, self.reviewed, self.subject))
