"""The text of bytes that may say in which encoding they are, truly or not."""

import codecs
import re

from tui.articles.decoding import NotText, decode
from tui.articles.formats.document import Refused

_SAID = re.compile(
    rb"""(?:charset\s*=\s*|<\?xml[^>]{0,80}?encoding\s*=\s*)["']?\s*([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE
)
_WIDE = ("utf-16", "utf16", "utf-32", "utf32", "ucs")
_LOOKED_AT = 4096

MOST_NULS = 0.05
"""The share of NULs up to which they are a mistake; two-byte encodings have more."""


def text_of(content: bytes, charset: str = "") -> str:
    """The text: valid UTF-8 is that whatever else is said, then comes what is said, then a guess.

    Args:
        content: HTML or XML.
        charset: What the server says; what the bytes say themselves comes behind it.

    Raises:
        Refused: The bytes are no text.
    """
    if b"\0" in content and content.count(b"\0") < MOST_NULS * len(content):
        content = content.replace(b"\0", b"")
    said = _SAID.search(content[:_LOOKED_AT])
    names = [charset, said[1].decode("ascii") if said else ""]
    if not content.isascii() and not content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        names.insert(0, "utf-8-sig")
    for name in names:
        if b"\0" not in content and name.lower().startswith(_WIDE):
            continue
        try:
            return content.decode(name)
        except (LookupError, UnicodeError):
            continue
    try:
        return decode(content)[0]
    except NotText:
        raise Refused("binary, not text") from None
