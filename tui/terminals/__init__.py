"""What terminals are able to do: decided from what is known of them, without asking, writing or Textual.

May import the settings and the names of keys.
"""

from tui.terminals.depth import Depth, depth_for, depth_of, prepare
from tui.terminals.versions import KNOWN, unsupported

__all__ = ["KNOWN", "Depth", "depth_for", "depth_of", "prepare", "unsupported"]
