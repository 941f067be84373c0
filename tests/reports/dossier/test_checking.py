"""Quotations against their sources."""

import json

import pytest

from tests.reports.dossier.stories import alone, report
from tests.reports.pairs import account
from tui.reports.dossier.as_csv import report_csv
from tui.reports.dossier.as_html import report_html
from tui.reports.dossier.as_json import report_json
from tui.reports.dossier.as_markdown import report_markdown
from tui.reports.dossier.checking import Present, check
from tui.reports.dossier.receipts import Receipt, Receipts, Stamped, read_receipts
from tui.text.witness import Kind

OTHER = "f" * 64


@pytest.fixture(params=[report_html, report_json])
def story(request):
    """A report read back, and its sources as they are."""
    dossier = report()
    present = {one.article.sha256: Present(one.file, one.article.sha256, one.witness.text) for one in dossier.accounts}
    return read_receipts(request.param(dossier)), present


def edited(present, label_file, old, new):
    """The sources with one of them changed."""
    return {
        sha256: Present(one.name, OTHER, one.text.replace(old, new)) if one.name == label_file else one
        for sha256, one in present.items()
    }


def test_all_stand_in_sources_that_are_as_they_were(story):
    receipts, present = story
    verdict = check(receipts, present)
    assert verdict.standing == len(receipts.quotations) == 8
    assert (verdict.moved, verdict.broken, verdict.changed, verdict.missing) == (0, (), (), ())


@pytest.mark.parametrize("write", [report_html, report_markdown, report_json, report_csv])
def test_items_of_a_list_are_quoted_without_their_bullets_and_stand(write):
    lines = ["- Snow fell on all roads.", "2. Nobody came."]
    one = account("A", lines, path="list.txt", kinds=dict.fromkeys((0, 1), Kind.LIST))
    receipts = read_receipts(write(alone(one)))
    assert [receipt.text for receipt in receipts.quotations] == ["Snow fell on all roads.", "2. Nobody came."]
    verdict = check(receipts, {one.article.sha256: Present("list.txt", one.article.sha256, one.article.text)})
    assert (verdict.standing, verdict.broken) == (2, ())


@pytest.mark.parametrize(
    ("now", "known", "has"),
    [
        ("Three ferries of {}.", "before “ferries of the northern line left the harbour a…”", "Three"),
        (
            "The lead is long enough to be cut off at its beginning. Three ferries of {}.",
            "before “ferries of the northern line left the harbour a…”",
            "…ng enough to be cut off at its beginning. Three",
        ),
        (
            "Two ferries of {}, as the captain had said that they would.",
            "after “…f the northern line left the harbour at noon on”",
            "Monday, as the captain had said that they would.",
        ),
    ],
)
def test_what_the_source_has_instead_is_told_in_few_words(now, known, has):
    rest = "the northern line left the harbour at noon on Monday"
    reason = reason_of(f"Two ferries of {rest}.", now.format(rest))
    assert reason == f"{known} the source has “{has}”"


def test_words_of_which_nothing_is_left_are_gone():
    assert reason_of("Two ferries left the harbour.", "Nobody sails.") == "its words are gone from the source"


def test_a_copy_that_an_unchanged_source_does_not_have_is_told():
    sha256, text = "a" * 64, "Two ferries left."
    true, false = (Stamped("B", "two.txt", sha256, copy) for copy in (text, "Two boats left."))
    unchanged, changed = (Present("two.txt", now, text) for now in (sha256, OTHER))
    assert check(Receipts((false,), ()), {sha256: unchanged}).miscopied == (false,)
    assert check(Receipts((true,), ()), {sha256: unchanged}).miscopied == ()
    assert check(Receipts((false,), ()), {sha256: changed}).miscopied == ()


@pytest.mark.parametrize(
    "broken",
    [
        {"text": 5}, {"text": None}, {"start": True}, {"start": -1}, {"start": 9}, {"end": 1.5}, {"end": "3"},
        {"source": "Z"}, {"source": None},
    ],
)  # fmt: skip
def test_what_can_be_no_quotation_of_a_report_is_passed_over(broken):
    good = {"source": "A", "start": 0, "end": 3, "text": "Two", "place": "A s1"}
    sources = [{"label": "A", "path": "a.txt", "sha256": "a" * 64}]
    receipts = read_receipts(json.dumps({"sources": sources, "claims": [good, good | broken]}))
    assert receipts.quotations == (Receipt("a" * 64, 0, 3, "Two", "A s1", exact=True),)


def reason_of(was, now):
    """Why a quotation of the whole of a source is broken once the source says something else."""
    sha256 = "a" * 64
    quoted = Receipt(sha256, 0, len(was), was, "B s1", exact=True)
    receipts = Receipts((Stamped("B", "two.txt", sha256),), (quoted,))
    (broken,) = check(receipts, {sha256: Present("two.txt", OTHER, now)}).broken
    return broken.reason


def test_one_changed_word_breaks_the_quotations_that_have_it_and_tells_where(story):
    receipts, present = story
    verdict = check(receipts, edited(present, "two.txt", "seven hours", "eight hours"))
    (broken,) = verdict.broken
    assert broken.receipt.place == "B s1"
    assert broken.reason == "after “The ferry was” the source has “eight hours at sea. Nobody waited.”"
    ((stamped, now),) = verdict.changed
    assert (stamped.label, now.sha256) == ("B", OTHER)
    assert stamped.sha256 != OTHER


def test_what_stands_further_on_has_moved_and_not_broken(story):
    receipts, present = story
    verdict = check(receipts, edited(present, "three.txt", "The ferry came", "By noon. The ferry came"))
    assert verdict.broken == ()
    assert verdict.moved == 2
    assert len(verdict.changed) == 1


def test_a_shorter_word_breaks_its_sentence_alone(story):
    receipts, present = story
    verdict = check(receipts, edited(present, "one.txt", "three hours", "two hours"))
    assert [broken.receipt.text for broken in verdict.broken] == ["The ferry took less than three hours."]
    assert verdict.moved == 1


def test_words_that_are_gone_are_said_to_be_gone(story):
    receipts, present = story
    verdict = check(receipts, edited(present, "four.txt", "It took a day.", ""))
    assert [broken.reason for broken in verdict.broken] == ["its words are gone from the source"]


def test_a_forged_quotation_is_found_in_a_source_that_did_not_change():
    dossier = report()
    present = {one.article.sha256: Present(one.file, one.article.sha256, one.witness.text) for one in dossier.accounts}
    forged = report_html(dossier).replace("Nobody waited.", "Everybody waited.")
    verdict = check(read_receipts(forged), present)
    assert {broken.reason for broken in verdict.broken} == {"the source, unchanged, has “Nobody waited.” there"}
    assert len(verdict.broken) == 2
    assert verdict.changed == ()


def test_a_place_past_the_end_has_nothing_there():
    dossier = report()
    present = {one.article.sha256: Present(one.file, one.article.sha256, one.witness.text) for one in dossier.accounts}
    quote = dossier.claims[4].quote
    moved = report_html(dossier).replace(f":{quote.span.start}-{quote.span.end}", ":5000-5010")
    assert "the source, unchanged, has nothing there" in {
        broken.reason for broken in check(read_receipts(moved), present).broken
    }


def test_what_cannot_be_checked_is_neither_standing_nor_broken(story):
    receipts, present = story
    known = {sha256: one for sha256, one in present.items() if one.name != "two.txt"}
    verdict = check(receipts, known)
    assert [stamped.file for stamped in verdict.missing] == ["two.txt"]
    assert len(verdict.unchecked) == 2
    assert verdict.standing == 6
    assert verdict.broken == ()
