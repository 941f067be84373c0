"""Two witnesses → which sentences say the same thing, how they stand to each other, and what passages they share.

Pure: sentences in, links, beads and passages out. May import `tui.text`, numpy and rapidfuzz, whose only home
is here. The package itself imports nothing until its function is asked for, so that its types cost nothing.
"""

import os
from typing import TYPE_CHECKING

from tui.later import importing

if TYPE_CHECKING:
    from tui.alignment.links import link_sentences

__all__ = ["link_sentences"]

__getattr__ = importing(__name__, {"link_sentences": "tui.alignment.links"})

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # no matrices are multiplied, and threads spin when numpy starts
