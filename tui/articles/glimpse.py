"""The title of an article on sight, for as long as it has not been read."""

from tui.articles.formats.kinds import promised
from tui.articles.origin import Source

GLIMPSED_BYTES = 1024
"""How much of a file is looked at."""

LONGEST_TITLE = 300
"""Code points beyond which a first line is no title."""


def glimpse(source: Source) -> str:
    """The first line of a plain text's file as it stands, without a heading's marks; else the file's name.

    Never waits: of anything but a file nothing is looked at.
    """
    path = source.path
    if path is None or promised(path.name) not in ("", "text", "markdown"):
        return source.file_name
    try:
        if not path.is_file():
            return source.file_name
        with path.open("rb") as file:
            content = file.read(GLIMPSED_BYTES)
    except (OSError, ValueError):
        return source.file_name
    lines = content.decode("utf-8-sig", "replace").lstrip().splitlines()
    title = lines[0].lstrip("# ").strip() if lines else ""
    sound = title.strip("-=+") and len(title) <= LONGEST_TITLE and "\0" not in title and "\ufffd" not in title
    return title if sound and (len(lines) > 1 or len(content) < GLIMPSED_BYTES) else source.file_name
