"""The reader as a Textual application: screens, colours, commands, and a clean end whatever ends it.

What the list does without until a key asks for it is imported then.
"""
# ruff: noqa: PLC0415

from __future__ import annotations

import asyncio
import gc
import os
import signal
import sys
from collections.abc import Sequence
from functools import partial
from inspect import isawaitable
from threading import Timer
from time import monotonic
from typing import TYPE_CHECKING, Any, ClassVar

from textual.binding import BindingType
from textual.filter import LineFilter
from textual.screen import Screen

from tui.app import ENDING
from tui.app.colours.palettes import DEFAULT, PALETTES, first_theme
from tui.app.colours.themes import theme, variables
from tui.app.guests import CLOSED_ACTIONS, CLOSED_COMMANDS
from tui.app.keymap import APP, bindings
from tui.app.messages import SpotWanted
from tui.app.room import RoomApp
from tui.app.screens.framed import FramedScreen
from tui.app.screens.library import LibraryScreen
from tui.app.screens.opening import pair_screen, screen_of
from tui.app.sitting.session import Session
from tui.app.typeahead import TypeAheadApp
from tui.app.wire.ascii import drawing
from tui.app.wired import WiredApp
from tui.remapping import resolve
from tui.resources import STYLES_DIR
from tui.settings import Settings
from tui.terminals import Depth
from tui.text.shown import shown

if TYPE_CHECKING:
    from tui.app.screens.overlay import Choice

LAST_SECONDS = 3.0
"""How long after SIGTERM or SIGHUP the process may still be there."""

TWICE_SECONDS = 2.0
"""Within this time a key that quits when pressed twice must come again."""

STARTED_SECONDS = 2.0
"""After this time a start is over, and what it made is there to stay."""

INTERNAL_ERROR = 2
"""The exit code after a fault in the program."""

DEFAULTS = Settings()

BY_SCREEN = frozenset({"overlay"})
"""The style sheets that screens bring along when they are first opened."""

NOTES = (
    "Digits before a key are its count: 5j, 3], 50%, 12G.",
    "= same  ~ reworded  < only left  > only right  ↕ moved  ! candidate for conflict  # furniture",
    "P linked by hand  × not a match  ✎ note  and the key of your verdict; = tells who and when",
    "Similar is not agreeing: read the words. Paraphrase without a shared word is missed.",
)


