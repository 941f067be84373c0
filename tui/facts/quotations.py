"""Quotations: words in quotation marks that someone said, with the speaker and the verb where they are given."""

from collections.abc import Iterator
from typing import NamedTuple

from tui.facts.lexicon import either, function_words, words
from tui.facts.model import Fact, Kind, Quotation
from tui.facts.reading import Marked, is_title
from tui.facts.sources import Saying
from tui.facts.speech import Speech, SpokenLine
from tui.text.tokens import tokenize

_SENTENCE_ENDS = ".?!…"
_LEAST = 2
"""Words that a quotation has if no one is said to have said it."""
_LONG = 5
"""Words that a quotation has in a language of which no more is known."""
_STOPS = frozenset({";", "?", "!"})


class _Spoken(NamedTuple):
    """Who said what stands in marks, if that is told."""

    speaker: str | None = None
    verb: str | None = None
    continued: bool = False
    behind: bool = False
    """The source stands behind the words."""


def find(speech: Speech) -> tuple[Fact, ...]:
    """The quotations of a text in its order. Outside English those that are whole sentences, by their marks alone."""
    found = _spoken(speech)
    _join(speech.reading.marked, found)
    return tuple(sorted(_facts(speech, found), key=lambda fact: (fact.span.start, -fact.span.end)))


def _facts(speech: Speech, found: dict[int, _Spoken]) -> Iterator[Fact]:
    witness = speech.reading.witness
    for index, spoken in found.items():
        span = speech.reading.marked[index].inner
        forms = tokenize(witness.text, span, language=witness.language).forms
        nested = speech.reading.marked[index].parent >= 0
        speaker = spoken.speaker
        value = Quotation(forms, speaker, spoken.verb, nested=nested, continued=spoken.continued)
        yield Fact(Kind.QUOTATION, span, value, witness.sentence_at(span.start))


def _spoken(speech: Speech) -> dict[int, _Spoken]:
    """Each quotation by its place among what is marked."""
    found: dict[int, _Spoken] = {}
    before: tuple[SpokenLine, _Spoken] | None = None
    for line in speech.lines:
        last: _Spoken | None = None
        for place, token in enumerate(line.tokens):
            if token.mark < 0:
                continue
            spoken = _judge(speech, line, place, last, before)
            if spoken is not None:
                found[token.mark] = last = spoken
                found.update(_inside(speech, token.mark))
        before = (line, last) if last else None
    return found


def _judge(
    speech: Speech, line: SpokenLine, place: int, last: _Spoken | None, before: tuple[SpokenLine, _Spoken] | None
) -> _Spoken | None:
    """Who said what stands in marks at a place of a line; None where it is no quotation."""
    mark = speech.reading.marked[line.tokens[place].mark]
    written = speech.reading.witness.text[slice(*mark.inner)]
    behind = _behind(line, place)
    if behind:
        return _said_by(behind, behind=True)
    ahead = _ahead(line, place)
    named = _is_label(line, place, written) and not (ahead and ahead.judging and not is_title(written))
    if named or not any(letter.isalnum() for letter in written):
        return None
    if ahead:
        return _said_by(ahead, continued=last is not None and last.behind and _goes_on(line, ahead, place))
    if place == 0 and before and before[0].line.paragraph == line.line.paragraph and _is_sentence(written):
        return _Spoken(before[1].speaker, before[1].verb, continued=before[1].verb is not None)
    if place and line.tokens[place - 1].text == ":" and _is_sentence(written):
        return _Spoken(line.tokens[0].name or (line.tokens[0].text if place == _LEAST else None))
    alone = _stands_alone(line, place, written) if speech.english else _is_long(written)
    return _Spoken() if mark.open or mark.follows or alone else None


def _is_long(written: str) -> bool:
    """Whether words in marks are more than a title or a term, whatever the language."""
    size = len(tokenize(written))
    return size >= _LONG or (size > _LEAST and written[-1] in _SENTENCE_ENDS)


