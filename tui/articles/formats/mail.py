"""Mails and newsletters as mail programs save them."""

from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from email.utils import getaddresses

from tui.articles.formats.dates import iso
from tui.articles.formats.document import Document, Given, Paragraphs, Refused, Stated, one_line
from tui.articles.formats.markup import paragraphs_of
from tui.articles.paragraphs import lines_of
from tui.articles.paragraphs import paragraphs_of as joined

PLAIN_SHARE = 0.5
"""The plain text of a mail is read where it has this share of the letters of its HTML; else it is only a notice."""


def document(given: Given) -> Document:
    """A mail's text under its subject; attachments are left out.

    Raises:
        Refused: The mail has no text.
    """
    mail = message_from_bytes(given.content, _class=EmailMessage, policy=default)
    plain, rich = _plain(mail), _rich(mail)
    body = plain if _letters(plain) >= PLAIN_SHARE * _letters(rich) else rich
    if not body:
        raise Refused("a mail without text")
    return Document(body, _stated(mail))


def _plain(mail: EmailMessage) -> Paragraphs:
    """The paragraphs of the plain text."""
    text = _content(mail, "plain")
    return tuple(("", one_line(paragraph.text)) for paragraph in joined(lines_of(text), text))


def _rich(mail: EmailMessage) -> Paragraphs:
    return paragraphs_of(_content(mail, "html"))


def _content(mail: EmailMessage, kind: str) -> str:
    part = mail.get_body((kind,))
    if part is None or part.is_multipart():
        return ""
    try:
        return str(part.get_content())
    except LookupError:  # a charset that nobody knows
        return bytes(part.get_payload(decode=True)).decode("utf-8", "replace")


def _letters(paragraphs: Paragraphs) -> int:
    return sum(len(text) for _, text in paragraphs)


def _stated(mail: EmailMessage) -> Stated:
    names = [name or address for name, address in getaddresses([str(mail.get("from", ""))])]
    return Stated(
        title=one_line(str(mail.get("subject", ""))),
        byline=one_line(", ".join(names)),
        date=iso(str(mail.get("date", ""))),
        language=str(mail.get("content-language", "")).partition(",")[0].strip(),
        address=str(mail.get("archived-at", "")).strip("<> "),
    )
