"""The way from one screen to the next."""

from typing import TYPE_CHECKING

from tui.app.sitting.session import Session
from tui.presentation.spot import Spot
from tui.text.sides import Side, Sides

if TYPE_CHECKING:
    from tui.app.screens.framed import FramedScreen


def pair_screen(session: Session, pair: tuple[int, int], at: tuple[Side, int] | None = None) -> "FramedScreen":
    """The screen of a pair. The engine is imported only now: the first picture of the list does without it."""
    from tui.app.screens.pair import PairScreen  # noqa: PLC0415

    return PairScreen(session, Sides(*pair), at)


def screen_of(session: Session, spot: Spot) -> "FramedScreen":
    """The screen that shows a spot."""
    if len(spot.articles) == 2:
        return pair_screen(session, (spot.articles[0], spot.articles[1]), (spot.side, spot.sentence))
    return reader_screen(session, spot.articles[0], spot.sentence)


def reader_screen(session: Session, number: int, sentence: int | None = None) -> "FramedScreen":
    """The screen of an article, at a sentence or where it was left."""
    from tui.app.screens.reader import ReaderScreen  # noqa: PLC0415

    return ReaderScreen(session, number, sentence)
