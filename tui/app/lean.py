"""What Textual imports and the reader never uses, kept out of its start: a sixth of the work of importing Textual."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from types import ModuleType

from tui.terminals import unsupported

_PALETTE = "textual.command"
_PALETTE_NAMES = (
    *("CommandList", "CommandListItem", "CommandPalette", "DiscoveryHit", "Hit", "Hits"),
    *("Matcher", "Provider", "ProviderSource", "SearchIcon", "SimpleCommand", "SimpleProvider"),
)


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
    """While it lasts, importing Textual leaves out its own command palette and asyncio's TLS.

    The reader has another palette and opens no connection. Both can be imported as ever afterwards. With a version
    of Textual that is not known nothing is left out.
    """
    absent: dict[str, ModuleType | None] = {"ssl": None}
    if unsupported(textual_version()) is None:
        absent[_PALETTE] = _stand_in()
    absent = {name: module for name, module in absent.items() if name not in sys.modules}
    sys.modules.update(absent)  # type: ignore[arg-type]
    try:
        yield
    finally:
        for name, module in absent.items():
            if sys.modules.get(name, module) is module:
                sys.modules.pop(name, None)


def _stand_in() -> ModuleType:
    """A module with the names of Textual's palette, which nobody uses."""
    module = ModuleType(_PALETTE)
    for name in _PALETTE_NAMES:
        setattr(module, name, type(name, (), {}))
    return module