class SummitApp(RoomApp, TypeAheadApp, WiredApp):
    """Opens the list, and on top of it a pair where two articles were asked for."""

    TITLE = "summit-tui"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(APP)]
    CSS_PATH: ClassVar = sorted(path for path in STYLES_DIR.glob("*.tcss") if path.stem not in BY_SCREEN)
    ENABLE_COMMAND_PALETTE = False
    ALLOW_SELECT = False

    def __init__(
        self,
        session: Session,
        *,
        depth: Depth = Depth.TRUE,
        pair: tuple[int, int] | None = None,
        settings: Settings = DEFAULTS,
        warnings: Sequence[str] = (),
        wire: bool = True,
    ) -> None:
        super().__init__(wire=wire and settings.wire, ansi_color=True if depth is Depth.NONE else None)
        self._disable_tooltips = self._disable_notifications = True  # there are none, and each screen would make room
        self.session = session
        self._pair = pair
        self._warnings = warnings
        self.set_keymap(dict(resolve(settings.preset, settings.keys).bindings))
        self._drawing = drawing(settings.ascii)
        self._pressed: dict[str, float] = {}
        self.fault = ""
        for name in PALETTES:
            self.register_theme(theme(name))
        self.theme = first_theme(settings.theme, depth, session.memory.recall)
        self.animation_level = "none"

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return False if self.session.guest and action in CLOSED_ACTIONS else super().check_action(action, parameters)

    def get_line_filters(self) -> Sequence[LineFilter]:
        return [*super().get_line_filters(), *self._drawing]

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return variables(PALETTES[DEFAULT])

    def refresh_css(self, animate: bool = True) -> None:  # noqa: FBT001, FBT002 (Textual's)
        """Read the style sheets with the theme's colours; before there is a screen it is enough to know these."""
        if self.screen_stack:
            super().refresh_css(animate)
        else:
            self.stylesheet.set_variables(self.get_css_variables())

    def get_default_screen(self) -> Screen[Any]:
        """The pair where one was asked for, with the list behind it once it is left; else the list."""
        screen = LibraryScreen(self.session) if self._pair is None else pair_screen(self.session, self._pair)
        screen._push_result_callback(self, None)  # noqa: SLF001 (or Textual could not put another in its place)
        return screen

    def on_mount(self) -> None:
        loop = asyncio.get_running_loop()
        for number in ENDING:
            loop.add_signal_handler(number, self._end, 128 + number)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, ENDING)
        self.app_resume_signal.subscribe(self, lambda _: self.action_redraw())
        self.call_after_refresh(self._warn)
        self.set_timer(STARTED_SECONDS, _collect_garbage)

    def _end(self, code: int) -> None:
        """Quit with a code; a thread or a dead line that holds the way out is not waited for long."""
        last = Timer(LAST_SECONDS, os._exit, (code,))
        last.daemon = True
        last.start()
        self.exit(return_code=code)

    def choose_theme(self, name: str) -> None:
        """Take the theme of that name, or choose one from a list that shows each at once; the choice is kept."""
        names, before = list(PALETTES), self.theme
        screen = self.screen
        if name and name not in PALETTES and isinstance(screen, FramedScreen):
            screen.say(f"no theme {shown(name)}: choose among {', '.join(names)}", "error")
        elif name:
            self._take_theme(name)
        else:
            from tui.app.screens.choice import ChoiceScreen

            start = names.index(before) if before in names else 0

            def chosen(number: int | None) -> None:
                self._take_theme(before if number is None else names[number])

            self.push_screen(ChoiceScreen("Themes", names, start=start, preview=self._preview_theme), chosen)

    def _preview_theme(self, number: int) -> None:
        self.theme = list(PALETTES)[number]

    def _take_theme(self, name: str) -> None:
        self.theme = name
        self.session.memory.remember("theme", name)

    @property
    def behind(self) -> bool:
        return self.typed_ahead

    def pass_over(self) -> None:
        self.when_typed("picture", self._picture_passed_over)

    def _picture_passed_over(self) -> None:
        self.screen.refresh()

    def _warn(self) -> None:
        """Show the first thing that is wrong with the settings, and where the rest stands."""
        if self._warnings and isinstance(self.screen, FramedScreen):
            rest = f" (and {len(self._warnings) - 1} more: summit-tui config)" if len(self._warnings) > 1 else ""
            self.screen.say(shown(self._warnings[0]) + rest, "error")

    def _fatal_error(self) -> None:
        """End with one line instead of Textual's traceback."""
        self._return_code = INTERNAL_ERROR
        from tui.app.crash import report

        error = self._exception or sys.exc_info()[1]
        if error is not None and not self.fault:
            self.fault = report(error)
        self.panic()

    def on_spot_wanted(self, event: SpotWanted) -> None:
        """Show a spot: on this screen where it is of the right kind, in place of another text, else over this."""
        from tui.app.screens.text import TextScreen

        if not isinstance(self.screen, TextScreen):
            self.push_screen(screen_of(self.session, event.spot))
        elif not self.screen.go(event.spot):
            self.switch_screen(screen_of(self.session, event.spot))

    def action_redraw(self) -> None:
        """Paint the whole screen again."""
        self.forget_all()
        self.screen.refresh(layout=True)

    async def action_back(self) -> None:
        """Leave this screen; from the first one, quit."""
        if isinstance(self.screen, FramedScreen) and self.screen.leave():
            return
        if len(self.screen_stack) > 1:
            self.pop_screen()
        elif isinstance(self.screen, LibraryScreen):
            self.exit()
        else:
            self.switch_screen(LibraryScreen(self.session))

    def action_quit_chord(self) -> None:
        self._twice("Z", "Z again quits")

    def action_interrupt(self) -> None:
        self._twice("ctrl+c", "q goes back, Q quits; ctrl+c again quits too")

    def _twice(self, key: str, message: str) -> None:
        """Quit when the key comes a second time soon enough."""
        now = monotonic()
        if now - self._pressed.get(key, -TWICE_SECONDS) < TWICE_SECONDS:
            self.exit()
        self._pressed[key] = now
        beneath = next((screen for screen in reversed(self.screen_stack) if isinstance(screen, FramedScreen)), None)
        if beneath is not None:
            beneath.say(message)

    def action_help(self) -> None:
        from tui.app.screens.overlay import HelpScreen, actions_of

        if isinstance(self.screen, FramedScreen):
            self.push_screen(HelpScreen(list(actions_of(self.screen.keys_by_id())), NOTES))

    def action_palette(self) -> None:
        from tui.app.screens.overlay import Action, PaletteScreen, actions_of

        if isinstance(self.screen, FramedScreen):
            quit_now = Action("quit", ":q", lambda _: self.exit(), at_once=True)
            themes = Action("theme: choose the colours, or name them", ":theme", self.choose_theme, at_once=True)
            commands = {
                name: Action(f"{name}: {command.title}", f":{name}", command.run, command.at_once)
                for name, command in self.screen.commands().items()
                if not (self.session.guest and name in CLOSED_COMMANDS)
            }
            actions = list(actions_of(self.screen.keys_by_id()))
            self.push_screen(PaletteScreen(actions, {"q": quit_now, "theme": themes, **commands}), self._run)

    async def _run(self, choice: Choice | str | None) -> None:
        if isinstance(choice, str) and isinstance(self.screen, FramedScreen):
            from tui.app.screens.elsewhere import refusal

            self.screen.say(shown(refusal(self.session, choice, self.screen.subject)), "error")
        elif choice is not None and not isinstance(choice, str):
            act = partial(choice.action.run, choice.value)
            if not choice.action.at_once:
                await self.when_opened(act)
            elif isawaitable(done := act()):
                await done


def _collect_garbage() -> None:
    """Collect garbage again, where a start has stopped it, but nothing of what the start has made."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()
