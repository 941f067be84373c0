"""What the line to the terminal decides where nobody did."""

from collections.abc import Mapping

from tui.settings.model import Settings


def over_ssh(environ: Mapping[str, str]) -> bool:
    """Whether the terminal is at the other end of ssh or mosh; what configures mosh's own client does not count."""
    if any(environ.get(name) for name in ("SSH_CONNECTION", "SSH_TTY", "SSH_CLIENT", "MOSH_CONNECTION")):
        return True
    return any(name.startswith("MOSH_SERVER") for name in environ)


def wants_mouse(settings: Settings, environ: Mapping[str, str]) -> bool:
    """Whether to listen to the mouse, which by itself nobody does over a slow line."""
    return settings.mouse == "on" or (settings.mouse == "auto" and not over_ssh(environ))


def wanted_colors(settings: Settings, environ: Mapping[str, str]) -> str:
    """How many colours to use: those set, else the terminal's own 16 over SSH, else auto."""
    return "16" if settings.colors == "auto" and over_ssh(environ) else settings.colors
