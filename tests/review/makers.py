"""Acts, written out or drawn at random."""

from itertools import count

from hypothesis import strategies as st

from tests.alignment.texts import witness
from tui.review.acts import Act, Bond, Judgement, Note, Redo, Shown, Tie, Undo, Verdict
from tui.review.anchors import Version, anchor, pair

HARBOUR = witness("The harbour is closed.", "Three boats sank.", "Nobody was hurt.", "Three boats sank.")
COUNCIL = witness("The council met.", "Four boats were lost.", "No one came to harm.")

_ids = count(1)


def version(text, source="", key=""):
    return Version(source or "/news/one.txt", key or f"{hash(text.text) % 16**16:016x}", "0" * 64, "One", text)


LEFT = version(HARBOUR, "/news/harbour.txt", "a" * 16)
RIGHT = version(COUNCIL, "/news/council.txt", "b" * 16)


def both(left=1, right=1):
    return pair(anchor(LEFT, left), anchor(RIGHT, right))


def verdict(judgement=Judgement.CONFLICT, left=1, right=1, **more):
    return Verdict(both(left, right), Judgement(judgement), **more)


def act(deed, reviewer="ann", time=None, identity=None):
    number = next(_ids)
    return Act(identity or f"{number:032x}", reviewer, number if time is None else time, "1.0", deed)


_texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
_shares = st.none() | st.floats(0, 1)
_names = st.none() | st.text("abc-=", min_size=1, max_size=5)
_shown = st.builds(Shown, _shares, _names, _names, _names, _shares)
_both = st.builds(both, st.integers(0, 3), st.integers(0, 2))
_one = st.builds(lambda n: (anchor(LEFT, n),), st.integers(0, 3))
MARKS = st.one_of(
    st.builds(Verdict, _both, st.sampled_from(Judgement), _shown, st.booleans(), st.booleans()),
    st.builds(Bond, _both, st.sampled_from(Tie), _shown),
    st.builds(Note, _one | _both, _texts),
)
TURNS = st.builds(Undo, st.uuids().map(lambda u: u.hex)) | st.builds(Redo, st.uuids().map(lambda u: u.hex))
ACTS = st.builds(
    Act,
    st.uuids().map(lambda u: u.hex),
    st.sampled_from(["ann", "bob", "李"]),
    st.integers(0, 2**40),
    _texts,
    MARKS | TURNS,
)
