"""The list of articles, with the beginning of the one under the cursor."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from textual.timer import Timer
from textual.widget import Widget

from tui.app.messages import SummariesRead
from tui.app.screens.held_list import HeldListScreen
from tui.app.screens.opening import pair_screen, reader_screen
from tui.app.sitting.session import Session
from tui.app.start.first import LIST_HINTS
from tui.app.typeahead import TypeAheadApp
from tui.app.widgets.article_list import ArticleList
from tui.app.widgets.bar import Bar, Part
from tui.app.widgets.line_view import LineView
from tui.app.widgets.preview import Preview
from tui.app.work import reading_ahead
from tui.app.work.reading_ahead import ReadingAhead
from tui.articles import Unreadable
from tui.presentation.credits import credits_of
from tui.presentation.layout import SIDE_BY_SIDE_FROM
from tui.presentation.page import Page
from tui.presentation.shelf import status_parts, title_parts
from tui.text.shown import shown

if TYPE_CHECKING:
    from tui.articles import Article


class LibraryScreen(HeldListScreen):
    """Lists the collection; enter reads, space marks, c compares."""

    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012 (Textual declares it on the instance)
        (SIDE_BY_SIDE_FROM, "-wide"),
    ]
    HINTS = LIST_HINTS

    TOUR = (
        ("list.open", "reads {here}"),
        (
            "list.mark",
            "marks {label}; go on to {next} with {keys[move.down]}, and {keys[list.compare]} sets the two side by side",
        ),
        ("app.help", "names every key of the pane you are in; {keys[app.palette]} finds one by what it does"),
        ("app.back", "goes back from anywhere, and from this list leaves"),
    )

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._rested_on: int | None = None
        self._previewed: Article | None = None
        self._pause: Timer | None = None
        self._ahead: ReadingAhead | None = None
        self.unfinished = True
        self.set_class(self.app.size.width >= SIDE_BY_SIDE_FROM, "-wide", update=False)  # or all would be styled twice

    def body(self) -> Iterator[Widget]:
        listing = ArticleList(self.session, id="list")
        listing.add_class("body")
        yield Widget(listing, Preview(id="preview"), id="shelf")

    @property
    def listing(self) -> ArticleList:
        """The list."""
        return self.query_one("#list", ArticleList)

    def on_mount(self) -> None:
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        """Take over from the first picture, and ask what is remembered."""
        self.unfinished = False
        self.session.memory.wake()
        self.listing.refresh()
        self._rest()
        if self.session.newcomer:
            self.app.call_later(self._greet)  # behind the keys that have come by now

    def _rest(self) -> None:
        """Read once the cursor has rested; until then the list is there to be used."""
        if self._pause is not None:
            self._pause.stop()
        self._pause = self.set_timer(reading_ahead.PAUSE_SECONDS, self._look)

    def _look(self) -> None:
        """Read the article under the cursor for its preview, then what else is on the screen, then the rest."""
        self._rested_on = self.listing.cursor
        if self.session.collection.is_read(self._rested_on):
            self._preview()
        else:
            self.run_worker(partial(self._fetch, self._rested_on), thread=True, group="preview")
        if self._ahead is None:
            self._read_ahead()

    def _fetch(self, number: int) -> None:
        with suppress(Unreadable):
            self.session.collection.article(number)
        self.post_message(SummariesRead())

    def _read_ahead(self) -> None:
        """Read what is not known while nobody types."""
        app, collection, memory = self.app, self.session.collection, self.session.memory
        if isinstance(app, TypeAheadApp):
            report = partial(self.post_message, SummariesRead())
            self._ahead = ReadingAhead(collection, self.listing.rows, app.quiet, report, memory.keep_summaries)
            self.run_worker(self._ahead.run, thread=True, group="read")

    def _greet(self) -> None:
        """Show the tour to one who has never seen it and waits for what comes."""
        app, memory = self.app, self.session.memory
        waiting = self.touched or (isinstance(app, TypeAheadApp) and app.typing)
        if self.is_current and not waiting and memory.recall("tour") is None and not memory.trouble:
            self.show_tour()
            memory.remember("tour", "seen")

    def tour_names(self) -> Mapping[str, str]:
        collection, here = self.session.collection, self.listing.cursor
        label = collection.label(here)
        names = {"label": label, "here": f"{label}, {collection.glimpsed(here).title}"}
        return {**names, "next": collection.label(here + 1)} if here + 1 < len(collection) else names

    def begin_anew(self, row: int) -> None:
        self._previewed = None
        if self._ahead is not None:
            self._ahead.stop()
            self._ahead = None
        self.listing.start_anew(row)
        self._bring_up_to_date()

    def on_unmount(self) -> None:
        if self._ahead is not None:
            self._ahead.stop()
        self.session.memory.keep_summaries()

    def on_summaries_read(self) -> None:
        self._bring_up_to_date()
        if self._rested_on == self.listing.cursor and self.session.collection.is_read(self._rested_on):
            self._preview()

    def on_screen_resume(self) -> None:
        self._bring_up_to_date()
        if self._previewed is not None:
            self._rest()

    def _bring_up_to_date(self) -> None:
        self.listing.lay_rows()
        self.listing.refresh(layout=self.listing.styles.is_auto_height)
        self._show_title()
        self.show_status()

    def on_line_view_moved(self, event: LineView.Moved) -> None:
        event.stop()
        if event.view is self.listing:
            self._rest()
        self.show_status()

    def _preview(self) -> None:
        """Show the beginning of the article under the cursor."""
        number, before = self.listing.cursor, self._previewed
        preview = self.query_one("#preview", Preview)
        try:
            article, witness = self.session.collection.article(number), self.session.collection.witness(number)
        except Unreadable:
            self._previewed = None
            preview.show(lambda width: Page(width, (), (), ()))
            return
        self._previewed = article
        if article is before:
            return
        from tui.presentation.reader import ReadingStyle, read_page  # noqa: PLC0415 (the list stands without)

        preview.port.cursor = 0
        style = ReadingStyle(furniture=False)
        preview.show(lambda width: read_page(witness, article.blocks, width, style))

    def _show_title(self) -> None:
        self.query_one("#title", Bar).show(*title_parts(self.session.collection))

    def status(self) -> tuple[Sequence[Part], Sequence[Part]]:
        listing = self.listing
        left, right = status_parts(
            self.session.collection,
            listing.cursor,
            marked=self.session.marked,
            base=self.session.base,
            pending=listing.pending,
            row=(listing.row, len(listing.articles)),
        )
        if self._said is not None:
            del left[1:]  # a message is not to be cut where the credits are long
        left[1:1] = self.search_part()
        return left, right

    @property
    def subject(self) -> int:
        return self.listing.cursor

    def about(self) -> Sequence[str]:
        number = self.listing.cursor
        try:
            article, witness = self.session.collection.article(number), self.session.collection.witness(number)
        except Unreadable as error:
            return [shown(str(error))]
        from tui.presentation import wording  # noqa: PLC0415 (the list stands without)

        return [shown(article.title), credits_of(article), wording.extent_of(article, witness)]

    def on_article_list_told(self, event: ArticleList.Told) -> None:
        self.say(shown(event.text))

    def on_article_list_opened(self, event: ArticleList.Opened) -> None:
        number = event.number
        summary = self.session.collection.summary(number)
        if summary.error is not None:
            self.say(shown(summary.error), "error")
        else:
            self.app.push_screen(reader_screen(self.session, number))

    def on_article_list_compare_wanted(self, event: ArticleList.CompareWanted) -> None:
        pair = self.session.pair_with(event.number)
        if pair is None:
            self.say("mark one article with space, go to another, then c")
        elif broken := next((n for n in pair if not self.session.readable(n)), None):
            self.say(
                shown(f"{self.session.collection.label(broken)}: {self.session.collection.summary(broken).error}"),
                "error",
            )
        else:
            self.app.push_screen(pair_screen(self.session, pair))
