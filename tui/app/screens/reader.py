"""One article to read."""

from collections.abc import Mapping, Sequence
from typing import ClassVar

from textual.binding import BindingType

from tui.app.keymap import READER, bindings
from tui.app.screens.opening import pair_screen
from tui.app.screens.review.text import NotedScreen
from tui.app.sitting.session import Session
from tui.app.widgets.bar import Bar, Part
from tui.articles.model import Article
from tui.presentation import wording
from tui.presentation.credits import credits_of
from tui.presentation.reader import ReadingStyle, paragraphs, read_page
from tui.presentation.spot import Spot
from tui.text.search import occurrences
from tui.text.shown import shown
from tui.text.sides import Side, Sides
from tui.text.witness import Kind, Witness


class ReaderScreen(NotedScreen):
    """Shows article `number` of the collection, and steps to its neighbours."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(READER)]
    HINTS = (
        *("move.page-down", "text.next-sentence", "text.next-paragraph", "search.here", "app.back"),
        *("reading.next-article", "reading.measure", "reader.compare", "reading.zen"),
    )

    TOUR = (
        ("text.page-down move.page-up", "turn the page, as in less"),
        ("text.next-sentence text.next-paragraph", "go sentence by sentence, and by paragraphs"),
        ("search.here", "finds words in {label}, and says how often the other articles have them"),
        ("reading.next-article", "reads the next article, {next}"),
        ("app.help", "names every key; {keys[app.back]} goes back to the list, and the place here is kept"),
    )

    def __init__(self, session: Session, number: int, sentence: int | None = None) -> None:
        super().__init__(session)
        self._number = number
        self._first = sentence

    @property
    def number(self) -> int:
        return self._number

    def on_mount(self) -> None:
        self.open(self.number, self._first)

    def keep(self) -> None:
        self.session.memory.keep(self.number)

    def open(self, number: int, sentence: int | None = None) -> None:
        """Show an article at a sentence, else where it was left."""
        if number != self.number:
            self.keep()
        self._number = number
        article, witness = self.session.collection.article(number), self.session.collection.witness(number)
        starts = frozenset(group[0] for group in paragraphs(witness, article.blocks))
        self.view.paragraphs = Sides(starts, frozenset())
        label = self.session.collection.label(number)
        self.query_one("#title", Bar).show([Part(f" {label}  ", "key"), Part(shown(article.title), "title")])
        if sentence is None:
            sentence = self.session.memory.place(number)
        if sentence is None:
            sentence = next((n for n, s in enumerate(witness.sentences) if s.kind is not Kind.FURNITURE), 0)
        self.show(at=(Side.LEFT, sentence))
        if self.session.query:
            self.call_after_refresh(self.find_hits)

    def show(self, *, at: tuple[Side, int] | None = None) -> None:
        article = self.session.collection.article(self.number)
        witness = self.session.collection.witness(self.number)
        only = {witness.sentence_at(span.start) for span in occurrences(witness.text, self.only_words)}
        kept = frozenset(only) if self.only_words else None
        style = ReadingStyle(self.session.measure, self.session.furniture, kept, self.margin, frozenset(self.notes))
        self.view.show(lambda width: read_page(witness, article.blocks, width, style), at=at)
        if self.session.query:
            self.call_after_refresh(self.find_hits)

    @property
    def subject(self) -> int:
        return self.number

    def article_of(self, side: Side) -> Article:
        del side
        return self.session.collection.article(self.number)

    def spot(self) -> Spot | None:
        here = self.view.port.here
        return Spot((self.number,), *here) if here else None

    def go(self, spot: Spot) -> bool:
        if len(spot.articles) == 1:
            self.open(spot.articles[0], spot.sentence)
        return len(spot.articles) == 1

    def texts(self) -> Sequence[tuple[Side, Witness, str]]:
        label = self.session.collection.label(self.number)
        return [(Side.LEFT, self.session.collection.witness(self.number), label)]

    def status(self) -> tuple[Sequence[Part], Sequence[Part]]:
        view, label = self.view, self.session.collection.label(self.number)
        here = view.port.here
        if here is not None and view.port.page.lines:
            self.session.memory.stand(self.number, here[1], view.port.shown)
        total = sum(number is not None for number in self.session.collection.witness(self.number).numbers)
        number = view.port.stop.number if view.port.stop else None
        left = [
            Part(f" {label}", "title"),
            Part(f"  {f's{number}/{total}' if number else 'furniture'}  {view.port.share:.0%}"),
            *self.search_part(),
        ]
        marked = " ".join(self.session.collection.label(number) for number in self.session.marked)
        if self.only_words:
            left.append(Part(f"  & {shown(self.only_words)}", "key"))
        return left, [
            Part(f"{view.pending} " if view.pending else ""),
            Part(f"marked {marked} " if marked else "", "muted"),
            *self.backing_part(),
        ]

    def tour_names(self) -> Mapping[str, str]:
        collection, other = self.session.collection, self.session.neighbour(self.number, 1)
        names = {"label": collection.label(self.number)}
        return names if other is None else {**names, "next": collection.label(other)}

    goes_beyond = True

    def beyond(self, step: int) -> int | None:
        ahead = [number for number in self.places if (number - self.number) * step > 0]
        return min(ahead, key=lambda number: number * step, default=None)

    def go_beyond(self, number: int, step: int) -> None:
        self.leave_spot()
        witness = self.session.collection.witness(number)
        places = occurrences(witness.text, self.session.query)
        self.open(number, witness.sentence_at(places[0 if step > 0 else -1].start) if places else None)
        self.call_after_refresh(self.go_to_end_hit, step)

    def about(self) -> Sequence[str]:
        article, witness = self.session.collection.article(self.number), self.session.collection.witness(self.number)
        return [credits_of(article), wording.extent_of(article, witness), *super().about()]

    def action_article(self, step: int) -> None:
        """Go to the next article that can be read, or the previous one."""
        for _ in range(self.view.take_count() or 1):
            number = self.session.neighbour(self.number, step)
            if number is None:
                self.say("last article" if step > 0 else "first article")
                return
            self.leave_spot()
            self.open(number)

    def action_compare(self) -> None:
        """Open the pair of this article and the marked one."""
        pair = self.session.pair_with(self.number)
        if pair is None:
            self.say("mark another article in the list first: q, then space on it")
        else:
            self.app.push_screen(pair_screen(self.session, pair))
