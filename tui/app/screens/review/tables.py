"""How verdicts agree with the tool, and what another cut would make of them."""

from collections.abc import Sequence

from tui.app.messages import EntriesReady
from tui.app.screens.sheet import SheetScreen
from tui.app.sitting.pairing import Pairing
from tui.app.sitting.reviewed_pair import ReviewedPair
from tui.app.sitting.session import Session
from tui.presentation.review.tables import calibration_entries, sensitivity_entries
from tui.presentation.sheet import Entry
from tui.review.acts import Bond, Verdict
from tui.review.calibration import calibration, candidates


class CalibrationScreen(SheetScreen):
    """How often pairs of a similarity were found to belong together, by the reviewer and by all."""

    def __init__(self, session: Session, subject: int) -> None:
        super().__init__(session, "Calibration", subject)

    def entries(self) -> Sequence[Entry]:
        history, reviewer = self.session.reviewing.history, self.session.reviewing.reviewer
        groups = [(reviewer, history.standing(reviewer))]
        if set(history.reviewers) - {reviewer}:
            groups.append(("everyone", history.standing()))
        named = []
        for name, acts in groups:
            marks = [act.deed for act in acts if isinstance(act.deed, (Verdict, Bond))]
            verdicts = [mark for mark in marks if isinstance(mark, Verdict)]
            named.append((name, calibration(marks), candidates(verdicts)))
        return calibration_entries(named)

    def nothing(self) -> str:
        return "nothing judged yet: r in a pair, or :queue"

    def silence(self) -> str:
        return "a sum of many pairs: A lists them"

    def about(self) -> Sequence[str]:
        return ["the tool is calibrated where as many are found related as the mean of the similarity says"]


class SensitivityScreen(SheetScreen):
    """How many links and verdicts each cut would show."""

    def __init__(self, session: Session, pairing: Pairing, reviewed: ReviewedPair, subject: int) -> None:
        super().__init__(session, "Sensitivity", subject)
        self._pairing = pairing
        self._reviewed = reviewed
        self._entries: Sequence[Entry] = ()
        self._busy = True

    def on_mount(self) -> None:
        self.run_worker(self._try_cuts, thread=True)

    def _try_cuts(self) -> None:
        from tui.review.sensitivity import sensitivity  # noqa: PLC0415

        reviewed, reviewer, cut = self._reviewed, self.session.reviewing.reviewer, self.session.cut
        effects = sensitivity(self._pairing.alignment.comparison, reviewed.located, reviewer, cut=cut)
        judged = len(reviewed.located.judged(reviewer))
        made = sensitivity_entries(effects, cut, judged, lambda standing: self.session.reviewing.cite(standing.act))
        self.post_message(EntriesReady(made))

    def on_entries_ready(self, event: EntriesReady) -> None:
        self._entries, self._busy = event.entries, False
        self.show()

    def entries(self) -> Sequence[Entry]:
        return self._entries

    def nothing(self) -> str:
        return "reading the pair at other cuts …" if self._busy else super().nothing()

    def silence(self) -> str:
        return "q goes back; + and - in the pair change the cut"

    def about(self) -> Sequence[str]:
        return ["links and linked rows at each cut, and the verdicts whose sentences still stand together there"]
