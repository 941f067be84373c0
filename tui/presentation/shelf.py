"""The list of articles in words and cells: its title, its rows, its status."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from tui.articles import Collection
from tui.articles.shelf import Shelf as Shelved
from tui.presentation import glyphs
from tui.presentation.amounts import counted
from tui.presentation.bars import Part
from tui.presentation.cells import cells_of, clip, flow_text
from tui.presentation.credits import credits_of, tags_of
from tui.text.shown import shown

_TITLE_LINES = 2
_STATE_WIDTH = 5
_WORDS_WIDTH = 7


class RowState(NamedTuple):
    """What a row shows beside its article: is it under the cursor, is it marked, the share read, 0.0 to 1.0.

    `base` is the article that tells the order of claims.
    """

    cursor: bool = False
    marked: bool = False
    seen: float = 0.0
    base: bool = False


class Shelf:
    """The rows of a collection at a width in cells; no article is read for one, only its title looked at.

    Args:
        collection: What to list.
        width: Cells of a row.
    """

    def __init__(self, collection: Collection, width: int) -> None:
        self._collection = collection
        self._labels = len(collection.label(len(collection) - 1))
        self._room = max(8, width - self._labels - 6 - _WORDS_WIDTH - _STATE_WIDTH - 1)

    def titles(self, row: int) -> tuple[str, ...]:
        """The row's title in one or two lines."""
        summary = self._collection.glimpsed(row)
        text = summary.title if summary.error is None else f"{summary.source.file_name}: {summary.error}"
        return _in_lines(text, self._room)

    def height(self, most: int, rows: Sequence[int] | None = None) -> int:
        """Lines that the whole list takes, or these rows of it, counted as far as `most`."""
        wanted = 0
        for row in range(len(self._collection)) if rows is None else rows:
            wanted += len(self.titles(row))
            if wanted > most:
                break
        return wanted

    def line(self, row: int, line: int, titles: Sequence[str], state: RowState) -> Iterator[Part]:
        """One line of a row."""
        summary = self._collection.glimpsed(row)
        cursor = glyphs.CURSOR if state.cursor else " "
        if line == 0:
            yield Part(cursor, "mark")
            box = "[x]" if state.marked else "[ ]"
            yield Part(box if state.base else f"{box} ", "mark" if state.marked else "muted")
            yield Part(glyphs.BASE if state.base else "", "mark")
            yield Part(self._collection.label(row).ljust(self._labels + 1), "label")
        else:
            yield Part(cursor.ljust(self._labels + 6), "mark")
        title = titles[line]
        yield Part(title + " " * (self._room - cells_of(title)), "error" if summary.error else "title")
        if line == 0 and summary.error is None and not summary.glimpsed:
            yield Part(f"{summary.words:,} w".rjust(_WORDS_WIDTH), "muted")
            yield Part(f" {_share(state.seen)}".ljust(_STATE_WIDTH), "label")


@lru_cache(maxsize=1024)
def _in_lines(title: str, room: int) -> tuple[str, ...]:
    """A title in as many lines as it may take, of so many cells."""
    lines = flow_text(shown(title), room)
    if len(lines) > _TITLE_LINES:
        lines = (lines[0], clip(" ".join(lines[1:]), room))
    return lines or ("",)


def _share(seen: float) -> str:
    """How far an article has been read."""
    return glyphs.UNREAD if not seen else glyphs.READ if seen >= 1 else f"{glyphs.PARTLY}{seen:.0%}"


def title_parts(collection: Collection) -> tuple[list[Part], list[Part]]:
    """The left and the right of the line above the list: how much there is, and how much of it is known."""
    if collection.shelf is not None:
        return _shelved_parts(collection, collection.shelf), []
    known = collection.all_known()
    read = [summary for summary in known if summary.error is None]
    parts = [
        Part(" summit-tui ", "title"),
        Part(f" {counted(len(collection), 'article')}"),
        Part(f" · {counted(sum(summary.sentences for summary in read), 'sentence')}"),
    ]
    if not known:
        del parts[2:]  # nothing is counted yet
    elif len(known) < len(collection):
        parts.append(Part(f" · {len(known):,} read so far", "muted"))
    broken = len(known) - len(read)
    return parts, [Part(f"{broken} cannot be read " if broken else "", "error")]


def _shelved_parts(collection: Collection, shelf: Shelved) -> list[Part]:
    """What a collection of the library is called, and how much there is of it."""
    sentences = shelf.sentences()
    return [
        Part(" summit-tui ", "title"),
        Part(f" {shown(shelf.name)}", "key"),
        Part(f" · {counted(len(collection), 'article')}"),
        Part("" if sentences is None else f" · {counted(sentences, 'sentence')}"),
    ]


def status_parts(
    collection: Collection,
    cursor: int,
    *,
    marked: Sequence[int] = (),
    base: int | None = None,
    pending: str = "",
    row: tuple[int, int] | None = None,
) -> tuple[list[Part], list[Part]]:
    """The left and the right of the line below the list: the article under the cursor, and where that is.

    `row` is its row, from 0 on, and how many rows there are, where the list is sorted or filtered. Where another has
    the same title, its file is named. O(articles that are known).
    """
    summary = collection.known(cursor)
    left = [Part(f" {collection.label(cursor)}", "title")]
    if summary is not None and summary.error is not None:
        left.append(Part(f"  {shown(summary.error)}", "error"))
    elif summary is not None:
        namesakes = sum(other.title == summary.title for other in collection.all_known())
        left.append(Part(f"  {summary.source.file_name}" if namesakes > 1 else ""))
        left.append(Part(f"  {tags_of(summary)}" if summary.tags else "", "key"))
        left.append(Part(f"  {credits_of(summary)} · {counted(summary.sentences, 'sentence')}", "muted"))
    labels = " ".join(map(collection.label, marked))
    at, rows = row or (cursor, len(collection))
    right = [
        Part(f"{pending} " if pending else "", "key"),
        Part("" if base is None else f"base {collection.label(base)}  ", "key"),
        Part(f"marked {labels}  " if labels else "", "key"),
        Part(f"{at + 1}/{rows} ", "muted"),
    ]
    return left, right
