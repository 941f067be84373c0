"""Sentences that give a quotation in the words of who wrote them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from tui.collation.ledgers.rows import cited
from tui.collation.survey import Survey
from tui.collation.told import Cited
from tui.facts import Attribution, Fact, Kind, Name, Quotation
from tui.facts.bearers import key, may_be_one
from tui.text.languages import language
from tui.text.spans import Span
from tui.text.witness import Kind as Place

_OF_QUOTED, _FEWEST = 0.5, 2
"""The share of the telling words quoted that a paraphrase has too, and how many of them; of so few all but one may be
missing where that one is a name."""
_MARKS = frozenset('"“”„«»')
_OFTEN = 0.25
"""Words that more than this share of all sentences have tell nothing."""

_Sentence = tuple[int, int]
"""A source and one of its sentences."""


@dataclass(frozen=True, slots=True)
class Paraphrase:
    """A quotation, and where a sentence says it in its own words: from the first to the last word that both have."""

    quotation: Cited
    said: Cited


def find_paraphrases(survey: Survey) -> tuple[Paraphrase, ...]:
    """For each quotation whose speaker is told the sentences of other sources that paraphrase it, by place.

    Such a sentence quotes nothing, names the speaker, and shares words with what is quoted and with the sentence
    that quotes it. Rules of words: much is missed.
    """
    return tuple(_Paraphrasing(survey).found())


@dataclass(frozen=True, slots=True)
class _Sought:
    """Who said it, the telling words quoted, those of the whole sentence, and which of the quoted are names."""

    speaker: str
    quoted: frozenset[str]
    beside: frozenset[str]
    names: frozenset[str]


class _Paraphrasing:
    def __init__(self, survey: Survey) -> None:
        self._survey = survey
        self._stems: dict[_Sentence, frozenset[str]] = {}
        self._having: dict[str, list[_Sentence]] = defaultdict(list)
        for source, witness in enumerate(survey.witnesses):
            known = language(witness.language)
            for number, sentence in enumerate(witness.sentences):
                if sentence.kind is Place.BODY and known.code == "en":
                    content = [form for form in sentence.tokens.forms if form not in known.function_words]
                    self._stems[source, number] = frozenset(known.stems(content))
        for place, stems in self._stems.items():
            for stem in stems:
                self._having[stem].append(place)
        self._people = self._named(fact for fact in survey.facts)

    def found(self) -> Iterator[Paraphrase]:
        for at, fact in cited(self._survey, Kind.QUOTATION):
            assert isinstance(fact.value, Quotation)
            around = self._stems.get((at.source, at.sentence))
            if fact.value.speaker is None or around is None:
                continue
            speaker = key(fact.value.speaker)
            sought = _Sought(
                speaker,
                self._telling(language("en").stems(fact.value.words), speaker),
                self._telling(around, speaker),
                self._telling(self._names_in(at), speaker),
            )
            for place in sorted({one for stem in sought.quoted for one in self._having[stem]}):
                if place[0] != at.source and not self._quotes(place) and self._says(place, sought):
                    yield Paraphrase(at, Cited(*place, self._span(place, sought)))

    def _quotes(self, place: _Sentence) -> bool:
        return not _MARKS.isdisjoint(self._survey.witnesses[place[0]].quote(place[1]))

    def _span(self, place: _Sentence, sought: _Sought) -> Span:
        """From the first to the last of the words that the sentence has of those sought."""
        tokens = self._survey.witnesses[place[0]].sentences[place[1]].tokens
        stems = language("en").stems(tokens.forms)
        common = [span for span, stem in zip(tokens.spans, stems, strict=True) if stem in sought.quoted | sought.beside]
        return Span(common[0].start, common[-1].end)

    def _says(self, place: _Sentence, sought: _Sought) -> bool:
        stems = self._stems[place]
        common = stems & sought.quoted
        enough = len(common) >= max(_FEWEST, _OF_QUOTED * len(sought.quoted))
        by_name = common & sought.names and len(stems & (sought.quoted | sought.beside)) >= _FEWEST
        if not enough and not (by_name and len(sought.quoted) <= _FEWEST + 1):
            return False
        return any(may_be_one(sought.speaker, name) for name in self._people.get(place, ()))

    def _names_in(self, at: Cited) -> list[str]:
        """The stems of the names that are quoted."""
        keys = (
            fact.value.key
            for fact in self._survey.facts[at.source]
            if isinstance(fact.value, Name) and at.span.start <= fact.span.start < at.span.end
        )
        return language("en").stems([word for name in keys for word in name.split()])

    def _telling(self, stems: Iterable[str], speaker: str) -> frozenset[str]:
        """Those of the stems that few sentences have, and that are not the speaker's name."""
        most = max(2, _OFTEN * len(self._stems))
        names = set(language("en").stems(speaker.split()))
        return frozenset(stem for stem in stems if stem not in names and 0 < len(self._having.get(stem, ())) <= most)

    def _named(self, sources: Iterable[Sequence[Fact]]) -> Mapping[_Sentence, set[str]]:
        """By sentence the keys of whom it names or gives as a source."""
        found: dict[_Sentence, set[str]] = defaultdict(set)
        for source, facts in enumerate(sources):
            for fact in facts:
                if isinstance(fact.value, Name):
                    found[source, fact.sentence].add(fact.value.key)
                elif isinstance(fact.value, Attribution) and fact.value.named:
                    found[source, fact.sentence].add(key(fact.value.source))
        return found
