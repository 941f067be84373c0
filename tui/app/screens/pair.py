"""Two articles side by side, sentence by sentence."""

from collections.abc import Mapping
from functools import partial
from typing import ClassVar

from textual.binding import BindingType

from tui.alignment.scorers import SCORERS
from tui.app.keymap import PAIR, bindings
from tui.app.screens.framed import Command
from tui.app.screens.pair_loading import PairLoadingScreen
from tui.presentation.rows import Class
from tui.text.shown import shown
from tui.text.sides import Side, Sides

NAMED = {Class.DIFFERENCES: "difference", Class.CONFLICT: "candidate for conflict"}
"""One row of a class; of the others it is a row and the class."""


class PairScreen(PairLoadingScreen):
    """Walks the rows of a pair, and goes to other pairs."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(PAIR)]
    HINTS = (
        *("review.agree", "review.conflict", "review.reworded", "review.unrelated", "review.next", "review.undo"),
        *("diff.next-hunk", "diff.previous-hunk", "text.next-sentence", "pair.fold", "pair.layout", "reading.about"),
        *("review.layer", "app.back", "align.cut-up", "align.cut-down", "pair.swap", "pair.next-other", "search.here"),
    )

    TOUR = (
        ("diff.next-hunk diff.previous-hunk", "walk what {left} and {right} do not share"),
        ("reading.about", "says why the sentences of this row stand together"),
        ("pair.fold", "folds what both say, then what only one says"),
        ("pair.layout", "sets them side by side, interleaved, or as a redline"),
        ("app.help", "names every key; {keys[app.back]} goes back"),
    )

    def tour_names(self) -> Mapping[str, str]:
        return {"left": self.labels.left, "right": self.labels.right}

    def commands(self) -> Mapping[str, Command]:
        return {
            **super().commands(),
            "scorer": Command(f"what judges likeness: {', '.join(SCORERS)}", self._take_scorer),
            "stop": Command("end the comparison under way", self._take_stop, at_once=True),
        }

    def _take_scorer(self, value: str) -> None:
        """Compare again by the scorer named, or by one chosen of the list."""
        name, names = value.strip(), list(SCORERS)
        if name in names:
            self._judge_by(name)
        elif name:
            self.say(f"scorer: {', '.join(names)}, not {shown(name)}", "error")
        else:
            from tui.app.screens.choice import ChoiceScreen  # noqa: PLC0415

            rows = [f"{name:<8} {looks_at}" for name, looks_at in SCORERS.items()]
            chosen = ChoiceScreen("Scorers", rows, start=names.index(self.session.scorer))
            self.app.push_screen(chosen, lambda at: None if at is None else self._judge_by(names[at]))

    def _judge_by(self, name: str) -> None:
        self.session.scorer = name
        self.load(self.pair, at=self.view.port.here)
        self.say(f"scorer: {name}")

    def _take_stop(self, _: str) -> None:
        self.share = None
        self.wait_no_more()
        self.say_stopped(self.comparing.stop())

    async def action_difference(self, step: int) -> None:
        if self.pairing is not None and self.pairing.wanted is Class.CONFLICT:
            await self.with_candidates(partial(self._walk_to, Class.CONFLICT, step))
        elif self.pairing is not None:
            self._walk_to(self.pairing.wanted, step)

    async def action_candidate(self) -> None:
        await self.with_candidates(partial(self._walk_to, Class.CONFLICT, 1))

    def _walk_to(self, wanted: Class, step: int) -> None:
        """Go to the next row of a class, or the one before, as often as the count says."""
        stop, pairing = self.view.port.stop, self.pairing
        if stop is None or pairing is None:
            return
        row = stop.row
        for _ in range(self.view.take_count() or 1):
            row = row if (following := pairing.difference(row, step, wanted)) is None else following
        if row != stop.row:
            self._go_to_row(row)
        else:
            name = NAMED.get(wanted, f"row {wanted}")
            none = pairing.difference(-1, 1, wanted) is None
            self.say(f"no {name}" if none else f"{'last' if step > 0 else 'first'} {name}")

    def action_open_fold(self) -> None:
        """Open folded rows; under a moved row show where it stands on the right, and at once more go there."""
        stop, pairing = self.view.port.stop, self.pairing
        if pairing is None or stop is None:
            return
        target = pairing.moved_to(stop.row)
        if pairing.open(stop.row):
            self.show()
            self._go_to_row(stop.row)
        elif target is not None and pairing.ghost == pairing.rows[stop.row].key:
            self.leave_spot()
            self._go_to_row(target)
        elif target is not None:
            pairing.ghost = pairing.rows[stop.row].key
            self.show()
            self.view.port.reveal(stop.row + 1)
            self.view.moved()
            self.say("enter again goes there, q closes")

    def leave(self) -> bool:
        if self.pairing is not None and self.pairing.ghost is not None:
            self.pairing.ghost = None
            self.show()
            return True
        return super().leave()

    def _go_to_row(self, row: int) -> None:
        self.view.port.go_to_row(row)
        self.view.moved()

    def action_swap(self) -> None:
        here = self.stands
        self.load(self.coming.swapped, at=(here[0].other, here[1]) if here else None)

    def action_lock(self) -> None:
        port = self.view.port
        if len(port.page.columns) == 1:
            self.say("one pane: nothing to unlock")
            return
        port.locked = not port.locked
        port.scroll(port.top)
        self.view.moved()
        self.say("panes scroll together" if port.locked else "each pane scrolls alone; \\ brings them level")

    def action_jump(self) -> None:
        """Focus the pane whose letter comes next."""

        def focus(letter: str) -> bool:
            if letter in ("a", "b"):
                self.action_pane("ab".index(letter))
            return letter in ("a", "b")

        self.ask_letter(f"a {self.labels.left}   b {self.labels.right}", focus)

    def action_copy_both(self) -> None:
        stop = self.view.port.stop
        if self.pairing is not None and stop is not None:
            row = self.pairing.rows[stop.row]
            self.hand_over([self.cite(side, row.on(side)) for side in Side if row.on(side)])

    def action_pane(self, side: int) -> None:
        self.view.port.focus(Side(side))
        self.view.moved()

    def action_other_pane(self) -> None:
        self.action_pane(self.view.port.side.other)

    def action_other(self, step: int) -> None:
        self._step(Side.RIGHT, step)

    def action_article(self, step: int) -> None:
        self._step(Side.LEFT, step)

    def _step(self, side: Side, step: int) -> None:
        """Put the next source on a side; the sentence of the other side stays."""
        other, here = self.coming[side.other], self.stands
        number = self.session.neighbour(self.coming[side], step, skip=other, around=True)
        if number is None:
            self.say("no other source")
        else:
            self.leave_spot()
            pair = Sides(other, number) if side is Side.RIGHT else Sides(number, other)
            self.load(pair, at=here if here and here[0] is side.other else None)
