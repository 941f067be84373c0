"""The commands of a review that work on every screen."""
# ruff: noqa: PLC0415 (what they open is imported when it is asked for)

from collections.abc import Mapping
from functools import partial

from tui.app.screens.framed import Command, FramedScreen
from tui.text.shown import shown


def review_commands(screen: FramedScreen) -> Mapping[str, Command]:
    """What a reviewer can ask of a screen by name."""
    return {
        "queue": Command("judge what is open in every pair of articles", partial(_queue, screen)),
        "blind": Command("cover whose sentences are judged, or uncover them", partial(_blind, screen)),
        "calibration": Command("how often verdicts agree with the tool", partial(_calibration, screen)),
        "reviewer": Command("whose verdicts and notes are kept here", partial(_reviewer, screen)),
    }


def _queue(screen: FramedScreen, _: str) -> None:
    from tui.app.screens.review.queue import QueueScreen
    from tui.app.work.queueing import MOST, every_pair, pairs_of

    session, count = screen.session, pairs_of(len(screen.session.collection))
    name = "Queue" if count <= MOST else f"Queue  the {MOST:,} closest of {count:,} pairs"
    screen.open_sheet(QueueScreen(session, name, partial(every_pair, session), min(count, MOST), screen.subject))


def _blind(screen: FramedScreen, _: str) -> None:
    from tui.app.screens.review.screen import ReviewScreen

    reviewing = screen.session.reviewing
    reviewing.blind = not reviewing.blind
    if isinstance(screen, ReviewScreen):
        screen.heed(anew=True)
    screen.say("blind: labels and titles are covered until the verdict" if reviewing.blind else "blind: off")


def _calibration(screen: FramedScreen, _: str) -> None:
    from tui.app.screens.review.tables import CalibrationScreen

    screen.open_sheet(CalibrationScreen(screen.session, screen.subject))


def _reviewer(screen: FramedScreen, _: str) -> None:
    reviewing = screen.session.reviewing
    others = sorted(set(reviewing.history.reviewers) - {reviewing.reviewer})
    also = f"; also here: {', '.join(map(shown, others))}" if others else ""
    screen.say(f"you are {shown(reviewing.reviewer)} (--reviewer says otherwise){also}")
