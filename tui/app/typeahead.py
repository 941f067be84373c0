"""Keys taken one at a time, each after all that the last one started; none is lost while a screen opens."""

from collections import deque
from collections.abc import Callable
from typing import Any

from textual import events
from textual.app import App
from textual.dom import DOMNode
from textual.message_pump import MessagePump
from textual.timer import Timer

_ROUNDS = 2
"""A key's action may post a message that opens a screen: it has arrived when the queues have been walked twice."""

_WAIT_SECONDS = 0.01
_PATIENCE_SECONDS = 0.5
"""A key whose widget went away under it is given up after this."""

LEAVING = frozenset({"app.leave", "app.back", "app.quit", "app.quit-chord", "app.interrupt"})
"""The actions that are never kept waiting for what a screen is still opening."""

ASKING = frozenset(
    {"app.palette", "search.here", "reading.filter", "reading.pipe", "reading.outline", "place.mark", "place.go"}
    | {"pair.jump"}
)
"""The actions after which a letter is typed text and leaves nothing."""


class TypeAheadApp(App[None]):
    """Holds back the next key until the last has gone through every queue from its widget up to the app.

    Textual hands keys to the focused widget as they come and runs their actions later, so that of keys typed
    fast, or held back by a slow line, some would act on the screen before the one they were meant for. A screen
    whose `opening` is true has nothing yet that its keys could act on: they wait too, unless they leave it.
    """

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self._waiting: deque[events.Key] = deque()
        self._under_way: events.Key | None = None
        self._afterwards: dict[object, Callable[[], None]] = {}
        self._watch: Timer | None = None
        self._retry: Timer | None = None

    @property
    def typing(self) -> bool:
        """Whether keys wait or are under way."""
        return bool(self._waiting or self._under_way)

    def when_typed(self, key: object, action: Callable[[], None]) -> None:
        """Run an action once no key waits any more; of several under one key only the last."""
        self._afterwards[key] = action
        if not self.typing:
            self._finish()

    async def on_event(self, event: events.Event) -> None:
        """Queue a key that comes from the terminal; everything else takes its usual way."""
        if not isinstance(event, events.Key) or event.is_forwarded:
            await super().on_event(event)
            return
        if self._overtakes(event):
            self._waiting.clear()
        self._waiting.append(event)
        if self._under_way is None:
            await self._next_key()

    async def _next_key(self) -> None:
        if self._under_way is not None or not self._waiting:
            return
        if (self.screen.focused is None and self.screen.AUTO_FOCUS != "") or self._meant(self._waiting[0]):
            if self._retry is None:
                self._retry = self.set_timer(_WAIT_SECONDS, self._try_again)
            return
        key = self._under_way = self._waiting.popleft()
        target = self.focused or self.screen
        await super().on_event(key)
        self._watch = self.set_timer(_PATIENCE_SECONDS, lambda: self._settled(key))
        self._follow(key, target, target, _ROUNDS)

    async def _try_again(self) -> None:
        self._retry = None
        await self._next_key()

    def _overtakes(self, key: events.Key) -> bool:
        """Whether a key leaves a screen that is still opening, so that those before it are done with."""
        if not self._waiting or not self._meant(self._waiting[0]) or self._action(key) not in LEAVING:
            return False
        return not key.is_printable or not any(self._action(waiting) in ASKING for waiting in self._waiting)

    def _meant(self, key: events.Key) -> bool:
        """Whether a key is meant for what the screen is still opening."""
        return bool(getattr(self.screen, "opening", False)) and not self._action(key).startswith("app.")

    def _action(self, key: events.Key) -> str:
        """The id of what a key does on this screen; empty where it does nothing."""
        bound = self.screen.active_bindings.get(key.key)
        return (bound.binding.id or "") if bound else ""

    def _follow(self, key: events.Key, target: DOMNode, node: MessagePump | None, rounds: int) -> None:
        """Go behind the key through the queue of a node, then of its parent, up to the app."""
        if node is None or node is self:
            if rounds > 1:
                self.call_later(self._follow, key, target, target, rounds - 1)
            else:
                self.call_later(self._settled, key)
        elif not node.call_later(self._follow, key, target, node._parent, rounds):  # noqa: SLF001 (as messages bubble)
            self.call_later(self._settled, key)

    async def _settled(self, key: events.Key) -> None:
        if key is not self._under_way:
            return
        self._under_way = None
        if self._watch is not None:
            self._watch.stop()
        if self._waiting:
            await self._next_key()
        else:
            self._finish()

    def _finish(self) -> None:
        actions, self._afterwards = list(self._afterwards.values()), {}
        for action in actions:
            action()
