"""Textual's message pumps with less work for each message: a key sends more than a dozen of them.

They stand on what is private to Textual; with a version of it that is not known they are its own.
"""
# ruff: noqa: SLF001 (Textual has no public way to its pumps)

from collections.abc import Callable, Iterable
from functools import cache
from typing import TYPE_CHECKING, Any, Self

from textual.binding import BindingsMap, Keymap
from textual.dom import DOMNode
from textual.geometry import Region
from textual.message import Message
from textual.message_pump import MessagePump
from textual.screen import Screen
from textual.widget import Widget

from tui.app.start.lean import textual_version
from tui.terminals import unsupported

if TYPE_CHECKING:
    from textual._queue import Queue

_IS_KNOWN = unsupported(textual_version()) is None

Handlers = tuple[tuple[type, Callable[..., Any]], ...]
Chain = list[tuple[DOMNode, BindingsMap]]


class LeanPump(MessagePump):
    """Looks up once what handles a kind of message, not along all its bases for each."""

    if _IS_KNOWN:

        def _get_dispatch_methods(
            self, method_name: str, message: Message
        ) -> Iterable[tuple[type, Callable[..., Any]]]:
            handlers = _handlers(type(self), method_name, type(message))  # type: ignore[arg-type]  # a class is hashable
            if handlers is None:
                yield from super()._get_dispatch_methods(method_name, message)
                return
            for cls, handler in handlers:
                if message._no_default_action:
                    break
                yield cls, handler.__get__(self, cls)


@cache
def _handlers(pump: type, name: str, message: type[Message]) -> Handlers | None:
    """The handlers with their classes, the nearest first; None where a decorator names one for such a message."""
    for cls in pump.__mro__:
        if any(issubclass(message, kind) for kind in vars(cls).get("_decorated_handlers") or ()):
            return None
    named = ((cls, vars(cls).get(f"_{name}") or vars(cls).get(name)) for cls in pump.__mro__)
    return tuple((cls, handler) for cls, handler in named if handler and not hasattr(handler, "_textual_on"))


def at_rest(pump: MessagePump) -> bool:
    """Whether a pump is known to have no message and to handle none."""
    if not _IS_KNOWN:
        return False
    queue: Queue[Message | None] = pump._message_queue
    return queue.empty() and bool(getattr(queue.ready_event, "_waiters", None))


class LeanWidget(LeanPump, Widget):
    """Has its screen draw it again at once, not through a message from each to the other."""

    if _IS_KNOWN:

        def refresh(
            self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False
        ) -> Self:
            if layout or recompose or not (repaint and self._is_mounted and self.is_attached and self.display):
                return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)
            self._layout_cache.clear()
            self._set_dirty(*regions)
            self.clear_cached_dimensions()
            screen = self.screen
            screen._dirty_widgets.add(self)
            screen.check_idle()
            return self


class LeanScreen(LeanPump, Screen[None]):
    """Has no tooltips to look for, and remembers the keys of the widget that has the focus."""

    _known: tuple[Widget | None, Keymap, Chain] | None = None

    if _IS_KNOWN:

        def _clear_tooltip(self) -> None:
            pass

        @property
        def _binding_chain(self) -> Chain:
            focused, keymap = self.focused, self.app._keymap
            if self._known is None or self._known[0] is not focused or self._known[1] is not keymap:
                self._known = focused, keymap, super()._binding_chain
            return self._known[2]
