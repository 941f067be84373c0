"""Two witnesses → which sentences say the same thing, how they stand to each other, and what passages they share.

Pure: sentences in, links, beads and passages out. May import `tui.text`, numpy and rapidfuzz, whose only home
is here.
"""

from tui.alignment.links import link_sentences

__all__ = ["link_sentences"]
