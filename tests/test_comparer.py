"""Comparisons are made once, remembered, and shared between threads."""

from threading import Event, Thread

import pytest

from tests.alignment.texts import comparison, witness
from tui.alignment.model import Cancelled
from tui.collation.model import Constraints, Place
from tui.collation.survey import read_ground
from tui.comparer import Comparer

ONE, TWO, THREE = witness("The mayor spoke."), witness("The bridge opened.", "The mayor spoke."), witness("Rain.")


class Counting:
    """An engine that counts what it is asked for and links the first sentences."""

    def __init__(self):
        self.asked = []

    def __call__(self, left, right, *, scorer="context", progress=None):
        del scorer
        self.asked.append((left, right))
        if progress is not None:
            progress(0.5)
        return comparison(left, right, (0, 0, 0.5))


class Gated(Counting):
    """The same, waiting inside until it is let go."""

    def __init__(self):
        super().__init__()
        self.inside, self.go = Event(), Event()

    def __call__(self, left, right, *, scorer="context", progress=None):
        made = super().__call__(left, right, scorer=scorer)
        self.inside.set()
        assert self.go.wait(30)
        if progress is not None:
            progress(1.0)
        return made


def cancel(_share):
    raise Cancelled


def in_thread(function):
    """Starts a function in a thread, whose outcome is what it returned or raised."""
    outcome = []

    def run():
        try:
            outcome.append(function())
        except Cancelled as error:
            outcome.append(error)

    thread = Thread(target=run)
    thread.start()
    return thread, outcome


def test_a_pair_is_compared_once():
    engine = Counting()
    comparer = Comparer(engine)
    assert comparer.compare(ONE, TWO) is comparer.compare(ONE, TWO)
    assert len(engine.asked) == 1


def test_equal_texts_are_one_witness():
    engine = Counting()
    comparer = Comparer(engine)
    comparer.compare(ONE, TWO)
    comparer.compare(witness("The mayor spoke."), TWO)
    assert len(engine.asked) == 1


def test_the_language_and_the_cuts_tell_witnesses_apart():
    engine = Counting()
    comparer = Comparer(engine)
    comparer.compare(ONE, TWO)
    comparer.compare(witness("The mayor spoke.", language="de"), TWO)
    comparer.compare(ONE, witness("The bridge opened.\nThe mayor spoke."))
    assert len(engine.asked) == 3


def test_the_swapped_pair_is_answered_from_memory():
    engine = Counting()
    comparer = Comparer(engine)
    there, back = comparer.compare(ONE, TWO), comparer.compare(TWO, ONE)
    assert len(engine.asked) == 1
    assert back.sides == there.sides.swapped
    assert [(link.left, link.right) for link in back.links] == [(link.right, link.left) for link in there.links]


def test_a_text_against_itself_is_a_pair_like_any():
    engine = Counting()
    comparer = Comparer(engine)
    assert comparer.compare(ONE, ONE) is comparer.compare(ONE, ONE)


def test_the_pair_unused_the_longest_is_forgotten_first():
    engine = Counting()
    comparer = Comparer(engine, comparisons=2)
    for left, right in ((ONE, TWO), (ONE, THREE), (TWO, ONE), (TWO, THREE), (ONE, TWO), (THREE, ONE)):
        comparer.compare(left, right)
    assert engine.asked == [(ONE, TWO), (ONE, THREE), (TWO, THREE), (THREE, ONE)]


def test_many_links_push_out_the_older_but_never_the_latest():
    engine = Counting()
    comparer = Comparer(engine, links=0)
    comparer.compare(ONE, TWO)
    assert comparer.compare(ONE, THREE) is comparer.compare(ONE, THREE)
    comparer.compare(ONE, TWO)
    assert len(engine.asked) == 3


def test_progress_is_passed_on():
    shares = []
    Comparer(Counting()).compare(ONE, TWO, progress=shares.append)
    assert shares == [0.5]


def test_a_cancelled_comparison_leaves_no_trace():
    engine = Counting()
    comparer = Comparer(engine)
    with pytest.raises(Cancelled):
        comparer.compare(ONE, TWO, progress=cancel)
    assert comparer.compare(ONE, TWO).links
    assert len(engine.asked) == 2


