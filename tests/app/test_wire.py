"""What the terminal shows is what Textual alone would show there, cell by cell, whatever is done."""

import os
import random
from itertools import pairwise

import pytest
from rich.color import ColorSystem
from textual import __version__
from textual.drivers.headless_driver import HeadlessDriver
from textual.events import Key
from textual.strip import Strip
from textual.widgets import Input

from tests.app.picture import NOTHING, Picture
from tui.app.app import SummitApp
from tui.app.sitting.session import Session
from tui.app.wired import VARIABLE, wanted
from tui.articles import Collection, bundled, find_sources
from tui.comparer import Comparer
from tui.settings import Settings
from tui.terminals import KNOWN, Depth, unsupported

B_AND_E = (1, 4)
SYSTEMS = {
    Depth.TRUE: ColorSystem.TRUECOLOR,
    Depth.EIGHT_BIT: ColorSystem.EIGHT_BIT,
    Depth.ANSI: ColorSystem.STANDARD,
    Depth.NONE: ColorSystem.STANDARD,
}
MOVES = [*"jkjkdufbgGnNhl", "space", "enter", "tab", "down", "up", "ctrl+d", "5", "percent_sign"]
VIEWS = [
    *("v", "w", "V", "z", "x", "F", "J", "t", "plus", "minus", "equals_sign", "backslash", "full_stop", "comma"),
    *("right_square_bracket", "left_square_bracket", "right_parenthesis", "left_curly_bracket", "semicolon", "a"),
]
SCREENS = ["c", "question_mark", "colon", "slash", "ampersand", "q", "escape", "escape", "backspace"]
SIZES = [(80, 24), (120, 40), (60, 20), (200, 50), (100, 30)]
ODD = """A probe 探査機 lands near 嫦娥's crater

The 👩\u200d🚀 crew of Artémis watched 着陸 live; cafe\u0301s in İstanbul stayed open.
अंतरिक्ष यान ने चंद्रमा पर उतर कर पहला संदेश भेजा। وصلت المركبة إلى سطح القمر أمس.
한국의 궤도선이 사진을 보냈다 — “a first”, officials said… 🇰🇷 ☂\ufe0f
"""


class ScreenDriver(HeadlessDriver):
    """Shows what it is sent to a terminal."""

    picture: Picture
    can_suspend = True

    @property
    def is_headless(self):
        return False

    def write(self, data):
        self.picture.feed(data)

    def start_application_mode(self):
        self.write("\x1b[?1049h")
        super().start_application_mode()


class Watched:
    """An app and the terminal it runs in."""

    def __init__(self, size, *, depth=Depth.TRUE, wire=True, pair=B_AND_E, sources=None, synchronized=False):
        self.picture = Picture(*size)
        session = Session.opened(Collection(bundled() if sources is None else sources), Comparer(), Settings())
        self.app = SummitApp(session, depth=depth, pair=pair, wire=wire)
        self.app.driver_class = type("Driver", (ScreenDriver,), {"picture": self.picture})
        self.app.console._color_system = SYSTEMS[depth]
        self.app._sync_available = synchronized
        self._running = self.app.run_test(headless=False, size=size)

    async def __aenter__(self):
        self.pilot = await self._running.__aenter__()
        await self.settle()
        return self

    async def __aexit__(self, *error):
        await self._running.__aexit__(*error)

    async def settle(self):
        still, before = 0, -1
        while still < 2 and not self.app._exit:
            await self.app.workers.wait_for_complete()
            await self.pilot.pause()
            busy = self.app.typing or any(not worker.is_finished for worker in self.app.workers)
            still = 0 if busy or before != self.picture.received else still + 1
            before = self.picture.received

    async def do(self, step):
        match step:
            case ("resize", width, height) if (width, height) != (self.picture.width, self.picture.height):
                self.picture.resize(width, height)
                await self.pilot.resize_terminal(width, height)
                while self.app._resize_timer is not None or tuple(self.app.screen.size) != (width, height):
                    await self.pilot.pause()
            case "suspend":
                with self.app.suspend():
                    self.scribble()
            case "redraw":
                self.scribble()
                self.app.action_redraw()
            case "bell":
                self.app.bell()
            case str(key) if key not in {"q", "escape"} or len(self.app.screen_stack) > 1:
                self.app.post_message(Key(key, key if len(key) == 1 else None))
        await self.settle()

    async def press(self, *keys):
        for key in keys:
            await self.do(key)

    def scribble(self):
        """Another program writes over the picture."""
        for row in self.picture.cells:
            row[::3] = [("#", NOTHING)] * len(row[::3])

    @property
    def cells(self):
        return [[*row] for row in self.picture.cells]


