"""Textual's compositor, which asks for no lines that nobody sees."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from rich.console import RenderableType
from textual._compositor import ChopsUpdate, Compositor
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

Rendered = tuple[Region, Region, list[Strip]]


class LeanCompositor(Compositor):
    """Passes over widgets that others cover wholly, and in an update those that it does not touch.

    Textual asks every widget in the rectangle around an update for all its lines, the containers and the screen
    behind them too.

    Args:
        held: Whether nothing is to be drawn yet; what has changed is then drawn later.
    """

    def __init__(self, held: Callable[[], bool]) -> None:
        super().__init__()
        self._held = held
        self._touched: Sequence[Region] | None = None
        self._of: object = None
        self._seen: Sequence[tuple[Widget, Region, Region, Region]] = ()

    def render_update(self, *args: Any, **options: Any) -> RenderableType | None:
        return None if self._held() else super().render_update(*args, **options)

    def render_partial_update(self) -> ChopsUpdate | None:
        self._touched = [*self._dirty_regions]
        try:
            return super().render_partial_update()
        finally:
            self._touched = None

    def _get_renders(self, crop: Region | None = None) -> Iterable[Rendered]:
        touched = self._touched if self._touched is not None else [crop] if crop else None
        for widget, region, clip, part in self._in_sight():
            if touched is None or any(part.overlaps(each) for each in touched):
                yield region, clip, widget.render_lines(part.translate((-region.x, -region.y)))

    def _in_sight(self) -> Sequence[tuple[Widget, Region, Region, Region]]:
        """The widgets of which some cell can be seen, the foremost first: region, clip, and what is common to them."""
        visible = self.visible_widgets
        if self._of is not visible:
            self._of, self._seen = visible, list(_uncovered(visible.items(), self.size.height))
        return self._seen


def _uncovered(
    widgets: Iterable[tuple[Widget, tuple[Region, Region]]], height: int
) -> Iterable[tuple[Widget, Region, Region, Region]]:
    """Those of the widgets, the foremost first, that have a cell which none before them has."""
    taken = [0] * height
    for widget, (region, clip) in widgets:
        part = region.intersection(clip)
        if not part.width or not part.height:
            continue
        cells = (1 << part.width) - 1 << part.x
        if any(taken[y] | cells != taken[y] for y in part.line_range):
            yield widget, region, clip, part
            for y in part.line_range:
                taken[y] |= cells
