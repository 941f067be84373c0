"""Two articles side by side, sentence by sentence."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.widget import Widget

from tui.app.comparing import Comparing
from tui.app.keymap import PAIR, bindings
from tui.app.messages import ComparisonAdvanced, ComparisonFailed, ComparisonReady
from tui.app.pairing import Pairing
from tui.app.screens.framed import Command
from tui.app.screens.reading import ReadingScreen
from tui.app.session import CUT_STEP, Session
from tui.app.trail import Spot
from tui.app.typeahead import TypeAheadApp
from tui.app.widgets.bar import Bar, Part
from tui.app.widgets.line_view import LineView
from tui.app.widgets.overview_strip import OverviewStrip
from tui.articles.model import Article
from tui.presentation import glyphs, wording
from tui.presentation.layouts import SIDE_BY_SIDE_FROM, Layout, fitting
from tui.presentation.overview import overview
from tui.presentation.page import Page
from tui.presentation.reader import paragraphs
from tui.presentation.rows import Class, Fold
from tui.presentation.wrapping import cells_of, clip
from tui.text.shown import shown
from tui.text.sides import Side, Sides
from tui.text.witness import Witness


class PairScreen(ReadingScreen):
    """Starts the comparison, hands its rows to the page, and does what the keys of the pair say."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(PAIR)]
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012 (Textual declares it on the instance)
        (0, "-stripped"),
        (SIDE_BY_SIDE_FROM, "-bare"),  # where the strip's one cell would cost the second column
        (SIDE_BY_SIDE_FROM + 2, "-stripped"),
    ]
    HINTS = (
        *("diff.next-hunk", "diff.previous-hunk", "text.next-sentence", "pair.fold", "pair.layout", "reading.about"),
        *("align.cut-up", "align.cut-down", "pair.swap", "pair.next-other", "search.here", "app.back"),
    )

    def __init__(self, session: Session, pair: Sides[int], at: tuple[Side, int] | None = None) -> None:
        super().__init__(session)
        self.pair = pair
        self.pairing: Pairing | None = None
        self._comparing = Comparing(self, session)
        self._at = at
        self._share: float | None = None
        self._overviewed: Page | None = None

    def body(self) -> Iterator[Widget]:
        yield Bar(id="heads")
        yield Horizontal(*super().body(), OverviewStrip(id="overview"), id="sides")

    def on_mount(self) -> None:
        self.load(self.pair, at=self._at)

    def load(self, pair: Sides[int], *, at: tuple[Side, int] | None = None) -> None:
        """Compare a pair, then stand on a sentence; the old pair stays until the new one is there."""
        self._at, self._share = at, None
        self._comparing.start(pair)
        self._show_title()

    def on_unmount(self) -> None:
        self._comparing.stop()

    def on_comparison_ready(self, event: ComparisonReady) -> None:
        if not self._comparing.finish(event.pair):
            return
        self._share = None
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
            self._share = event.share
            self.show_status()

    def on_comparison_failed(self, event: ComparisonFailed) -> None:
        if self._comparing.finish(event.pair):
            self.say(event.reason, "error")

    def show(self, *, at: tuple[Side, int] | None = None) -> None:
        if self.pairing is not None:
            self.pairing.words = self.only_words
            self.pairing.arrange()
            self.view.show(self.pairing.builder(self.labels, self.view.port.side if self.zen else None), at=at)
            self._show_title()

    def on_resize(self) -> None:
        self._show_title()

    @property
    def opening(self) -> bool:
        """Whether the first comparison is still under way, so that there is no row for a key to act on."""
        return self.pairing is None and self._comparing.busy

    @property
    def labels(self) -> Sides[str]:
        """The labels of both sides."""
        return self.pair.map(self.session.collection.label)

    def article_of(self, side: Side) -> Article:
        return self.session.collection.article(self.pair[side])

    def spot(self) -> Spot | None:
        here = self.view.port.here
        return Spot(tuple(self.pair), *here) if here else None

    def go(self, spot: Spot) -> bool:
        if len(spot.articles) != 2:
            return False
        if spot.articles == tuple(self.pair) and self.pairing is not None:
            self.view.port.stand_on(spot.side, spot.sentence)
            self.view.moved()
        else:
            self.load(Sides(*spot.articles), at=(spot.side, spot.sentence))
        return True

    def texts(self) -> Sequence[tuple[Side, Witness, str]]:
        if self.pairing is None:
            return []
        return [(side, self.pairing.alignment.comparison.sides[side], self.labels[side]) for side in Side]

    def _pair_name(self, pair: Sides[int]) -> str:
        return f" {glyphs.PAIR} ".join(pair.map(self.session.collection.label))

    def _show_title(self) -> None:
        parts = [Part(f" {self._pair_name(self.pair)}  ", "title")]
        if self.pairing is not None:
            for text, look in wording.count_parts(self.pairing.alignment.counts):
                parts.append(Part(f" {text} ", "muted" if text.endswith(" 0") else look.value))
        layout = fitting(self.size.width, self.session.layout)
        name = layout.replace("-", " ")
        self.query_one("#title", Bar).show(parts, [Part(f"cut {self.session.cut:.2f} · {name} ", "muted")])
        self._show_heads(layout)

    def _show_heads(self, layout: Layout) -> None:
        """Name the columns by their articles, where there are two."""
        heads, columns = self.query_one("#heads", Bar), self.view.port.page.columns
        heads.display = layout is Layout.SIDE_BY_SIDE and not self.zen
        if len(columns) > 1:
            titles = self.pair.map(lambda number: self.session.collection.summary(number).title)
            left = clip(titles.left, columns[0].width)
            room = columns[1].left - columns[0].left
            parts = [Part(" " * columns[0].left), Part(f" {self.labels.left}  ", "left-only"), Part(left)]
            gap = room - cells_of(f" {self.labels.left}  {left}")
            heads.show(
                [*parts, Part(" " * gap), Part(f" {self.labels.right}  ", "right-only"), Part(shown(titles.right))]
            )

    def on_line_view_moved(self, event: LineView.Moved) -> None:
        del event
        self._show_heads(fitting(self.size.width, self.session.layout))
        page, pairing = self.view.port.page, self.pairing
        if pairing is not None and page is not self._overviewed:
            self._overviewed = page
            made = partial(overview, page, pairing.rows, pairing.alignment.beads)
            self.query_one("#overview", OverviewStrip).show(made)

    def status(self) -> tuple[Sequence[Part], Sequence[Part]]:
        view, stop = self.view, self.view.port.stop
        if self.pairing is None or stop is None or self._share is not None:
            share = "" if self._share is None else f" {self._share:.0%}   q stops"
            return [Part(f" comparing {self._pair_name(self.pair)} …{share}", "muted")], []
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
        return [] if self.pairing is None or stop is None else self.pairing.about(stop.row, self.labels)

    def commands(self) -> Mapping[str, Command]:
        return {
            **super().commands(),
            "strict": Command("spelling and typography count as differences", self._take_strict),
            "cut": Command("link at this similarity and above, 0.0 to 1.0", self._take_cut),
            "min-words": Command("shorter sentences link only when identical", self._take_min_words),
            "order": Command("free, or monotone: links keep both orders", self._take_order),
            "stop": Command("end the comparison under way", self._take_stop),
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

    def _take_stop(self, _: str) -> None:
        self.say("stopped" if self._comparing.stop() else "nothing is under way")

    def _change(self, change: Callable[[Pairing], str]) -> None:
        """Change how the pair is read, and say what the change says."""
        if self.pairing is not None:
            message = change(self.pairing)
            self.show()
            self.say(message)

    def action_next_class(self) -> None:
        self._change(Pairing.next_class)

    def action_fold(self) -> None:
        self._change(Pairing.next_fold)

    def action_cut(self, step: int) -> None:
        cut = self.session.cut + step * CUT_STEP * (self.view.take_count() or 1)
        self.session.cut = round(min(1.0, max(0.0, cut)), 2)
        self._show_title()
        app = self.app
        assert isinstance(app, TypeAheadApp)
        app.when_typed("cut", lambda: self._change(lambda pairing: pairing.set_cut(self.session.cut)))

    def action_layout(self) -> None:
        kinds = list(Layout)
        now = fitting(self.size.width, self.session.layout)
        self.session.layout = kinds[(kinds.index(now) + 1) % len(kinds)]
        self.show()
        self.say(f"layout: {self.session.layout.replace('-', ' ')}")

    def action_difference(self, step: int) -> None:
        stop, pairing = self.view.port.stop, self.pairing
        if stop is None or pairing is None:
            return
        row = stop.row
        for _ in range(self.view.take_count() or 1):
            row = row if (following := pairing.difference(row, step)) is None else following
        if row != stop.row:
            self._go_to_row(row)
        else:
            name = "difference" if pairing.wanted is Class.DIFFERENCES else f"row {pairing.wanted}"
            none = pairing.difference(-1, 1) is None
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
        here = self.view.port.here
        self.load(self.pair.swapped, at=(here[0].other, here[1]) if here else None)

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
        self._awaiting = "pane"
        self.say(f"a {self.labels.left}   b {self.labels.right}")

    def on_key(self, event: events.Key) -> None:
        if self._awaiting == "pane" and event.character in ("a", "b"):
            self._awaiting = ""
            event.stop()
            event.prevent_default()
            self.hush()
            self.action_pane("ab".index(event.character))

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
        other, here = self.pair[side.other], self.view.port.here
        number = self.session.neighbour(self.pair[side], step, skip=other, around=True)
        if number is None:
            self.say("no other source")
        else:
            self.leave_spot()
            pair = Sides(other, number) if side is Side.RIGHT else Sides(number, other)
            self.load(pair, at=here if here and here[0] is side.other else None)
