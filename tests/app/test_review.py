"""Judging pairs, links made and broken by hand, notes: what the keys keep, and what is shown of it."""

import re
from asyncio import timeout
from threading import Event

import pytest

from tests.terminal.harness import DEADLINE
from tui.app.sitting.reviewing import Reviewing
from tui.articles import find_sources
from tui.library import Library, LibraryError
from tui.library.reviews import Reviews
from tui.settings import Settings

HARBOUR = """\
Swing bridge reopens after nine weeks

The swing bridge over the Lenn reopened to traffic on Monday.

The repair of the bridge lasted nine weeks. Engineers replaced forty bolts and a bearing of eleven tonnes.

The first ship passed at noon. A second inspection follows in spring.
"""

MORNING = """\
Bridge over the Lenn turns again

The swing bridge over the river Lenn reopened to cars and lorries on Monday.

The repair of the bridge lasted seven weeks. Shopkeepers speak of a lost summer.

The first ship passed at noon. Nobody has named the cost so far.
"""

EVENING = """\
Lenn bridge open

The swing bridge over the Lenn reopened on Monday, and the first ship passed at noon.
"""

ANN = Settings(reviewer="ann")


@pytest.fixture
def path(tmp_path):
    return tmp_path / "library.sqlite3"


@pytest.fixture
def reviewing(opened, tmp_path, path):
    """Open the pair of two short accounts as a reviewer: `async with reviewing() as reader`."""
    for name, text in (("harbour", HARBOUR), ("morning", MORNING), ("evening", EVENING)):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    sources = find_sources([str(tmp_path / f"{name}.txt") for name in ("harbour", "morning", "evening")])

    def open_pair(*, pair=(0, 1), settings=ANN, library=None, **more):
        library = library or Library.open(path, read_only=settings.read_only)
        return opened(pair=pair, sources=sources, settings=settings, library=library, **more)

    return open_pair


def kept(path, reviewer=None):
    """What a second program finds in the file: each act that stands, in words."""
    with Library.open(path) as library:
        standing = Reviews(library, "reader").reload().standing(reviewer)
    said = {"Verdict": "judgement", "Bond": "tie", "Note": "text"}
    return [str(getattr(act.deed, said[type(act.deed).__name__])) for act in standing]


def line_of(reader, words):
    return next(line for line in reader.lines if words in line)


def progress(reader):
    """How many pairs are reviewed, and of how many."""
    done, among = re.search(r"(\d+)/(\d+) reviewed", reader.title).groups()
    return int(done), int(among)


async def test_a_verdict_is_on_disk_at_once_and_there_when_the_pair_is_opened_again(reviewing, path):
    async with reviewing() as reader:
        await reader.press("a")
        assert kept(path) == []
        await reader.press("r", "space")
        assert "0/3 reviewed · ann" in reader.title
        first = reader.sentence
        await reader.press("a")
        assert kept(path) == ["agree"]
        assert "1/3 reviewed" in reader.title
        assert "agree: A s2 – B s2" in reader.status
        assert reader.sentence != first
        await reader.press("exclamation_mark", "tilde")
        assert "all 3 are reviewed" in reader.status
    async with reviewing() as reader:
        assert line_of(reader, "swing bridge over the Lenn").split()[:3] == ["~", "A", "a"]
        assert line_of(reader, "lasted nine weeks").split()[:2] == ["~!A", "!"]
        await reader.press("r")
        assert "3/3 reviewed" in reader.title


async def test_undo_and_redo_go_back_to_what_they_change_until_nothing_is_left(reviewing, path):
    async with reviewing() as reader:
        await reader.press("r", "space")
        places = [reader.sentence]
        for key in ("a", "tilde", "0"):
            await reader.press(key)
            places.append(reader.sentence)
        for place, undone in zip(places[2::-1], ("unrelated", "reworded", "agree"), strict=True):
            await reader.press("G", "U")
            assert f"undone: {undone}" in reader.status
            assert reader.sentence == place
        await reader.press("U")
        assert "nothing of yours to undo" in reader.status
        assert kept(path) == []
        await reader.press("ctrl+r", "ctrl+r")
        assert "done again: reworded" in reader.status
        assert (kept(path), "2/3 reviewed" in reader.title) == (["agree", "reworded"], True)


