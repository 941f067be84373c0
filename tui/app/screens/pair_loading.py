"""What a pair shows while it is worked out: the old pair, then the rows of the new one, then its candidates."""

from collections.abc import Sequence
from functools import partial

from tui.alignment.model import Candidate
from tui.app.messages import ComparisonAdvanced, ComparisonFailed, ComparisonReady
from tui.app.screens.review.pair import PairReviewScreen
from tui.app.sitting.pairing import Pairing
from tui.app.sitting.session import Session
from tui.app.typeahead import Act, TypeAheadApp
from tui.app.widgets.bar import Part
from tui.app.work.comparing import Comparing
from tui.presentation.page import titles_page
from tui.presentation.reader import paragraphs
from tui.presentation.rows import Class, Fold
from tui.presentation.spot import Spot
from tui.text.sides import Side, Sides

_WAITING = "muted"
"""The look of what is said while a key waits, which tells it from all else that is said."""


class PairLoadingScreen(PairReviewScreen):
    """Starts the comparison, and hands its rows to the page as soon as there are any."""

    def __init__(self, session: Session, pair: Sides[int], at: tuple[Side, int] | None = None) -> None:
        super().__init__(session, pair)
        self.comparing = Comparing(self, session)
        self._awaits_candidates = False
        self._at = at

    def on_mount(self) -> None:
        self.load(self.pair, at=self._at)

    def load(self, pair: Sides[int], *, at: tuple[Side, int] | None = None) -> None:
        """Compare a pair, then stand on a sentence; the old pair stays until the new one is there."""
        self._at, self.share, self._awaits_candidates = at, None, False
        self.comparing.start(pair)
        self._show_title()

    def on_unmount(self) -> None:
        self.comparing.stop()

    def on_comparison_ready(self, event: ComparisonReady) -> None:
        pairing, conflicts = self.pairing, event.conflicts
        anew = self.comparing.busy and not self._awaits_candidates
        if conflicts is None and pairing is not None and pairing.folds_by_candidates:
            self.comparing.go_on()
        elif not self.comparing.finish(event.pair, whole=conflicts is not None):
            return
        elif pairing is None or anew:
            self._show_pair(event)
        elif conflicts is None:
            self.comparing.go_on()
        else:
            self._show_candidates(pairing, conflicts)

    def _show_pair(self, event: ComparisonReady) -> None:
        """Show a pair that has been compared."""
        self.share = None
        old = self.pairing
        fold, wanted = (old.fold, old.wanted) if old else (Fold.NOTHING, Class.DIFFERENCES)
        self.pair = event.pair
        reviewed = self.take_up(event.pair)
        self.pairing = Pairing(
            self.session, event.comparison, event.conflicts, reviewed=reviewed, fold=fold, wanted=wanted
        )
        blocks = self.pair.map(lambda number: self.session.collection.article(number).blocks)
        sides = zip(event.comparison.sides, blocks, strict=True)
        self.view.paragraphs = Sides(*(frozenset(group[0] for group in paragraphs(*side)) for side in sides))
        self.show(at=self._at or self.view.port.here or self._left_at() or (Side.LEFT, 0))
        self.call_after_refresh(self.comparing.go_on)
        if self.session.query:
            self.call_after_refresh(self.find_hits)

    def _show_candidates(self, pairing: Pairing, conflicts: Sequence[Candidate]) -> None:
        """Mark the candidates for conflict in the pair that is shown; nothing moves."""
        pairing.take_candidates(conflicts)
        self.view.touch(pairing.marked(self.view.port.page, self.labels, self.only))
        self._show_title()
        self.wait_no_more()

    async def with_candidates(self, act: Act) -> None:
        app = self.app
        assert isinstance(app, TypeAheadApp)
        if self.pairing is not None and not self.pairing.knows_candidates:
            self._awaits_candidates = True
            self.say("working out the candidates for conflict …   q gives up", _WAITING)
            if not self.comparing.under_way:
                self.comparing.start(self.pair)
        await app.when_opened(act)

    def wait_no_more(self) -> bool:
        """Wait for the candidates for conflict no longer; False where no key did."""
        awaited, self._awaits_candidates = self._awaits_candidates, False
        self.hush(_WAITING)
        return awaited

    def _left_at(self) -> tuple[Side, int] | None:
        """Where the pair was left in an earlier sitting, if that sentence is still there."""
        place = self.session.memory.pair_place(self.pair)
        return place if place is not None and place[1] < len(self.witness_of(place[0]).sentences) else None

    def keep(self) -> None:
        self.session.memory.keep_pair()

    def on_comparison_advanced(self, event: ComparisonAdvanced) -> None:
        if self.comparing.is_current(event.pair):
            if self.pairing is None and self.share is None:
                self._show_titles()
            self.share = event.share
            self.show_status()

    def _show_titles(self) -> None:
        """Show which two are compared while there is no row of them."""
        titles = self.coming.map(lambda number: self.session.collection.glimpsed(number).title)
        self.view.show(partial(titles_page, self.labels_of(self.coming), titles))

    def on_comparison_failed(self, event: ComparisonFailed) -> None:
        if self.comparing.finish(event.pair):
            self.share = None
            self.wait_no_more()
            self.say(event.reason, "error")

    def status(self) -> tuple[Sequence[Part], Sequence[Part]]:
        if self.pairing is None and not self.comparing.busy:
            return [Part(f" {self._pair_name(self.coming)} not compared", "muted")], []
        return super().status()

    @property
    def coming(self) -> Sides[int]:
        return self.comparing.wanted or self.pair

    @property
    def stands(self) -> tuple[Side, int] | None:
        """The sentence under the cursor, or the one that it will be on in the pair that is coming."""
        return self._at if self.comparing.busy else self.view.port.here

    @property
    def opening(self) -> bool:
        """Whether what keys act on is still under way: the rows, or the candidates where one asked for these."""
        if self.pairing is None or self.pairing.knows_candidates:
            return self.pairing is None and self.comparing.busy
        return self.comparing.under_way and (self._awaits_candidates or self.session.reviewing.layer)

    @property
    def unfinished(self) -> bool:
        """Whether what was painted before the app says all that there is to say."""
        return self.pairing is None and self.opening and self.share is None

    def go(self, spot: Spot) -> bool:
        if len(spot.articles) != 2:
            return False
        if spot.articles == tuple(self.pair) and self.pairing is not None:
            self.view.port.stand_on(spot.side, spot.sentence)
            self.view.moved()
        else:
            self.load(Sides(*spot.articles), at=(spot.side, spot.sentence))
        return True

    def leave(self) -> bool:
        return self.wait_no_more() or super().leave()