@pytest.fixture(autouse=True)
def still(monkeypatch):
    """No cursor blinks, previews come at once, and a style's colours are worked out for each depth anew."""
    monkeypatch.setattr(Input, "_toggle_cursor", lambda _: None)
    monkeypatch.setattr("tui.app.work.reading_ahead.PAUSE_SECONDS", 0.001)
    monkeypatch.setattr("tui.app.work.reading_ahead.QUIET_SECONDS", 0)

    def render_style(cls, style, text, color_system):
        return f"\x1b[{cls.render_ansi(style, color_system)}m{text}\x1b[0m"

    monkeypatch.setattr(Strip, "render_style", classmethod(render_style))


def script(seed, steps):
    chance = random.Random(seed)
    chosen = []
    for _ in range(steps):
        kind = chance.choices(["move", "view", "screen", "resize", "rare"], [12, 6, 6, 2, 1])[0]
        if kind == "resize":
            chosen.append(("resize", *chance.choice(SIZES)))
        else:
            among = {"move": MOVES, "view": VIEWS, "screen": SCREENS, "rare": ["suspend", "redraw", "bell"]}
            chosen.append(chance.choice(among[kind]))
    return chosen


async def shown(steps, size, **options):
    """What the terminal shows after each step until the app is left, and how many bytes it was sent."""
    async with Watched(size, **options) as watched:
        pictures = [watched.cells]
        for step in steps:
            await watched.do(step)
            if watched.app._exit:  # the palette has an entry for that
                break
            pictures.append(watched.cells)
        return pictures, watched.picture.received


def same(steps, pictures, plain):
    for number, (one, other) in enumerate(zip(pictures, plain, strict=True)):
        for y, (row, wanted_row) in enumerate(zip(one, other, strict=True)):
            assert row == wanted_row, f"row {y} after {steps[:number]}"


STEPS = int(os.environ.get("SUMMIT_WIRE_STEPS", "18"))
SEED = os.environ.get("SUMMIT_WIRE_SEED", "")
"""Longer scripts and other ones are for those who change the wire."""


@pytest.mark.parametrize("depth", Depth)
async def test_the_terminal_shows_what_textual_alone_would_show(depth, tmp_path, monkeypatch):
    if depth is Depth.NONE:
        monkeypatch.setenv("NO_COLOR", "1")
    (tmp_path / "odd.txt").write_text(ODD, encoding="utf-8")
    sources = (*bundled(), *find_sources([str(tmp_path / "odd.txt")]))
    steps = script(f"{depth}{SEED}", STEPS)
    pictures, sent = await shown(steps, (120, 40), depth=depth, sources=sources, synchronized=depth is Depth.TRUE)
    plain, sent_plain = await shown(steps, (120, 40), depth=depth, sources=sources, wire=False)
    same(steps, pictures, plain)
    assert sent < sent_plain / 2


async def test_a_step_sends_little_and_no_step_nothing():
    async with Watched((120, 40)) as watched:
        await watched.press("right_square_bracket", "j", "j", "j")
        before = watched.picture.received
        await watched.press("j")
        assert 0 < watched.picture.received - before < 1000
        before = watched.picture.received
        await watched.settle()
        assert watched.picture.received == before


async def test_what_lies_over_a_screen_comes_and_goes_without_sending_the_screen_again():
    async with Watched((200, 50), depth=Depth.ANSI) as watched:
        sent = [watched.picture.received]
        for keys in ("question_mark",), ("slash", *"redline", "enter"), ("q",):
            await watched.press(*keys)
            sent.append(watched.picture.received)
        whole, opening, _, closing = (after - before for before, after in pairwise([0, *sent]))
        assert opening < whole * 2 / 3
        assert closing < whole / 5


