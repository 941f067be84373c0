"""Many witnesses → claims: which sources say each, which are silent, how many origins that comes to.

Pure: witnesses in, claims out. May import `tui.alignment` and `tui.text`. The package itself imports nothing until
its function is asked for, so that its types cost nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tui.collation.claims import collate

__all__ = ["collate"]


def __getattr__(name: str) -> Any:
    if name in __all__:
        return getattr(import_module("tui.collation.claims"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
