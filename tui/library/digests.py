"""What the library holds, by the bytes that it was read from."""

from tui.articles.model import Article
from tui.articles.origin import source_of
from tui.library.holdings import Holdings
from tui.library.library import Library

_OF_BYTES = """SELECT source, "key" FROM article JOIN held ON held.article = article.id WHERE sha256 = ? ORDER BY id"""


def article_of_bytes(library: Library, sha256: str, name: str) -> Article | None:
    """An article read from bytes with this SHA-256, before others the one whose source has this name; None without one.

    Versions that are no longer the newest count too. Looks through all that is held.

    Raises:
        LibraryError: The library cannot be asked.
        Unreadable: It was erased meanwhile.
    """
    sources = [source_of(*row) for row in library.store().ask(_OF_BYTES, (sha256,))]
    sources.sort(key=lambda source: source.file_name != name)
    return Holdings(library).article(sources[0]) if sources else None