async def test_outside_the_layer_and_after_a_count_the_keys_keep_their_meaning(reviewing, path):
    async with reviewing(size=(80, 16)) as reader:
        await reader.press("g", "exclamation_mark")
        assert "nine weeks" in reader.sentence
        await reader.press("g", "tilde", "0", "a")
        top = reader.view.port.top
        await reader.press("space")
        assert reader.view.port.top > top
        await reader.press("r", "m", "a", "1", "0", "right_parenthesis")
        assert "/3 reviewed" in reader.title
        assert kept(path) == []
        await reader.press("slash", "a", "space", "l", "enter", "r", "a")
        assert kept(path) == []


async def test_links_made_and_broken_by_hand_outlast_the_sitting_and_any_cut(reviewing, path):
    async with reviewing() as reader:
        await reader.press("slash", *"second", "enter", "p")
        assert "p on a sentence of B" in reader.status
        await reader.press("slash", *"nobody", "enter", "p")
        assert "linked by hand: A s6 – B s6" in reader.status
        await reader.press("slash", *"lasted", "enter", "P")
        assert "not a match: A s3 – B s3" in reader.status
        assert sorted(kept(path)) == ["broken", "pinned"]
        await reader.press("5", "plus", "5", "plus", "5", "plus")
        assert line_of(reader, "second inspection").split()[:3] == ["~", "A", "P"]
        await reader.press("slash", *"second", "enter", "equals_sign")
        assert "source: hand" in str(reader.app.screen.query_one("#about").render())
        await reader.press("q", "slash", *"lasted", "enter")
    async with reviewing() as reader:
        assert line_of(reader, "lasted nine weeks").strip("▎ ").split()[:2] == ["<!A", "×"]
        assert line_of(reader, "lasted seven weeks").split()[:2] == [">!B", "×"]
        assert line_of(reader, "second inspection").split()[:3] == ["~", "A", "P"]
        await reader.press("9", "minus")
        assert line_of(reader, "lasted nine weeks").strip("▎ ").startswith("<!A")
        await reader.press("U")
        assert line_of(reader, "lasted nine weeks").strip("▎ ").startswith("~!A")


async def test_a_note_stands_in_every_view_of_its_sentence(reviewing, path):
    async with reviewing(pair=None) as reader:
        await reader.press("enter", "3", "G", "i", *"ask", "enter")
        assert kept(path) == ["ask"]
        assert line_of(reader, "lasted nine weeks").split()[0].strip("▎") == "✎"
        await reader.press("equals_sign")
        assert "✎ ask  ann" in str(reader.app.screen.query_one("#about").render())
        await reader.press("q", "q", "space", "j", "c")
        assert line_of(reader, "lasted nine weeks").split()[1] == "✎"
        await reader.press("slash", *"lasted", "enter", "i", "backspace", "enter")
        assert "note taken away" in reader.status
        assert "✎" not in line_of(reader, "lasted nine weeks")
        assert kept(path) == [""]


async def test_notes_and_verdicts_stand_in_every_sheet_when_one_comes_back_from_giving_them(reviewing):
    def noted():
        return [line.strip("▎ ✎") for line in reader.lines if "✎" in line[:3]]

    def panel():
        return str(reader.app.screen.query_one("#about").render())

    async with reviewing(pair=None, size=(120, 40)) as reader:
        await reader.press("C")
        assert "judged" not in reader.lines[0]
        assert not noted()
        await reader.press("enter", "r", "i", *"ask", "enter", "exclamation_mark", "r", "q")
        assert "; judged conflict" in reader.lines[0]
        assert noted()[0].startswith("! candidate, numbers")
        await reader.press("equals_sign")
        assert panel().count("✎ ask  ann") == 1
        assert panel().startswith("A s3 – B s3")
        await reader.press("L", "n")
        assert [line.split()[:2] for line in noted()[1:]] == [["A", "s3"], ["B", "s3"]]
        await reader.press("T")
        (claim,) = noted()
        assert "weeks" in claim
        await reader.press("v")
        assert "The repair of the bridge" in noted()[0]
        await reader.press("M")
        assert not noted()
        await reader.press("T", "slash", *"weeks", "enter", "equals_sign")
        assert "✎ ask  ann" in panel()
        await reader.press("enter", "i", *"own", "enter", "q")
        assert "✎ own  ann" in panel()


