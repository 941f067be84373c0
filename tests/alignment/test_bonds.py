"""Links made and broken by hand, over whatever the tool finds."""

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.alignment.texts import comparison, comparisons, witness
from tui.alignment.bonds import BY_HAND, Bonds, is_by_hand
from tui.alignment.comparison import align, compare, swapped
from tui.alignment.joins import aligned_sentences
from tui.alignment.model import Reason, Relation
from tui.text.witness import Kind

LEFT = witness("The talks lasted less than three hours.", "Both leaders spoke to the press.", "They took no questions.")
RIGHT = witness("Seven hours later they left.", "Both leaders spoke to the press.", "No question was answered.")

pairs = st.frozensets(st.tuples(st.integers(0, 7), st.integers(0, 7)), max_size=6)
bonds = st.builds(Bonds, pairs, pairs)
options = st.fixed_dictionaries({"cut": st.sampled_from([0.0, 0.3, 0.8]), "ordered": st.booleans()})


def beads_of(made):
    return [(bead.left, bead.right) for bead in made.beads]


def test_a_link_made_by_hand_makes_a_bead_whatever_the_cut():
    found = compare(LEFT, RIGHT)
    for cut in (0.0, 0.3, 1.0):
        made = align(found, cut, min_words=9, bonds=Bonds(made=frozenset({(0, 0)})))
        assert ((0,), (0,)) in beads_of(made)
        assert [link.reasons[0] for link in made.links if is_by_hand(link)] == [BY_HAND]


def test_a_link_made_by_hand_keeps_what_the_tool_found_of_it():
    (link,) = align(comparison(LEFT, RIGHT, (0, 0, 0.2)), 0.3, bonds=Bonds(made=frozenset({(0, 0)}))).links
    assert (link.similarity, link.reasons) == (0.2, (Reason("you", "linked by hand"),))


def test_a_broken_link_is_gone_at_every_cut():
    for cut in (0.0, 0.3):
        made = align(compare(LEFT, RIGHT), cut, bonds=Bonds(broken=frozenset({(1, 1)})))
        assert (1, 1) not in [(link.left, link.right) for link in made.links]
        assert ((1,), (1,)) not in beads_of(made)


def test_without_its_broken_link_a_sentence_takes_the_next_best():
    found = comparison(LEFT, RIGHT, (0, 0, 0.9), (0, 2, 0.5))
    assert beads_of(align(found, 0.3))[0] == ((0,), (0,))
    assert ((0,), (2,)) in beads_of(align(found, 0.3, bonds=Bonds(broken=frozenset({(0, 0)}))))


def test_links_made_by_hand_bring_sentences_together_wherever_they_stand():
    made = align(comparison(LEFT, RIGHT), 0.3, bonds=Bonds(made=frozenset({(0, 0), (0, 2), (2, 2)})))
    assert ((0, 2), (0, 2)) in beads_of(made)


def test_links_made_by_hand_that_share_no_sentence_stand_apart():
    made = align(comparison(LEFT, RIGHT), 0.3, bonds=Bonds(made=frozenset({(0, 0), (2, 2)})))
    assert [bead for bead in beads_of(made) if all(bead)] == [((0,), (0,)), ((2,), (2,))]


def test_what_is_parted_keeps_nothing_else_apart():
    left = witness("The mayor opened the bridge, and farmers protested against taxes.", "Snow is rare here.")
    right = witness("The mayor opened the bridge.", "Farmers protested against taxes.", "Rain is forecast.")
    found = comparison(left, right, (0, 0, 0.8), (0, 1, 0.7))
    assert ((0,), (0, 1)) in beads_of(align(found, 0.3, bonds=Bonds(broken=frozenset({(1, 2)}))))
    assert ((0,), (0, 1)) not in beads_of(align(found, 0.3, bonds=Bonds(broken=frozenset({(0, 1)}))))


def test_what_a_link_made_by_hand_takes_is_left_to_no_other():
    found = comparison(LEFT, RIGHT, (1, 1, 1.0))
    made = align(found, 0.3, bonds=Bonds(made=frozenset({(1, 2)})))
    assert ((1,), (2,)) in beads_of(made)


def test_furniture_is_in_no_bond():
    left = witness("By Jane Roe", "The talks lasted less than three hours.", kinds=[Kind.FURNITURE, Kind.BODY])
    made = align(comparison(left, RIGHT), 0.3, bonds=Bonds(made=frozenset({(0, 0), (5, 0)})))
    assert (made.links, made.counts.reworded) == ((), 0)


@settings(max_examples=60)
@given(comparisons(), bonds, options)
def test_every_sentence_stands_in_one_bead_and_what_was_parted_in_none(found, bound, chosen):
    made = align(found, **chosen, bonds=bound)
    for side in (0, 1):
        numbers = Counter(number for bead in made.beads for number in (bead.left, bead.right)[side])
        assert numbers == Counter(aligned_sentences(tuple(found.sides)[side]))
    assert not [pair for pair in bound.broken for bead in made.beads if pair[0] in bead.left and pair[1] in bead.right]
    linked = {(link.left, link.right) for link in made.links}
    assert not linked & bound.broken
    real = bound.among(*found.sides.map(aligned_sentences)).made
    assert real <= linked
    assert {(link.left, link.right) for link in made.links if is_by_hand(link)} == real
    assert list(made.links) == sorted(made.links, key=lambda link: (-link.similarity, link.left, link.right))
    if not bound.broken:
        assert all(any(left in bead.left and right in bead.right for bead in made.beads) for left, right in real)


@settings(max_examples=60)
@given(comparisons(), bonds, options)
def test_swapping_the_sides_swaps_the_beads(found, bound, chosen):
    def content(made, *, turned):
        across = {Relation.LEFT_ONLY: Relation.RIGHT_ONLY, Relation.RIGHT_ONLY: Relation.LEFT_ONLY}
        return {
            (b.right, b.left, across.get(b.relation, b.relation), b.moved, b.similarity)
            if turned
            else (b.left, b.right, b.relation, b.moved, b.similarity)
            for b in made.beads
        }

    here = align(found, **chosen, bonds=bound)
    there = align(swapped(found), **chosen, bonds=bound.swapped)
    assert content(here, turned=False) == content(there, turned=True)
    assert here.counts == there.counts.__class__(
        there.counts.identical,
        there.counts.reworded,
        there.counts.right_only,
        there.counts.left_only,
        there.counts.moved,
        there.counts.conflict,
    )
