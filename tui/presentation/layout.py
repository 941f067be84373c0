"""Which ways there are for a pair to stand on the screen, without what draws it so."""

from enum import StrEnum

SIDE_BY_SIDE_FROM = 110
"""Cells of width from which two columns read well."""


class Layout(StrEnum):
    """How a pair stands on the screen."""

    SIDE_BY_SIDE = "side-by-side"
    INTERLEAVED = "interleaved"
    REDLINE = "redline"


def fitting(width: int, wanted: Layout | None) -> Layout:
    """The wanted layout, else the one that reads well at a width in cells."""
    return wanted or (Layout.SIDE_BY_SIDE if width >= SIDE_BY_SIDE_FROM else Layout.INTERLEAVED)
