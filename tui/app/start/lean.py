"""What Textual imports and a start never uses, kept out of it: a fifth of the work of importing Textual."""

import os
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType
from typing import Any

from tui.terminals import unsupported

_NEVER_MADE = {
    "textual.command": (
        *("CommandList", "CommandListItem", "CommandPalette", "DiscoveryHit", "Hit", "Hits"),
        *("Matcher", "Provider", "ProviderSource", "SearchIcon", "SimpleCommand", "SimpleProvider"),
    ),
    "textual.widgets._toast": ("ToastRack",),
}
"""By module, classes of which the reader has no use: its palette is another, and its messages stand in the status."""
_CALLED_LATER = {
    "difflib": ("get_close_matches",),  # mistakes in a style sheet
    "mimetypes": ("guess_type",),  # files that are handed over
    "pickle": ("dumps", "loads"),  # links in the text
    "platformdirs": ("user_downloads_path",),  # files that are handed over
    "rich.table": ("Table",),  # a theme's colours, shown
    "textual.canvas": ("Canvas", "Rectangle"),  # lines between widgets
    "textual.markup": ("parse_style",),  # styles written into a text
    "uuid": ("uuid4",),  # messages that pop up
}
"""By module, what Textual and Rich call in functions that the reader comes to late, or never."""
_CONSTANTS = {"subprocess": {"PIPE": -1, "STDOUT": -2, "DEVNULL": -3}}
"""By module, what asyncio needs of it as long as it starts no program."""


def textual_version() -> str:
    """The version of the Textual that is installed, as the folder of its metadata is named.

    Textual itself is not imported, and its metadata only read where no single folder tells.
    """
    spec = find_spec("textual")
    if spec is not None and spec.origin is not None:
        packages = os.path.dirname(os.path.dirname(spec.origin))  # noqa: PTH120 (pathlib would be half the cost)
        found = [name for name in os.listdir(packages) if name.startswith("textual-") and name.endswith(".dist-info")]  # noqa: PTH208
        if len(found) == 1:
            return found[0].removeprefix("textual-").removesuffix(".dist-info")
    from importlib.metadata import version  # noqa: PLC0415 (costs a twelfth of the start)

    return version("textual")


@contextmanager
def lean() -> Iterator[None]:
    """While it lasts, importing Textual leaves out what the reader never makes, asyncio's TLS and what is called later.

    The reader opens no connection. All can be imported as ever afterwards, and what is called later is imported then.
    With a version of Textual that is not known only TLS is left out.
    """
    absent: dict[str, ModuleType | None] = {"ssl": None}
    if unsupported(textual_version()) is None:
        absent |= {module.__name__: module for module in _stand_ins()}
    absent = {name: module for name, module in absent.items() if name not in sys.modules}
    sys.modules.update(absent)  # type: ignore[arg-type]
    try:
        yield
    finally:
        for name, module in absent.items():
            if sys.modules.get(name, module) is module:
                sys.modules.pop(name, None)


def _stand_ins() -> Iterator[ModuleType]:
    """What stands for the modules that a start does without."""
    for module, names in _NEVER_MADE.items():
        yield _StandIn(module, {name: type(name, (), {}) for name in names})
    for module, names in _CALLED_LATER.items():
        yield _StandIn(module, {name: _called_later(module, name) for name in names})
    for module, constants in _CONSTANTS.items():
        yield _StandIn(module, constants)


class _StandIn(ModuleType):
    """A module with some names of the one it stands for; for any other name that one is imported."""

    def __init__(self, name: str, members: Mapping[str, object]) -> None:
        super().__init__(name)
        vars(self).update(members)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return getattr(_real(self.__name__), name)


def _called_later(module: str, name: str) -> Callable[..., Any]:
    """A function that imports what it stands for when it is called."""

    def call(*args: Any, **options: Any) -> Any:
        return getattr(_real(module), name)(*args, **options)

    return call


def _real(name: str) -> ModuleType:
    """The module of that name, imported now where something stands for it."""
    if isinstance(sys.modules.get(name), _StandIn):
        sys.modules.pop(name)
    return import_module(name)
