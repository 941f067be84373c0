"""What reviewers did, in words."""

from datetime import datetime
from typing import TYPE_CHECKING

from tui.presentation import glyphs
from tui.text.shown import one_line, shown

if TYPE_CHECKING:
    from tui.review.acts import Act, Mark


REWORDED_SINCE = "sentence reworded since"
"""What is said of an act where one of its sentences reads otherwise now."""


def said(mark: "Mark") -> str:
    """What a mark says, in a word or, of a note, in its own."""
    from tui.review.acts import Note, Tie, Verdict  # noqa: PLC0415 (the first picture does without it)

    if isinstance(mark, Note):
        return f"{glyphs.NOTE} {one_line(mark.text)}" if mark.text else "note taken away"
    if isinstance(mark, Verdict):
        blind, decision = " (blind)" * mark.blind, "decided: " * mark.decision
        return f"{decision}{mark.judgement}{blind}"
    return {Tie.PINNED: "linked by hand", Tie.BROKEN: "not a match", Tie.FREE: "link left to the tool"}[mark.tie]


def when(act: "Act") -> str:
    """The day and time of an act, as this machine's clock has it."""
    return datetime.fromtimestamp(act.time / 1e6).astimezone().strftime("%Y-%m-%d %H:%M")


def told(act: "Act", mark: "Mark") -> str:
    """What was done, by whom and when."""
    return f"{said(mark)}  {shown(act.reviewer)} {when(act)}"
