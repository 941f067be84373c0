"""Beads: every sentence once, in an order to read, the same from either side."""

from hypothesis import assume, given

from tests.alignment.texts import comparison, comparisons, witness
from tui.alignment.beads import count, make_beads, swapped_links
from tui.alignment.model import Relation
from tui.text.sides import Side
from tui.text.witness import Kind

STORY = (
    "The mayor opened the new bridge on Monday.",
    "Farmers protested against higher water prices.",
    "A storm is expected to reach the coast tonight.",
    "The orchestra plays Mahler for the first time.",
    "Prices of houses have doubled in ten years.",
)


def beads(made):
    return make_beads(made.sides, made.links)


def shape(made):
    return [(bead.left, bead.right, bead.moved) for bead in beads(made)]


def turned(bead):
    across = {Relation.LEFT_ONLY: Relation.RIGHT_ONLY, Relation.RIGHT_ONLY: Relation.LEFT_ONLY}
    passages = frozenset((passage.right, passage.left) for passage in bead.passages)
    return bead.right, bead.left, across.get(bead.relation, bead.relation), bead.moved, bead.similarity, passages


def straight(bead):
    passages = frozenset((passage.left, passage.right) for passage in bead.passages)
    return bead.left, bead.right, bead.relation, bead.moved, bead.similarity, passages


def test_what_answers_nothing_stands_alone():
    left, right = witness(*STORY[:2]), witness(*STORY[2:4])
    assert [(bead.relation, bead.similarity, bead.passages) for bead in beads(comparison(left, right))] == [
        (Relation.LEFT_ONLY, None, ()),
        (Relation.LEFT_ONLY, None, ()),
        (Relation.RIGHT_ONLY, None, ()),
        (Relation.RIGHT_ONLY, None, ()),
    ]


def test_relations_follow_from_the_forms_of_the_words():
    left = witness("The neighbours’ colour scheme won.", "The mayor opened it.")
    right = witness("The neighbors' color scheme won!", "The mayor closed it.")
    made = beads(comparison(left, right, (0, 0, 0.9), (1, 1, 0.9)))
    assert [bead.relation for bead in made] == [Relation.IDENTICAL, Relation.REWORDED]


def test_identical_sentences_are_one_passage_from_end_to_end():
    left, right = witness("Before.", "“It is over,” he said."), witness('"It is over", he said!')
    (_, bead) = beads(comparison(left, right, (1, 0, 1.0)))
    assert [(left.text[slice(*p.left)], right.text[slice(*p.right)]) for p in bead.passages] == [
        ("“It is over,” he said.", '"It is over", he said!')
    ]


def test_one_text_cut_in_two_places_is_identical():
    left = witness("The mayor opened the bridge; farmers protested against taxes.")
    right = witness("The mayor opened the bridge.", "Farmers protested against taxes.")
    (bead,) = beads(comparison(left, right, (0, 0, 0.8), (0, 1, 0.8)))
    assert (bead.left, bead.right, bead.relation, len(bead.passages)) == ((0,), (0, 1), Relation.IDENTICAL, 2)


def test_the_heaviest_chain_is_the_backbone_and_the_rest_is_moved():
    left, right = witness(*STORY), witness(STORY[4], *STORY[:4])
    links = [(number, (number + 1) % 5, 1.0) for number in range(5)]
    assert shape(comparison(left, right, *links)) == [
        ((0,), (1,), False),
        ((1,), (2,), False),
        ((2,), (3,), False),
        ((3,), (4,), False),
        ((4,), (0,), True),
    ]


def test_shuffled_paragraphs_are_moved_and_never_missing():
    order = (3, 0, 4, 1, 2)
    left, right = witness(*STORY), witness(*(STORY[number] for number in order))
    made = beads(comparison(left, right, *((number, order.index(number), 1.0) for number in range(5))))
    assert {bead.relation for bead in made} == {Relation.IDENTICAL}
    assert [bead.left for bead in made if bead.moved] == [(3,), (4,)]


