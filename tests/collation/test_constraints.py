"""Claims heed what a reader says of two sentences, and nothing else changes."""

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.alignment.test_links import HARBOUR, PIER
from tests.alignment.texts import witness, witnesses
from tests.collation.test_claims import MARKET, NOTICE, placed
from tui.collation import collate
from tui.collation.constraints import Bound, bound, united
from tui.collation.model import Constraints, Hand, Place
from tui.text.witness import Kind


def pairs(*places):
    return frozenset(tuple(sorted((Place(*one), Place(*other)))) for one, other in places)


def together(collation, *places):
    return len({collation.claim_of(Place(*place)) for place in places}) == 1


SOURCES = [witness(*HARBOUR), witness(*PIER), witness(*HARBOUR, *MARKET), witness(NOTICE, *MARKET)]


def test_a_link_by_hand_makes_one_claim_of_two_and_leaves_all_others():
    before = collate(SOURCES)
    now = collate(SOURCES, constraints=Constraints(pinned=pairs(((0, 0), (3, 1)))))
    one, other = (before.claims[before.claim_of(place)] for place in (Place(0, 0), Place(3, 1)))
    whole = tuple(tuple(sorted((*mine, *theirs))) for mine, theirs in zip(one.sentences, other.sentences, strict=True))
    assert now.claims[now.claim_of(Place(0, 0))].sentences == whole
    assert placed(now) - placed(before) == {
        frozenset((source, sentence) for source, numbers in enumerate(whole) for sentence in numbers)
    }
    assert len(placed(before) - placed(now)) == 2


def test_what_is_parted_by_hand_is_in_two_claims_and_the_others_in_one_of_them():
    before = collate(SOURCES)
    assert together(before, (0, 0), (1, 0), (2, 0))
    now = collate(SOURCES, constraints=Constraints(broken=pairs(((0, 0), (1, 0)))))
    assert not together(now, (0, 0), (1, 0))
    assert together(now, (0, 0), (2, 0)) or together(now, (1, 0), (2, 0))


def test_sentences_of_the_same_words_are_parted_too():
    found = collate([witness(NOTICE)] * 3, constraints=Constraints(broken=pairs(((0, 0), (2, 0)))))
    assert not together(found, (0, 0), (2, 0))
    assert sorted(claim.corroboration for claim in found.claims) == [1, 2]
    none = collate(
        [witness(NOTICE)] * 3, constraints=Constraints(broken=pairs(*combinations([(0, 0), (1, 0), (2, 0)], 2)))
    )
    assert [claim.corroboration for claim in none.claims] == [1, 1, 1]


def test_what_is_kept_from_a_sentence_is_kept_from_those_linked_to_it():
    said = Constraints(pairs(((0, 0), (3, 1))), pairs(((1, 0), (3, 1))))
    found = collate(SOURCES, constraints=said)
    assert together(found, (0, 0), (3, 1))
    assert not together(found, (0, 0), (1, 0))


def test_a_parting_holds_against_links_that_lead_around_it():
    said = Constraints(pairs(((0, 0), (3, 1)), ((1, 0), (3, 1))), pairs(((0, 0), (1, 0))))
    found = collate(SOURCES, constraints=said)
    assert not together(found, (0, 0), (1, 0))
    assert together(found, (0, 0), (3, 1)) or together(found, (1, 0), (3, 1))


def test_of_links_that_cannot_all_hold_the_most_alike_does():
    of = {Place(0, number): number for number in range(3)}
    said = Constraints(pairs(((0, 0), (0, 1)), ((0, 1), (0, 2))), pairs(((0, 0), (0, 2))))
    assert bound(said, of, {(0, 1): 0.3, (1, 2): 0.4}).together == (frozenset({1, 2}),)
    assert bound(said, of, {(0, 1): 0.4, (1, 2): 0.3}).together == (frozenset({0, 1}),)


