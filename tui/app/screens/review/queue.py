"""What there is to judge, one pair of sentences below the other."""

from collections.abc import Mapping, Sequence
from typing import ClassVar

from tui.app.messages import QueueAdvanced, QueueReady
from tui.app.screens.framed import Command
from tui.app.screens.review.screen import Noted
from tui.app.screens.review.sheet import ReviewSheetScreen
from tui.app.sitting.reviewed_pair import ReviewedPair
from tui.app.sitting.session import Session
from tui.app.widgets.bar import Bar, Part
from tui.app.work.queueing import Pairs, Queueing
from tui.presentation import glyphs
from tui.presentation.review.entries import Pending, pending_entry
from tui.presentation.sheet import Entry
from tui.presentation.spot import Spot
from tui.review.acts import Judgement
from tui.review.queue import Item, rank
from tui.text.shown import shown
from tui.text.sides import Side, Sides


class QueueScreen(ReviewSheetScreen):
    """What there is to judge in some pairs of articles, candidates for conflict first; here or in its place."""

    HINTS: ClassVar[Sequence[str]] = (
        *("review.agree", "review.conflict", "review.reworded", "review.unrelated", "review.next", "sheet.open"),
        *("review.undo", "review.note", "sheet.filter", "app.back"),
    )

    def __init__(self, session: Session, name: str, pairs: Pairs, wanted: int, subject: int) -> None:
        super().__init__(session, name, subject)
        self._pairs = pairs
        self._wanted = wanted
        self._queueing = Queueing(self, session)
        self._share: float | None = 0.0
        self._made: dict[tuple[object, ...], Entry] = {}
        self._items: list[tuple[ReviewedPair, Item]] = []
        self._found: Mapping[Entry, tuple[ReviewedPair, Item]] = {}

    @property
    def opening(self) -> bool:
        """Whether pairs are being aligned and none is there yet, so that there is no entry for a key to act on."""
        return self._share is not None and not self._items

    def on_mount(self) -> None:
        self._queueing.start(self._pairs, self._wanted)

    def on_unmount(self) -> None:
        self._queueing.stop()

    def on_queue_advanced(self, event: QueueAdvanced) -> None:
        self._share = event.share
        self._take_in(event.pairs)
        self.show_status()

    def on_queue_ready(self, event: QueueReady) -> None:
        self._share = None
        self._take_in(event.pairs)
        self.show_status()

    def _take_in(self, pairs: Sequence[ReviewedPair]) -> None:
        """Show what more there is to judge: at first on the first that is open, then where the reviewer stands."""
        more = [(reviewed, item) for reviewed in pairs for item in reviewed.queue]
        if not more:
            return
        begins = not self._items
        self._items = sorted((*self._items, *more), key=lambda one: rank(one[1]))
        self.show()
        if begins:
            first = (number for number, entry in enumerate(self.view.stood) if self.is_open(entry))
            self.stand(next(first, 0))

    def on_screen_resume(self) -> None:
        if any(reviewed.is_stale for reviewed, _ in self._items):
            self.heed()

    def heed(self, *, anew: bool = False) -> None:
        for reviewed in {id(reviewed): reviewed for reviewed, _ in self._items}.values():
            reviewed.refresh()
        super().heed(anew=anew)

    def entries(self) -> Sequence[Entry]:
        self._found = {self._entry(reviewed, item): (reviewed, item) for reviewed, item in self._items}
        self._show_progress()
        return tuple(self._found)

    def _entry(self, reviewed: ReviewedPair, item: Item) -> Entry:
        """The entry of an item, made again only where a verdict, a note or a cover has changed."""
        verdict = reviewed.verdict(item)
        judged = "" if verdict is None else verdict.judgement.value
        noted = bool(reviewed.own_note((Side.LEFT, item.left), (Side.RIGHT, item.right)))
        asked = id(reviewed), item.left, item.right, judged, noted, self._covers(reviewed, item)
        if asked not in self._made:
            spot = Spot(tuple(reviewed.numbers), Side.LEFT, item.left)
            sentences = reviewed.sentences(item, self._labels(reviewed, item))
            self._made[asked] = pending_entry(Pending(item, spot, sentences, judged, noted))
        return self._made[asked]

    def _covers(self, reviewed: ReviewedPair, item: Item) -> bool:
        """Whether it is hidden whose sentences these are."""
        return self.session.reviewing.blind and reviewed.is_open(item)

    def _labels(self, reviewed: ReviewedPair, item: Item) -> Sides[str]:
        if self._covers(reviewed, item):
            return Sides(*glyphs.COVERED)
        return reviewed.numbers.map(self.session.collection.label)

    def _show_progress(self) -> None:
        judged = sum(not reviewed.is_open(item) for reviewed, item in self._items)
        reviewer = shown(self.session.reviewing.reviewer)
        done = [Part(f"{judged}/{len(self._items)} reviewed · {reviewer} ", "muted")]
        self.query_one("#title", Bar).show([Part(f" {self.sheet_name}", "title")], done)

    def nothing(self) -> str:
        return "nothing to judge: no pair is linked, and there is no candidate for conflict"

    def status(self) -> tuple[Sequence[Part], Sequence[Part]]:
        if self._share is None:
            return super().status()
        far = f" aligning … {self._share:.0%}   "
        if not self._items:
            return [Part(f"{far}q stops", "muted")], []
        left, right = super().status()
        return [*left, Part(f" {far}:stop ends it", "muted")], right

    def is_open(self, entry: Entry) -> bool:
        found = self._found.get(entry)
        return found is not None and found[0].is_open(found[1])

    def judge(self, entry: Entry, judgement: Judgement) -> str:
        reviewed, item = self._found[entry]
        blind = self._covers(reviewed, item)
        if self.attempt(lambda: reviewed.judge(item, judgement, blind=blind)) is None:
            return ""
        labels = self._labels(reviewed, item)
        return f"{judgement}: {' – '.join(place for place, _ in reviewed.sentences(item, labels))}"

    def stand_at(self, spot: Spot) -> None:
        """Stand on the first pair of these articles that has the sentence, else go to its place."""
        for number, entry in enumerate(self.view.stood):
            reviewed, item = self._found[entry]
            places = zip(reviewed.numbers, (item.left, item.right), strict=True)
            if set(spot.articles) == set(reviewed.numbers) and (spot.articles[0], spot.sentence) in places:
                self.stand(number)
                return
        super().stand_at(spot)

    def noted(self) -> Noted | None:
        if self.view.entry is None:
            return None
        reviewed, item = self._found[self.view.entry]
        places = (Side.LEFT, item.left), (Side.RIGHT, item.right)
        return Noted(reviewed.own_note(*places), lambda text: reviewed.note(text, *places))

    def about(self) -> Sequence[str]:
        if self.view.entry is None:
            return []
        reviewed, item = self._found[self.view.entry]
        labels, covered = self._labels(reviewed, item), self._covers(reviewed, item)
        reasons = [f"{glyphs.CONFLICT} {candidate.reason} ({candidate.rule})" for candidate in item.candidates]
        return [*map(shown, reasons), *reviewed.told_at((Side.LEFT, item.left), labels, covered=covered)]

    def commands(self) -> Mapping[str, Command]:
        return {**super().commands(), "stop": Command("end what is under way", self._take_stop, at_once=True)}

    def _take_stop(self, _: str) -> None:
        self._share = None
        self.say_stopped(self._queueing.stop())