def _said_by(saying: Saying, *, behind: bool = False, continued: bool = False) -> _Spoken:
    return _Spoken(None if saying.pronoun else saying.source, saying.verb or None, continued, behind)


def _behind(line: SpokenLine, place: int) -> Saying | None:
    """The source that stands directly behind the words."""
    following = place + 1
    if following < len(line.tokens) and line.tokens[following].text in ",—–":
        following += 1
    return next((saying for saying in line.sayings if saying.first == following and not saying.implied), None)


def _ahead(line: SpokenLine, place: int) -> Saying | None:
    """The nearest source before the words in the same part of the line."""
    floor = max((at for at in range(place) if line.tokens[at].text in _STOPS), default=-1)
    nearest = [saying for saying in line.sayings if floor < saying.last <= place]
    return nearest[-1] if nearest else None


def _goes_on(line: SpokenLine, ahead: Saying, place: int) -> bool:
    """Whether the words go on with a quotation that a source and its verb interrupt."""
    return (ahead.first > 0 and line.tokens[place - 1].text in ",.—–:;") or ahead.last == place


def _is_label(line: SpokenLine, place: int, written: str) -> bool:
    """Whether words in marks are a title, a nickname, a term, or meant as words."""
    before = line.tokens[place - 1] if place else None
    if before is None:
        return False
    following = line.tokens[place + 1] if place + 1 < len(line.tokens) else None
    if before.name and following and following.name:
        return True
    if before.small in words("labels"):
        return True
    if not is_title(written) or len(written) == 1 or _verb_before(line, place):
        return False
    apart = before.small in (",", ":")
    return not apart or (place > 1 and line.tokens[place - 2].small in words("labels"))


def _verb_before(line: SpokenLine, place: int) -> bool:
    return any(saying.last == place for saying in line.sayings)


def _is_sentence(written: str) -> bool:
    """Whether words are a whole sentence by their capital and their end."""
    return not written[0].islower() and (written[-1] in _SENTENCE_ENDS or len(written.split()) > _LEAST)


def _stands_alone(line: SpokenLine, place: int, written: str) -> bool:
    """Whether words are a quotation although no one is said to have said them: what one speaks in sentences."""
    if is_title(written):
        return False
    small = written.casefold().replace("’", "'").split()
    following = line.tokens[place + 1] if place + 1 < len(line.tokens) else None
    if place == 0 and not written[0].islower():
        if written[-1] in _SENTENCE_ENDS or written[-1] == ",":
            return len(small) >= _LEAST
        if following and following.text == ":":
            return len(small) > _LEAST and any(word in function_words() for word in small)
    attributive = (
        place and line.tokens[place - 1].small in words("determiners") and following and following.text.isalpha()
    )
    return len(small) > _LEAST and not attributive and bool(either("spoken", "finite") & set(small))


def _inside(speech: Speech, index: int) -> Iterator[tuple[int, _Spoken]]:
    """The quotations inside a quotation."""
    marked = speech.reading.marked
    if not any(mark.parent == index for mark in marked[index + 1 : index + 20]):
        return
    line = speech.inside(index)
    for place, token in enumerate(line.tokens):
        if token.mark < 0:
            continue
        written = speech.reading.witness.text[slice(*marked[token.mark].inner)]
        if _is_label(line, place, written):
            continue
        source = _behind(line, place) or _ahead(line, place)
        if source:
            yield token.mark, _said_by(source)
        elif len(written.split()) >= _LEAST:
            yield token.mark, _Spoken()


def _join(marked: tuple[Marked, ...], found: dict[int, _Spoken]) -> None:
    """Give what runs over paragraphs one speaker, whichever paragraph tells it."""
    chain: list[int] = []
    for index, mark in enumerate(marked):
        if mark.parent >= 0 or not (mark.open or mark.follows):
            continue
        if not mark.follows:
            chain = []
        chain.append(index)
        if mark.open:
            continue
        told = next((found[place] for place in chain if place in found and found[place].verb), _Spoken())
        for at, place in enumerate(chain):
            found[place] = _Spoken(told.speaker, told.verb, continued=at > 0)