async def test_a_copy_is_sent_without_the_screen(monkeypatch, tmp_path):
    monkeypatch.setattr("tui.app.clipboard.user_state_path", lambda _: tmp_path)
    async with Watched((120, 40)) as watched:
        whole = watched.picture.received
        await watched.press("y")
        assert 0 < watched.picture.received - whole < whole / 5


@pytest.mark.parametrize("keys", [("slash",), ("colon",), ("question_mark", "slash")])
async def test_a_question_sends_nothing_and_the_cursor_waits_in_it(keys):
    async with Watched((120, 40)) as watched:
        await watched.press(*keys)
        field = watched.app.screen.query_one(Input)
        assert (watched.picture.x, watched.picture.y) == field.cursor_screen_offset
        assert not field._blink_timer._active.is_set()


async def test_over_a_line_only_the_size_that_stands_is_drawn(monkeypatch):
    monkeypatch.setattr("tui.app.room._STEADY_SECONDS", 3600.0)
    monkeypatch.setenv("SSH_CONNECTION", "there 1 here 2")
    async with Watched((120, 40)) as watched:
        before = watched.picture.received
        for width, height in ((130, 45), (140, 50), (100, 30)):
            watched.picture.resize(width, height)
            await watched.pilot.resize_terminal(width, height)
            await watched.press("j")
        assert watched.picture.received == before
        monkeypatch.setattr("tui.app.room._STEADY_SECONDS", 0.0)
        watched.app._check_resize()
        await watched.settle()
        plain, _ = await shown([*"jjj", ("resize", 100, 30)], (120, 40), wire=False)
        same([], [watched.cells], plain[-1:])


async def test_what_others_write_is_painted_over():
    async with Watched((80, 24)) as watched:
        await watched.press("j")
        wanted_cells = watched.cells
        watched.app._driver.write("\x1b[3;1Hfrom elsewhere")
        assert watched.cells != wanted_cells
        await watched.press("k", "j")
        assert watched.cells == wanted_cells


async def test_a_slow_line_passes_pictures_over_and_shows_the_last(monkeypatch):
    monkeypatch.setattr("tui.app.wired._LINE_BYTES", 0)
    monkeypatch.setattr("tui.app.wired._PASSED_OVER", 3600.0)
    steps = [*"jjjjjj", "right_square_bracket", *"kk"]
    plain, _ = await shown(steps, (120, 40), wire=False)
    monkeypatch.setenv("SSH_CONNECTION", "there 1 here 2")
    async with Watched((120, 40)) as watched:
        await watched.press(*steps)
        assert watched.app._passed_over
        before = watched.picture.received
        monkeypatch.setattr("tui.app.wired._PASSED_OVER", 0.0)
        watched.app._show_later()
        await watched.settle()
        assert watched.picture.received > before
        same(steps, [watched.cells], plain[-1:])


@pytest.mark.parametrize("switch", ["argument", "environment", "version"])
async def test_it_can_be_switched_off(switch, monkeypatch):
    if switch == "environment":
        monkeypatch.setenv(VARIABLE, "0")
    if switch == "version":
        monkeypatch.setattr("tui.app.wired.textual_version", lambda: "99.0.0")
    async with Watched((120, 40), wire=switch != "argument") as watched:
        before = watched.picture.received
        await watched.press("j")
        assert watched.picture.received - before > 5000


def test_versions_that_it_does_not_know_are_named():
    assert unsupported(__version__) is None
    assert all(unsupported(f"{major}.{minor}.9") is None for major, minor in KNOWN)
    for version in ("8.20.0", "9.0.0", "8.1.1", "0.1", "10.2", "next"):
        assert version in unsupported(version)


def test_zero_in_the_environment_switches_it_off():
    assert wanted({})
    assert wanted({VARIABLE: "1"})
    assert not wanted({VARIABLE: "0"})


@pytest.mark.parametrize("over", [("question_mark",), ("colon",), ("colon", *"theme", "enter"), ("enter", "slash")])
async def test_ctrl_l_draws_the_screen_anew_whatever_lies_over_it(over):
    async with Watched((80, 24), pair=None) as watched:
        await watched.press(*over)
        before = watched.cells
        watched.scribble()
        await watched.press("ctrl+l")
        assert watched.cells == before
