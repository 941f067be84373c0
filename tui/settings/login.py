"""Who reads, where nobody says it."""

from tui.settings.model import LONGEST_NAME, Settings

UNNAMED = "reader"
"""What a reviewer is called whose system has no name for them."""


def reviewer(settings: Settings) -> str:
    """The name under which verdicts and notes are kept: the one set, else the login; printable, never empty."""
    return login() if settings.reviewer is None else settings.reviewer


def login() -> str:
    """The name that the system has for who is logged in; printable, never empty."""
    import getpass  # noqa: PLC0415 (a start asks nobody's name)

    try:
        name = getpass.getuser()
    except (OSError, KeyError, ImportError):  # a user without an entry, as containers have
        return UNNAMED
    return "".join(filter(str.isprintable, name)).strip()[:LONGEST_NAME] or UNNAMED
