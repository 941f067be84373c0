"""What can be set, where it is set, and what was set.

The command line wins over the environment, that over the file, and the file over the defaults. What cannot be
read is left out and told in a line. May import the standard library and `tui.resources`.
"""

from tui.settings.loading import DEFAULT, Loaded, config_path, load, nearest
from tui.settings.login import reviewer
from tui.settings.model import COLORS, LAYOUTS, MEASURES, PRESETS, SCORERS, SETTINGS, THEMES, Setting, Settings
from tui.settings.remote import over_ssh, wanted_colors, wants_mouse

__all__ = [
    "COLORS",
    "DEFAULT",
    "LAYOUTS",
    "MEASURES",
    "PRESETS",
    "SCORERS",
    "SETTINGS",
    "THEMES",
    "Loaded",
    "Setting",
    "Settings",
    "config_path",
    "load",
    "nearest",
    "over_ssh",
    "reviewer",
    "wanted_colors",
    "wants_mouse",
]
