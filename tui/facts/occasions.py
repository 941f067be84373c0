"""What a date is the date of: the start or the end of a happening, told by the verb between the two."""

from collections.abc import Sequence

from tui.facts.kin import happenings, joined
from tui.facts.lexicon import verbs
from tui.facts.measured import Measured
from tui.text.languages import language

_FARTHEST = 8
"""Words that may stand between a happening and the verb."""
_TAKING = {"take": ("place", "effect"), "come": ("into",), "break": ("out",), "get": ("under",)}
"""Verbs that tell when something began only with these behind them."""
_HELD = frozenset({"was", "were", "be", "been", "is", "are"})


def occasion(before: Sequence[str]) -> Measured | None:
    """What begins or ends on a date; None where its clause does not tell.

    Args:
        before: The words of the clause before the date, in lower case.
    """
    for phase in ("starting", "ending"):
        forms = verbs(phase)
        place = next((at for at in range(len(before) - 1, -1, -1) if before[at] in forms), None)
        if place is None or not _is_of_time(before, place, forms[before[place]]):
            continue
        subject = before[max(0, place - _FARTHEST) : place]
        noun = next((word for word in subject if word in happenings()), None)
        if noun and not any(word in happenings() for word in before[place + 1 :]):
            stem = joined(language("en").stems([noun]))[0]
            return Measured((phase, stem), f"{'start' if phase == 'starting' else 'end'} of {noun}")
    return None


def _is_of_time(before: Sequence[str], place: int, verb: str) -> bool:
    """Whether a verb tells that something began or ended: took place, but not took."""
    if verb == "hold":
        return place > 0 and before[place - 1] in _HELD
    following = before[place + 1] if place + 1 < len(before) else ""
    return verb not in _TAKING or following in _TAKING[verb]
