"""The quantities of a text: amounts read, joined to ranges and compound measures, bounded and softened."""

from collections.abc import Iterable, Iterator

from tui.facts.modality import modality
from tui.facts.model import Fact, Kind
from tui.facts.quantities.joining import Joined, joined_at
from tui.facts.quantities.lexing import NUMBER, SIGN, WORD, Lexemes, lex
from tui.facts.quantities.number_words import NUMBER_WORDS, ONES, ORDINALS, TENS, VAGUE, VULGAR
from tui.facts.quantities.unit_words import BEFORE_DIGITS, CODES, DOLLARS, LENGTHS, SIGNS, TIMES
from tui.facts.word_sets import word_set
from tui.text.spans import Span
from tui.text.witness import Kind as Place
from tui.text.witness import Sentence, Witness

_TRIGGERS = NUMBER_WORDS | TIMES | LENGTHS | {"weeklong", "yearlong", "daylong", "monthlong", "decadelong", "hourlong"}
_FIRST_WORDS = frozenset([*ONES, *TENS, *VAGUE, *ORDINALS, *TIMES, *(f"{unit}long" for unit in TIMES)]) | word_set(
    "a an half quarter quarters twice thrice decades centuries millennia minus magnitude"
)
_BEFORE_DIGITS = frozenset([*DOLLARS, *BEFORE_DIGITS, *(code.lower() for code in CODES)])
_FIRST_SIGNS = frozenset([*SIGNS, *VULGAR, *"-−–"])


def find(witness: Witness, dates: Iterable[Span] = ()) -> tuple[Fact, ...]:
    """The quantities of a text in its order; none in the spans that dates take up. Linear in the text."""
    taken = sorted(dates)
    english = witness.language.lower().startswith("en")
    return tuple(
        fact
        for index, sentence in enumerate(witness.sentences)
        if sentence.kind is not Place.FURNITURE and _may_have_quantities(sentence.tokens.written)
        for fact in _in_sentence(witness, index, _within(taken, sentence), english=english)
    )


def _may_have_quantities(words: Iterable[str]) -> bool:
    return any(word[0].isdigit() or word.lower() in _TRIGGERS for word in words)


def _within(dates: Iterable[Span], sentence: Sentence) -> list[Span]:
    """The dates of a sentence, from its start on."""
    first, end = sentence.span
    return [Span(date.start - first, date.end - first) for date in dates if first <= date.start < end]


def _in_sentence(witness: Witness, index: int, dates: list[Span], *, english: bool) -> Iterator[Fact]:
    sentence = witness.sentences[index]
    text = witness.text[slice(*sentence.span)]
    lexemes = lex(text, dates)
    title = sentence.kind in (Place.TITLE, Place.HEADING, Place.DEK) and _has_capitals_throughout(lexemes)
    for found in _joined(lexemes, title=title):
        if english or found.safe:
            start, end = lexemes[found.start].start, lexemes[found.end - 1].end
            place = Span(sentence.span.start + start, sentence.span.start + end)
            yield Fact(Kind.QUANTITY, place, found.quantity, index, modality(text, start, end))


def _joined(lexemes: Lexemes, *, title: bool) -> Iterator[Joined]:
    place = reach = 0
    while place < len(lexemes):
        if not _may_begin(lexemes, place):
            place += 1
            continue
        found, place = joined_at(lexemes, place, reach, title=title)
        for one in found:
            yield one
            reach = max(reach, one.end)


def _may_begin(lexemes: Lexemes, place: int) -> bool:
    """Whether an amount may begin at a place, as far as its first words tell."""
    lexeme = lexemes[place]
    if lexeme.sort == WORD:
        return lexeme.low in _FIRST_WORDS or (
            lexemes.at(place + 1).sort in (NUMBER, SIGN) and lexeme.low in _BEFORE_DIGITS
        )
    return lexeme.sort == NUMBER or lexeme.text in _FIRST_SIGNS


def _has_capitals_throughout(lexemes: Lexemes) -> bool:
    """Whether most longer words of a heading have a capital."""
    long = [lexeme.text for lexeme in lexemes if lexeme.sort == WORD and len(lexeme.text) > 3]
    return sum(word[0].isupper() for word in long) * 5 > len(long) * 3
