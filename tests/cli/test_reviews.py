"""`summit-tui reviews`, `agree`, and what reviews change of `diff`."""

import csv
import json
from io import StringIO
from pathlib import Path

import pytest

from tests.cli.reviewing import Case
from tests.library.entries import is_sound, rows
from tui.cli.sources import select
from tui.cli.turns import Conversation
from tui.library import Library
from tui.review.acts import Tie
from tui.settings import Settings


@pytest.fixture
def case(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return Case(tmp_path)


@pytest.fixture
def judged(case):
    """Two reviewers on three pairs, of which they disagree on one."""
    case.record(
        "ann",
        case.verdict("conflict", similarity=0.82, candidate="counts", scorer="context", cut=0.3),
        case.verdict("agree", 2, 2, similarity=0.12),
        case.verdict("reworded", 3, 3, similarity=0.64),
        case.note("=ask the harbour\nmaster"),
    )
    case.record("bob", case.verdict("conflict"), case.verdict("unrelated", 2, 2), case.verdict("reworded", 3, 3))
    return case


def test_agree_tells_n_share_kappa_classes_and_disagreements(summit, judged):
    code, out, err = summit("agree", "ann", "bob", *judged.options)
    assert (code, err) == (0, "")
    assert out.splitlines()[:2] == [
        "ann and bob judged the same 3 pairs",
        "2/3 with one verdict (67%), Cohen's kappa 0.57",
    ]
    assert "! ann: agree, bob: unrelated\n" in out
    assert "    Ferry Is Late: The captain said nothing.\n" in out


def test_agree_as_json(summit, judged):
    found = json.loads(summit("agree", "ann", "bob", "--json", *judged.options).out)
    assert (found["schema"], found["n"], found["agreed"]) == ("summit-tui/agreement@1", 3, 2)
    assert found["kappa"] == pytest.approx(4 / 7)
    assert found["classes"]["conflict"] == {"mine": 1, "theirs": 1, "agreed": 1, "kappa": 1.0}
    (only,) = found["disagreements"]
    assert {sentence["quotation"] for sentence in only["sentences"]} == {"The captain said nothing.", "A crowd waited."}


@pytest.mark.parametrize("suffix", [".jsonl", ".csv"])
def test_exports_of_two_reviewers_agree_like_the_library(summit, judged, suffix):
    for name in ("ann", "bob"):
        assert summit("reviews", "export", "--by", name, "-o", f"{name}{suffix}", *judged.options) == (0, "", "")
    here = summit("agree", "ann", "bob", *judged.options).out
    assert summit("agree", f"ann{suffix}", f"bob{suffix}").out == here


@pytest.mark.parametrize(
    ("names", "line"),
    [
        (("ann", "eve"), "eve: no such file, and no reviewer of the library"),
        (("all.jsonl", "bob"), "all.jsonl: has verdicts of ann, bob; export one of them with --by"),
        (("one.txt", "bob"), "one.txt: is no review of summit-tui (line 1: not the columns of a review)"),
        ((".", "bob"), ".: is no regular file"),
    ],
)
def test_whom_agree_cannot_find_is_said(summit, judged, names, line):
    summit("reviews", "export", "-o", "all.jsonl", *judged.options)
    assert summit("agree", *names, *judged.options) == (2, "", f"summit-tui: {line}\n")


@pytest.mark.parametrize("suffix", [".jsonl", ".csv"])
def test_an_export_comes_in_elsewhere_once(summit, judged, suffix, tmp_path):
    other = ("--library", str(tmp_path / "other.sqlite3"))
    assert summit("reviews", "export", "-o", f"all{suffix}", *judged.options).code == 0
    assert summit("reviews", "import", f"all{suffix}", *other) == (
        0,
        "7 new, 0 there already\nann: 4 new\nbob: 3 new\n",
        "",
    )
    assert summit("reviews", "import", f"all{suffix}", *other).out == "0 new, 7 there already\n"
    written = [summit("reviews", "export", *where).out for where in (judged.options, other)]
    assert written[0] == written[1]
    assert is_sound(tmp_path / "other.sqlite3")


def test_an_import_says_whose_acts_took_the_place_of_what_stood(summit, case, tmp_path):
    other = ("--library", str(tmp_path / "other.sqlite3"))
    case.record("ann", case.verdict("agree"))
    assert summit("reviews", "export", "-o", "first.jsonl", *case.options).code == 0
    assert summit("reviews", "import", "first.jsonl", *other).out == "1 new, 0 there already\nann: 1 new\n"
    case.record("ann", case.verdict("conflict"))
    assert summit("reviews", "export", "-o", "later.jsonl", *case.options).code == 0
    assert summit("reviews", "import", "later.jsonl", *other).out == (
        "1 new, 1 there already\nann: 1 new, later than 1 that stood here\n"
    )


def test_nothing_of_a_broken_export_comes_in(summit, judged, tmp_path):
    out = summit("reviews", "export", *judged.options).out
    (tmp_path / "cut.jsonl").write_text(out[: len(out) // 2])
    other = tmp_path / "other.sqlite3"
    code, _, err = summit("reviews", "import", "cut.jsonl", "--library", str(other))
    assert (code, err) == (2, "summit-tui: cut.jsonl: is no review of summit-tui (line 4: no JSON)\n")
    assert not other.exists()


def test_what_was_undone_is_in_the_log_and_not_in_what_stands(summit, case):
    case.record("ann", case.verdict("agree"), case.verdict("conflict"))
    exported = [summit("reviews", "export", *more, *case.options).out.count("\n") for more in ((), ("--standing",))]
    assert exported == [2, 1]


def test_the_list_shows_notes_and_verdicts_with_their_sentences(summit, judged):
    out = summit("reviews", "list", "--by", "ann", *judged.options).out
    assert out.count("  ann 20") == 4
    assert "conflict  ann 20" in out
    assert "✎ =ask the harbour master  ann 20" in out


def test_calibration_sets_expected_beside_found(summit, judged):
    out = summit("reviews", "calibration", "--by", "ann", *judged.options).out.splitlines()
    assert out[1].split() == ["0.1", "to", "0.2", "1", "12%", "100%"]
    assert out[-1].split() == ["counts", "1", "100%"]
    found = json.loads(summit("reviews", "calibration", "--json", *judged.options).out)
    assert [step["n"] for step in found["steps"]] == [1, 1, 1]


def test_sensitivity_names_what_would_vanish(summit, judged):
    code, out, _ = summit("reviews", "sensitivity", "one.txt", "two.txt", "--reviewer", "ann", *judged.options)
    assert (code, out.splitlines()[0]) == (0, "verdicts of ann, beside the cut in use, 0.30:")
    assert "gone from " in out
    found = json.loads(
        summit("reviews", "sensitivity", "one.txt", "two.txt", "--json", "--reviewer", "ann", *judged.options).out
    )
    assert [row["cut"] for row in found["cuts"]][:2] == [0.05, 0.1]
    assert found["cuts"][-1]["gone"]


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (("reviews", "import"), "reviews: import takes FILE…"),
        (("reviews", "list", "B"), "reviews: list takes no names"),
        (("reviews", "sensitivity", "B"), "reviews: sensitivity takes LEFT RIGHT"),
        (("reviews", "export", "-o", "x.pdf"), "x.pdf: no such format; the suffix is .jsonl, .json or .csv"),
        (("reviews", "export", "--by", "eve"), "eve: no reviewer of the library"),
        (("reviews", "import", "nowhere.csv"), "nowhere.csv: no such file"),
    ],
)
def test_what_makes_no_sense_is_one_line(summit, case, arguments, line):
    assert summit(*arguments, *case.options) == (2, "", f"summit-tui: {line}\n")


def test_no_command_that_only_reads_makes_a_library(summit, case):
    for arguments in (("list",), ("export",), ("calibration",)):
        assert summit("reviews", *arguments, *case.options).code == 0
    assert summit("reviews", "list", *case.options).out == "no verdicts, links or notes stand\n"
    assert summit("diff", "one.txt", "two.txt", *case.options).code == 0
    assert not case.path.exists()


def diffed(summit, case, *more):
    return json.loads(
        summit("diff", str(case.one), str(case.two), "--json", "--reviewer", "ann", *case.options, *more).out
    )


def test_a_link_made_by_hand_is_in_the_diff_at_every_cut(summit, case):
    case.record("ann", case.pin(2, 2))
    for cut in ("0.3", "1.0"):
        found = diffed(summit, case, "--cut", cut)
        assert [(link["left"], link["right"]) for link in found["links"] if link["source"] == "hand"] == [(2, 2)]
        assert ([2], [2]) in [(bead["left"], bead["right"]) for bead in found["beads"]]


def test_a_link_broken_by_hand_is_not_in_the_diff(summit, case):
    assert (3, 3) in [(link["left"], link["right"]) for link in diffed(summit, case, "--cut", "0")["links"]]
    case.record("ann", case.pin(3, 3, Tie.BROKEN))
    assert (3, 3) not in [(link["left"], link["right"]) for link in diffed(summit, case, "--cut", "0")["links"]]


def test_a_pair_read_line_by_line_has_the_links_made_by_hand(case):
    case.record("ann", case.pin(2, 2), case.pin(1, 1, Tie.BROKEN))
    selection = select([str(case.one), str(case.two)])
    with Library.open(case.path) as library:
        opened = Conversation(selection, Settings(reviewer="ann"), library=library)
        opened.open()
        beads = [(bead.left, bead.right) for bead in opened.walk.alignment.beads]
        assert ((2,), (2,)) in beads
        assert ((1,), (1,)) not in beads


def test_a_candidate_is_open_until_it_is_judged_unrelated(summit, case):
    def outcome():
        found = diffed(summit, case)
        (conflict,) = [one for bead in found["beads"] for one in bead["conflicts"]]
        exit_code = summit("diff", "one.txt", "two.txt", "--exit-code", *case.options).code
        return conflict["candidate"], conflict["verdict"], found["counts"]["conflict"], exit_code

    assert outcome() == (True, None, 1, 1)
    case.record("ann", case.verdict("conflict"))
    assert outcome() == (False, "conflict", 1, 1)
    case.record("ann", case.verdict("reworded"))
    assert outcome() == (False, "reworded", 1, 1)
    case.record("ann", case.verdict("unrelated"))
    assert outcome() == (False, "unrelated", 0, 0)


@pytest.mark.parametrize("written", ["--markdown", "--html"])
def test_a_document_says_what_candidates_were_judged_and_leaves_out_the_unrelated(summit, case, written):
    def document():
        return summit("diff", "one.txt", "two.txt", written, *case.options).out

    case.record("ann", case.verdict("conflict"))
    assert "; judged conflict" in document()
    case.record("ann", case.verdict("unrelated"))
    assert "candidate for conflict:" not in document()


def test_the_verdict_follows_its_sentences_into_a_changed_file(summit, case):
    case.record("ann", case.verdict("unrelated"))
    case.one.write_text("Ferry Is Late\n\nA new lead, and long. The ferry left at noon on Friday with forty people.\n")
    found = diffed(summit, case)
    assert [one["verdict"] for bead in found["beads"] for one in bead["conflicts"]] == ["unrelated"]


def test_the_claims_table_has_verdicts_and_notes(summit, judged):
    out = summit("table", "one.txt", "two.txt", "--csv", *judged.options).out
    row = next(row for row in csv.DictReader(StringIO(out)) if "forty" in row["text"] or "sixty" in row["text"])
    assert (row["verdict"], row["note"]) == ("conflict", "ann: =ask the harbour master")
    table = json.loads(summit("table", "one.txt", "two.txt", "--json", *judged.options).out)
    assert ["conflict"] in [claim["verdicts"] for claim in table["claims"]]
    assert [{"reviewer": "ann", "text": "=ask the harbour\nmaster"}] in [claim["notes"] for claim in table["claims"]]


@pytest.mark.parametrize(
    ("suffix", "said"),
    [
        (".md", " — judged conflict — ann: =ask the harbour master"),
        (".html", '<p class="note">judged conflict</p>'),
        (".json", '"verdicts": ["conflict"], "notes": [{"reviewer": "ann", "text": "=ask the harbour\\nmaster"}]'),
        (".csv", ",conflict,ann: =ask the harbour master"),
    ],
)
def test_a_report_has_verdicts_and_notes_and_is_still_verified(summit, judged, suffix, said):
    assert summit("report", "one.txt", "two.txt", "-o", f"report{suffix}", *judged.options).code == 0
    assert said in Path(f"report{suffix}").read_text()
    assert summit("verify", f"report{suffix}").code == 0


def test_facts_say_what_their_candidates_were_judged(summit, case):
    def candidates():
        found = json.loads(summit("facts", "one.txt", "two.txt", "--json", *case.options).out)
        return [(conflict["candidate"], conflict["verdict"]) for conflict in found["conflicts"]]

    assert candidates() == [(True, None)]
    case.record("ann", case.verdict("reworded"))
    assert candidates() == [(False, "reworded")]
    assert "; judged reworded" in summit("facts", "one.txt", "two.txt", "--width", "200", *case.options).out
    case.record("bob", case.verdict("conflict"))
    assert candidates() == [(True, None)], "reviewers differ"


@pytest.mark.parametrize(
    ("suffix", "said"),
    [
        (".md", "); judged unrelated"),
        (".html", "; judged unrelated</span>"),
        (".json", '"candidate": false, "verdict": "unrelated"'),
        (".csv", "); judged unrelated"),
    ],
)
def test_a_report_says_what_its_candidates_were_judged(summit, case, suffix, said):
    case.record("ann", case.verdict("unrelated"))
    assert summit("report", "one.txt", "two.txt", "-o", f"report{suffix}", *case.options).code == 0
    assert said in Path(f"report{suffix}").read_text()


def test_a_damaged_library_does_not_keep_two_files_from_being_compared(summit, case):
    case.path.write_bytes(b"no library " * 100)
    code, out, err = summit("diff", "one.txt", "two.txt", "--json", *case.options)
    assert (code, json.loads(out)["counts"]["conflict"]) == (0, 1)
    assert (
        err == f"summit-tui: {case.path}: is damaged, or no library (shown without verdicts and links made by hand)\n"
    )


def test_a_guest_changes_nothing(summit, judged, monkeypatch):
    summit("reviews", "export", "-o", "all.jsonl", *judged.options)
    before = rows(judged.path, "SELECT count(*) FROM act")
    monkeypatch.setenv("SUMMIT_READ_ONLY", "true")
    code, _, err = summit("reviews", "import", "all.jsonl", *judged.options)
    assert (code, err) == (2, f"summit-tui: {judged.path}: is shown only, and not changed (read-only)\n")
    assert summit("reviews", "list", *judged.options).code == 0
    assert rows(judged.path, "SELECT count(*) FROM act") == before


def claims(summit, case, reviewer="ann"):
    arguments = ("table", "one.txt", "two.txt", "--json", "--reviewer", reviewer, *case.options)
    return json.loads(summit(*arguments).out)


def test_the_table_joins_what_was_linked_and_parts_what_was_broken_for_the_reviewer_alone(summit, case):
    before = claims(summit, case)
    assert {"A": [1], "B": [1]} in [claim["sentences"] for claim in before["claims"]]
    case.record("ann", case.pin(2, 2), case.pin(1, 1, Tie.BROKEN))
    found = claims(summit, case)
    said = {tuple(claim["sentences"].items()): claim for claim in map(unlisted, found["claims"])}
    assert said[("A", 2), ("B", 2)]["by_hand"] == [{"tie": "pinned", "sentences": {"A": 2, "B": 2}}]
    parted = [{"tie": "broken", "sentences": {"A": 1, "B": 1}}]
    assert (said[("A", 1),]["by_hand"], said[("B", 1),]["by_hand"]) == (parted, parted)
    assert found["reviewer"] == "ann"
    assert claims(summit, case, "bob") == before


def unlisted(claim):
    """The claim, each source with its one sentence."""
    return {**claim, "sentences": {source: number for source, (number,) in claim["sentences"].items()}}


def test_the_table_says_in_every_form_what_is_so_by_hand(summit, case):
    case.record("ann", case.pin(2, 2), case.pin(1, 1, Tie.BROKEN))
    given = ("one.txt", "two.txt", "--reviewer", "ann", *case.options)
    rows = {row["text"]: row for row in csv.DictReader(StringIO(summit("table", *given, "--csv").out))}
    assert rows["A crowd waited."]["by hand"] == "A s3 – B s3 linked by hand"
    assert rows["On Friday the ferry left at noon with sixty people."]["by hand"] == "A s2 – B s2 not a match"
    markdown = summit("table", *given, "--markdown").out
    assert "A crowd waited. \\[B s3\\] | ●P | ●P | 2 | 2 |" in markdown
    assert "sixty people. \\[B s2\\] | ·× | ! | 1 | 1 |" in markdown
    assert "P linked by hand, × parted by hand" in markdown
    text = summit("table", *given, "--width", "100").out
    assert "2  ●P  ●P  A crowd waited. [B s3]" in text
    assert "1  ·×  !   On Friday the ferry left" in text
    narrow = " ".join(summit("table", *given, "--width", "30").out.split())
    assert "● AP, BP" in narrow
    assert "! B · A×" in narrow


@pytest.mark.parametrize(
    ("suffix", "said"),
    [
        (".md", "--> — A s3 – B s3 linked by hand | ●P | ●P |"),
        (".html", '<p class="note">A s3 – B s3 linked by hand</p>'),
        (".json", '"by_hand": [{"tie": "pinned", "sentences": {"A": 2, "B": 2}}]'),
        (".csv", ",A s3 – B s3 linked by hand"),
    ],
)
def test_a_report_counts_what_its_reviewer_linked_and_is_still_verified(summit, case, suffix, said):
    case.record("ann", case.pin(2, 2))
    written = Path(f"report{suffix}")
    for reviewer, found in (("ann", True), ("bob", False)):
        given = ("one.txt", "two.txt", "-o", str(written), "--reviewer", reviewer, *case.options)
        assert summit("report", *given).code == 0
        assert (said in written.read_text(), "by hand" in written.read_text()) == (found, found and suffix != ".json")
        assert summit("verify", str(written)).code == 0


def test_the_overview_counts_what_diff_counts_with_links_by_hand(summit, case, monkeypatch):
    monkeypatch.setenv("SUMMIT_REVIEWER", "ann")
    given = ("one.txt", "two.txt", *case.options)
    before = summit(*given).out
    case.record("ann", case.pin(2, 2), case.pin(1, 1, Tie.BROKEN), case.verdict("unrelated"))
    assert summit(*given).out != before
    (counts,) = [line.split("%")[1].split() for line in summit(*given).out.splitlines() if "⇄" in line]
    assert " ".join(counts) in " ".join(summit("diff", *given).out.splitlines()[0].split())


def test_a_candidate_judged_unrelated_marks_no_claim_and_is_not_to_be_confirmed(summit, case):
    def stances():
        return {stance for claim in claims(summit, case)["claims"] for stance in claim["stance"].values()}

    def to_confirm():
        given = ("one.txt", "two.txt", "-o", "todo.json", "--only", "todo", *case.options)
        assert summit("report", *given).code == 0
        return [entry["cause"] for entry in json.loads(Path("todo.json").read_text())["to_confirm"]]

    assert ("differs" in stances(), "conflict" in to_confirm()) == (True, True)
    case.record("ann", case.verdict("unrelated"))
    assert ("differs" in stances(), "conflict" in to_confirm()) == (False, False)
