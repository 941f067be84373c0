"""What reviewers did to the sentences of some articles of the list."""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from tui.articles import Unreadable
from tui.presentation.review.wording import told
from tui.presentation.spot import Spot
from tui.review.acts import Note
from tui.text.sides import Side

if TYPE_CHECKING:
    from tui.app.sitting.session import Session
    from tui.review.located import Located, Standing


class Marked:
    """Everyone's notes on these articles, and what the reviewer found, linked and parted in them, as it stands now.

    `located` is None where nobody has done anything, or where an article can no longer be read; its texts are the
    articles of these `numbers`. `acts` counts all that was done by then. O(sentences and acts).
    """

    def __init__(self, session: "Session", numbers: Sequence[int]) -> None:
        self._reviewing = session.reviewing
        self.numbers = numbers
        self.acts = len(session.reviewing.history)
        self.located: Located | None = None
        if self.acts and numbers:
            with suppress(Unreadable):
                self.located = session.reviewing.located(numbers)
        noted = self.located.noted if self.located is not None else ()
        self.noted = frozenset(Spot((numbers[text],), Side.LEFT, sentence) for text, sentence in noted)

    @property
    def is_current(self) -> bool:
        """Whether nothing was done since."""
        return self.acts == len(self._reviewing.history)

    def told(self, spots: Iterable[Spot]) -> list[str]:
        """A line for each note on these sentences, whoever took it, and for what the reviewer did to them."""
        standing = dict.fromkeys(one for spot in spots for one in self._on(spot))
        return [f"{self._reviewing.cite(act)}  {told(act, mark)}" for act, mark, _ in standing]

    def _on(self, spot: Spot) -> "Iterable[Standing]":
        """What stands on a sentence of an article, so far as it is told."""
        if self.located is None or spot.articles[0] not in self.numbers:
            return ()
        from tui.review.located import Where  # noqa: PLC0415 (only where something was done)

        found = self.located.on(Where(self.numbers.index(spot.articles[0]), spot.sentence))
        mine = self._reviewing.reviewer
        return (one for one in found if isinstance(one.mark, Note) or one.act.reviewer == mine)
