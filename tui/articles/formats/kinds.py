"""Which format bytes are in: told by themselves, by who served them, and by their name."""

import re

MODULES = {
    "html": "html",
    "entry": "fragment",
    "feed": "feed",
    "pdf": "pdf",
    "docx": "docx",
    "epub": "epub",
    "email": "mail",
    "warc": "warc",
}
"""The module for each format that is not plain text."""

EXTRAS = {"html": "html", "feed": "feeds", "pdf": "pdf", "docx": "docx", "warc": "warc"}
"""What brings a format's library, for those that need one."""

SEVERAL = frozenset({"feed", "warc"})
"""The formats that hold more than one article."""

BY_SUFFIX = {
    **dict.fromkeys((".txt", ".text"), "text"),
    **dict.fromkeys((".md", ".markdown"), "markdown"),
    **dict.fromkeys((".html", ".htm", ".xhtml"), "html"),
    **dict.fromkeys((".rss", ".atom", ".xml"), "feed"),
    ".pdf": "pdf",
    ".docx": "docx",
    ".epub": "epub",
    ".eml": "email",
    ".warc": "warc",
    ".warc.gz": "warc",
}
"""The format that a file's name promises, by its ending in small letters."""

_BY_TYPE = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "text/markdown": "markdown",
    "text/plain": "text",
    "message/rfc822": "email",
    "application/pdf": "pdf",
    "application/epub+zip": "epub",
    "application/warc": "warc",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
    **dict.fromkeys(("application/rss+xml", "application/atom+xml", "application/rdf+xml"), "feed"),
}
_FEED = rb"(?i)<(?:rss|feed|rdf:rdf)[\s>]"
_PAGE = rb"(?i)<(?:!doctype\s+html|html|head|body)[\s>]"
_LOOKED_AT = 4096
_NEVER_PAGES = frozenset({"pdf", "docx", "epub", "feed"})
_EPUB = b"mimetypeapplication/epub+zip"


def promised(name: str) -> str:
    """The format that a file's name promises, empty where it promises none."""
    lower = name.lower()
    return next((format_ for suffix, format_ in BY_SUFFIX.items() if lower.endswith(suffix)), "")


def format_of(content: bytes, *, name: str = "", content_type: str = "") -> str:
    """The format of bytes: what they begin with wins over what a server says of them, that over the name's ending.

    A file that is named as plain text is taken for that.
    """
    by_name = promised(name)
    if by_name in ("text", "markdown") and not content_type:
        return by_name
    if by_name in _NEVER_PAGES:
        by_name = _marked_up(content) or by_name
    return _signed(content, by_name) or _served(content, content_type) or by_name or _marked_up(content) or "text"


def _signed(content: bytes, by_name: str) -> str:
    if content.startswith(b"%PDF-"):
        return "pdf"
    if content.startswith(b"WARC/") or (by_name == "warc" and content.startswith(b"\x1f\x8b")):
        return "warc"
    if content.startswith(b"PK\x03\x04"):
        return "epub" if _EPUB in content[:100] else "docx" if b"word/document.xml" in content else by_name
    return ""


def _served(content: bytes, content_type: str) -> str:
    """Feeds are served under any name."""
    if not content_type:
        return ""
    known = _BY_TYPE.get(content_type.partition(";")[0].strip().lower(), "")
    return _marked_up(content) if known in ("", "text", "html", "feed") and _marked_up(content) == "feed" else known


def _marked_up(content: bytes) -> str:
    head = content[:_LOOKED_AT].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    if not head.startswith(b"<"):
        return ""
    if re.search(_PAGE, head[:1024]):
        return "html"
    return "feed" if re.search(_FEED, head) else ""
