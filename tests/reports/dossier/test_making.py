"""What a report holds."""

from dataclasses import replace

from tests.reports.dossier.stories import ferry, quoted, report
from tests.reports.pairs import account
from tui.collation.told import Cited, Rendering
from tui.reports.dossier.as_html import report_html
from tui.reports.dossier.as_markdown import report_markdown
from tui.reports.dossier.model import Cause, PairCount, Section
from tui.text.spans import Span
from tui.text.witness import Kind


def texts(quotes):
    return [quote.text for quote in quotes]


def every_quote(dossier):
    for claim in dossier.claims:
        yield from (claim.quote, *claim.said)
    for dispute in dossier.disputes:
        yield from dispute.quotes
    for entry in dossier.to_confirm:
        yield from entry.quotes


def test_every_quotation_is_verbatim_and_cites_its_sentence():
    dossier = report()
    quotes = list(every_quote(dossier))
    assert len(quotes) > 10
    for quote in quotes:
        account = dossier.accounts[quote.source]
        assert account.witness.text[slice(*quote.span)] == quote.text
        sentence = account.witness.sentence_at(quote.span.start)
        assert quote.place == account.places[sentence]
        assert quote.text.startswith(account.witness.quote(sentence))


def test_pairs_are_listed_by_the_share_of_claims_that_both_make():
    pairs = (PairCount(0, 1, 1, 3, 0, 0), PairCount(0, 2, 2, 1, 1, 0), PairCount(1, 2, 0, 0, 0, 0))
    dossier = replace(report(), pairs=pairs)
    assert [pair.share for pair in pairs] == [0.25, 0.5, 0.0]
    assert dossier.closest == (pairs[1], pairs[0], pairs[2])


def test_only_the_claims_of_its_sections_are_written():
    dossier = report()
    several = [claim.number for claim in dossier.shared]
    assert several == [0, 1]
    told = {
        section: [claim.number for claim in replace(dossier, sections=frozenset({section})).told]
        for section in (Section.CLAIMS, Section.DIGEST, Section.CONFIRM)
    }
    assert told[Section.CLAIMS] == [0, 1, 2, 3, 4]
    assert told[Section.DIGEST][0] == 0
    assert told[Section.CONFIRM] == []


def test_the_digest_has_what_several_origins_say_and_who_may_differ():
    (claim,) = report().digest.several
    assert (claim.quote.text, claim.speaking, claim.differing) == ("The ferry came late.", (0, 1, 2), (1,))
    assert "A, B, C; B may differ" in report_html(report())
    assert "3 sources: A, B, C; B may differ" in report_markdown(report())


def test_the_digest_quotes_no_headings():
    accounts, survey = ferry()
    kinds = {0: Kind.TITLE}
    titled = [account(one.label, [one.witness.quote(0), one.witness.quote(1)], kinds=kinds) for one in accounts]
    collation = replace(survey.collation, witnesses=tuple(one.witness for one in titled))
    assert report(titled, replace(survey, collation=collation)).digest.several == ()


def test_the_digest_has_of_each_source_what_it_alone_says_with_a_figure_or_a_quotation():
    alone = report().digest.alone
    assert [texts(claim.quote for claim in told) for told in alone] == [
        [],
        [],
        ["“We are sorry,” said the captain."],
        [],
    ]


def test_a_candidate_shows_both_sentences_with_the_facts_marked():
    (dispute,) = report().disputes
    assert (dispute.kind, dispute.rule) == ("quantity", "disjoint-bounds")
    assert [quote.marks for quote in dispute.left] == [("less than three hours",)]
    assert [quote.marks for quote in dispute.right] == [("seven hours",)]
    assert texts(dispute.quotes) == ["The ferry took less than three hours.", "The ferry was seven hours at sea."]


def test_a_sentence_that_says_both_is_quoted_once_with_both_marked():
    accounts, survey = ferry()
    (conflict,) = survey.conflicts
    whole = accounts[0].witness.sentences[0].span
    sides = (Cited(0, 0, Span(whole.start, whole.start + 9)), conflict.left)
    within = replace(conflict, left=sides[0], right=sides[1])
    dossier = report(accounts, replace(survey, conflicts=(within,)))
    (dispute,) = dossier.disputes
    assert (texts(dispute.quotes), dispute.quotes[0].marks) == (
        ["The ferry took less than three hours."],
        ("The ferry", "less than three hours"),
    )
    assert "against</p>" not in report_html(dossier)


def test_what_is_to_be_confirmed_names_cause_and_sources():
    found = {(entry.cause, entry.reason): texts(entry.quotes) for entry in report().to_confirm}
    assert found == {
        (Cause.CONFLICT, "< 3 h and 7 h cannot both hold"): [
            "The ferry took less than three hours.",
            "The ferry was seven hours at sea.",
        ],
        (Cause.ONE_ORIGIN, "only C"): ["“We are sorry,” said the captain."],
        (Cause.LEFT_OUT, "said by A, B, C; left out by D"): ["The ferry came late."],
    }


def test_a_quotation_that_another_origin_gives_too_is_not_of_one_alone():
    accounts, survey = ferry()
    mine, theirs = survey.facts[2][0], quoted(accounts[0], "Snow fell")

    def causes(relation, origins=(0, 1, 2, 1)):
        left, right = ((source, fact.sentence, fact.span) for source, fact in ((0, theirs), (2, mine)))
        rendering = Rendering(Cited(*left), Cited(*right), relation, 1.0)
        collation = replace(survey.collation, origins=origins)
        dossier = report(accounts, replace(survey, collation=collation, variants=(rendering,)))
        return {entry.cause for entry in dossier.to_confirm}

    assert Cause.ONE_ORIGIN not in causes("identical")
    assert Cause.ONE_ORIGIN not in causes("part")
    assert Cause.ONE_ORIGIN in causes("changed")
    assert Cause.ONE_ORIGIN in causes("identical", origins=(0, 1, 0, 1))


def test_changed_quotations_have_a_heading_of_their_own():
    accounts, survey = ferry()
    conflict = replace(survey.conflicts[0], kind="quotation", rule="changed-quotation")
    causes = [entry.cause for entry in report(accounts, replace(survey, conflicts=(conflict,))).to_confirm]
    assert Cause.CHANGED in causes
    assert Cause.CONFLICT not in causes


def test_pairs_count_claims_and_candidates():
    pairs = {(pair.left, pair.right): pair for pair in report().pairs}
    assert len(pairs) == 6
    one = pairs[0, 1]
    assert (one.both, one.left_only, one.right_only, one.conflicts) == (1, 1, 1, 1)
    assert one.share == 1 / 3
    other = pairs[1, 3]
    assert (other.both, other.left_only, other.right_only, other.conflicts) == (1, 1, 1, 0)
    assert pairs[0, 3].both == 0


def test_a_candidate_of_many_sources_counts_for_every_two_on_different_sides():
    accounts, survey = ferry()
    conflict = survey.conflicts[0]
    too = replace(conflict, right_too=(conflict.right._replace(source=2, sentence=0),))
    pairs = {
        (pair.left, pair.right): pair.conflicts for pair in report(accounts, replace(survey, conflicts=(too,))).pairs
    }
    assert {pair for pair, count in pairs.items() if count} == {(0, 1), (0, 2)}
