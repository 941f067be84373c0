"""What readers write beside an article: its country, its wire, whose it is."""

import re

from tui.library.library import Library, storable

LONGEST = 200
"""Code points of a tag's value."""

_NAME = re.compile(r"[^\W\d][\w.-]{0,39}")
_TAGS = """
    SELECT name, value FROM tag JOIN holding ON holding.id = tag.holding
    WHERE collection = ? AND number = ? ORDER BY name"""
_KEEP = """
    INSERT INTO tag (holding, name, value) SELECT id, ?, ? FROM holding WHERE collection = ? AND number = ?
    ON CONFLICT (holding, name) DO UPDATE SET value = excluded.value"""
_DROP = "DELETE FROM tag WHERE name = ? AND holding IN (SELECT id FROM holding WHERE collection = ? AND number = ?)"


def parsed(written: str) -> tuple[str, str]:
    """Name and value of `wire=agency`; an empty value takes the tag away.

    Raises:
        ValueError: It is no such thing; the message says what is wrong.
    """
    name, equals, value = (part.strip() for part in written.partition("="))
    if not equals or not _NAME.fullmatch(name):
        raise ValueError("expected NAME=VALUE, as wire=agency")
    if len(value) > LONGEST or not value.isprintable():
        raise ValueError(f"expected a value of at most {LONGEST} characters in one line")
    return name, value


class Tags:
    """The tags of a collection's articles, by the numbers of their labels. Any call may raise `LibraryError`."""

    def __init__(self, library: Library, collection: int) -> None:
        self._library = library
        self._collection = collection

    def of(self, number: int) -> dict[str, str]:
        """The tags of an article by name."""
        return dict(self._library.store().ask(_TAGS, (self._collection, number)))

    def set(self, number: int, name: str, value: str) -> None:
        """Give an article a tag, in place of one of that name; an empty value takes it away."""
        place = (self._collection, number)
        with self._library.store().write() as connection:
            if value:
                connection.execute(_KEEP, (name, storable(value), *place))
            else:
                connection.execute(_DROP, (name, *place))
