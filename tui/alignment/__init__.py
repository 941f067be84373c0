"""Two witnesses → which sentences say the same thing, how they stand to each other, and what passages they share.

Pure: sentences in, links, beads and passages out. May import `tui.text`, numpy and rapidfuzz, whose only home
is here. The package itself imports nothing until its function is asked for, so that its types cost nothing.
"""

import os
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tui.alignment.links import link_sentences

__all__ = ["link_sentences"]


os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # no matrices are multiplied, and threads spin when numpy starts


def __getattr__(name: str) -> Any:
    if name in __all__:
        return getattr(import_module("tui.alignment.links"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
