"""The beginning of an article beside the list, or below it."""

from rich.segment import Segment
from textual.geometry import Region
from textual.strip import Strip

from tui.app.widgets.page_view import PageView
from tui.presentation import glyphs


class Preview(PageView, can_focus=False):
    """A page with a line where its padding is, to the left of it or above it: Textual's borders cost more to draw."""

    def render_lines(self, crop: Region) -> list[Strip]:
        above, left, line = self.gutter.top, self.gutter.left, self.ink("divider")
        strips = self.draw(range(max(0, crop.y - above), crop.bottom - above))
        if left:
            strips = [Strip.join([Strip([Segment(glyphs.DIVIDER, line)], left), strip]) for strip in strips]
        if crop.y < above:
            strips.insert(0, Strip([Segment(glyphs.RULE * self.outer_size.width, line)]))
        return self.filtered(strips, crop)
