"""Quotations compared as quotations, and what of it is a candidate for a conflict."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.facts import extract
from tui.facts.variants import Relation, clashes, variants


def related(left: str, right: str) -> list[tuple[Relation, float]]:
    return [(found.relation, found.similarity) for found in variants(extract(left), extract(right))]


def reasons(left: str, right: str) -> list[tuple[str, str]]:
    return [(found.rule, found.reason) for found in clashes(extract(left), extract(right))]


def test_the_same_words_in_other_marks_and_another_spelling_are_identical() -> None:
    left, right = "“Our neighbour is back,” Ana Holm said.", "'Our neighbor is back', said Holm."
    assert related(left, right) == [(Relation.IDENTICAL, 1.0)]
    assert reasons(left, right) == []


def test_a_part_of_a_quotation_is_no_conflict() -> None:
    left, right = "“We shall rebuild every house in the valley,” Holm said.", "Holm vowed to “rebuild every house”."
    assert [relation for relation, _ in related(left, right)] == [Relation.PART]
    assert reasons(left, right) == []


@pytest.mark.parametrize(
    ("left", "right", "change"),
    [
        ("“It opens in the spring,” Holm said.", "“It opens in the autumn,” Holm said.", "'spring' -> 'autumn'"),
        ("“We never promised higher wages,” Holm said.", "“We promised higher wages,” Holm said.", "without 'never'"),
        ("“No vote till it is over,” Bo said.", "“No vote till it’s done,” Bo said.", "'it is over' -> 'it's done'"),
    ],
)  # fmt: skip
def test_changed_words_are_a_conflict_that_tells_the_change(left: str, right: str, change: str) -> None:
    [(relation, similarity)] = related(left, right)
    assert relation is Relation.CHANGED
    assert 0.0 < similarity < 1.0
    assert reasons(left, right) == [("changed-quotation", f"one remark in other words: {change}")]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("“We will not do this,” Holm said.", "“We will not give up,” Holm said."),
        ("“I am very happy with the result,” Holm said.", "“I am not worried about the money,” Holm said."),
        ("“It is what it is,” Holm said.", "“It is a good day for it,” Holm said."),
        ("Holm spoke of “a new era”.", "Dahl spoke of “a new school”."),
        ("“This is the best day of my life,” said Dahl.", "“This is not the end of the road,” said Dahl."),
    ],
)
def test_two_remarks_that_share_only_common_words_are_unrelated(left: str, right: str) -> None:
    assert related(left, right) == []


@pytest.mark.parametrize(
    ("left", "right", "similarity"),
    [
        ("“It opens in the spring,” {} said.", "“It opens in the autumn,” {} said.", 0.6154),
        ("“We shall rebuild houses here,” {} said.", "“We shall sell houses there,” {} said.", 0.5294),
        ("“The bridge is safe and dry,” {} said.", "“The bridge is old and closed,” {} said.", 0.4444),
    ],
)
def test_much_changed_words_are_one_remark_of_one_speaker_only(left: str, right: str, similarity: float) -> None:
    assert related(left.format("Holm"), right.format("Holm")) == [(Relation.CHANGED, similarity)]
    for one, other in (("Holm", "Dahl"), ("Holm", "He"), ("He", "Holm"), ("He", "He")):
        assert related(left.format(one), right.format(other)) == []


def test_much_changed_words_that_begin_with_one_word_are_two_remarks() -> None:
    assert related("“Ships wait, boats sail,” Holm said.", "“Ships rust, boats sink,” Holm said.") == []


def test_hardly_changed_words_are_one_remark_whoever_made_it() -> None:
    left, right = "“Nobody saw the crane lean,” Holm said.", "“Somebody saw the crane lean,” Dahl said."
    assert related(left, right) == [(Relation.CHANGED, 0.8421)]
    assert [reason for _, reason in reasons(left, right)] == ["one remark in other words: 'nobody' -> 'somebody'"]


def test_the_same_words_of_two_people_are_a_conflict() -> None:
    words = "“The ship was never in danger,” {} said."
    assert reasons(words.format("Ana Holm"), words.format("Bo Dahl")) == [
        ("other-speaker", "the same words said by Ana Holm and by Bo Dahl")
    ]
    assert reasons(words.format("Ana Holm"), words.format("Holm")) == []
    assert reasons(words.format("Ana Holm"), words.format("the captain")) == []


WORDS = "we never said the bridge would open in spring but not before it is safe"
REMARKS = st.lists(st.sampled_from(WORDS.split()), max_size=9)


@given(REMARKS, REMARKS)
def test_sides_may_be_swapped(one: list[str], other: list[str]) -> None:
    left, right = (extract(f"“{' '.join(words)},” Holm said.") for words in (one, other))
    forth, back = variants(left, right), variants(right, left)
    assert [(v.left, v.right, v.relation, v.similarity) for v in forth] == [
        (v.right, v.left, v.relation, v.similarity) for v in back
    ]
    assert all(0.0 < variant.similarity <= 1.0 for variant in forth)
    assert clashes(left, left) == ()
