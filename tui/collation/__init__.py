"""Many witnesses → claims: which sources say each, which are silent, how many origins that comes to.

Pure: witnesses in, claims out. May import `tui.alignment` and `tui.text`. The package itself imports nothing until
its function is asked for, so that its types cost nothing.
"""

from typing import TYPE_CHECKING

from tui.later import importing

if TYPE_CHECKING:
    from tui.collation.claims import collate

__all__ = ["collate"]

__getattr__ = importing(__name__, {"collate": "tui.collation.claims"})
