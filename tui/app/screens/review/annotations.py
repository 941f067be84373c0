"""One list of everyone's notes, verdicts and links."""

from collections.abc import Mapping, Sequence
from typing import ClassVar

from tui.app.messages import ActsLocated
from tui.app.screens.framed import Command
from tui.app.screens.review.screen import Noted
from tui.app.screens.review.sheet import ReviewSheetScreen
from tui.app.sitting.annotations import Annotations
from tui.app.sitting.session import Session
from tui.app.widgets.bar import Part
from tui.app.work.locating import Locating
from tui.presentation.review.entries import DIFFER, GONE, Annotation, annotation_entries
from tui.presentation.sheet import Entry
from tui.presentation.spot import Spot
from tui.review.acts import Act, Judgement, Note, Verdict


class AnnotationsScreen(ReviewSheetScreen):
    """Leads to what was done, and takes decisions where reviewers differ."""

    HINTS: ClassVar[Sequence[str]] = (
        *("sheet.open", "sheet.filter", "review.next", "review.agree", "review.conflict", "review.reworded"),
        *("review.unrelated", "review.undo", "review.reload", "app.back"),
    )

    def __init__(self, session: Session, subject: int) -> None:
        super().__init__(session, "Notes, verdicts and links", subject)
        self._found: Mapping[Entry, Annotation] = {}
        self._acts = -1
        self._annotations = Annotations(session)
        self._locating = Locating(self, self._annotations)
        self._share: float | None = None

    @property
    def opening(self) -> bool:
        """Whether articles are still being read, so that there is no entry for a key to act on."""
        return self._share is not None

    def on_screen_resume(self) -> None:
        if self._acts != len(self.session.reviewing.history):
            self.heed()

    def on_unmount(self) -> None:
        self._locating.stop()

    def heed(self, *, anew: bool = False) -> None:
        self._acts = len(self.session.reviewing.history)
        if self._annotations.lacking:
            self._share = 0.0
            self._locating.start()
            self.show_status()
        else:
            super().heed(anew=anew)

    def on_acts_located(self, event: ActsLocated) -> None:
        self._share = event.share
        if event.share is None:
            super().heed()
        else:
            self.show_status()

    def entries(self) -> Sequence[Entry]:
        entries, self._found = annotation_entries(self._annotations.listed())
        return entries

    def nothing(self) -> str:
        if self._annotations.lacking:
            return "stopped: not every article was read; q goes back"
        return self.session.reviewing.trouble or "nothing yet: r in a pair judges, p links by hand, i takes a note"

    def status(self) -> tuple[Sequence[Part], Sequence[Part]]:
        if self._share is not None:
            return [Part(f" reading what was reviewed … {self._share:.0%}   q stops", "muted")], []
        left, right = super().status()
        pairs = len({one.sentences for one in self._found.values() if one.differs})
        return left, [*right, Part(f"{pairs} where {DIFFER} " if pairs else "", "key")]

    def silence(self) -> str:
        return GONE

    def is_open(self, entry: Entry) -> bool:
        return entry in self._found and self._found[entry].differs

    def judge(self, entry: Entry, judgement: Judgement) -> str:
        one = self._found.get(entry)
        if one is None or not isinstance(one.mark, Verdict) or not one.differs:
            self.say("only where reviewers differ is there something to decide")
            return ""
        decision = Verdict(one.mark.anchors, judgement, one.mark.shown, decision=True)
        kept = self.attempt(lambda: self.session.reviewing.record(decision))
        return f"decided: {judgement}" if kept is not None else ""

    def stand_at(self, spot: Spot) -> None:
        """Stand on the first entry of that place, and where none is left of it, stay: here nothing leads away."""
        places = [entry.spot for entry in self.view.stood]
        if spot in places:
            self.stand(places.index(spot))

    def noted(self) -> Noted | None:
        one = None if self.view.entry is None else self._found.get(self.view.entry)
        if one is None:
            return None
        own = isinstance(one.mark, Note) and one.act.reviewer == self.session.reviewing.reviewer
        anchors, text = one.mark.anchors, one.mark.text if own and isinstance(one.mark, Note) else ""

        def keep(words: str) -> Act:
            return self.session.reviewing.record(Note(anchors, words))

        return Noted(text, keep)

    def commands(self) -> Mapping[str, Command]:
        return {**super().commands(), "stop": Command("end what is under way", self._take_stop, at_once=True)}

    def _take_stop(self, _: str) -> None:
        self._share = None
        self.say_stopped(self._locating.stop())

    def about(self) -> Sequence[str]:
        return [
            "enter goes to the place, q comes back; & with conflict, a name or a day keeps only those",
            f"where {DIFFER} a verdict here decides between them; it is no vote of its own",
        ]
