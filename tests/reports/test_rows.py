"""Beads as rows with their divergent words."""

from tests.reports.pairs import account, alignment, alone, bead, find, talks
from tui.alignment.model import Passage, Relation
from tui.reports.rows import counts, furniture, rows
from tui.text.sides import Sides


def test_every_bead_is_a_row_that_cites_its_sentences():
    found = list(rows(*talks()))
    assert [row.number for row in found] == [1, 2, 3, 4]
    assert [[quotation.place for quotation in row.sides.left] for row in found] == [["B s1"], ["B s2"], ["B s3"], []]
    assert [[quotation.place for quotation in row.sides.right] for row in found] == [["E s2"], ["E s1"], [], ["E s3"]]


def test_words_without_a_counterpart_diverge_and_punctuation_does_not():
    reworded = next(rows(*talks()))
    assert reworded.sides.left[0].stretches == (
        ("The talks ", False),
        ("lasted less than three", True),
        (" hours.", False),
    )


def test_only_reworded_rows_have_words_that_diverge():
    for row in rows(*talks()):
        marked = [part for side in row.sides for said in side for part in said.stretches if part.divergent]
        assert bool(marked) == (row.relation is Relation.REWORDED)


def test_the_stretches_of_a_sentence_are_the_sentence():
    accounts, found = talks()
    for row in rows(accounts, found):
        for side, account_ in zip(row.sides, accounts, strict=True):
            for quotation in side:
                number = int(quotation.place.split("s")[1]) - 1
                assert "".join(part.text for part in quotation.stretches) == account_.witness.quote(number)


def test_a_sentence_that_shares_no_passage_diverges_from_its_first_word_to_its_last():
    accounts = Sides(account("A", ["“All” else, gone."]), account("B", ["Else gone all."]))
    reworded = bead([0], [0], Relation.REWORDED, similarity=0.5)
    row = next(rows(accounts, alignment(accounts, [reworded])))
    assert row.sides.left[0].stretches == (("“", False), ("All” else, gone", True), (".", False))


def test_a_shared_passage_at_either_end_leaves_the_middle():
    accounts = Sides(account("A", ["one two three"]), account("B", ["one three"]))
    left, right = accounts
    passages = [Passage(find(left, word), find(right, word)) for word in ("one", "three")]
    row = next(rows(accounts, alignment(accounts, [bead([0], [0], Relation.REWORDED, passages=passages)])))
    assert row.sides.left[0].stretches == (("one ", False), ("two", True), (" three", False))
    assert row.sides.right[0].stretches == (("one three", False),)


def test_signs_name_the_class_and_what_moved():
    assert [row.glyphs for row in rows(*talks())] == ["~", "=↕", "<", ">"]


def test_a_moved_row_knows_which_row_it_follows_on_the_right():
    assert [row.after for row in rows(*talks())] == [None, None, None, None]
    accounts = Sides(account("A", ["One.", "Two."]), account("B", ["Two.", "Share this.", "One."]))
    beads = [bead([0], [2], Relation.IDENTICAL, moved=True), bead([1], [0], Relation.IDENTICAL)]
    assert [row.after for row in rows(accounts, alignment(accounts, beads))] == [2, None]


def test_counts_are_the_alignments_and_leave_out_what_did_not_happen():
    accounts, found = talks()
    assert [(count.glyph, count.number) for count in counts(accounts, found)] == [
        ("=", 1),
        ("~", 1),
        ("<", 1),
        (">", 1),
        ("↕", 1),
    ]
    assert [count.glyph for count in counts(accounts, alone(accounts))] == ["=", "~", "<", ">"]


def test_furniture_is_kept_apart_and_not_lost():
    left, right = talks()[0]
    assert [quotation.place for quotation in furniture(left)] == ["B"]
    assert furniture(right) == ()


def test_no_control_character_leaves_a_row():
    accounts = Sides(account("A", ["red\x1b[31m \u202ealert\x07"]), account("B", ["b\x9b2J"]))
    said = "".join(
        part.text for row in rows(accounts, alone(accounts)) for side in row.sides for q in side for part in q.stretches
    )
    assert not any(character in said for character in "\x1b\x07\x9b\u202e")
