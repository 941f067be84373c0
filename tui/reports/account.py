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

    def cite(self, sentence: int) -> str:
        """Where the sentence stands, for people: `B s10` is the tenth sentence of B, furniture left out."""
        return f"{self.label} {self.witness.cite(sentence)}"
