"""What every test shares: nobody's own settings, and no clock in the invariants."""

import os

import pytest
from hypothesis import settings

settings.register_profile("summit", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("summit")

TERMINAL_VARIABLES = ("NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE", "COLORTERM", "COLUMNS", "LINES")
PREFIXES = ("TEXTUAL", "SUMMIT_", "SSH_", "MOSH_")


@pytest.fixture(autouse=True)
def _nobodys_settings(tmp_path_factory, monkeypatch):
    """No folder and no variable of whoever runs the tests changes what they see."""
    home = tmp_path_factory.getbasetemp() / "home"
    for kind in ("CONFIG", "DATA", "STATE", "CACHE"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(home / kind.lower()))
    for name in (*TERMINAL_VARIABLES, *(name for name in os.environ if name.startswith(PREFIXES))):
        monkeypatch.delenv(name, raising=False)
