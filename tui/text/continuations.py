"""Signs that a sentence goes on where a full stop seems to end it."""

import re

_REACH = 48
"""How many code points on either side are looked at."""

_LONGEST = 12
"""Code points that an hour or an abbreviation takes at most, the one before it included."""

_DAY = (
    "Mon|Tue|Wed|Thu|Fri|Sat|Sun|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Jan|Feb|Mar|Apr|May|June?"
    "|July?|Aug|Sept?|Oct|Nov|Dec|January|February|March|April|August|September|October|November|December"
)
_ZONE = (
    "[ECMP][DS]?T|GMT|UTC|BST|CET|CEST|EET|EEST|MSK|IST|JST|AEST|AEDT|AKDT|AKST|HST|Eastern|Central|Pacific|Mountain"
)
_HOUR = r"(?i)\d\s?[ap]\.\s?m\.[,;]?\Z"
_DAY_OR_ZONE = rf"(?:{_DAY}|{_ZONE}|[A-Z][\w-]+ [Tt]ime)\b"
_NUMBER_OF_LIST = r"\W{0,3}(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,5})\.\s*\Z"
_TITLE = (
    r"(?:^|(?<=[\s(“\"‘']))(?:Mr|Mrs|Ms|Mx|Messrs|Dr|Drs|Prof|Gen|Lt|Col|Maj|Capt|Cpl|Sgt|Cmdr|Cdr|Adm|Brig|Gov|Sen|Sens"
    r"|Rep|Reps|Rev|Hon|Pres|Supt|Insp|Det|Amb|Sra|Srta|Dra|Mme|Mlle|Mmes|Mlles|MM|Dott|Sig|Ing|Mag|Hr|Fr|Nr)\.\Z"
)
_TITLE_FRENCH = r"(?:^|(?<=[\s(«“\"’']))(?:M|Me|Pr|Mgr)\.\Z"
_BEFORE_DIGITS = r"(?i)\b(?:approx|ca|circa|figs?|vols?|pp?|paras?|nr|núm)\.\Z"
_EXCLAIMED = tuple(mark + quote for mark in "!?…" for quote in "'\"”“’»«")
_SAID = (
    r"(?:[A-Z][\w.'’-]*\s+){1,4}(?:said|says|asked|asks|told|added|adds|wrote|writes|replied|replies|shouted|cried"
    r"|answered|exclaimed|tweeted|posted|declared|warned|insisted|quipped)\b"
)
_CLOSED_QUOTATION = tuple(mark + quote for mark in "。！？!?…." for quote in '”』」’"')
_SAID_UNSPACED = r"(?:[と、，,]|って|[^\s。！？，,「『“]{0,8}(?:说|說|道|表示|称|稱|问|問|答|喊|写道|寫道))"
_LOWER_CASE_NAME = r"[a-z]+[A-Z]"
_INITIAL_LETTER = r"[^\W\d_]"
"""Patterns are compiled when they are first wanted, which few are in one text."""


def continues(text: str, start: int, end: int, language: str) -> bool:
    """Whether the sentence from `start` goes on at `end`, the place behind a full stop and white space."""
    left = text[max(start, end - _REACH) : end]
    right = text[end : end + _REACH]
    if not (any(map(str.isalnum, left)) and any(map(str.isalnum, right))):
        return True
    if end - start <= 12 and re.match(_NUMBER_OF_LIST, text[start:end]):
        return True
    return _abbreviated(left, right, language) or _attributed(left, right) or _uncapitalized(text, start, left, right)


def _abbreviated(left: str, right: str, language: str) -> bool:
    """Whether the full stop belongs to an hour, a title or an abbreviation that stands before a number."""
    last, bare = left.rstrip()[-_LONGEST:], right.lstrip("“\"‘'(«")
    if re.match(_DAY_OR_ZONE, right) and re.search(_HOUR, last):
        return True
    if bare[:1].isupper():
        return bool(re.search(_TITLE, last) or (language.startswith("fr") and re.search(_TITLE_FRENCH, last)))
    return bare[:1].isdigit() and bool(re.search(_BEFORE_DIGITS, last))


def _attributed(left: str, right: str) -> bool:
    """Whether a closed quotation is followed by who said it: “Why?” Ann asked."""
    if left[-1:].isspace() and left.rstrip().endswith(_EXCLAIMED):
        return right[:1].islower() or bool(re.match(_SAID, right))
    return bool(left.endswith(_CLOSED_QUOTATION) and re.match(_SAID_UNSPACED, right))


def _uncapitalized(text: str, start: int, left: str, right: str) -> bool:
    """Whether a small letter follows, in a text that begins its sentences with capitals."""
    if not right[:1].islower() or re.match(_LOWER_CASE_NAME, right) or not left.rstrip("”’\"') \n\t").endswith("."):
        return False
    first = re.search(_INITIAL_LETTER, text[start : start + _REACH])
    return first is not None and not first.group().islower()
