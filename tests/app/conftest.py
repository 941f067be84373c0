"""The app on the bundled articles, driven by keys."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from threading import Event

import pytest
from textual.pilot import Pilot

from tests.app.harbour import TEXTS
from tui.app.app import SummitApp
from tui.app.screens.reader import ReaderScreen
from tui.app.sitting.session import Session
from tui.app.widgets.bar import Bar
from tui.app.widgets.page_view import PageView
from tui.articles import Collection, bundled, find_sources
from tui.comparer import Comparer
from tui.settings import Settings
from tui.terminals import Depth

SETTINGS = Settings()


class Reader:
    """What a person at the keyboard does and sees."""

    def __init__(self, app: SummitApp, pilot: Pilot[None]) -> None:
        self.app = app
        self._pilot = pilot

    async def press(self, *keys: str) -> None:
        """Press keys, then wait for everything they started."""
        await self._pilot.press(*keys)
        await self.settle()

    async def type(self, text: str) -> None:
        await self.press(*({" ": "space", ".": "full_stop", "-": "minus"}.get(c, c) for c in text))

    async def settle(self) -> None:
        for _ in range(3):
            while self.app.typing and self.app.return_code is None:
                await self._pilot.pause()
            await self.app.workers.wait_for_complete()
            await self._pilot.pause()

    async def resize(self, width: int, height: int) -> None:
        await self._pilot.resize_terminal(width, height)
        await self.settle()

    def bar(self, name: str) -> str:
        return self.app.screen.query_one(f"#{name}", Bar).text

    @property
    def status(self) -> str:
        return self.bar("status")

    @property
    def title(self) -> str:
        return self.bar("title")

    @property
    def view(self) -> PageView:
        return self.app.screen.query_one("#page", PageView)

    @property
    def lines(self) -> list[str]:
        """The text of the focused widget, line by line, as drawn."""
        widget = self.app.screen.query_one(".body")
        return [widget.render_line(y).text.rstrip() for y in range(widget.size.height)]

    @property
    def sentence(self) -> str:
        """The sentence under the cursor."""
        here = self.view.port.here
        assert here is not None
        screen = self.app.screen
        if not isinstance(screen, ReaderScreen):
            assert screen.pairing is not None
            return screen.pairing.alignment.comparison.sides[here[0]].quote(here[1])
        return screen.session.collection.witness(screen.number).quote(here[1])


Opens = Callable[..., AbstractAsyncContextManager[Reader]]


@pytest.fixture
def opened(monkeypatch) -> Opens:
    """Open the app: `async with opened(size=(80, 24), pair=(1, 4)) as reader`; what is read ahead is read at once."""
    monkeypatch.setattr("tui.app.work.reading_ahead.QUIET_SECONDS", 0)
    monkeypatch.setattr("tui.app.work.reading_ahead.PAUSE_SECONDS", 0.001)

    @asynccontextmanager
    async def open_app(  # noqa: PLR0913 (a test names only what it needs)
        *,
        size=(80, 24),
        pair=None,
        sources=None,
        depth=Depth.TRUE,
        settings=SETTINGS,
        warnings=(),
        library=None,
        newcomer=False,
        recalled=frozenset(),
    ) -> AsyncIterator[Reader]:
        session = Session.opened(Collection(bundled() if sources is None else sources), Comparer(), settings, library)
        session.newcomer, session.recalled = newcomer, recalled
        app = SummitApp(session, depth=depth, pair=pair, settings=settings, warnings=warnings)
        async with app.run_test(size=size) as pilot:
            reader = Reader(app, pilot)
            await reader.settle()
            yield reader

    return open_app


@pytest.fixture
def harbour(tmp_path):
    """Three accounts of one event as files of a list."""
    for name, text in TEXTS.items():
        (tmp_path / f"{name}.txt").write_text(f"The {name} account\n\n{text}\n", encoding="utf-8")
    return find_sources([str(tmp_path)])


@pytest.fixture
def endless(monkeypatch):
    """Keeps surveys from ending until one is given up, which sets the event."""
    ended, survey = Event(), Comparer.survey

    def held(self, *witnesses, progress, **more):
        try:
            while not ended.wait(0.01):
                progress(0.42)
        finally:
            ended.set()
        return survey(self, *witnesses, progress=progress, **more)

    monkeypatch.setattr("tui.app.work.surveying.QUIET_SECONDS", 0)
    monkeypatch.setattr(Comparer, "survey", held)
    yield ended
    ended.set()
