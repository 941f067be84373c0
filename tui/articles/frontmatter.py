"""Titles, names and days that a file states above its text, between lines of --- or +++."""

import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import NamedTuple

from tui.text.spans import Span

LONGEST = 200
"""Lines that front matter may have."""

_FENCES = {"---": ("---", "..."), "+++": ("+++",)}
_ENTRY = r"(?P<key>[A-Za-z][\w .-]{0,40}?)\s*[:=](?:\s+|(?<==)|$)(?P<value>.*)"
_KEYS = {
    "title": ("title", "headline"),
    "byline": ("author", "authors", "byline", "by", "writer"),
    "date": ("date", "published", "pubdate", "publishdate", "published_at", "date_published", "created"),
    "language": ("lang", "language", "locale"),
    "wire": ("agency", "wire"),
}
_NOWHERE = Span(0, 0)
_LINE = re.compile(r"[^\n\r]*(?:\r\n|\n|\r|$)")


class FrontMatter(NamedTuple):
    """What the file states about itself, None where it states nothing.

    `span` covers the fences and all between them; it is empty where there is no front matter. `titled` is
    the place of the title's own characters.
    """

    span: Span = _NOWHERE
    title: str | None = None
    titled: Span | None = None
    byline: str | None = None
    date: str | None = None
    language: str | None = None
    wire: str | None = None


def front_matter(text: str) -> FrontMatter:
    """The front matter that the text begins with: scalars and lists of YAML or TOML, no more."""
    block = _fenced(text)
    if block is None:
        return FrontMatter()
    span, lines = block
    entries = _entries(text, lines)
    stated = {field: next((entries[key] for key in keys if key in entries), None) for field, keys in _KEYS.items()}
    values = {field: _scalar(text[slice(*place)]) if place else None for field, place in stated.items()}
    day, language = values["date"], values["language"]
    return FrontMatter(
        span=span,
        title=values["title"],
        titled=_bare(text, stated["title"]) if values["title"] and stated["title"] else None,
        byline=values["byline"],
        date=_iso(day) if day else None,
        language=re.split("[-_]", language.lower())[0] if language else None,
        wire=values["wire"],
    )


def _fenced(text: str) -> tuple[Span, list[Span]] | None:
    """The whole of the front matter and the lines between its fences; None where they are something else."""
    start = len(text) - len(text.lstrip())
    first = _LINE.match(text, start)
    closing = _FENCES.get(first.group().strip()) if first else None
    if first is None or closing is None:
        return None
    lines: list[Span] = []
    at = first.end()
    while at < len(text) and len(lines) < LONGEST:
        found = _LINE.match(text, at)
        assert found is not None
        written = found.group().strip()
        if written in closing:
            end = found.start() + len(found.group().rstrip())
            return (Span(start, end), lines) if any(_is_entry(text, line) for line in lines) else None
        if (
            written
            and written[0] not in "#-[]{},"
            and not _is_entry(text, Span(*found.span()))
            and found.group()[0] not in " \t"
        ):
            return None
        lines.append(Span(*found.span()))
        at = found.end()
    return None


def _is_entry(text: str, line: Span) -> bool:
    return re.match(_ENTRY, text[slice(*line)]) is not None


def _entries(text: str, lines: list[Span]) -> Mapping[str, Span]:
    """Where each key's value stands; the first item of a list stands for all where it is written below."""
    entries: dict[str, Span] = {}
    open_key = ""
    for line in lines:
        written = text[slice(*line)].rstrip()
        found = re.match(_ENTRY, written)
        if found and found["value"].strip():
            value = found.span("value")
            entries.setdefault(found["key"].lower(), Span(line.start + value[0], line.start + value[1]))
            open_key = ""
        elif found:
            open_key = found["key"].lower()
        elif open_key and written.lstrip().startswith("- "):
            start = line.start + written.index("- ") + 2
            known = entries.get(open_key)
            entries[open_key] = Span(known.start if known else start, line.start + len(written))
    return entries


def _scalar(written: str) -> str | None:
    """A value without its quotation marks, brackets and comment; the entries of a list joined by commas."""
    value = written.strip()
    if value[:1] == "[" and value[-1:] == "]":
        value = ", ".join(part.strip().strip("\"'") for part in value[1:-1].split(","))
    elif "\n" in value or "\r" in value:
        value = ", ".join(part.strip().removeprefix("- ").strip("\"'") for part in value.splitlines())
    elif value[:1] in ("'", '"') and (end := value.rfind(value[0])) > 0:
        value = value[1:end].replace("''", "'") if value[0] == "'" else value[1:end].replace('\\"', '"')
    else:
        value = re.split(r"\s#", value)[0]
    value = " ".join(value.split())
    return None if value in ("", "~", "null", "|", ">") else value


def _bare(text: str, place: Span) -> Span | None:
    """The place without white space and quotation marks around it."""
    written = text[slice(*place)]
    bare = written.strip()
    start = place.start + len(written) - len(written.lstrip())
    if len(bare) > 2 and bare[0] == bare[-1] and bare[0] in "\"'":
        start, bare = start + 1, bare[1:-1]
    return Span(start, start + len(bare)) if bare else None


def _iso(stated: str) -> str:
    """The day in ISO 8601 where it is written so that this is certain, else as it is stated."""
    for form in ("%d %B %Y", "%B %d, %Y", "%d %b %Y", "%b %d, %Y"):
        try:
            return datetime.strptime(stated, form).date().isoformat()  # noqa: DTZ007 (a day has no zone)
        except ValueError:
            continue
    try:
        date.fromisoformat(stated[:10])
    except ValueError:
        return stated
    return stated.replace(" ", "T", 1) if len(stated) > 10 else stated
