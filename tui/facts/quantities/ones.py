"""Whether `one` counts, where it could be two, or is a pronoun or means a certain one."""

from tui.facts.quantities import nouns
from tui.facts.quantities.lexing import END, SIGN, WORD, Lexemes
from tui.facts.quantities.number_words import ONES
from tui.facts.quantities.unit_words import UNITS
from tui.facts.word_sets import word_set

_NEVER_BEHIND = word_set(
    "day of another by in on at who that thing way ways side hand reason example source witness expert official "
    "analyst occasion after to such other kind instance evening night morning and or time is was has can could "
    "would will which may should must"
)
_NEVER_BEFORE = word_set(
    "no the this that any every each which number day some such another first last next in from on at as"
)
_ALWAYS_BEFORE = word_set("only just least than exactly")
_OFTEN_BEFORE = word_set(
    "has have had with lost scored conceded killed killing injured injuring wounding arrested leaving left"
)
_SAYING = word_set(
    "said says say told tells asked asks recalled added complained wrote claimed insisted joked shouted "
    "admitted explained warned noted described argued suggested tweeted posted remarked observed replied "
    "quipped called believes thinks put remembered whispered wondered cried yelled declared"
)
_COUNTABLE = word_set(
    "daughter son brother sister grandson granddaughter doctor nurse teacher pupil driver pilot pedestrian "
    "protester container flat room building tower bridge road school hospital village town country person man "
    "woman child goal point vote seat lap win defeat victory loss death arrest injury film book shot run wicket "
    "try assist save medal title game match penalty card ship plane car bus boy girl soldier officer passenger "
    "student worker dog cat bag ticket bomb missile drone rocket suspect victim survivor case wing engine job "
    "house home body bullet abstention set frame mistake draw arm leg eye round"
)


def counts_one(lexemes: Lexemes, place: int, end: int) -> bool:
    """Whether the `one` (or 1) at a place is a count."""
    before, after = lexemes.at(place - 1), lexemes.at(end)
    if lexemes[place].sort != WORD:
        return before.low not in ("the", "no") and nouns.one(lexemes, end) is not None
    if after.low in _NEVER_BEHIND or before.low in _NEVER_BEFORE or after.sort != WORD or after.low in UNITS:
        return after.sort in (SIGN, END) and before.low in ("least", "just", "only")
    noun = nouns.one(lexemes, end)
    if noun is None or _says(lexemes, place, end):
        return False
    return (
        before.low in _ALWAYS_BEFORE | _OFTEN_BEFORE
        or after.low == "more"
        or noun in _COUNTABLE
        or _beside_a_count(lexemes, place)
        or _is_rate(lexemes, end)
    )


def _says(lexemes: Lexemes, place: int, end: int) -> bool:
    near = [lexemes.at(end + offset).low for offset in range(5)]
    return not _SAYING.isdisjoint(near) or lexemes.at(place - 1).low in _SAYING


def _beside_a_count(lexemes: Lexemes, place: int) -> bool:
    """One yellow card and two red ones: another count in the same list."""
    near = [lexemes.at(place + offset).low for offset in (-5, -4, -3, -2, 3, 4, 5)]
    return any(ONES.get(word, 0) > 1 for word in near) and "and" in [
        *near,
        lexemes.at(place - 1).low,
        lexemes.at(place + 2).low,
    ]


def _is_rate(lexemes: Lexemes, end: int) -> bool:
    """One film a week."""
    return lexemes.at(end + 1).low in ("a", "per", "an") and lexemes.at(end + 2).low in UNITS
