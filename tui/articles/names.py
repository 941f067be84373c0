"""How people and days are written in the lines around an article."""

import re
from functools import cache
from pathlib import Path

_PARTICLES = "de|da|do|dos|du|di|del|della|van|von|der|den|ter|la|le|al|el|bin|ibn|bint|ben|abu|af|av|zu|y"
_WORD = r"[^\W\d_a-z][\w'.-]*"
_WEEKDAYS = "Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
_MONTHS = (
    "Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec|January|February|March|April|August|September|October"
    "|November|December"
)
_NO_FIRST_WORD = "The|An?|All|Any|Its?|His|Her|Our|My|This|That|[A-Z][a-z]{2,5}day"
NAME = rf"(?-i:(?!(?:{_NO_FIRST_WORD})\b){_WORD}(?: (?:(?:{_PARTICLES})\b|{_WORD})){{1,4}})"
"""A pattern for two to five words that read like a person's name."""

_TIME = r"(?:[0-2]?\d[:.][0-5]\d(?::[0-5]\d)?\s?(?:hrs|h|uhr|[ap]\.?m\.?)?|\d{1,2}\s?[ap]\.?m\.?)(?!\w)"
_ZONE = r"(?-i:[ECMP][DS]?T|AK[DS]T|GMT|UTC|BST|CES?T|EES?T|MSK|IST|JST|AE[DS]T|Z)(?:\s?[+-]\d{1,2}(?::?\d\d)?)?"
_DATE = (
    rf"(?:(?:{_MONTHS})\b\.?,? \d{{1,2}}(?:st|nd|rd|th)?,?(?: (?:19|20)\d\d)?"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?\.?[ -](?:of )?(?:{_MONTHS})\b\.?(?:[ -](?:19|20)\d\d|, (?:19|20)\d\d)?"
    r"|(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?|\d{1,2}[-/.]\d{1,2}[-/.](?:(?:19|20)\d\d|\d\d))(?!\d)"
)
_CLOCK = rf"(?:at )?{_TIME}(?:,? ?\(?{_ZONE}\)?)?"
DAY = (
    rf"(?:(?:{_WEEKDAYS})\.?,? )?(?:{_CLOCK},? (?:on )?)?(?:(?:{_WEEKDAYS})\.?,? )?{_DATE}"
    rf"(?:(?:,| at| [-|·•@]|T)? ?{_CLOCK})?"
)
"""A pattern for a day of the calendar, with or without the hour."""

_ABSTRACT = r"\w+(?:tion|sion|ment|ness|ity|ism|ists?|ures?|ious|able|ible|less|ships?|ances|ences)s?|\w{4,}(?<!v)ics?"
_SIGNING = r"\b(?:by|von|por|par|di|av|door|authors?|byline)\b[: ]*"
_AND = ", and |, | and | & | und | et | y "
_ROLE = (
    r"\b(?:staff|senior|chief|correspondent|reporter|editor|writer|journalist|columnist|contributor|contributing|bureau|desk"
    r"|agency|agencies|team|service|newsroom)s?\b"
)


@cache
def compiled(source: str) -> re.Pattern[str]:
    """The pattern, compiled when it is first wanted; case does not count."""
    return re.compile(source, re.IGNORECASE)


@cache
def _heading_words() -> frozenset[str]:
    """Words of headings, sections and places that look like names when each begins with a capital."""
    return frozenset(Path(__file__).with_name("heading_words.txt").read_text(encoding="utf-8").split())


def is_name(line: str) -> bool:
    """Whether a line by itself reads like a person's name, and not like a heading."""
    if len(line) > 45 or not compiled(NAME).fullmatch(line):
        return False
    words = line.casefold().split()
    return len(words) <= 4 and not any(
        word in _heading_words() or compiled(_ABSTRACT).fullmatch(word) for word in words
    )


def signed(line: str) -> str | None:
    """The names in a byline such as `By Ann Lee and Tom Roe, Staff Writers`, None where there is none."""
    found = (compiled(NAME).match(line, signing.end()) for signing in compiled(_SIGNING).finditer(line))
    name = next(filter(None, found), None)
    if name is None:
        return None
    start = name.start()
    while (joined := compiled(_AND).match(line, name.end())) and (other := compiled(NAME).match(line, joined.end())):
        name = other
    names = line[start : name.end()]
    role = compiled(_ROLE).search(names)
    before = names[: role.start()].rpartition(", ")[0] if role else names
    return before or None


def leading_name(line: str) -> str | None:
    """The name that a line such as `Ann Lee, Senior Correspondent` begins with."""
    found = compiled(NAME).match(line.partition(",")[0])
    return found.group() if found and not compiled(_ROLE).search(found.group()) else None


def stated_day(line: str) -> str | None:
    """The first day of the calendar in a line, as it is written."""
    found = compiled(DAY).search(line) if any(map(str.isdigit, line)) else None
    return found.group() if found else None
