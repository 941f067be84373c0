"""A table of articles for people."""

from collections.abc import Callable, Container, Iterator, Sequence

from tui.articles import Collection, Summary
from tui.cli.drawing import table, text_run
from tui.cli.ink import Ink
from tui.presentation import glyphs
from tui.presentation.credits import day_of
from tui.presentation.page import Emphasis, Run
from tui.presentation.wrapping import cells_of

_HEADINGS = ("", "Title", "Byline", "Date", "Tags", "Words", "Sentences", "Read")
_TAGS, _NUMBERS, _READ = 4, 5, 7
_MOST = {2: 20, 3: 18, _TAGS: 30}
_LEAST_TITLE = 24


def listing(
    collection: Collection, chosen: Sequence[int], read: Callable[[int], float], width: int, ink: Ink
) -> Iterator[str]:
    """One row for each article, within a width in cells; what an article does not state is a dot.

    `read` gives the share of it that was ever read, 0.0 to 1.0. A source that gives no article keeps its row, with
    the reason. Columns that would leave the title no room are left out, bylines and dates first; those of tags and of
    what was read stand only where there are any.
    """
    rows = [_row(collection.summary(number), read(number)) for number in chosen]
    widths = [max(cells_of(row[column].text) for row in [_heading(), *rows]) for column in range(len(_HEADINGS))]
    widths = [min(natural, _MOST.get(column, natural)) for column, natural in enumerate(widths)]
    empty = {column for column in (_TAGS, _READ) if not any(row[column].text for row in rows)}
    shown_columns = _fitting(widths, width, empty)
    room = width - sum(widths[column] + 2 for column in shown_columns if column != 1)
    widths[1] = min(widths[1], max(1, room))
    signed = [-widths[column] if column >= _NUMBERS else widths[column] for column in shown_columns]
    for row in [_heading(), *rows]:
        yield from table([[row[column] for column in shown_columns]], signed, ink)


def _fitting(widths: Sequence[int], width: int, empty: Container[int]) -> list[int]:
    """The columns that leave the title enough room, without the empty ones."""
    for wanted in ([0, 1, 2, 3, 4, 5, 6, 7], [0, 1, 4, 5, 6, 7], [0, 1, 4, 5], [0, 1, 5]):
        kept = [column for column in wanted if column not in empty]
        if width - sum(widths[column] + 2 for column in kept if column != 1) >= min(_LEAST_TITLE, widths[1]):
            return kept
    return [0, 1]


def _heading() -> list[Run]:
    return [text_run(name, Emphasis.LABEL) for name in _HEADINGS]


def _row(summary: Summary, read: float) -> list[Run]:
    if summary.error is not None:
        reason = f"{glyphs.CONFLICT} {summary.source.file_name}: {summary.error}"
        return [text_run(summary.label), text_run(reason, Emphasis.CONFLICT), *[text_run("")] * (len(_HEADINGS) - 2)]
    return [
        text_run(summary.label, Emphasis.TITLE),
        text_run(summary.title),
        text_run(summary.byline or glyphs.FILLER),
        text_run(day_of(summary.date or glyphs.FILLER)),
        text_run(" ".join(f"{name}={value}" for name, value in summary.tags)),
        text_run(f"{summary.words:,}"),
        text_run(str(summary.sentences)),
        text_run(f"{read:.0%}" if read else ""),
    ]
