"""Groups hold together as a whole."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.alignment.model import Cancelled
from tui.collation.grouping import COHERENT, JOINED, MOST, group, joined_among


def grouped(size, *edges, sources=None, progress=lambda _: None):
    return group([[number] for number in range(size)] if sources is None else sources, edges, progress)


def test_two_that_are_alike_are_one():
    assert grouped(3, (0, 2, 0.5)) == [[0, 2], [1]]


def test_two_that_are_hardly_alike_stay_apart():
    assert grouped(2, (0, 1, 0.2)) == [[0], [1]]


def test_weak_links_make_no_chain():
    assert grouped(3, (0, 1, 0.34), (1, 2, 0.32)) == [[0, 1], [2]]


def test_a_long_chain_of_strong_links_does_not_hold():
    chain = [(number, number + 1, 0.9) for number in range(39)]
    found = grouped(40, *chain)
    assert max(map(len, found)) < 20


def test_two_groups_held_by_one_link_stay_two():
    sides = [(one, other, 0.9) for side in (range(5), range(5, 10)) for one, other in combinations(side, 2)]
    assert grouped(10, *sides, (0, 5, 0.8)) == [[0, 1, 2, 3, 4], [5, 6, 7, 8, 9]]


def test_a_source_gives_a_group_few_sentences():
    edges = [(0, number, 0.9) for number in range(1, 8)]
    edges += [(one, other, 0.5) for one, other in combinations(range(1, 8), 2)]
    found = grouped(8, *edges, sources=[[0], *[[1]] * 7])
    assert max(map(len, found)) == 1 + MOST


def test_the_strongest_are_joined_first():
    assert grouped(3, (0, 1, 0.32), (1, 2, 0.9)) == [[0], [1, 2]]


def test_the_more_sources_the_more_alike_must_a_pair_be():
    needed = [joined_among(sources) for sources in (0, 1, 2, 3, 5, 20, 200)]
    assert needed[:4] == pytest.approx([JOINED] * 4)
    assert needed == sorted(needed)
    assert needed[3] < needed[4] < needed[5] < needed[6] < 0.7
    assert group([[0], [1]], [(0, 1, 0.5)], lambda _: None, joined=joined_among(200)) == [[0], [1]]


def test_nothing_makes_no_groups():
    assert grouped(0) == []


def test_it_can_be_ended_from_outside():
    def stop(share):
        raise Cancelled

    pairs = [(2 * number, 2 * number + 1, 0.9) for number in range(2000)]
    with pytest.raises(Cancelled):
        grouped(4000, *pairs, progress=stop)


@st.composite
def graphs(draw):
    size = draw(st.integers(0, 12))
    pairs = list(combinations(range(size), 2))
    chosen = draw(st.lists(st.sampled_from(pairs), unique=True)) if pairs else []
    sources = [[draw(st.integers(0, 4))] for _ in range(size)]
    return sources, [(*pair, draw(st.sampled_from((0.1, 0.3, 0.31, 0.5, 0.7, 0.95)))) for pair in chosen]


@given(graphs())
def test_every_member_is_in_one_coherent_group(graph):
    sources, edges = graph
    found = group(sources, edges, lambda _: None)
    assert sorted(member for members in found for member in members) == list(range(len(sources)))
    likeness = {(one, other): value for one, other, value in edges}
    for members in found:
        pairs = list(combinations(members, 2))
        mean = sum(likeness.get(pair, 0.0) for pair in pairs) / len(pairs) if pairs else 1.0
        assert mean >= COHERENT * 0.999
        of = [sources[member][0] for member in members]
        assert max(map(of.count, of)) <= MOST


@given(graphs(), st.randoms(use_true_random=False))
def test_the_order_of_the_edges_decides_nothing(graph, chance):
    sources, edges = graph
    shuffled = [(other, one, value) for one, other, value in edges]
    chance.shuffle(shuffled)
    assert group(sources, shuffled, lambda _: None) == group(sources, edges, lambda _: None)
