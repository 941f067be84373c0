"""What a quantity is the measure of: the length of the talks, the age of a person, the number of the dead.

Told by the words right beside it, in English; where these do not tell, nothing is measured.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from tui.facts.bearers import may_be_one
from tui.facts.beside import OFFSETS, Beside
from tui.facts.clashes.measures import dimension_of
from tui.facts.kin import joined
from tui.facts.model import COUNT, Fact, Modality, Name, Quantity
from tui.facts.word_sets import word_set
from tui.text.languages import language
from tui.text.tokens import tokenize
from tui.text.witness import Witness

if TYPE_CHECKING:
    from tui.facts.telling import Telling

STATE = "time"
"""The measure of how long something was in a state: time closed. Of what, only the words near it tell."""


class Measured(NamedTuple):
    """A thing and how it is measured; equal `key` for what is one thing in whatever words."""

    key: tuple[str, str]
    """The measure, and the stem of the noun or the key of the name."""
    name: str
    """For a reader: duration of talks, age of Maria Lopez."""


_MEASURES = {
    "second": "duration", "metre": "length", "gram": "weight", "litre": "volume", "square metre": "area",
    "watt": "power", "percent": "share", "percentage point": "points", "celsius": "temperature", "year old": "age",
    "metre per second": "speed", "magnitude": "magnitude",
}  # fmt: skip
_PEOPLE = word_set("girl boy man woman native resident teenager student mother father worker driver citizen family")
_ROLES = {
    "dead": "dead", "hurt": "injured", "missing": "missing", "held": "arrested", "saved": "rescued",
    "for": "in favour", "against": "against",
}  # fmt: skip
_PLURALS = {"person": "people", "child": "children", "police": "police", "crew": "crew", "life": "lives"}


def measured(witness: Witness, telling: "Telling", names: Iterable[Fact] = ()) -> Measured | None:
    """What the quantity of this telling measures; None where the words beside it do not tell, and for ranks.

    Args:
        witness: The text it stands in.
        telling: The quantity with the words around it.
        names: The names of its sentence.
    """
    value = telling.fact.value
    if not isinstance(value, Quantity) or value.ordinal or language(witness.language).code != "en":
        return None
    if value.unit == COUNT:
        return _counted(telling, value)
    measure = _measure(value)
    if measure == "age":
        return _aged(witness, telling.fact, names)
    if measure == "magnitude":
        return Measured((measure, ""), measure)
    return _of_noun(measure, telling, Beside(witness, telling.fact))


def is_one_thing(left: Measured, right: Measured) -> bool:
    """Whether two measures are of one thing; counts tell it by their noun alone."""
    measure, thing = left.key
    if measure != right.key[0]:
        return False
    if measure == "age":
        return may_be_one(thing, right.key[1])
    if measure == "number":
        return thing.split(" ")[0] == right.key[1].split(" ")[0]
    return thing == right.key[1]


def _of_noun(measure: str, telling: "Telling", beside: "Beside") -> Measured | None:
    state = beside.state() if measure == "duration" else None
    if state is not None:
        return Measured((STATE, _stem(state)), f"{STATE} {state}")
    away = beside.away() if measure == "length" else None
    if away is not None:
        return Measured(("distance", _stem(away)), f"distance from {away}")
    noun = None if telling.after in OFFSETS and telling.before != "for" else beside.after() or beside.before(measure)
    value = telling.fact.value
    if noun is None or not isinstance(value, Quantity):
        return None
    per = f" per {value.per}" if value.per and measure != "speed" else ""
    return Measured((measure + per, _stem(noun)), f"{measure}{per} of {noun}")


def _measure(value: Quantity) -> str:
    dimension = dimension_of(Quantity(value.low, value.high, value.unit, value.bound))[0]
    if dimension == "metre" and value.per in ("hour", "second"):
        return "speed"
    return _MEASURES.get(dimension, "amount" if value.unit.isupper() else dimension)


def _counted(telling: "Telling", value: Quantity) -> Measured | None:
    if telling.role in _ROLES and (value.counted or telling.fact.modality is Modality.STATED):
        return Measured(("number", telling.role), f"number of {_ROLES[telling.role]}")
    if value.counted is None or value.counted == "time":
        return None
    known = language("en")
    beside = [stem for stem in telling.near if stem not in known.stems([value.counted])]
    return Measured(
        ("number", " ".join([_stem(value.counted), *sorted(beside)])), f"number of {_plural(value.counted)}"
    )


def _plural(noun: str) -> str:
    if noun in _PLURALS:
        return _PLURALS[noun]
    if noun.endswith("man"):
        return f"{noun[:-2]}en"
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return f"{noun[:-1]}ies"
    return noun + ("es" if noun.endswith(("s", "x", "z", "ch", "sh")) else "s")


def _aged(witness: Witness, fact: Fact, names: Iterable[Fact]) -> Measured | None:
    """The name that the age is set behind by a comma, or that follows it."""
    text, (start, end) = witness.text, fact.span
    for name in names:
        if not isinstance(name.value, Name) or name.sentence != fact.sentence:
            continue
        before, after = text[name.span.end : start], text[end : name.span.start]
        if (name.span.end <= start and before in (", ", ", aged ", " (", ", age ")) or (
            name.span.start >= end and after in (" ", "-old ", " old ")
        ):
            if name.span.start >= end and _first(text[name.span.end : name.span.end + 20]) in _PEOPLE:
                return None
            return Measured(("age", name.value.key), f"age of {name.value.canonical}")
    return None


def _first(text: str) -> str:
    return next(iter(tokenize(text).forms), "")


def _stem(word: str) -> str:
    """The stem of an English word, the same for kin: what news uses for one thing."""
    return joined(language("en").stems([word]))[0]
