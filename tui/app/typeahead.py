"""Keys taken one at a time, each after all that the last one started; none is lost while a screen opens."""

import asyncio
import sys
from collections import deque
from collections.abc import Awaitable, Callable
from inspect import isawaitable
from time import monotonic
from typing import Any, TypeAlias

from textual import events
from textual.app import App
from textual.message_pump import MessagePump
from textual.screen import Screen
from textual.timer import Timer

from tui.app.pumps import LeanPump, at_rest

Act: TypeAlias = Callable[[], Awaitable[object] | object]

_ROUNDS = 2
"""A key's action may post a message that opens a screen: it has arrived when the queues have been walked twice."""

_WAIT_SECONDS = 0.01
_PATIENCE_SECONDS = 0.5
"""A key whose widget went away under it is given up after this."""

_SWITCH_SECONDS = 0.0005
"""A key is taken in a score of turns of the event loop, and before each of them a busy thread may run this long."""

LEAVING = frozenset({"app.leave", "app.back", "app.quit", "app.quit-chord", "app.interrupt"})
"""The actions that are never kept waiting for what a screen is still opening."""

ASKING = frozenset(
    {"app.palette", "search.here", "reading.filter", "reading.pipe", "reading.outline", "place.mark", "place.go"}
    | {"pair.jump", "review.note"}
)
"""The actions after which a letter is typed text and leaves nothing."""


class TypeAheadApp(LeanPump, App[None]):
    """Holds back the next key until the last has gone through every queue from its widget up to the app.

    Textual hands keys to the focused widget as they come and runs their actions later, so that of keys typed
    fast, or held back by a slow line, some would act on the screen before the one they were meant for. A screen
    whose `opening` is true has nothing yet that its keys could act on: they are held for it, and the keys of the
    whole app pass them by.
    """

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self._waiting: deque[events.Key | Act] = deque()
        self._held: deque[events.Key | Act] = deque()
        self._held_for: Screen[Any] | None = None
        self._under_way: events.Key | None = None
        self._afterwards: dict[object, Callable[[], None]] = {}
        self._watch: asyncio.TimerHandle | None = None
        self._retry: Timer | None = None
        self._last_typed = monotonic()

    def on_load(self) -> None:
        """Let the thread that answers keys wait less long for one that compares."""
        sys.setswitchinterval(_SWITCH_SECONDS)

    @property
    def typing(self) -> bool:
        """Whether keys wait or are under way; those held for a screen beneath another do not count."""
        return bool(self._waiting or self._under_way or (self._held and self.screen is self._held_for))

    @property
    def typed_ahead(self) -> bool:
        """Whether a key waits behind the one under way."""
        return bool(self._waiting)

    def quiet(self) -> float:
        """How many seconds nobody has typed for."""
        return monotonic() - self._last_typed

    def when_typed(self, key: object, action: Callable[[], None]) -> None:
        """Run an action once no key waits any more; of several under one key only the last."""
        self._afterwards[key] = action
        if not self.typing:
            self._finish()

    async def when_opened(self, act: Act) -> None:
        """Do something once this screen has opened, in its turn among the keys that are held for it."""
        if _opening(self.screen):
            self._hold(act)
            await self._next_key()
        elif isawaitable(done := act()):
            await done

    def let_go(self) -> None:
        """Forget what is held for a screen that is still opening."""
        self._held.clear()
        self._held_for = None

    async def on_event(self, event: events.Event) -> None:
        """Queue a key that comes from the terminal; everything else takes its usual way."""
        if not isinstance(event, events.Key) or event.is_forwarded:
            await super().on_event(event)
            return
        self._last_typed = monotonic()
        self._waiting.append(event)
        await self._next_key()

    async def _next_key(self) -> None:
        """Start the next key: what was held for this screen first, once it has opened, then what was typed.

        The first of what was held may open another screen, for which the rest is then meant.
        """
        while self._under_way is None and self.typing and not self._closing:
            if self.screen.focused is None and self.screen.AUTO_FOCUS != "":
                break
            if self._held_for is self.screen and not _opening(self.screen):
                self._waiting.extendleft(reversed(self._held))
                self.let_go()
            if not self._waiting:
                break
            if self._waits(self._waiting[0]):
                self._hold(self._waiting.popleft())
            else:
                await self._take(self._waiting.popleft())
        if self._under_way is None and self.typing and self._retry is None:
            self._retry = self.set_timer(_WAIT_SECONDS, self._try_again)

    async def _try_again(self) -> None:
        self._retry = None
        await self._next_key()

    def _hold(self, what: events.Key | Act) -> None:
        """Keep something for this screen; what was held for another is forgotten."""
        if self._held_for is not self.screen:
            self.let_go()
        self._held_for = self.screen
        self._held.append(what)

    def _waits(self, what: events.Key | Act) -> bool:
        """Whether this is meant for what the screen is still opening; a key that leaves it ends what was held."""
        if not isinstance(what, events.Key):
            return _opening(self.screen)
        if not _opening(self.screen):
            return False
        bound = self.screen.active_bindings
        held = [key.key for key in self._held if isinstance(key, events.Key)]
        asked = any(name in bound and bound[name].binding.id in ASKING for name in held)
        action = (bound[what.key].binding.id or "") if what.key in bound else ""
        if not action.startswith("app.") or (asked and what.is_printable):
            return True
        if action in LEAVING:
            self.let_go()
        return False

    async def _take(self, what: events.Key | Act) -> None:
        """Do what was held, or send a key on its way."""
        if isinstance(what, events.Key):
            self._under_way = what
            walk = _Walk(self, what, self.focused or self.screen)
            await super().on_event(what)
            self._watch = asyncio.get_running_loop().call_later(_PATIENCE_SECONDS, walk.give_up)
            walk.step()
        elif isawaitable(done := what()):
            await done

    async def settled(self, key: events.Key) -> None:
        """Take the next key after this one, which has done all that it does."""
        if key is not self._under_way:
            return
        self._under_way = None
        if self._watch is not None:
            self._watch.cancel()
        if self.typing:
            await self._next_key()
        else:
            self._finish()

    def _finish(self) -> None:
        actions, self._afterwards = list(self._afterwards.values()), {}
        for action in actions:
            action()


class _Walk:
    """Goes behind a key through the queue of its widget, then of each parent, up to the app, and that again."""

    def __init__(self, app: TypeAheadApp, key: events.Key, target: MessagePump) -> None:
        self._app = app
        self._key = key
        self._target = self._node = target
        self._rounds = _ROUNDS

    def step(self) -> None:
        """Queue up at the next node that has anything to do."""
        while (node := self._next()) is not None and at_rest(node):
            pass
        if node is None or not node.post_message(events.Callback(self.step)):
            self.give_up()

    def _next(self) -> MessagePump | None:
        """The node to go to; None after the last."""
        node = self._node
        if node is not self._app:
            self._node = node._parent or self._app  # noqa: SLF001 (as messages bubble)
        elif self._rounds > 1:
            self._rounds -= 1
            self._node = self._target
        else:
            return None
        return node

    def give_up(self) -> None:
        """Follow no longer: the key has done what it does, or its widget has gone."""
        self._app.post_message(events.Callback(self._settle))

    async def _settle(self) -> None:
        await self._app.settled(self._key)


def _opening(screen: Screen[Any]) -> bool:
    """Whether the screen has nothing yet that its keys could act on."""
    return bool(getattr(screen, "opening", False))
