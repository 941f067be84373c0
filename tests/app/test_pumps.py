"""Messages take Textual's own ways where its version is not known."""

import subprocess
import sys

SCRIPT = """
import asyncio, sys
from tui.app.start import lean
if sys.argv[1:]:
    lean.textual_version = lambda: sys.argv[1]
from textual.message_pump import MessagePump
from textual.screen import Screen
from textual.widget import Widget
from tui.app.app import SummitApp
from tui.app.pumps import at_rest
from tui.app.screens.library import LibraryScreen
from tui.app.sitting.session import Session
from tui.app.widgets.article_list import ArticleList
from tui.articles import Collection, bundled
from tui.comparer import Comparer
from tui.settings import Settings

async def typed():
    app = SummitApp(Session.opened(Collection(bundled()), Comparer(), Settings()))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("j", "j", "space", "j")
        await pilot.pause()
        print(app.screen.listing.cursor, app.session.marked, at_rest(app.screen.listing))

asyncio.run(typed())
print(
    SummitApp._get_dispatch_methods is MessagePump._get_dispatch_methods,
    ArticleList.refresh is Widget.refresh,
    LibraryScreen._binding_chain is Screen._binding_chain,
)
"""


def told(*arguments):
    """Where keys lead in a fresh interpreter, and whether Textual's own methods are in use."""
    run = subprocess.run([sys.executable, "-c", SCRIPT, *arguments], capture_output=True, text=True, check=True)
    return run.stdout.splitlines()


def test_keys_lead_where_they_do_with_any_version():
    assert told() == ["3 [2] True", "False False False"]
    assert told("99.0.0") == ["3 [2] False", "True True True"]
