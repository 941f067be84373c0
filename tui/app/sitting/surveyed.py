"""What a survey of the list has found."""

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from tui.collation.survey import Survey


class Surveyed(NamedTuple):
    """A survey, the number that each of its sources has in the list, and what it is called there.

    `bonds` names the acts by which the reviewer's links stood when it was made.
    """

    survey: "Survey"
    numbers: tuple[int, ...]
    labels: tuple[str, ...]
    left_out: int
    bonds: frozenset[str] = frozenset()

    def source(self, number: int | None) -> int | None:
        """The source that is this article of the list, None for no article and where it was not surveyed."""
        return self.numbers.index(number) if number in self.numbers else None
