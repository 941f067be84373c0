"""A witness's lines with who says something in each; pronouns stand for whom they mean where the text tells."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from tui.facts.lexicon import words
from tui.facts.model import Fact, Name, NameSort
from tui.facts.phrases import Token
from tui.facts.reading import Line, Reading
from tui.facts.sources import Saying, may_tell, sayings, tokens_of
from tui.text.languages import language

_PERSONAL = frozenset({"he", "she"})
_POSSIBLE = _PERSONAL | {"his", "her"}
_SUBJECT = 8
"""Tokens in which a line names whom it is about."""
_OPENING = 2 * _SUBJECT
"""Words that are looked at of a line in which no one says anything."""
_FARTHEST = 3
"""Lines that a pronoun may lie behind what it stands for."""


class SpokenLine(NamedTuple):
    """A line as tokens, with its sources and verbs in order; only the first tokens where no one says anything."""

    line: Line
    tokens: tuple[Token, ...]
    sayings: tuple[Saying, ...]


class Speech(NamedTuple):
    """A reading with its names by place and its lines as spoken; sources are known in English only."""

    reading: Reading
    named: Mapping[int, tuple[int, str]]
    lines: tuple[SpokenLine, ...]

    @property
    def english(self) -> bool:
        """Whether the text is in English."""
        return language(self.reading.witness.language).code == "en"

    def inside(self, index: int) -> SpokenLine:
        """What stands in a marked stretch, as a line."""
        found = self.reading.inside(index)
        tokens = tokens_of(found, self.named)
        said = sayings(self.reading.witness.text, tokens)
        line = self.reading.lines[0]
        return SpokenLine(Line(found, line.paragraph, line.kind), tuple(tokens), tuple(said))


def listen(reading: Reading, names: Iterable[Fact]) -> Speech:
    """The lines of a text with their sources; sources are found in English only."""
    known = [fact for fact in names if isinstance(fact.value, Name)]
    named = {fact.span.start: (fact.span.end, fact.value.canonical) for fact in known if isinstance(fact.value, Name)}
    if language(reading.witness.language).code != "en":
        return Speech(reading, named, tuple(SpokenLine(line, _bare(line), ()) for line in reading.lines))
    people = _people(known)
    heard: list[SpokenLine] = []
    memory = _Memory(people)
    for number, line in enumerate(reading.lines):
        telling = may_tell([word.text for word in line.words]) or any(word.mark >= 0 for word in line.words)
        tokens = tokens_of(line.words if telling else line.words[:_OPENING], named)
        said = sayings(reading.witness.text, tokens) if telling else []
        heard.append(SpokenLine(line, tuple(tokens), tuple(memory.resolve(number, tokens, said))))
    return Speech(reading, named, tuple(heard))


def _bare(line: Line) -> tuple[Token, ...]:
    return tuple(Token(word.start, word.end, word.text, word.text.casefold(), word.mark) for word in line.words)


def _people(known: Iterable[Fact]) -> frozenset[str]:
    """The names that may be a person's."""
    others = (NameSort.PLACE, NameSort.ORGANISATION)
    values = [fact.value for fact in known if isinstance(fact.value, Name)]
    not_people = {value.canonical for value in values if value.sort in others}
    return frozenset(
        value.canonical
        for value in values
        if value.canonical not in not_people and not (value.canonical.isupper() or value.canonical[-1].isdigit())
    )


class _Memory:
    """Who spoke last, and whom the last lines are about."""

    def __init__(self, people: frozenset[str]) -> None:
        self._people = people
        self._recent: list[tuple[int, str, bool]] = []
        self._pronouns: dict[str, str] = {}

    def resolve(self, number: int, tokens: Sequence[Token], said: Sequence[Saying]) -> list[Saying]:
        """The sayings of the next line, with sources for its pronouns."""
        resolved = [self._resolved(number, tokens, saying) for saying in said]
        subject = self._subject(tokens)
        if subject:
            self._recent.append((number, subject, True))
        for saying in resolved:
            if not saying.pronoun and (saying.named or self._single(saying.source)):
                self._recent.append((number, saying.source, saying.named))
        del self._recent[:-8]
        return resolved

    def _resolved(self, number: int, tokens: Sequence[Token], saying: Saying) -> Saying:
        if not saying.pronoun or saying.source.casefold() not in _PERSONAL:
            return saying
        pronoun = saying.source.casefold()
        here = [token.name for token in tokens[: saying.first] if token.name in self._people]
        recent = [(name, named) for line, name, named in reversed(self._recent) if number - line <= _FARTHEST]
        for name, named in [*((name, True) for name in here[:1] if name), *recent]:
            if self._pronouns.setdefault(name, pronoun) == pronoun:
                return saying._replace(source=name, named=named, pronoun=False)
        return saying

    def _subject(self, tokens: Sequence[Token]) -> str | None:
        """The first person named in a line if little stands before; for he or she whom the lines before are about."""
        for place, token in enumerate(tokens[:_SUBJECT]):
            if token.mark >= 0:
                return None
            if token.small in _POSSIBLE:
                return next((name for _, name, named in reversed(self._recent) if named), None)
            if token.name in self._people and (place == 0 or tokens[place - 1].small not in words("within")):
                return token.name
        return None

    @staticmethod
    def _single(source: str) -> bool:
        """Whether a noun phrase means one person: he or she may stand for it."""
        first, _, rest = source.casefold().partition(" ")
        heads = rest.split()
        plural = any(word.endswith("s") or word in words("documents") or word in words("bodies") for word in heads)
        return first in ("a", "an", "the", "one", "his", "her") and bool(heads) and not plural
