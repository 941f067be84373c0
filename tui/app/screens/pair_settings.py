"""How a pair is read: the cut, what folds, which differences count, and the layout."""

from abc import abstractmethod
from collections.abc import Callable, Mapping
from functools import partial

from tui.app.screens.framed import Command
from tui.app.screens.pair_text import PairTextScreen
from tui.app.sitting.pairing import Pairing
from tui.app.sitting.session import CUT_STEP
from tui.app.typeahead import Act, TypeAheadApp
from tui.presentation.layout import Layout, fitting
from tui.presentation.rows import Class, Fold
from tui.text.shown import shown


class PairSettingsScreen(PairTextScreen):
    """Changes how the pairing is read, by key and by command."""

    def commands(self) -> Mapping[str, Command]:
        return {
            **super().commands(),
            "strict": Command("spelling and typography count as differences", self._take_strict),
            "cut": Command("link at this similarity and above, 0.0 to 1.0", self._take_cut),
            "min-words": Command("shorter sentences link only when identical", self._take_min_words),
            "layout": Command("side-by-side, interleaved or redline; auto: as the width allows", self._take_layout),
            "order": Command("free, or monotone: links keep both orders", self._take_order),
        }

    def _take_strict(self, _: str) -> None:
        self._change(Pairing.toggle_strict)

    def _take_cut(self, value: str) -> None:
        try:
            cut = float(value)
        except ValueError:
            cut = -1.0
        if 0.0 <= cut <= 1.0:
            self._change(lambda pairing: pairing.set_cut(cut))
        else:
            self.say(f"cut: a number from 0.0 to 1.0, not {shown(value) or 'nothing'}", "error")

    def _take_min_words(self, value: str) -> None:
        if value.isdecimal():
            self._change(lambda pairing: pairing.set_min_words(int(value)))
        else:
            self.say(f"min-words: a whole number, not {shown(value) or 'nothing'}", "error")

    def _take_order(self, value: str) -> None:
        try:
            self._change(lambda pairing: pairing.order(value.strip() or "free"))
        except ValueError:
            self.say(f"order: free or monotone, not {shown(value)}", "error")

    def _change(self, change: Callable[[Pairing], str]) -> None:
        """Change how the pair is read, and say what the change says."""
        if self.pairing is not None:
            message = change(self.pairing)
            self.show()
            self.say(message)

    @abstractmethod
    async def with_candidates(self, act: Act) -> None:
        """Do what needs the candidates for conflict, at once or when they are worked out, before any later key."""

    async def action_next_class(self) -> None:
        await self._change_rows(Pairing.next_class)

    async def action_fold(self) -> None:
        await self._change_rows(Pairing.next_fold)

    async def _change_rows(self, change: Callable[[Pairing], str]) -> None:
        """Change which rows fold, where that may depend on the candidates for conflict once they are there."""
        pairing = self.pairing
        if pairing is not None and (pairing.fold is Fold.SHARED or pairing.wanted is Class.CONFLICT):
            await self.with_candidates(partial(self._change, change))
        else:
            self._change(change)

    def action_cut(self, step: int) -> None:
        cut = self.session.cut + step * CUT_STEP * (self.view.take_count() or 1)
        cut = round(min(1.0, max(0.0, cut)), 2)
        if cut == self.session.cut:
            self.say(f"the cut is at {cut:.2f} already")
            return
        self.session.cut = cut
        self._show_title()
        app = self.app
        assert isinstance(app, TypeAheadApp)
        app.when_typed("cut", lambda: self._change(lambda pairing: pairing.set_cut(self.session.cut)))

    def action_layout(self) -> None:
        kinds = list(Layout)
        now = fitting(self.size.width, self.session.layout)
        self._choose_layout(kinds[(kinds.index(now) + 1) % len(kinds)])

    def _take_layout(self, value: str) -> None:
        name = value.strip().replace(" ", "-")
        if name == "auto":
            self._choose_layout(None)
        elif name in list(Layout):
            self._choose_layout(Layout(name))
        else:
            self.say(f"layout: auto, {', '.join(Layout)}, not {shown(value) or 'nothing'}", "error")

    def _choose_layout(self, layout: Layout | None) -> None:
        self.session.choose_layout(layout)
        self.show()
        self.say(f"layout: {(layout or 'as the width allows').replace('-', ' ')}")
