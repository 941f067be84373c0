"""Word documents, which mammoth makes HTML of."""

import io

import mammoth

from tui.articles.formats.archives import Archive
from tui.articles.formats.document import Document, Given, Refused, Stated, one_line
from tui.articles.formats.markup import paragraphs_of

_SAYS = "{http://purl.org/dc/elements/1.1/}"


def document(given: Given) -> Document:
    """The text of a Word document, without comments and deleted passages.

    When it was written is not stated: the document knows only when its file was made.

    Raises:
        Refused: The bytes are no Word document, or one without text.
    """
    archive = Archive(given.content)
    if archive.xml("word/document.xml") is None:
        raise Refused("no Word document")
    markup = mammoth.convert_to_html(
        io.BytesIO(given.content), convert_image=mammoth.images.img_element(lambda _: {"src": ""}), style_map=_TITLES
    ).value
    paragraphs = paragraphs_of(markup)
    if not paragraphs:
        raise Refused("a document without text")
    return Document(paragraphs, _stated(archive))


_TITLES = "p[style-name='Title'] => h1:fresh\np[style-name='Subtitle'] => p:fresh"


def _stated(archive: Archive) -> Stated:
    core = archive.xml("docProps/core.xml")
    if core is None:
        return Stated()
    title, byline, language = (core.findtext(f"{_SAYS}{name}", "") for name in ("title", "creator", "language"))
    return Stated(one_line(title), one_line(byline), language=language)
