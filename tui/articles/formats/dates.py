"""Days and hours as pages, mails and feeds write them."""

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime

_LOOSE = re.compile(r"([+-]\d\d):?(\d\d)$")


def iso(written: str) -> str:
    """The day, with the hour and its zone where they are stated, in ISO 8601; empty where it cannot be told.

    Understands ISO 8601 and the dates of mails and feeds (RFC 5322).
    """
    text = written.strip()
    for parse in (_moment, parsedate_to_datetime):
        try:
            found = parse(text)
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
        if isinstance(found, datetime):
            return found.isoformat(timespec="minutes").replace("+00:00", "Z")
        return found.isoformat()
    return ""


def _moment(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return datetime.fromisoformat(_LOOSE.sub(r"\1:\2", text.replace(" UTC", "Z")))