async def test_a_candidate_judged_unrelated_is_counted_no_longer(reviewing):
    async with reviewing() as reader:
        assert "! 1" in reader.title
        await reader.press("r", "colon", *"layout", "space", *"redline", "enter", "slash", *"lasted", "enter")
        await reader.press("0")
        assert "! 0" in reader.title
        await reader.press("U")
        assert "! 1" in reader.title


async def test_the_queue_begins_with_candidates_and_goes_on_where_it_was_left(reviewing, path):
    async with reviewing() as reader:
        await reader.press("colon", *"queue", "enter")
        assert "0/3 reviewed · ann" in reader.title
        assert "! candidate" in reader.lines[0]
        await reader.press("exclamation_mark", "0")
        assert kept(path) == ["conflict", "unrelated"]
        assert "conflict" in reader.lines[0]
    async with reviewing(pair=None) as reader:
        await reader.press("colon", *"queue", "enter")
        done, among = progress(reader)
        assert done == 2
        assert among > 3
        assert not reader.app.screen.view.entry.marks[0].text.strip().startswith(("conflict", "unrelated"))
        await reader.press("g", "enter")
        assert "nine weeks" in reader.sentence
        await reader.press("q", "U")
        assert "undone: unrelated" in reader.status
        assert progress(reader) == (1, among)


async def test_blind_covers_the_sources_until_the_verdict_which_is_kept_as_blind(reviewing, path):
    async with reviewing() as reader:
        await reader.press("r", "colon", *"blind", "enter", "space")
        assert "▲ ⇄ ■" in reader.title
        assert "A" not in line_of(reader, "swing bridge over the Lenn").split()[:2]
        await reader.press("a")
        assert "agree: A s2 – B s2" in reader.status
    with Library.open(path) as library:
        ((_, verdict),) = Reviews(library, "x").reload().verdicts()
    assert verdict.blind


async def test_a_queue_over_all_is_blind_from_the_start_where_that_was_asked_for_in_the_list(reviewing):
    async with reviewing(pair=None) as reader:
        await reader.press("colon", *"blind", "enter")
        assert "blind: labels and titles are covered" in reader.status
        await reader.press("colon", *"queue", "enter")
        assert any("▲ s2" in line for line in reader.lines)
        assert not any("A s2" in line for line in reader.lines)


async def test_others_are_seen_on_reload_and_where_they_differ_a_decision_is_taken(reviewing, path):
    bob = Settings(reviewer="bob")
    async with reviewing() as reader:
        await reader.press("r", "space", "a")
        async with reviewing(settings=bob) as other:
            await other.press("r", "space", "i", *"why", "enter", "exclamation_mark")
        await reader.press("R")
        assert "2 new, by bob" in reader.status
        await reader.press("A")
        assert sum("reviewers differ" in line for line in reader.lines) == 2
        assert any("✎ why  bob" in line for line in reader.lines)
        await reader.press("ampersand", *"conflict", "enter")
        assert reader.status.startswith(" 1/1")
        await reader.press("exclamation_mark")
        assert not any("reviewers differ" in line for line in reader.lines)
        await reader.press("U")
        assert "undone: decided: conflict" in reader.status
        assert any("reviewers differ" in line for line in reader.lines)
        await reader.press("ctrl+r", "enter")
        assert reader.sentence.startswith("The swing bridge over the Lenn")
    assert sorted(kept(path)) == ["agree", "conflict", "conflict", "why"]


