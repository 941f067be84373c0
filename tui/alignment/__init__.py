"""Two witnesses aligned: links between sentences, beads, shared passages. May import `tui.text`.

Pure: texts in, frozen values out. rapidfuzz and numpy live here and nowhere else, and are imported when the
first two texts are compared: `link_sentences`, which scripts ask for, is found on demand.
"""

from typing import Any


def __getattr__(name: str) -> Any:
    if name == "link_sentences":
        from tui.alignment.links import link_sentences  # noqa: PLC0415

        return link_sentences
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
