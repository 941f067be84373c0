"""A quantity or date with all that tells of what it is: the words around it, and the facts of its sentence."""

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from tui.facts.clashes.measures import dimension_of
from tui.facts.kin import joined
from tui.facts.lexicon import words
from tui.facts.measured import Measured, measured
from tui.facts.model import Date, Fact, Kind, Quantity
from tui.facts.occasions import occasion
from tui.facts.roles import role
from tui.facts.word_sets import word_set
from tui.text.languages import language
from tui.text.tokens import tokenize
from tui.text.witness import Witness

NEAR = 6
"""How many words to either side count as near."""
_CLAUSE_END = re.compile(r"[;:—–()“”\"]|,\s|\s(?:but|while|whereas|although)\s")


class Telling(NamedTuple):
    """A quantity or date of a source, the stems of the content words around it, and what stands with it."""

    number: int
    """The fact's number among the source's."""
    fact: Fact
    written: str
    near: tuple[str, ...]
    """The stems of its clause, at most `NEAR` words away, in order, without its own."""
    nearest: str
    """The one nearest before the fact, or, where none stands there, nearest behind it; empty without any.

    A word for how something changes or comes about, which may be any, only where there is no other; before a date
    nor the name of a place, which tells less of what happened.
    """
    sentence: frozenset[str]
    """Those of the whole sentence."""
    before: str
    """The word directly before it, in lower case; empty at the start of the sentence."""
    after: str
    role: str
    """What the nearest telling word says happened to what is counted: dead, hurt; empty where none does."""
    is_part: bool
    """Told as a part, or as what is left: including four, 12 others, another 20, four and 12 others."""
    others: frozenset[str]
    """The words of its clause that tell one of several from another: a second plan."""
    is_gloss: bool
    """It stands in brackets, as another's conversion."""
    is_of_saying: bool
    """It is, or stands where it may be, the date on which something was said: the minister said on Monday."""
    fellows: tuple[Quantity, ...]
    """The other quantities of its sentence, of a quantity only those in its dimension."""
    frame: tuple["Telling", ...] = ()
    """The dates of which its sentence tells, but for those of saying, if it is a quantity."""
    measured: Measured | None = None
    """What it is the measure, or the date, of, where the words beside it tell."""

    @property
    def quantity(self) -> Quantity:
        """The fact's value where it is a quantity; asked of no other."""
        assert isinstance(self.fact.value, Quantity)
        return self.fact.value

    @property
    def date(self) -> Date:
        """The fact's value where it is a date; asked of no other."""
        assert isinstance(self.fact.value, Date)
        return self.fact.value


def tellings(witness: Witness, facts: Sequence[Fact]) -> tuple[Telling, ...]:
    """The quantities and dates of a witness, in order; linear in the sentences they stand in."""
    company = _Company(facts)
    told = [
        _telling(witness, number, fact, company)
        for number, fact in enumerate(facts)
        if fact.kind in (Kind.QUANTITY, Kind.DATE)
    ]
    frames: dict[int, list[Telling]] = defaultdict(list)
    for telling in told:
        if telling.fact.kind is Kind.DATE and not telling.is_of_saying:
            frames[telling.fact.sentence].append(telling)
    return tuple(
        telling._replace(frame=tuple(frames[telling.fact.sentence])) if telling.fact.kind is Kind.QUANTITY else telling
        for telling in told
    )


def are_beside(left: Telling, right: Telling) -> bool:
    """Whether the word next to either fact is near the other."""
    return left.nearest in right.near and right.nearest in left.near


class _Company:
    """What stands in one sentence with a fact."""

    def __init__(self, facts: Sequence[Fact]) -> None:
        self.names: dict[int, list[Fact]] = defaultdict(list)
        self.quantities: dict[int, list[Quantity]] = defaultdict(list)
        self.said: set[int] = set()
        for fact in facts:
            if fact.kind is Kind.NAME:
                self.names[fact.sentence].append(fact)
            elif fact.kind is Kind.ATTRIBUTION:
                self.said.add(fact.span.end)
            elif isinstance(fact.value, Quantity):
                self.quantities[fact.sentence].append(fact.value)


