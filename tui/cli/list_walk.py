"""The list of articles, read one by one."""

from collections.abc import Iterator, Sequence

from tui.articles import Collection
from tui.cli.places import Places
from tui.cli.walks import Refused, Walk, numbered
from tui.text.shown import one_line

_FIRST = 20
"""Articles that are listed unasked."""


class ListWalk(Walk):
    """The articles to choose from; each is read when its line is first wanted."""

    noun = "article"
    empty = "no articles"

    def __init__(self, collection: Collection, chosen: Sequence[int]) -> None:
        super().__init__()
        self._collection = collection
        self._chosen = chosen

    def __len__(self) -> int:
        return len(self._chosen)

    def line(self, place: int) -> str:
        """Label, title, byline, date and length, or why there is no article."""
        summary = self._collection.summary(self._chosen[place])
        if summary.error is not None:
            return one_line(f"{summary.label} cannot be read: {summary.source.name}: {summary.error}")
        parts = [summary.title]
        parts += [f"by {summary.byline}"] if summary.byline else []
        parts += [summary.date] if summary.date else []
        parts += [f"{summary.words} words", f"{summary.sentences} sentences"]
        return one_line(f"{summary.label}: {', '.join(parts)}")

    def texts(self, place: int) -> Iterator[str]:
        """Title and byline."""
        summary = self._collection.summary(self._chosen[place])
        yield summary.title
        yield summary.byline or ""

    def opening(self) -> list[str]:
        """The count, the first articles, and how to go on."""
        count = len(self)
        lines = [f"{count} article{'s' * (count != 1)}."]
        self.place = max(0, min(_FIRST, count) - 1)
        lines += [self.line(place) for place in range(min(_FIRST, count))]
        if count > _FIRST:
            lines.append(f"{_FIRST} of {count} listed; next or an empty line goes on.")
        labels = [self._collection.label(number) for number in self._chosen[:2]]
        parts = [f"read {labels[0]} reads one"] if labels else []
        parts += [f"pair {' '.join(labels)} compares two"] if len(labels) > 1 else []
        return [*lines, f"{', '.join([*parts, 'help names every command'])}."]

    def resume(self, places: Places) -> bool:
        """False: the list is read from its start."""
        del places
        return False

    def keep(self, places: Places) -> None:
        """Nothing is kept of the list."""

    def where(self) -> str:
        """The list and the place in it."""
        return f"the list, article {self.place + 1} of {len(self)}"

    def go_to(self, asked: str, *, sentence: bool) -> str:
        """The line of the article with that place in the list."""
        if sentence:
            raise Refused("the list has no sentences; read an article first, for example: read A")
        self.place = numbered(asked, len(self), self.noun)
        return self.here()
