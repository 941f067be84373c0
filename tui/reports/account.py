"""One article as every report names it."""

from dataclasses import dataclass

from tui.articles.model import Article
from tui.text.witness import Witness


@dataclass(frozen=True, slots=True)
class Account:
    """An article, its sentences, and the label that its collection gives it."""

    label: str
    article: Article
    witness: Witness

    @property
    def file(self) -> str:
        """The file's name without its folders, which are nobody else's business."""
        path = self.article.source.path
        return "standard input" if path is None else path.name

    @property
    def sentences(self) -> int:
        """How many sentences are the article's own, furniture left out."""
        return sum(number is not None for number in self.witness.numbers)

    @property
    def places(self) -> tuple[str, ...]:
        """What people call each sentence: `B s10` for the tenth of B that is no furniture, which is only `B`. O(n)."""
        return tuple(self.label if number is None else f"{self.label} s{number}" for number in self.witness.numbers)