def _telling(witness: Witness, number: int, fact: Fact, company: _Company) -> Telling:
    text, (first, end) = witness.text, witness.sentences[fact.sentence].span
    start, stop = fact.span
    before, after = text[first:start], text[stop:end]
    words_before = _words(_clause(_CLAUSE_END.split(before)[::-1]))
    words_after = _words(_clause(_CLAUSE_END.split(after)))
    earlier, later = _words(before), _words(after)
    known = witness.language
    ahead, behind = _stems(words_before[-NEAR:], known), _stems(words_after[:NEAR], known)
    named = _capitalised(before + after, known) if fact.kind is Kind.DATE else frozenset[str]()
    telling = Telling(
        number,
        fact,
        text[start:stop],
        (*ahead, *behind),
        nearest=_nearest((*ahead[::-1], *behind), named),
        sentence=frozenset((*_stems(earlier, known), *_stems(later, known))),
        before=_last(before),
        after=_first(after),
        role=role(words_before, _words(_PART_END.split(after, maxsplit=1)[0][:120])),
        is_part=bool(_PART_BEFORE.search(before) or _PART_AFTER.match(after)),
        others=words("others") & {*words_before, *words_after},
        is_gloss=before.endswith("("),
        is_of_saying=not _SAYING.isdisjoint(words_before[-NEAR - 1 :])
        or any(start - 4 <= place <= start for place in company.said),
        fellows=_fellows(fact.value, company.quantities[fact.sentence]),
    )
    if fact.kind is Kind.DATE:
        return telling._replace(measured=occasion(words_before) if language(known).code == "en" else None)
    return telling._replace(measured=measured(witness, telling, company.names[fact.sentence]))


def _fellows(value: object, quantities: list[Quantity]) -> tuple[Quantity, ...]:
    if not isinstance(value, Quantity):
        return tuple(quantities)
    dimension = dimension_of(value)[0]
    return tuple(other for other in quantities if other is not value and dimension_of(other)[0] == dimension)


_PART_END = re.compile(r"[;:—()“”\"]")
_PART_BEFORE = re.compile(
    r"\b(?:including|among them|another|further|additional|of whom)\s+(?:at least |about )?\Z", re.IGNORECASE
)
_PART_AFTER = re.compile(
    r"\s*(?:others?|more)\b"
    r"|[^.;:]{0,60}\band\s(?:at least\s|about\s)?[\w-]+\s(?:others?|more)\b"
)
_SAYING = word_set(
    "said says say told tells announced added wrote tweeted reported confirmed warned statement conference briefing "
    "posted interview reporters"
)
_LIGHT = (
    "rise rose risen climb climbed jump jumped grow grew grown gain gained increase increased soar soared fall fell "
    "fallen drop dropped slip slipped sink sank decline declined slide slid cut take took taken win won get got stand "
    "stood hit reach reached become became prove proved total totalled totaled come came give gave early earlier "
    "late later shortly roughly nearly previously recently rate level figure number total average slow slowed ease "
    "eased edge edged surge surged plunge plunged tumble tumbled shrink shrank swell swelled raise raised lower "
    "lowered leave left keep kept remain remained make made earn earned pass passed"
)
_MONEY = word_set("euro euros dollar dollars pound pounds yen yuan percent cent us")


def _nearest(stems: Sequence[str], named: frozenset[str]) -> str:
    return next((stem for stem in stems if stem not in _light() and stem not in named), next(iter(stems), ""))


def _capitalised(text: str, code: str) -> frozenset[str]:
    """The stems of words that begin with a capital."""
    return frozenset(_stems([form.lower() for form in tokenize(text).written if form[0].isupper()], code))


@cache
def _light() -> frozenset[str]:
    return frozenset(joined(language("en").stems(_LIGHT.split())))


def _clause(parts: Sequence[str]) -> str:
    """The part of a clause that is next to the fact; the one beyond where the fact is set off by a comma."""
    return next((part for part in parts[:2] if part.strip()), "")


def _words(text: str) -> tuple[str, ...]:
    return tuple(tokenize(text).forms)


def _stems(forms: Sequence[str], code: str) -> list[str]:
    known = language(code)
    content = [form for form in forms if form[0].isalpha() and form not in known.function_words and form not in _MONEY]
    stems = known.stems(content)
    return joined(stems) if known.code == "en" else stems


def _last(text: str) -> str:
    found = re.search(r"([\w'’]+)\W*\Z", text)
    return found[1].lower() if found else ""


def _first(text: str) -> str:
    found = re.match(r"\W*([\w'’]+)", text)
    return found[1].lower() if found else ""