def test_a_claim_that_holds_what_was_parted_gives_the_linked_sentence_alone():
    apart = frozenset({(1, 3)})
    assert united([[0, 1], [2, 3]], Bound((frozenset({0, 2}),), apart)) == [[0, 1, 2], [3]]
    assert united([[0, 1], [2, 3]], Bound((frozenset({0, 2}),), frozenset())) == [[0, 1, 2, 3]]


def test_a_pair_that_is_both_is_parted_and_furniture_is_in_none():
    both = pairs(((0, 0), (1, 0)))
    assert not together(collate(SOURCES, constraints=Constraints(both, both)), (0, 0), (1, 0))
    kinds = [Kind.FURNITURE, Kind.BODY]
    site = [witness(NOTICE, MARKET[0], kinds=kinds), witness(MARKET[1])]
    found = collate(site, constraints=Constraints(pairs(((0, 0), (1, 0)), ((0, 9), (1, 0)))))
    assert placed(found) == placed(collate(site))
    assert found.by_hand == {}


def test_cells_know_what_is_so_by_hand():
    said = Constraints(pairs(((0, 0), (3, 1))), pairs(((0, 1), (2, 1))))
    found = collate(SOURCES, constraints=said)
    linked, left, right = (found.claim_of(Place(*place)) for place in ((0, 0), (0, 1), (2, 1)))
    assert found.by_hand == {
        (linked, 0): Hand.PINNED,
        (linked, 3): Hand.PINNED,
        (left, 2): Hand.BROKEN,
        (right, 0): Hand.BROKEN,
    }


@st.composite
def constrained(draw):
    """Some witnesses, and links made and broken between any of their sentences."""
    sources = draw(st.lists(witnesses(min_size=1, max_size=5), min_size=2, max_size=4))
    places = [(source, sentence) for source, one in enumerate(sources) for sentence in range(len(one.sentences))]
    across = st.sampled_from([two for two in combinations(places, 2) if two[0][0] != two[1][0]])
    made, broken = draw(st.lists(across, max_size=4)), draw(st.lists(across, max_size=4))
    return sources, Constraints(pairs(*made), pairs(*broken))


@settings(max_examples=12)
@given(constrained())
def test_nothing_that_was_parted_is_ever_in_one_claim_and_every_sentence_is_in_one(drawn):
    sources, said = drawn
    found = collate(sources, constraints=said)
    for one, other in said.broken:
        assert found.claim_of(one) is None or found.claim_of(one) != found.claim_of(other)
    places = [place for claim in placed(found) for place in claim]
    assert len(places) == len(set(places))
    own = {
        (source, n) for source, one in enumerate(sources) for n, number in enumerate(one.numbers) if number is not None
    }
    assert set(places) == own
    if not said.broken:
        assert all(found.claim_of(one) == found.claim_of(other) for one, other in said.pinned if {one, other} <= own)


@settings(max_examples=12)
@given(constrained(), st.randoms(use_true_random=False))
def test_the_order_of_the_sources_decides_nothing(drawn, chance):
    sources, said = drawn
    order = list(range(len(sources)))
    chance.shuffle(order)
    where = {source: at for at, source in enumerate(order)}
    if len({(one.text, tuple(one.sentences)) for one in sources}) < len(sources):
        return  # of copies nothing but the order tells which one was meant

    def moved(two):
        return pairs(
            *(((where[one.source], one.sentence), (where[other.source], other.sentence)) for one, other in two)
        )

    turned = collate([sources[source] for source in order], constraints=Constraints(*map(moved, said)))
    back = {frozenset((order[source], sentence) for source, sentence in claim) for claim in placed(turned)}
    assert back == placed(collate(sources, constraints=said))


def test_a_link_that_does_not_count_is_named():
    said = Constraints(pairs(((0, 0), (3, 1)), ((1, 0), (3, 1))), pairs(((0, 0), (1, 0))))
    found = collate(SOURCES, constraints=said)
    (left_out,) = found.left_out
    assert left_out in said.pinned
    assert len(set(map(found.claim_of, left_out))) == 2
    assert not collate(SOURCES, constraints=Constraints(said.pinned)).left_out