def test_only_right_stands_after_the_backbone_it_follows():
    left = witness(*STORY[:3])
    right = witness("Unheard of.", STORY[0], "Nobody knew.", STORY[2], "Everyone left.")
    assert shape(comparison(left, right, (0, 1, 1.0), (2, 3, 1.0))) == [
        ((), (0,), False),
        ((0,), (1,), False),
        ((1,), (), False),
        ((), (2,), False),
        ((2,), (3,), False),
        ((), (4,), False),
    ]


def test_a_link_without_any_similarity_makes_no_bead():
    assert shape(comparison(witness(STORY[0]), witness(STORY[1]), (0, 0, 0.0))) == [
        ((0,), (), False),
        ((), (0,), False),
    ]


def test_counts_are_those_of_beads():
    left, right = witness(*STORY[:3]), witness(STORY[1], STORY[0], STORY[4])
    counts = count(beads(comparison(left, right, (0, 1, 1.0), (1, 0, 1.0))))
    assert (counts.identical, counts.reworded, counts.left_only, counts.right_only) == (2, 0, 1, 1)
    assert (counts.moved, counts.conflict) == (1, 0)


@given(comparisons())
def test_every_sentence_but_furniture_is_in_exactly_one_bead(made):
    found = beads(made)
    for side, of in ((Side.LEFT, [b.left for b in found]), (Side.RIGHT, [b.right for b in found])):
        assert sorted(number for numbers in of for number in numbers) == [
            number for number, sentence in enumerate(made.sides[side].sentences) if sentence.kind is not Kind.FURNITURE
        ]


@given(comparisons())
def test_a_bead_has_two_sides_exactly_when_it_has_a_similarity(made):
    strengths = {(link.left, link.right): link.similarity for link in made.links}
    for bead in beads(made):
        linked = [strengths[i, j] for i in bead.left for j in bead.right if (i, j) in strengths]
        two_sided = bead.relation in (Relation.IDENTICAL, Relation.REWORDED)
        assert bead.similarity == (max(linked) if two_sided else None)
        assert bool(bead.left and bead.right) is two_sided
        assert two_sided or not (bead.moved or bead.passages)


@given(comparisons())
def test_the_backbone_rises_on_both_sides_and_the_left_side_is_read_in_order(made):
    found = beads(made)
    backbone = [bead for bead in found if bead.left and bead.right and not bead.moved]
    assert [number for bead in found for number in bead.left] == sorted(n for b in found for n in b.left)
    assert [number for bead in backbone for number in bead.right] == sorted(n for b in backbone for n in b.right)
    unmoved = [bead for bead in found if bead.right and not bead.moved]
    assert [bead.right for bead in unmoved] == sorted(bead.right for bead in unmoved)


@given(comparisons())
def test_no_moved_bead_fits_the_backbone(made):
    linked = [bead for bead in beads(made) if bead.left and bead.right]
    for moved in (bead for bead in linked if bead.moved):
        assert any((moved.left < bead.left) is not (moved.right < bead.right) for bead in linked if not bead.moved)


@given(comparisons())
def test_swapping_the_sides_gives_the_same_beads(made):
    assume(made.sides.left.text != made.sides.right.text)
    there = beads(made)
    back = make_beads(made.sides.swapped, swapped_links(made.links))
    assert {straight(bead) for bead in there} == {turned(bead) for bead in back}


@given(comparisons(beside_itself=True))
def test_swapping_a_text_beside_itself_gives_the_same_beads_wherever_its_links_tell_the_sides(made):
    assume(sorted(made.links) != sorted(link._replace(left=link.right, right=link.left) for link in made.links))
    there = beads(made)
    back = make_beads(made.sides.swapped, swapped_links(made.links))
    assert {straight(bead) for bead in there} == {turned(bead) for bead in back}


@given(comparisons())
def test_passages_stay_within_the_sentences_of_their_bead(made):
    for bead in beads(made):
        for side, numbers in ((Side.LEFT, bead.left), (Side.RIGHT, bead.right)):
            inside = [made.sides[side].sentences[number].span for number in numbers]
            for span in (passage.left if side is Side.LEFT else passage.right for passage in bead.passages):
                assert any(around.start <= span.start < span.end <= around.end for around in inside)