async def test_what_followed_its_sentence_into_another_wording_says_so(reviewing, tmp_path):
    async with reviewing() as reader:
        await reader.press("r", "space", "a")
    text = HARBOUR.replace("The swing bridge over the Lenn", "The large swing bridge over the Lenn")
    assert text != HARBOUR
    (tmp_path / "harbour.txt").write_text(text, encoding="utf-8")
    async with reviewing() as reader:
        await reader.press("A")
        assert any("agree  ann" in line and "sentence reworded since" in line for line in reader.lines)


JUDGING = ("a", "exclamation_mark", "tilde", "0", "P", "i", "p", "U", "ctrl+r")


async def test_guests_are_told_that_nothing_is_changed(reviewing, path):
    with Library.open(path) as library:
        library.remember("made", "yes")
    async with reviewing(settings=Settings(reviewer="ann", read_only=True)) as reader:
        await reader.press("r", "space")
        for key in JUDGING:
            await reader.press(key)
            assert "read-only" in reader.status
            await reader.press("r", "r")
        assert "0/3 reviewed" in reader.title
    assert kept(path) == []


async def test_a_verdict_that_is_not_kept_is_not_shown_as_kept(reviewing, path, monkeypatch):
    def full(self, mark):
        raise LibraryError("library.sqlite3", "cannot be written (the disk is full)")

    async with reviewing() as reader:
        await reader.press("r", "space")
        monkeypatch.setattr(Reviews, "record", full)
        await reader.press("a")
        assert "the disk is full" in reader.status
        assert "0/3 reviewed" in reader.title
        assert line_of(reader, "swing bridge over the Lenn").split()[2] == "The"


async def test_without_saving_it_is_said_once_that_a_review_lasts_for_the_sitting(reviewing):
    async with reviewing(library=Library.open(None)) as reader:
        await reader.press("r", "space", "a")
        assert "nothing is saved" in reader.status
        await reader.press("a")
        assert "nothing is saved" not in reader.status
        assert "2/3 reviewed" in reader.title


async def test_sheets_tell_what_another_cut_would_lose_and_how_verdicts_fare(reviewing):
    async with reviewing(size=(100, 60), pair=(0, 2)) as reader:
        await reader.press("r", "space", "a", "a", "colon", *"sensitivity", "enter")
        assert any("in use" in line for line in reader.lines)
        assert any("vanishes: A s2 – C s2  agree" in line for line in reader.lines)
        await reader.press("q", "colon", *"calibration", "enter")
        assert any("ann: similarity" in line for line in reader.lines)
        assert any("100%" in line for line in reader.lines)
        await reader.press("q", "colon", *"reviewer", "enter")
        assert "you are ann" in reader.status


async def test_a_command_opens_a_sheet_in_place_of_another(reviewing):
    async with reviewing() as reader:
        await reader.press("A", "colon", *"calibration", "enter")
        assert "Calibration" in reader.title
        await reader.press("q")
        assert "A ⇄ B" in reader.title


async def test_articles_are_read_behind_the_list_of_annotations_and_keys_wait_for_it(reviewing, monkeypatch):
    async with reviewing() as reader:
        await reader.press("r", "space", "a", "tilde")
    event, numbers_of = Event(), Reviewing.numbers_of

    def held(*arguments):
        assert event.wait(DEADLINE)
        return numbers_of(*arguments)

    monkeypatch.setattr(Reviewing, "numbers_of", held)  # which reads the articles that are not known yet
    async with reviewing(pair=None) as reader:
        for key in ("A", "j", "enter"):
            reader.app.simulate_key(key)
        async with timeout(DEADLINE):
            while "reading what was reviewed … 0%   q stops" not in reader.status:
                await reader._pilot.pause()
        assert not event.is_set()
        event.set()
        await reader.settle()
        assert reader.sentence.startswith("The repair of the bridge lasted")


async def test_what_was_done_to_articles_of_another_list_is_told_as_an_orphan(reviewing, tmp_path, path, opened):
    async with reviewing() as reader:
        await reader.press("r", "space", "a")
    evening = find_sources([str(tmp_path / "evening.txt")])
    async with opened(sources=evening, settings=ANN, library=Library.open(path)) as reader:
        await reader.press("A")
        assert any("agree  ann" in line for line in reader.lines)
        await reader.press("enter")
        assert "not in this list" in reader.status
