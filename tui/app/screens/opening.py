"""The way from one screen to the next."""

from textual.screen import Screen

from tui.app.session import Session
from tui.text.sides import Sides


def pair_screen(session: Session, pair: tuple[int, int]) -> Screen[None]:
    """The screen of a pair. The engine is imported only now: the first picture of the list does without it."""
    from tui.app.screens.pair import PairScreen  # noqa: PLC0415

    return PairScreen(session, Sides(*pair))
