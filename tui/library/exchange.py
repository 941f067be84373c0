"""A collection as one file, and such a file taken in again: JSON, a line for each version of each article."""

import base64
import hashlib
import json
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, NamedTuple

from tui.articles.collection import number_of
from tui.articles.model import Article, Block
from tui.articles.origin import source_of
from tui.articles.reading import witness
from tui.library.contents import Stored, stored
from tui.library.held import Held
from tui.library.holdings import Holdings, Past
from tui.library.library import Library
from tui.library.tags import Tags, parsed
from tui.text.spans import Span
from tui.text.witness import Kind

SCHEMA = "summit-tui/collection@1"

BATCH = 256
"""Articles that are taken in together, all of them or none."""

_STATED = ("title", "byline", "wire", "agency", "date", "language", "encoding", "address", "format")


class Misfit(ValueError):  # noqa: N818 (it is the line that does not fit)
    """A line that is none of a collection's; the message says why."""


class Exchanged(NamedTuple):
    """One version of an article as it travels: how it is stored, where it was held, and its tags."""

    article: Stored
    past: Past
    tags: dict[str, str]


def lines_of(held: Held) -> Iterator[str]:
    """The file's lines, with their ends: what it is, then every version, those of one article together."""
    yield _line({"schema": SCHEMA, "name": held.name, "articles": len(held)})
    for place in range(len(held)):
        summary = held.summary(place)
        for version in held.holdings.versions(summary.source):
            source = summary.source.held(version.key)
            article = held.holdings.article(source)
            yield _line(
                {
                    "label": summary.label,
                    "number": held.number(place),
                    "source": source.identity.decode("utf-8", "surrogateescape"),
                    "added": version.added,
                    "tags": dict(summary.tags),
                    **{name: getattr(article, name) for name in _STATED},
                    "sha256": article.sha256,
                    "original": base64.b64encode(held.holdings.original(source)).decode("ascii"),
                    "text": article.text,
                    "blocks": [[*block.span, block.kind, block.rule] for block in article.blocks],
                }
            )


def name_of(line: bytes) -> str:
    """The collection's name, which the first line tells.

    Raises:
        Misfit: It is no first line of a collection.
    """
    record = _record(line)
    if record.get("schema") != SCHEMA or not isinstance(record.get("name"), str):
        raise Misfit(f"no collection ({SCHEMA})")
    return str(record["name"])


def exchanged(line: bytes) -> Exchanged:
    """The version of an article that a line after the first tells of.

    Raises:
        Misfit: The line is broken, or its original is not the one whose SHA-256 it states.
    """
    record = _record(line)
    try:
        original = base64.b64decode(record["original"], validate=True)
        article = _article(record)
        past = Past(int(record["added"]), int(record["number"]))
        tags = dict(parsed(f"{name}={value}") for name, value in record["tags"].items())
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise Misfit("no article of a collection") from error
    if hashlib.sha256(original).hexdigest() != article.sha256:
        raise Misfit("its original has another SHA-256")
    return Exchanged(stored(article, witness(article), original), past, tags)


def take_in(library: Library, lines: Iterable[bytes], collection: int) -> Iterator[int]:
    """Add the articles of these lines to a collection; gives how many lines are on disk, every now and then.

    Raises:
        Misfit: A line is broken; what was told of before is kept.
        LibraryError: The library does not keep them.
    """
    holdings, tags, done = Holdings(library), Tags(library, collection), 0
    rest = iter(lines)
    while batch := [exchanged(line) for line in islice(rest, BATCH)]:
        added = holdings.add([one.article for one in batch], collection, [one.past for one in batch])
        for one, (label, _) in zip(batch, added, strict=True):
            for name, value in one.tags.items():
                tags.set(number_of(label) or 0, name, value)
        done += len(batch)
        yield done


def _article(record: dict[str, Any]) -> Article:
    text = record["text"]
    key = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    blocks = [Block(Span(start, end), Kind(kind), rule) for start, end, kind, rule in record["blocks"]]
    if any(not 0 <= block.span.start <= block.span.end <= len(text) for block in blocks):
        raise ValueError
    source = source_of(record["source"].encode("utf-8", "surrogateescape"), key)
    stated = {name: record[name] for name in _STATED}
    if any(not isinstance(said, str | None) for said in stated.values()):
        raise TypeError
    return Article(**stated, key=key, text=text, blocks=tuple(blocks), source=source, sha256=record["sha256"])


def _record(line: bytes) -> dict[str, Any]:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise Misfit("no JSON") from error
    if not isinstance(record, dict):
        raise Misfit("no JSON object")
    return record


def _line(record: dict[str, Any]) -> str:
    return json.dumps(record, separators=(",", ":")) + "\n"
