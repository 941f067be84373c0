"""The part of a page that is in sight, and the cursor on it; knows lines and stops, not how they are drawn."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from typing import NamedTuple

from tui.presentation.page import Page, Stop
from tui.text.sides import Side, Sides

_PART_ABOVE = 3
"""A jump that leaves the screen lands one part in this many from its top."""


class Place(NamedTuple):
    """A point of a side's text, in code points, and how many lines below the top of the screen it stands."""

    side: Side
    offset: int
    below: int


class Viewport:
    """A page seen through `height` lines, with its cursor on one of the page's stops.

    Both sides scroll together while `locked`; else only the one that has the cursor.
    """

    def __init__(self) -> None:
        self.page = Page(0, (), (), ())
        self.height = 0
        self.cursor = 0
        self.side = Side.LEFT
        self.locked = True
        self.tops = Sides(0, 0)
        self._mine: tuple[Sequence[Stop], Sides[list[int]]] = (), Sides([], [])

    @property
    def mine(self) -> Sequence[int]:
        """The stops of the side that has the cursor, and the folds."""
        stops = self.page.stops
        if self._mine[0] is not stops:
            self._mine = stops, Sides(*([n for n, at in enumerate(stops) if at.side in (side, None)] for side in Side))
        return self._mine[1][self.side]

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
        """The first visible line of the side that has the cursor."""
        return self.tops[self.side]

    @property
    def share(self) -> float:
        """How far this side's text is read up to the sentence under the cursor, 0.0 to 1.0."""
        return bisect_right(self.mine, self.cursor) / len(self.mine) if self.mine else 1.0

    @property
    def shown(self) -> float:
        """How much of the page has come into sight down to the last visible line, 0.0 to 1.0."""
        return min(1.0, (self.top + self.height) / len(self.page.lines)) if self.page.lines else 1.0

    def show(self, page: Page, wanted: tuple[Side, int] | None, *, keep_top: bool) -> None:
        """See another page of the same texts.

        Args:
            page: The new page.
            wanted: The side and sentence to stand on; where it is folded away, the row of the same number.
            keep_top: Whether the text at the top of the screen stays there; else the cursor's line does.
        """
        place = self._top_place() if keep_top else None
        below = self.stop.first - self.top if self.stop is not None else 0
        row = self.stop.row if self.stop is not None else 0
        self.page = page
        found = page.stop_of(*wanted) if wanted else None
        self.cursor = self._nearest(row) if found is None else found
        if self.stop is not None and self.stop.side is not None:
            self.side = self.stop.side
        top = None if place is None else self._line_of(place)
        if top is None and self.stop is not None:
            top = self.stop.first - max(0, below)
        self.scroll(top or 0, follow=False)
        if self.stop is not None:
            self.stand(self.cursor)

    def _top_place(self) -> Place | None:
        """The first text in sight."""
        for number in range(self.top, min(len(self.page.lines), self.top + self.height)):
            for cell in self.page.lines[number].cells:
                for run in cell.runs:
                    if run.span is not None:
                        return Place(run.side, run.span.start, number - self.top)
        return None

    def _line_of(self, place: Place) -> int | None:
        """The line to bring to the top so that the place stands where it did."""
        for number, line in enumerate(self.page.lines):
            for cell in line.cells:
                for run in cell.runs:
                    if run.side is place.side and run.span and run.span.start <= place.offset < run.span.end:
                        return number - place.below
        return None

    def _nearest(self, row: int) -> int:
        """The first stop at or after the row, else the last."""
        return min(bisect_left(self.page.stops, row, key=lambda stop: stop.row), max(0, len(self.page.stops) - 1))

    def numbers(self) -> Sequence[int]:
        """The stops that motions visit: this side's and the folds; all of them where both sides share a column."""
        if len(self.page.columns) == 1:
            return range(len(self.page.stops))
        return self.mine

    def step(self, lines: int) -> None:
        """Scroll by lines, up where negative; at an end of the page move the cursor instead."""
        before = self.top
        self.scroll(before + lines)
        if self.top == before:
            self.go_where(1 if lines > 0 else -1, lambda _: True)

    def go_to(self, number: int | None, *, end: bool) -> None:
        """Stand on the sentence that readers call by this number; without one on the first or the last."""
        numbers = self.numbers()
        if not numbers:
            return
        if number is not None:
            after = [n for n in numbers if (self.page.stops[n].number or 0) >= number]
            self.stand((after or numbers[-1:])[0])
        else:
            self.scroll(len(self.page.lines) if end else 0)
            self.stand(numbers[-1 if end else 0])

    def go_to_share(self, share: float) -> None:
        """Stand on the sentence that ends that share of this side's text, 0.0 to 1.0."""
        if self.mine:
            self.stand(self.mine[max(0, min(len(self.mine) - 1, round(len(self.mine) * share) - 1))])

    def go_where(self, step: int, wanted: Callable[[Stop], bool]) -> bool:
        """Stand on the next stop of this side, or the previous one, that is wanted; False where there is none."""
        numbers = self.numbers()
        ahead = [n for n in numbers if n > self.cursor] if step > 0 else [n for n in numbers[::-1] if n < self.cursor]
        found = next((n for n in ahead if wanted(self.page.stops[n])), None)
        if found is not None:
            self.stand(found)
        return found is not None

    def go_to_row(self, row: int) -> None:
        """Stand on a row: on this side where it has one, else on the other."""
        stops = [n for n, stop in enumerate(self.page.stops) if stop.row == row]
        if stops:
            mine = [n for n in stops if self.page.stops[n].side in (self.side, None)]
            self.stand((mine or stops)[0])

    def reveal(self, row: int) -> None:
        """Scroll down as far as it takes to see the whole of a row."""
        last = max((n for n, line in enumerate(self.page.lines) if line.row == row), default=0)
        if last >= self.top + self.height:
            self.scroll(last - self.height + 1, follow=False)

    def stand_on(self, side: Side, sentence: int) -> bool:
        """Stand on a sentence; False where it is not on the page."""
        number = self.page.stop_of(side, sentence)
        if number is not None:
            self.stand(number)
        return number is not None

    def stand(self, number: int) -> None:
        """Stand on a stop and bring it into sight, by as little as reads well."""
        self.cursor = number
        stop = self.page.stops[number]
        self.side = self.side if stop.side is None else stop.side
        top, height = self.top, self.height
        if stop.first < top or stop.last >= top + height:
            near = top - height // 2 <= stop.first and stop.last < top + height + height // 2
            if not near or stop.last - stop.first >= height:
                top = stop.first - height // _PART_ABOVE
            else:
                top = stop.first - 1 if stop.first < top else stop.last - height + 2
        self.scroll(top, follow=False)

    def focus(self, side: Side) -> None:
        """Take the cursor across, to the other side of its row or the nearest row that has one."""
        stop = self.stop
        if side is self.side or stop is None:
            return
        level = [n for n, other in enumerate(self.page.stops) if other.side is side]
        if level:
            self.side = side
            self.stand(next((n for n in level if self.page.stops[n].row >= stop.row), level[-1]))

    def scroll(self, top: int, *, follow: bool = True) -> None:
        """Bring a line to the top, as far as the page goes; the cursor follows into sight unless told not to."""
        top = max(0, min(top, len(self.page.lines) - self.height))
        if self.locked:
            self.tops = Sides(top, top)
        else:
            self.tops = Sides(top, self.tops.right) if self.side is Side.LEFT else Sides(self.tops.left, top)
        if follow and self.stop is not None:
            self._follow(self.stop)

    def stay(self) -> None:
        """Keep the cursor where it stands, and in sight, once there are other lines to be seen through."""
        stop = self.stop
        self.scroll(self.top, follow=False)
        if stop is not None and (stop.last < self.top or stop.first >= self.top + self.height):
            self.stand(self.cursor)

    def _follow(self, stop: Stop) -> None:
        """Take the cursor to the nearest stop in sight when its own has left."""
        top, bottom = self.top, self.top + self.height - 1
        if stop.last >= top and stop.first <= bottom:
            return
        stops = self.page.stops
        seen = [n for n in self.numbers() if stops[n].last >= top and stops[n].first <= bottom]
        whole = [n for n in seen if stops[n].first >= top and stops[n].last <= bottom] or seen
        if whole:
            self.cursor = whole[0] if stop.last < top else whole[-1]
            self.side = self.side if stops[self.cursor].side is None else stops[self.cursor].side or self.side
