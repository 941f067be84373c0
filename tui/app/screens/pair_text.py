"""What a pair shows: its rows on the page, and the words around them."""

from collections.abc import Iterator, Sequence
from functools import partial

from textual.widget import Widget

from tui.app.screens.reading import ReadingScreen
from tui.app.sitting.pairing import Pairing
from tui.app.sitting.session import Session
from tui.app.widgets.bar import Bar, Part
from tui.app.widgets.judged import Judged
from tui.app.widgets.line_view import LineView
from tui.app.widgets.overview_strip import OverviewStrip
from tui.articles.model import Article
from tui.presentation import glyphs, wording
from tui.presentation.layout import SIDE_BY_SIDE_FROM, Layout, fitting
from tui.presentation.overview import overview
from tui.presentation.page import Emphasis, Page
from tui.presentation.spot import Spot
from tui.presentation.wrapping import cells_of, clip
from tui.text.shown import shown
from tui.text.sides import Side, Sides
from tui.text.witness import Witness


class PairTextScreen(ReadingScreen):
    """Shows the pairing there is, under its settings; subclasses make it and change it."""

    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012 (Textual declares it on the instance)
        (0, "-stripped"),
        (SIDE_BY_SIDE_FROM, "-bare"),  # where the strip's one cell would cost the second column
        (SIDE_BY_SIDE_FROM + 2, "-stripped"),
    ]

    def __init__(self, session: Session, pair: Sides[int]) -> None:
        super().__init__(session)
        self.pair = pair
        self.pairing: Pairing | None = None
        self.share: float | None = None
        self._overviewed: Page | None = None

    def body(self) -> Iterator[Widget]:
        yield Bar(id="heads")
        yield Judged(*super().body(), OverviewStrip(id="overview"), id="sides")

    def show(self, *, at: tuple[Side, int] | None = None) -> None:
        if self.pairing is not None:
            self.pairing.words = self.only_words
            self.pairing.arrange()
            self.view.show(self.pairing.builder(self.labels, self.only), at=at)
            self._show_title()

    @property
    def only(self) -> Side | None:
        """The side that alone is shown, in zen."""
        return self.view.port.side if self.zen else None

    def on_resize(self) -> None:
        self._show_title()

    @property
    def coming(self) -> Sides[int]:
        """The pair that is wanted, which may still be under way; else the one on the screen."""
        return self.pair

    @property
    def covered(self) -> bool:
        """Whether it is hidden whose sentences these are."""
        return False

    @property
    def labels(self) -> Sides[str]:
        """The labels of both sides."""
        return self.labels_of(self.pair)

    def labels_of(self, pair: Sides[int]) -> Sides[str]:
        """What the sides of a pair are called."""
        return pair.map(self.session.collection.label)

    def title_of(self, side: Side) -> str:
        """The title of the side's article."""
        return self.session.collection.summary(self.pair[side]).title

    @property
    def subject(self) -> int:
        return self.pair[self.view.port.side]

    def article_of(self, side: Side) -> Article:
        return self.session.collection.article(self.pair[side])

    def spot(self) -> Spot | None:
        here = self.view.port.here
        return Spot(tuple(self.pair), *here) if here else None

    def texts(self) -> Sequence[tuple[Side, Witness, str]]:
        if self.pairing is None:
            return []
        return [(side, self.pairing.alignment.comparison.sides[side], self.labels[side]) for side in Side]

    def _pair_name(self, pair: Sides[int]) -> str:
        return f" {glyphs.PAIR} ".join(self.labels_of(pair))

    def _show_title(self) -> None:
        parts = [Part(f" {self._pair_name(self.pair)}  ", "title")]
        if self.pairing is not None:
            for text, look in wording.count_parts(self.pairing.alignment.counts):
                unknown = look is Emphasis.CONFLICT and not self.pairing.knows_candidates
                told = f"{glyphs.CONFLICT} …" if unknown else text
                parts.append(Part(f" {told} ", "muted" if unknown or text.endswith(" 0") else look.value))
        self.query_one("#title", Bar).show(parts, [Part(f"{self.title_end()} ", "muted")])
        self._show_heads(fitting(self.size.width, self.session.layout))

    def title_end(self) -> str:
        """How the pair is read, for the end of the title."""
        layout = fitting(self.size.width, self.session.layout)
        known = self.pair.map(self.session.collection.known)
        read = self.pair.map(self.session.collection.summary) if None not in known else None
        languages = wording.languages(read.map(lambda summary: summary.language)) if read else ""
        return " · ".join(filter(None, (languages, f"cut {self.session.cut:.2f}", layout.replace("-", " "))))

    def _show_heads(self, layout: Layout) -> None:
        """Name the columns by their articles, where there are two."""
        heads, columns = self.query_one("#heads", Bar), self.view.port.page.columns
        heads.display = layout is Layout.SIDE_BY_SIDE and not self.zen
        if len(columns) > 1:
            left = clip(self.title_of(Side.LEFT), columns[0].width)
            room = columns[1].left - columns[0].left
            parts = [Part(" " * columns[0].left), Part(f" {self.labels.left}  ", "left-only"), Part(left)]
            gap = room - cells_of(f" {self.labels.left}  {left}")
            right = Part(shown(self.title_of(Side.RIGHT)))
            heads.show([*parts, Part(" " * gap), Part(f" {self.labels.right}  ", "right-only"), right])

    def on_line_view_moved(self, event: LineView.Moved) -> None:
        del event
        self._show_heads(fitting(self.size.width, self.session.layout))
        page, pairing, here = self.view.port.page, self.pairing, self.view.port.here
        if pairing is not None and here is not None:
            self.session.memory.stand_in_pair(self.pair, *here)
        if pairing is not None and page is not self._overviewed:
            self._overviewed = page
            made = partial(overview, page, pairing.rows, pairing.alignment.beads)
            self.query_one("#overview", OverviewStrip).show(made)

    def status(self) -> tuple[Sequence[Part], Sequence[Part]]:
        view, stop = self.view, self.view.port.stop
        if self.pairing is None or stop is None or self.share is not None:
            share = "" if self.share is None else f" {self.share:.0%}   q stops"
            return [Part(f" comparing {self._pair_name(self.coming)} …{share}", "muted")], []
        side = view.port.side if stop.side is None else stop.side
        number = f"s{stop.number}/{self.pairing.totals[side]}" if stop.number else "furniture"
        place = "folded" if stop.sentence is None else number
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
