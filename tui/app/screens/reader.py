"""One article to read."""

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import BindingType

from tui.app.keymap import READER, bindings
from tui.app.screens.opening import pair_screen
from tui.app.screens.reading import ReadingScreen
from tui.app.session import Session
from tui.app.widgets.bar import Bar, Part
from tui.presentation import wording
from tui.presentation.reader import paragraphs, read_page
from tui.text.shown import shown
from tui.text.sides import Side, Sides
from tui.text.witness import Kind, Witness


class ReaderScreen(ReadingScreen):
    """Shows article `number` of the collection, and steps to its neighbours."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(READER)]
    HINTS = (
        *("move.page-down", "text.next-sentence", "text.next-paragraph", "search.here", "app.back"),
        *("reading.next-article", "reading.measure", "reader.compare", "reading.zen"),
    )

    def __init__(self, session: Session, number: int) -> None:
        super().__init__(session)
        self.number = number

    def on_mount(self) -> None:
        super().on_mount()
        self.open(self.number)

    def open(self, number: int) -> None:
        """Show an article, at the sentence where it was left."""
        self.number = number
        article, witness = self.session.collection.article(number), self.session.collection.witness(number)
        starts = frozenset(group[0] for group in paragraphs(witness, article.blocks))
        self.view.paragraphs = Sides(starts, frozenset())
        label = self.session.collection.label(number)
        self.query_one("#title", Bar).show([Part(f" {label}  ", "key"), Part(shown(article.title), "title")])
        first = next((n for n, s in enumerate(witness.sentences) if s.kind is not Kind.FURNITURE), 0)
        self.show(at=(Side.LEFT, self.session.places.get(number, first)))
        if self.session.query:
            self.call_after_refresh(self.find_hits)

    def show(self, *, at: tuple[Side, int] | None = None) -> None:
        article = self.session.collection.article(self.number)
        witness = self.session.collection.witness(self.number)
        session = self.session
        self.view.show(
            lambda width: read_page(
                witness, article.blocks, width, measure=session.measure, furniture=session.furniture
            ),
            at=at,
        )

    def texts(self) -> Sequence[tuple[Side, Witness, str]]:
        label = self.session.collection.label(self.number)
        return [(Side.LEFT, self.session.collection.witness(self.number), label)]

    def status(self) -> tuple[Sequence[Part], Sequence[Part]]:
        view, label = self.view, self.session.collection.label(self.number)
        here = view.port.here
        if here is not None and view.port.page.lines:
            self.session.places[self.number] = here[1]
            self.session.seen[self.number] = max(self.session.seen.get(self.number, 0.0), view.port.share)
        total = sum(number is not None for number in self.session.collection.witness(self.number).numbers)
        number = view.port.stop.number if view.port.stop else None
        left = [
            Part(f" {label}", "title"),
            Part(f"  {f's{number}/{total}' if number else 'furniture'}  {view.port.share:.0%}"),
            *self.search_part(),
        ]
        marked = " ".join(self.session.collection.label(number) for number in self.session.marked)
        return left, [
            Part(f"{view.pending} " if view.pending else ""),
            Part(f"marked {marked} " if marked else "", "muted"),
        ]

    def about(self) -> Sequence[str]:
        article, witness = self.session.collection.article(self.number), self.session.collection.witness(self.number)
        return [wording.credits_of(article), wording.extent_of(article, witness)]

    def action_article(self, step: int) -> None:
        """Go to the next article that can be read, or the previous one."""
        for _ in range(self.view.take_count() or 1):
            number = self.session.neighbour(self.number, step)
            if number is None:
                self.say("last article" if step > 0 else "first article")
                return
            self.open(number)

    def action_compare(self) -> None:
        """Open the pair of this article and the marked one."""
        pair = self.session.pair_with(self.number)
        if pair is None:
            self.say("mark another article in the list first: q, then space on it")
        else:
            self.app.push_screen(pair_screen(self.session, pair))
