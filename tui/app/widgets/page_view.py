"""One widget that draws a laid-out page: an article, or both sides of a pair."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from typing import ClassVar, NamedTuple

from rich.style import Style
from textual import events
from textual.binding import BindingType
from textual.strip import Strip

from tui.app.keymap import TEXT, bindings
from tui.app.widgets.line_view import LineView
from tui.app.widgets.painter import NO_HITS, Overlay, Painter
from tui.presentation.page import Emphasis, Page, Stop
from tui.text.sides import Side, Sides
from tui.text.spans import Span

_CONTEXT = 3
"""A jump that leaves the screen lands one part in this many from its top."""


class Place(NamedTuple):
    """A point of a side's text, in code points, and how many lines below the top of the screen it stands."""

    side: Side
    offset: int
    below: int


class PageView(LineView):
    """Shows a page from `top` on and keeps a cursor on one of its stops."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(TEXT)]
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"page-view--{look}"
        for look in (
            *(emphasis.value for emphasis in Emphasis if emphasis is not Emphasis.DIVERGENT),
            *("divergent-left", "divergent-right", "cursor", "bar", "hit", "hit-current", "divider"),
        )
    }

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's word)
        super().__init__(id=id)
        self.page = Page(0, (), (), ())
        self.cursor = 0
        self.side = Side.LEFT
        self.paragraphs: Sides[frozenset[int]] = Sides(frozenset(), frozenset())
        self._build: Callable[[int], Page] | None = None
        self._tops = Sides(0, 0)
        self._locked = True
        self._hits = NO_HITS
        self._current: tuple[Side, Span] | None = None
        self._strips: dict[tuple[int, ...], Strip] = {}
        self._looks: dict[str, Style] = {}
        self._wanted: tuple[Side, int] | None = None

    # What is shown

    def show(self, build: Callable[[int], Page], *, at: tuple[Side, int] | None = None) -> None:
        """Show what `build` makes of the width in cells.

        The sentence under the cursor stays where it stands on the screen; `at` names another one to stand on.
        """
        self._build = build
        self._wanted = at or self.here
        if self.size.width:
            self._rebuild(keep_cursor=True)

    def light(self, hits: Sides[tuple[Span, ...]], current: tuple[Side, Span] | None = None) -> None:
        """Show these places as the hits of a search."""
        self._hits, self._current = hits, current
        self._repaint()

    @property
    def stop(self) -> Stop | None:
        """Where the cursor stands; None on an empty page."""
        return self.page.stops[self.cursor] if self.page.stops else None

    @property
    def here(self) -> tuple[Side, int] | None:
        """The side and number of the sentence under the cursor; None on folded rows."""
        stop = self.stop
        return (stop.side, stop.sentence) if stop and stop.side is not None and stop.sentence is not None else None

    @property
    def top(self) -> int:
        """The first visible line of the focused side."""
        return self._tops[self.side]

    @property
    def share(self) -> float:
        """How much of the page has been shown down to the last visible line, 0.0 to 1.0."""
        return min(1.0, (self.top + self.size.height) / len(self.page.lines)) if self.page.lines else 1.0

    @property
    def locked(self) -> bool:
        """Whether both sides scroll together."""
        return self._locked

    def lock_panes(self, locked: bool) -> None:  # noqa: FBT001 (a property with a side effect)
        """Let both sides scroll together or each alone; locking brings the other side level with this one."""
        self._locked = locked
        self._scroll(self.top)

    def focus_side(self, side: Side) -> None:
        """Put the cursor on the other side of its row, or on the nearest row that has one."""
        if side is self.side:
            return
        self.side = side
        stop = self.stop
        if stop is not None and stop.side is not None:
            numbers = [n for n in self._numbers() if self.page.stops[n].side in (side, None)]
            level = [n for n in numbers if self.page.stops[n].row >= stop.row] or numbers[-1:]
            if level:
                self._stand(level[0])
        self._repaint()

    def on_resize(self, event: events.Resize) -> None:
        if self._build is not None and self.page.width != event.size.width:
            self._rebuild(keep_cursor=self.page.width == 0)
        else:
            self._scroll(self.top)

    def _rebuild(self, *, keep_cursor: bool) -> None:
        """Lay the page out again, with the cursor or the top of the screen where it was."""
        assert self._build is not None
        place = self._top_place()
        below = self.stop.first - self.top if self.stop is not None else 0
        wanted = self._wanted or self.here
        row = self.stop.row if self.stop is not None else 0
        self.page = self._build(self.size.width)
        self._strips.clear()
        if len(self.page.columns) == 1 and self.page.columns[0].side is not None:
            self.side = self.page.columns[0].side
        found = self.page.stop_of(*wanted) if wanted else None
        self.cursor = found if found is not None else self._nearest(row)
        if found is not None and wanted and len(self.page.columns) > 1:
            self.side = wanted[0]
        self._wanted = None
        top = self._line_of(place) if place is not None and not keep_cursor else None
        if top is None and self.stop is not None:
            top = self.stop.first - max(0, below)
        self._scroll(top or 0, clamp=False)

    def _top_place(self) -> Place | None:
        """The first text on the screen."""
        for number in range(self.top, min(len(self.page.lines), self.top + self.size.height)):
            for cell in self.page.lines[number].cells:
                for run in cell.runs:
                    if run.span is not None:
                        return Place(run.side, run.span.start, number - self.top)
        return None

    def _line_of(self, place: Place) -> int | None:
        """The line to stand at the top so that the place is where it was."""
        for number, line in enumerate(self.page.lines):
            for cell in line.cells:
                for run in cell.runs:
                    if (
                        run.side is place.side
                        and run.span is not None
                        and run.span.start <= place.offset < run.span.end
                    ):
                        return number - place.below
        return None

    def _nearest(self, row: int) -> int:
        """The first stop at or after the row, else the last."""
        return min(bisect_left(self.page.stops, row, key=lambda stop: stop.row), max(0, len(self.page.stops) - 1))

    # Motions

    def step(self, lines: int) -> None:
        before = self.top
        self._scroll(before + lines)
        if self.top == before:
            self._step_cursor(1 if lines > 0 else -1)

    def step_pages(self, pages: float) -> None:
        self.step(round(pages * self.size.height))

    def go_to(self, number: int | None, *, end: bool) -> None:
        numbers = self._numbers()
        if not numbers:
            return
        if number is not None:
            after = [n for n in numbers if (self.page.stops[n].number or 0) >= number]
            self._stand((after or numbers[-1:])[0])
        else:
            self._scroll(len(self.page.lines) if end else 0)
            self._stand(numbers[-1 if end else 0])

    def go_to_share(self, share: float) -> None:
        self._scroll(round(len(self.page.lines) * share))
        at = [n for n in self._numbers() if self.page.stops[n].last >= len(self.page.lines) * share]
        self._stand((at or self._numbers()[-1:] or [0])[0])

    def action_sentence(self, step: int) -> None:
        for _ in range(self.take_count() or 1):
            self._step_cursor(step)

    def action_paragraph(self, step: int) -> None:
        for _ in range(self.take_count() or 1):
            self.go_where(step, self._starts_paragraph)

    def _starts_paragraph(self, stop: Stop) -> bool:
        return stop.side is None or stop.sentence in self.paragraphs[stop.side]

    def go_where(self, step: int, wanted: Callable[[Stop], bool]) -> bool:
        """Move to the next stop of this side, or the previous one, that is wanted; False where there is none."""
        numbers = self._numbers()
        ahead = (
            [n for n in numbers if n > self.cursor] if step > 0 else [n for n in reversed(numbers) if n < self.cursor]
        )
        found = next((n for n in ahead if wanted(self.page.stops[n])), None)
        if found is not None:
            self._stand(found)
        return found is not None

    def go_to_row(self, row: int) -> None:
        """Put the cursor on a row: on this side where it has one, else on the other."""
        stops = [n for n, stop in enumerate(self.page.stops) if stop.row == row]
        if stops:
            mine = [n for n in stops if self.page.stops[n].side in (self.side, None)]
            number = (mine or stops)[0]
            self.side = self.page.stops[number].side or self.side
            self._stand(number)

    def stand_on(self, side: Side, sentence: int) -> bool:
        """Put the cursor on a sentence; False where it is not on the page."""
        number = self.page.stop_of(side, sentence)
        if number is None:
            return False
        self.side = side
        self._stand(number)
        return True

    def _numbers(self) -> Sequence[int]:
        """The stops that this side's motions visit: on one column of two sides, all of them."""
        if len(self.page.columns) == 1:
            return range(len(self.page.stops))
        return [n for n, stop in enumerate(self.page.stops) if stop.side in (self.side, None)]

    def _step_cursor(self, step: int) -> None:
        self.go_where(step, lambda _: True)

    def _stand(self, number: int) -> None:
        """Put the cursor on a stop and bring it into sight, by as little as reads well."""
        self.cursor = number
        stop = self.page.stops[number]
        if len(self.page.columns) == 1 and stop.side is not None:
            self.side = stop.side
        top, height = self.top, self.size.height
        if stop.first < top or stop.last >= top + height:
            near = top - height // 2 <= stop.first and stop.last < top + height + height // 2
            if not near or stop.last - stop.first >= height:
                top = stop.first - height // _CONTEXT
            else:
                top = stop.first - 1 if stop.first < top else stop.last - height + 2
        self._scroll(top, clamp=False)

    def _scroll(self, top: int, *, clamp: bool = True) -> None:
        """Bring a line to the top; with `clamp` the cursor follows into sight."""
        top = max(0, min(top, len(self.page.lines) - self.size.height))
        old = self._tops
        if self._locked:
            self._tops = Sides(top, top)
        else:
            self._tops = Sides(top, old.right) if self.side is Side.LEFT else Sides(old.left, top)
        if clamp and self.stop is not None:
            self._follow()
        self._repaint(same_strips=True)

    def _follow(self) -> None:
        """Take the cursor to the nearest stop in sight when its own has left."""
        top, bottom = self.top, self.top + self.size.height - 1
        stop = self.page.stops[self.cursor]
        if stop.last >= top and stop.first <= bottom:
            return
        seen = [n for n in self._numbers() if self.page.stops[n].last >= top and self.page.stops[n].first <= bottom]
        whole = [n for n in seen if self.page.stops[n].first >= top and self.page.stops[n].last <= bottom] or seen
        if whole:
            self.cursor = whole[0] if stop.last < top else whole[-1]

    # Drawing

    def _repaint(self, *, same_strips: bool = False) -> None:
        if not same_strips:
            self._strips.clear()
        self.refresh()
        self.post_message(self.Moved(self))

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._looks.clear()
        self._strips.clear()

    def _look(self, name: str) -> Style:
        look = self._looks.get(name)
        if look is None:
            partial = name in ("cursor", "hit", "hit-current")
            look = self._looks[name] = self.get_component_rich_style(f"page-view--{name}", partial=partial)
        return look

    def render_line(self, y: int) -> Strip:
        """The page's line at that height of the screen, or of each side its own."""
        if not self.page.columns:
            return Strip.blank(self.size.width, self.rich_style)
        lines = (self._tops.left + y, self._tops.right + y)[: len(self.page.columns)]
        if len(self.page.columns) == 1:
            lines = (self.top + y,)
        stop = self.stop
        under = stop is not None and any(stop.first <= line <= stop.last for line in lines)
        key = (*lines, self.size.width, self.cursor if under else -1)
        strip = self._strips.get(key)
        if strip is None:
            overlay = Overlay(stop if under else None, self._hits, self._current)
            strip = self._strips[key] = Painter(self.page, overlay, self._look).strip(lines, self.size.width)
        return strip

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on the sentence that was clicked."""
        for number, column in enumerate(self.page.columns):
            line = (
                (self._tops.left, self._tops.right)[number] + event.y
                if len(self.page.columns) > 1
                else self.top + event.y
            )
            if column.left <= event.x < column.left + column.gutter + column.width:
                at = [n for n, stop in enumerate(self.page.stops) if stop.first <= line <= stop.last]
                mine = [n for n in at if column.side in (None, self.page.stops[n].side)]
                if mine:
                    self.side = self.page.stops[mine[0]].side or self.side
                    self._stand(mine[0])
