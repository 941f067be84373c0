"""Where a command works that does not work on the screen that one is on."""

from tui.app.guests import CLOSED_COMMANDS
from tui.app.screens.framed import FramedScreen
from tui.app.screens.library import LibraryScreen
from tui.app.screens.pair import PairScreen
from tui.app.screens.reader import ReaderScreen
from tui.app.screens.table import TableScreen
from tui.app.sitting.session import Session
from tui.text.sides import Sides


def refusal(session: Session, written: str, subject: int) -> str:
    """Why words typed as a command do nothing here: they belong to another screen, or are no command at all.

    The screens are asked for their own commands; they are made for it and never shown.
    """
    name = written.partition(" ")[0]
    screens: dict[str, FramedScreen] = {
        "in the list": LibraryScreen(session),
        "in an article": ReaderScreen(session, subject),
        "in a pair": PairScreen(session, Sides(subject, subject)),
        "in the table (T)": TableScreen(session, subject),
    }
    closed = session.guest and name in CLOSED_COMMANDS
    places = [] if closed else [place for place, screen in screens.items() if name in screen.commands()]
    return f"{name}: only {' or '.join(places)}" if places else f"no such command: {written}"
