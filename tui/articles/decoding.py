"""Bytes of unknown origin as text."""

import codecs
import re

_MARKED = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SIGNATURES = (
    b"%PDF-",
    b"PK\x03\x04",
    b"\x89PNG",
    b"GIF8",
    b"\xff\xd8\xff",
    b"\x7fELF",
    b"\x1f\x8b",
    b"BZh",
    b"\xfd7zXZ",
    b"7z\xbc\xaf",
    b"Rar!",
    b"\xd0\xcf\x11\xe0",
    b"{\\rtf",
    b"ID3",
    b"OggS",
)
_CONTROLS = bytes(code for code in range(32) if chr(code) not in "\t\n\v\f\r\x1a\x1b") + b"\x7f"
_PRINTABLE = bytes(range(0x20, 0x7F))
_STRANGE = "[\x00-\x08\x0e-\x19\x1c-\x1f\x7f\x80-\x84\x86-\x9f\ue000-\uf8ff\ufffe\uffff]"
_LIKELY = [
    *("cp1252", "cp1250", "cp1251", "koi8_r", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258"),
    *("iso8859_2", "iso8859_5", "iso8859_7", "tis_620"),
    *("cp932", "euc_jp", "iso2022_jp", "gb18030", "big5", "cp949"),
]
_CENTRAL_EUROPEAN = frozenset("ąćčďđęěłľńňőřśšťůűźžż")
_MISREAD = r"[a-z][£¥¹³¿¼½¾Ÿ][a-z]"
_SAMPLE = 65_536


class NotText(Exception):  # noqa: N818 (it is the file that is no text)
    """The bytes are no text in any known encoding."""


def decode(content: bytes) -> tuple[str, str]:
    """The text without its byte-order mark, line ends untouched, and the name of the encoding.

    UTF-8, -16 and -32 are recognised; anything else is charset-normalizer's guess.

    Raises:
        NotText: The bytes are an image, an archive, a program or the like.
    """
    for mark, encoding in _MARKED:
        if content.startswith(mark):
            return _decoded(content[len(mark) :], encoding)
    if content.startswith(_SIGNATURES):
        raise NotText
    if b"\0" in content:
        return _unmarked_utf16(content)
    if _share_of_controls(content) > 0.01:
        raise NotText
    try:
        return content.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return _guessed(content)


def _decoded(content: bytes, encoding: str) -> tuple[str, str]:
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        raise NotText from None
    if _strange(text):
        raise NotText
    return text, encoding


def _strange(text: str) -> bool:
    """Whether more than one code point in a hundred is a control character or belongs to nobody."""
    sample = text[:_SAMPLE]
    return len(re.findall(_STRANGE, sample)) * 100 > len(sample)


def _share_of_controls(content: bytes) -> float:
    """The share of bytes that no text has, 0.0 to 1.0."""
    sample = content[:_SAMPLE]
    return (len(sample) - len(sample.translate(None, _CONTROLS))) / (len(sample) or 1)


def _unmarked_utf16(content: bytes) -> tuple[str, str]:
    """UTF-16 whose spaces, line ends and stops show which of the two bytes comes first."""
    little = sum(content.count(mark) for mark in (b" \0", b"\n\0", b".\0"))
    big = sum(content.count(mark) for mark in (b"\0 ", b"\0\n", b"\0."))
    printable = len(content) - len(content.translate(None, _PRINTABLE))
    if len(content) % 2 or little == big or printable > 0.7 * len(content):
        raise NotText
    evens, odds = content[: 2 * _SAMPLE : 2].count(0), content[1 : 2 * _SAMPLE : 2].count(0)
    return _decoded(content, "utf-16-le" if (odds, little) > (evens, big) else "utf-16-be")


def _guessed(content: bytes) -> tuple[str, str]:
    from charset_normalizer import from_bytes  # noqa: PLC0415 (only for the few files that need it)

    found = from_bytes(content[:_SAMPLE], cp_isolation=_LIKELY).best()
    western = _attempt(content, "cp1252")
    if found is None or found.encoding == "utf_8":
        guess, encoding = western, "cp1252"
    else:
        guess, encoding = _attempt(content, found.encoding), codecs.lookup(found.encoding).name
    if encoding == "cp1252" and guess and re.search(_MISREAD, guess):
        guess, encoding = _attempt(content, "cp1250"), "cp1250"
    elif encoding == "cp1250" and western and guess and len(_CENTRAL_EUROPEAN & set(guess.lower())) < 3:
        guess, encoding = western, "cp1252"
    if guess is None or _strange(guess):
        raise NotText
    return guess, encoding


def _attempt(content: bytes, encoding: str) -> str | None:
    """The text in this encoding, None where it does not fit."""
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        return None
