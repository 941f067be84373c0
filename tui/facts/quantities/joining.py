"""Amounts joined: ranges, compound measures, rates, and the words that bound or soften them."""

from typing import NamedTuple

from tui.facts.model import COUNT, Bound, Quantity
from tui.facts.quantities import nouns
from tui.facts.quantities.amounts import Amount
from tui.facts.quantities.lexing import NUMBER, WORD, Lexemes
from tui.facts.quantities.measures import past_code, whole_amount
from tui.facts.quantities.numbers import number_at
from tui.facts.quantities.ranges import is_range, other_end, sharing
from tui.facts.quantities.reading import amount_at
from tui.facts.quantities.softening import before, behind
from tui.facts.quantities.unit_words import TIMES


class Joined(NamedTuple):
    """A quantity in the lexemes from `start` to `end`."""

    start: int
    end: int
    quantity: Quantity
    safe: bool
    """Digits with a sign of money or percent: to be read in any language."""


def joined_at(lexemes: Lexemes, place: int, reach: int, *, title: bool) -> tuple[list[Joined], int]:
    """What is read at a place, mostly nothing or one quantity, and the place to read on from.

    Nothing before `reach` is taken again.
    """
    first = whole_amount(lexemes, place, title=title)
    if first is None:
        return [], past_code(lexemes, place)
    other = None if first.closed else other_end(lexemes, first, title=title)
    if other is None:
        return [_alone(lexemes, first, reach)], first.end
    if other.end < 0:
        return [], -other.end
    measured = not first.bare
    first, other = sharing(lexemes, first, other)
    if is_range(lexemes, first, other, measured=measured):
        found = _range(lexemes, first, other, reach)
        return [found], found.end
    return [_alone(lexemes, first, reach), _alone(lexemes, other, first.end)], other.end


def _range(lexemes: Lexemes, first: Amount, other: Amount, reach: int) -> Joined:
    softened = before(lexemes, first.start, small_count=False, length=False)
    start = max(softened.place, reach)
    approximate = softened.approximate and start == softened.place
    if lexemes.at(start - 1).low in ("between", "from") and start - 1 >= reach:
        start -= 1
    ends = first.value, other.value
    quantity = Quantity(*ends, other.unit, Bound.BETWEEN, approximate, other.counted, per=other.per)
    return Joined(start, other.end, quantity, other.unit == "percent")


def _alone(lexemes: Lexemes, amount: Amount, reach: int) -> Joined:
    """One amount with what bounds and softens it."""
    amount = _borrowing(lexemes, amount)
    if amount.ordinal:
        return Joined(
            amount.start,
            amount.end,
            Quantity(amount.value, amount.value, COUNT, counted=amount.counted, ordinal=True),
            safe=False,
        )
    small = amount.unit == COUNT and amount.words and amount.value < 10
    softened = before(lexemes, amount.start, small_count=small, length=amount.unit in TIMES and not amount.vague)
    own = Bound.AT_LEAST if amount.at_least else Bound.EXACT
    bound, start, approximate = own, amount.start, amount.approximate
    if softened.place >= reach and not _is_compared(lexemes, amount):
        bound = own if softened.bound is Bound.EXACT else softened.bound
        start, approximate = softened.place, approximate or softened.approximate
    end = amount.end
    after = behind(lexemes, end)
    if after:
        end = after.place
        bound = after.bound if after.bound is not Bound.EXACT else bound
        approximate = approximate or after.approximate
    if amount.vague and bound not in (Bound.BELOW, Bound.AT_MOST):
        bound, approximate = Bound.AT_LEAST, True
    return Joined(start, end, _bounded(amount, bound, approximate=approximate), _is_safe(lexemes, amount))


def _is_compared(lexemes: Lexemes, amount: Amount) -> bool:
    """Whether `than` compares with what was the case then: 11 per cent more than a year earlier."""
    than = lexemes.at(amount.start - 1).low == "than" and amount.unit in TIMES
    return than and lexemes.at(amount.start).low in ("a", "an") and lexemes.at(amount.end).low in ("earlier", "before")


def _bounded(amount: Amount, bound: Bound, *, approximate: bool) -> Quantity:
    low = None if bound in (Bound.BELOW, Bound.AT_MOST) else amount.value
    high = None if bound in (Bound.ABOVE, Bound.AT_LEAST) else amount.value
    return Quantity(low, high, amount.unit, bound, approximate, amount.counted, per=amount.per)


def _is_safe(lexemes: Lexemes, amount: Amount) -> bool:
    written = lexemes[amount.start : amount.end]
    plain = all("," not in one.text and "." not in one.text for one in written)
    return plain and not amount.scaled and (written[-1].text == "%" or (written[0].text in "$£€" and len(written) == 2))


def _borrowing(lexemes: Lexemes, amount: Amount) -> Amount:
    """A bare number with the unit of the amount that it is compared with: 2.1 per cent, up from 1.4."""
    if not amount.bare or amount.vague or nouns.many(lexemes, amount.end):
        return amount
    previous = [lexemes.at(amount.start - offset).low for offset in (1, 2)]
    if (
        (previous[0] == "from" and previous[1] in ("up", "down"))
        or previous == ["with", "compared"]
        or (previous[0] == "from" and lexemes.at(amount.start - 2).text in ("%", "cent", "percent"))
        or previous[0] == "against"
    ):
        for place in range(amount.start - 3, max(-1, amount.start - 20), -1):
            if lexemes[place].sort in (NUMBER, WORD) and number_at(lexemes, place):
                other = amount_at(lexemes, max(0, place - (lexemes.at(place - 1).text in "$£€")))
                if other and other.unit == "percent":
                    return amount._replace(unit=other.unit)
                return amount
    return amount