def test_threads_that_want_one_pair_share_the_work():
    engine = Gated()
    comparer = Comparer(engine)
    first, made = in_thread(lambda: comparer.compare(ONE, TWO))
    assert engine.inside.wait(30)
    waiting = Event()
    second, swapped = in_thread(lambda: comparer.compare(TWO, ONE, progress=lambda _share: waiting.set()))
    assert waiting.wait(30)
    engine.go.set()
    first.join(30)
    second.join(30)
    assert len(engine.asked) == 1
    assert swapped[0].sides == made[0].sides.swapped


def test_who_waits_can_be_cancelled_alone():
    engine = Gated()
    comparer = Comparer(engine)
    first, made = in_thread(lambda: comparer.compare(ONE, TWO))
    assert engine.inside.wait(30)
    with pytest.raises(Cancelled):
        comparer.compare(ONE, TWO, progress=cancel)
    engine.go.set()
    first.join(30)
    assert made == [comparer.compare(ONE, TWO)]
    assert len(engine.asked) == 1


def test_who_waits_takes_over_when_the_first_is_cancelled():
    engine = Gated()
    comparer = Comparer(engine)
    first, ended = in_thread(lambda: comparer.compare(ONE, TWO, progress=cancel))
    assert engine.inside.wait(30)
    waiting = Event()
    second, made = in_thread(lambda: comparer.compare(ONE, TWO, progress=lambda _share: waiting.set()))
    assert waiting.wait(30)
    engine.go.set()
    first.join(30)
    second.join(30)
    assert isinstance(ended[0], Cancelled)
    assert made == [comparer.compare(ONE, TWO)]
    assert len(engine.asked) == 2


class Reading:
    """An engine that counts which sources it is asked to read for a survey."""

    def __init__(self):
        self.asked = []

    def __call__(self, witnesses, **more):
        self.asked.append((tuple(witnesses), more["dates"], more["wires"]))
        return read_ground(witnesses, **more)


def test_sources_are_surveyed_once():
    engine = Reading()
    comparer = Comparer(ground=engine)
    first = comparer.survey([ONE, TWO, THREE])
    assert comparer.survey([ONE, witness("The bridge opened.", "The mayor spoke."), THREE]) is first
    assert len(engine.asked) == 1


def test_other_sources_another_order_and_other_wires_or_days_are_another_question():
    engine = Reading()
    comparer = Comparer(ground=engine)
    comparer.survey([ONE, TWO])
    assert comparer.survey([TWO, ONE]).witnesses == (TWO, ONE)
    comparer.survey([ONE, TWO], wires=["Northern Press", None])
    comparer.survey([ONE, TWO], dates=["2024-03-01", None])
    comparer.survey([ONE, TWO, THREE])
    assert len(engine.asked) == 5


def test_links_by_hand_are_another_question_on_the_same_ground():
    engine = Reading()
    comparer = Comparer(ground=engine)
    plain = comparer.survey([ONE, THREE])
    linked = Constraints(pinned=frozenset({(Place(0, 0), Place(1, 0))}))
    assert [claim.corroboration for claim in comparer.survey([ONE, THREE], constraints=linked).collation.claims] == [2]
    assert comparer.survey([ONE, THREE]) is plain
    assert len(plain.collation.claims) == 2
    assert len(engine.asked) == 1


def test_a_cancelled_survey_leaves_no_trace():
    engine = Reading()
    comparer = Comparer(ground=engine)
    with pytest.raises(Cancelled):
        comparer.survey([ONE, TWO], progress=cancel)
    assert comparer.survey([ONE, TWO]).witnesses == (ONE, TWO)
    assert len(engine.asked) == 2


def test_old_surveys_are_forgotten():
    engine = Reading()
    comparer = Comparer(ground=engine)
    for number in range(12):
        comparer.survey([ONE, witness(f"Room {number} was empty.")])
    comparer.survey([ONE, witness("Room 0 was empty.")])
    assert len(engine.asked) == 13


def test_the_engine_makes_claims_of_two_copies():
    assert [claim.corroboration for claim in Comparer().survey([TWO, TWO]).collation.claims] == [2, 2]
