"""Who reads, where nobody says it."""

from tui.settings.model import LONGEST_NAME, Settings

UNNAMED = "reader"
"""What a reviewer is called whose system has no name for them."""


def reviewer(settings: Settings) -> str:
    """The name under which verdicts and notes are kept: the one set, else the login; printable, never empty."""
    if settings.reviewer is not None:
        return settings.reviewer
    import getpass  # noqa: PLC0415 (a start asks nobody's name)

    try:
        login = getpass.getuser()
    except (OSError, KeyError, ImportError):  # a user without an entry, as containers have
        return UNNAMED
    return "".join(filter(str.isprintable, login)).strip()[:LONGEST_NAME] or UNNAMED
