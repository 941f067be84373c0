"""Two articles side by side, sentence by sentence."""

from collections.abc import Mapping, Sequence
from typing import ClassVar

from textual.binding import BindingType

from tui.app.comparing import Comparing
from tui.app.keymap import PAIR, bindings
from tui.app.messages import ComparisonAdvanced, ComparisonFailed, ComparisonReady
from tui.app.pairing import Pairing
from tui.app.screens.framed import Command
from tui.app.screens.reading import ReadingScreen
from tui.app.session import CUT_STEP, Session
from tui.app.widgets.bar import Bar, Part
from tui.articles import Unreadable
from tui.presentation import glyphs, wording
from tui.presentation.layouts import Layout, fitting
from tui.presentation.reader import paragraphs
from tui.presentation.rows import Class, Fold
from tui.text.shown import shown
from tui.text.sides import Side, Sides
from tui.text.witness import Witness


class PairScreen(ReadingScreen):
    """Starts the comparison, hands its rows to the page, and does what the keys of the pair say."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(PAIR)]
    HINTS = (
        *("diff.next-hunk", "diff.previous-hunk", "text.next-sentence", "pair.fold", "pair.layout", "reading.about"),
        *("align.cut-up", "align.cut-down", "pair.swap", "pair.next-other", "search.here", "app.back"),
    )

    def __init__(self, session: Session, pair: Sides[int]) -> None:
        super().__init__(session)
        self.pair = pair
        self.pairing: Pairing | None = None
        self._comparing = Comparing(self, session)
        self._at: tuple[Side, int] | None = None

    def on_mount(self) -> None:
        super().on_mount()
        self.load(self.pair)

    def load(self, pair: Sides[int], *, at: tuple[Side, int] | None = None) -> None:
        """Compare a pair, then stand on a sentence; the old pair stays until the new one is there."""
        self._at = at
        self._comparing.start(pair)
        self._show_title()

    def on_unmount(self) -> None:
        self._comparing.stop()

    def on_comparison_ready(self, event: ComparisonReady) -> None:
        if not self._comparing.finish(event.pair):
            return
        old = self.pairing
        fold, wanted = (old.fold, old.wanted) if old else (Fold.NOTHING, Class.DIFFERENCES)
        self.pair = event.pair
        self.pairing = Pairing(self.session, event.comparison, fold=fold, wanted=wanted)
        blocks = self.pair.map(lambda number: self.session.collection.article(number).blocks)
        sides = zip(event.comparison.sides, blocks, strict=True)
        self.view.paragraphs = Sides(*(frozenset(group[0] for group in paragraphs(*side)) for side in sides))
        self.show(at=self._at or self.view.port.here or (Side.LEFT, 0))
        if self.session.query:
            self.call_after_refresh(self.find_hits)

    def on_comparison_advanced(self, event: ComparisonAdvanced) -> None:
        if self._comparing.is_current(event.pair):
            self.say(f"comparing {self._pair_name(event.pair)} … {event.share:.0%}   (q stops)", "muted")

    def on_comparison_failed(self, event: ComparisonFailed) -> None:
        if self._comparing.finish(event.pair):
            self.say(event.reason, "error")

    def show(self, *, at: tuple[Side, int] | None = None) -> None:
        if self.pairing is not None:
            self.pairing.arrange()
            self.view.show(self.pairing.builder(self.labels, self.view.port.side if self.zen else None), at=at)
            self._show_title()

    def on_resize(self) -> None:
        super().on_resize()
        self._show_title()

    @property
    def labels(self) -> Sides[str]:
        """The labels of both sides."""
        return self.pair.map(self.session.collection.label)

    def texts(self) -> Sequence[tuple[Side, Witness, str]]:
        if self.pairing is None:
            return []
        return [(side, self.pairing.alignment.comparison.sides[side], self.labels[side]) for side in Side]

    def _pair_name(self, pair: Sides[int]) -> str:
        return f" {glyphs.PAIR} ".join(pair.map(self.session.collection.label))

    def _show_title(self) -> None:
        parts = [Part(f" {self._pair_name(self.pair)}  ", "title")]
        if self.pairing is not None:
            parts += [
                Part(f" {text} ", look.value) for text, look in wording.count_parts(self.pairing.alignment.counts)
            ]
        layout = fitting(self.size.width, self.session.layout).replace("-", " ")
        self.query_one("#title", Bar).show(parts, [Part(f"cut {self.session.cut:.2f} · {layout} ", "muted")])

    def status(self) -> tuple[Sequence[Part], Sequence[Part]]:
        view, stop = self.view, self.view.port.stop
        if self.pairing is None or stop is None:
            return [Part(f" comparing {self._pair_name(self.pair)} …", "muted")], []
        side = view.port.side if stop.side is None else stop.side
        total = sum(number is not None for number in self.pairing.alignment.comparison.sides[side].numbers)
        place = "folded" if stop.sentence is None else f"s{stop.number}/{total}" if stop.number else "furniture"
        where = f"  {place}  {view.port.share:.0%}  {glyphs.PAIR.join(self.labels)}"
        flags = [*self.pairing.flags, *([] if view.port.locked else ["LOCK off"])]
        row = f"row {stop.row + 1}/{len(self.pairing.rows)} "
        return (
            [Part(f" {self.labels[side]}", "title"), Part(where), *self.search_part()],
            [Part(f"{view.pending} " if view.pending else "", "key"), Part(" · ".join([*flags, row]), "muted")],
        )

    def about(self) -> Sequence[str]:
        stop = self.view.port.stop
        if self.pairing is None or stop is None:
            return []
        row = self.pairing.rows[stop.row]
        if row.hidden:
            return [f"{row.name}, folded: enter opens"]
        if row.bead is None:
            return ["furniture: the site's own line, never aligned; :boilerplate hides it"]
        return wording.why(self.pairing.alignment, self.pairing.alignment.beads[row.bead], self.labels)

    def action_difference(self, step: int) -> None:
        stop, pairing = self.view.port.stop, self.pairing
        if stop is None or pairing is None:
            return
        row, found = stop.row, False
        for _ in range(self.view.take_count() or 1):
            following = pairing.difference(row, step)
            row, found = (row, found) if following is None else (following, True)
        if found:
            self.view.port.go_to_row(row)
            self.view.moved()
        else:
            name = "difference" if pairing.wanted is Class.DIFFERENCES else f"row {pairing.wanted}"
            self.say(f"{'last' if step > 0 else 'first'} {name}")

    def _changed(self, message: str) -> None:
        self.show()
        self.say(message)

    def action_next_class(self) -> None:
        if self.pairing is not None:
            self.pairing.next_class()
            self._changed(f"] and [ walk: {self.pairing.wanted}")

    def action_fold(self) -> None:
        if self.pairing is not None:
            self.pairing.next_fold()
            self._changed(f"shown: {self.pairing.fold}")

    def action_open_fold(self) -> None:
        stop = self.view.port.stop
        if self.pairing is not None and stop is not None and self.pairing.open(stop.row):
            self.show()
            self.view.port.go_to_row(stop.row)
            self.view.moved()

    def action_layout(self) -> None:
        kinds = list(Layout)
        self.session.layout = kinds[(kinds.index(fitting(self.size.width, self.session.layout)) + 1) % len(kinds)]
        self._changed(f"layout: {self.session.layout.replace('-', ' ')}")

    def action_cut(self, step: int) -> None:
        self.set_cut(self.session.cut + step * CUT_STEP * (self.view.take_count() or 1))

    def set_cut(self, cut: float) -> None:
        """Link at this similarity and above, 0.0 to 1.0; the cursor stays on its sentence."""
        self.session.cut = round(min(1.0, max(0.0, cut)), 2)
        self.realign(f"cut {self.session.cut:.2f}")

    def realign(self, message: str) -> None:
        """Read the comparison again under the session's settings."""
        if self.pairing is not None:
            self.pairing.align()
            self._changed(message)

    def commands(self) -> Mapping[str, Command]:
        return {
            **super().commands(),
            "strict": Command("spelling and typography are differences too, or not", lambda _: self.toggle_strict()),
            "cut": Command("link at this similarity and above, 0.0 to 1.0", self.take_cut),
            "min-words": Command("shorter sentences link only when identical", self.take_min_words),
            "stop": Command("end the comparison under way", lambda _: self.stop()),
        }

    def toggle_strict(self) -> None:
        """Show differences of spelling and typography as differences, or as the same."""
        self.session.strict = not self.session.strict
        self._changed(f"strict: {'on' if self.session.strict else 'off'}")

    def take_cut(self, value: str) -> None:
        """Set the cut from what was typed."""
        try:
            self.set_cut(float(value))
        except ValueError:
            self.say(f"cut: a number from 0.0 to 1.0, not {shown(value) or 'nothing'}", "error")

    def take_min_words(self, value: str) -> None:
        """Set the fewest words of a sentence that may link from what was typed."""
        if not value.isdecimal():
            self.say(f"min-words: a whole number, not {shown(value) or 'nothing'}", "error")
            return
        self.session.min_words = int(value)
        self.realign(f"min words {self.session.min_words}")

    def stop(self) -> None:
        """Give up the comparison under way; the pair shown stays."""
        self.say("stopped" if self._comparing.stop() else "nothing is under way")

    def action_swap(self) -> None:
        here = self.view.port.here
        self.load(self.pair.swapped, at=(here[0].other, here[1]) if here else None)

    def action_lock(self) -> None:
        port = self.view.port
        port.locked = not port.locked
        port.scroll(port.top)
        self.view.moved()
        self.say("panes scroll together" if port.locked else "each pane scrolls alone; \\ brings them level")

    def action_pane(self, side: int) -> None:
        self.view.port.focus(Side(side))
        self.view.moved()

    def action_other_pane(self) -> None:
        self.action_pane(self.view.port.side.other)

    def action_other(self, step: int) -> None:
        """Put the next source on the right; the left sentence stays."""
        self._step(Side.RIGHT, step)

    def action_article(self, step: int) -> None:
        """Put the next source on the left."""
        self._step(Side.LEFT, step)

    def _step(self, side: Side, step: int) -> None:
        count = len(self.session.collection)
        for offset in range(1, count):
            number = (self.pair[side] + step * offset) % count
            if number == self.pair[side.other] or not self._readable(number):
                continue
            pair = Sides(self.pair.left, number) if side is Side.RIGHT else Sides(number, self.pair.right)
            here = self.view.port.here
            self.load(pair, at=here if here and here[0] is side.other else None)
            return
        self.say("no other source")

    def _readable(self, number: int) -> bool:
        try:
            self.session.collection.article(number)
        except Unreadable:
            return False
        return True
