"""What several sources say that may not both hold."""

import pytest

from tests.alignment.texts import witness
from tests.collation.derailment import surveyed
from tui.collation.survey import survey
from tui.collation.told import Cited
from tui.text.spans import Span


def told(found, cited):
    return "ABCDE"[cited.source], " ".join(found.witnesses[cited.source].text[slice(*cited.span)].split())


def clashing(found):
    """Each candidate as who says the one and who says the other, with the first words of either."""
    return [
        (
            "".join(sorted("ABCDE"[source] for source in candidate.sides[0])),
            told(found, candidate.left)[1],
            "".join(sorted("ABCDE"[source] for source in candidate.sides[1])),
            told(found, candidate.right)[1],
        )
        for candidate in found.conflicts
    ]


@pytest.fixture(scope="module")
def derailment(tmp_path_factory):
    return surveyed(tmp_path_factory.mktemp("sources"))


def test_what_clashes_is_found_once_with_all_who_say_it(derailment):
    quoted = "We heard the brakes, and then there was no track under us any more,"
    other = "We heard brakes, and suddenly there was no track below us any more,"
    assert sorted(clashing(derailment)) == [
        ("A", "14", "B", "40"),
        ("AC", quoted, "B", other),
        ("AD", "four hours", "B", "nine hours"),
        ("AE", "52", "B", "47"),
    ]


def test_each_candidate_names_its_rule_and_its_reason(derailment):
    said = {candidate.rule: candidate.reason for candidate in derailment.conflicts}
    assert set(said) == {"different-values", "changed-quotation"}
    assert said["changed-quotation"].startswith("one remark in other words: ")


def test_the_fewer_who_tell_it_otherwise_differ(derailment):
    stances = {
        derailment.witnesses[claim.representative.source].quote(claim.representative.sentence)[:9]: claim.differing
        for claim in derailment.collation.claims
    }
    assert (1,) in stances.values()
    lasting = derailment.collation.claims[derailment.collation.told[3][6]]
    assert lasting.differing == (1,)
    aged = derailment.collation.claims[derailment.collation.told[0][7]]
    assert aged.differing == (1,)


def test_an_offer_is_set_against_no_deed_and_a_part_against_no_whole():
    found = survey(
        [
            witness(
                "The union demanded 12 more inspectors for the harbour line.", "The storm killed 16 people at sea."
            ),
            witness("The railway sent 3 more inspectors to the harbour line.", "It killed four sailors and 12 others."),
        ]
    )
    assert found.conflicts == ()


def test_what_is_measured_of_one_thing_clashes_wherever_it_stands():
    found = survey(
        [
            witness("Nobody expected much.", "The talks lasted less than three hours, and then it rained."),
            witness("A brass band played.", "After seven hours of tense negotiations both sides went home."),
        ]
    )
    assert clashing(found) == [("A", "less than three hours", "B", "seven hours")]
    assert found.conflicts[0].rule == "disjoint-bounds"
    for cited in found.conflicts[0].places:
        claim = found.collation.told[cited.source][cited.sentence]
        assert cited.source in found.collation.claims[claim].differing


def test_what_a_bound_allows_is_no_clash():
    found = survey(
        [
            witness("The talks lasted less than three hours, and then it rained."),
            witness("After two hours of tense negotiations both sides went home."),
        ]
    )
    assert found.conflicts == ()


def test_ages_of_two_people_are_two_things():
    found = survey(
        [
            witness("Police found Rolf Ekholm, 82, and Ada Ekholm, 78, near the road."),
            witness("Police say that Ada Ekholm, 78, and Rolf Ekholm, 81, were found near the road."),
        ]
    )
    assert clashing(found) == [("A", "82", "B", "81")]


@pytest.mark.parametrize(
    ("mark", "rules"),
    [("“{}”", ["changed-quotation"]), ("{}", ["negation"])],
)
def test_opposite_words_within_quotations_that_clash_are_told_once(mark, rules):
    one, other = (f"I {how} lost control of the ferry on that night," for how in ("never", "almost"))
    found = survey([witness(f"{mark.format(words)} Ida Kroll said.") for words in (one, other)])
    assert [candidate.rule for candidate in found.conflicts] == rules


def test_quotations_that_are_only_labels_are_no_remark():
    found = survey(
        [
            witness('Labels that read "Made in the U.S.A." were found on lamps.'),
            witness('The rules forbid "Our lamps are made in USA" on such lamps.'),
        ]
    )
    assert found.conflicts == ()


def test_the_order_of_the_sources_decides_nothing(tmp_path):
    one, other = (
        "The talks lasted less than three hours, and then it rained.",
        "After seven hours of tense negotiations both sides went home.",
    )
    first, second = (survey([witness(a), witness(b)]).conflicts for a, b in ((one, other), (other, one)))
    assert [(c.left.span, c.right.span) for c in first] == [(c.right.span, c.left.span) for c in second]


def test_quotations_of_the_same_words_are_renderings_of_each_other(derailment):
    pairs = [(v.left.source, v.right.source, v.relation) for v in derailment.variants]
    assert pairs == [(0, 1, "changed"), (0, 2, "identical"), (1, 2, "changed")]
    assert derailment.variants[1].similarity == 1.0
    assert 0.5 < derailment.variants[0].similarity < 1.0


def test_words_that_are_no_fact_come_before_the_fact_in_the_same_place():
    whole, fact = Cited(1, 4, Span(10, 20)), Cited(1, 4, Span(10, 20), 3)
    assert sorted([Cited(2, 0, Span(0, 1), 0), fact, whole], key=lambda cited: cited.order)[:2] == [whole, fact]


def test_what_one_source_says_in_two_ways_is_a_candidate_within_it_and_marks_no_claim():
    found = survey(
        [
            witness("The weekend meeting of the two ministers in Orvik on Tuesday was called a success."),
            witness("A band played in the square."),
        ]
    )
    (candidate,) = found.conflicts
    assert candidate.is_within
    assert (told(found, candidate.left), told(found, candidate.right)) == (("A", "weekend"), ("A", "Tuesday"))
    assert not any(claim.differing for claim in found.collation.claims)
