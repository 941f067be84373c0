"""The HTML that an entry of a feed holds."""

from tui.articles.formats.document import Document, Given, Refused
from tui.articles.formats.markup import paragraphs_of


def document(given: Given) -> Document:
    """All that it says.

    Raises:
        Refused: It says nothing.
    """
    paragraphs = paragraphs_of(given.content.decode("utf-8", "replace"))
    if not paragraphs:
        raise Refused("an entry without text")
    return Document(paragraphs)
