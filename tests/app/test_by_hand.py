"""What a reviewer did by hand counts and shows in all that is told of all sources."""

from tests.app.test_review import line_of, path, reviewing  # noqa: F401 (fixtures)
from tui.library import Library
from tui.review.acts import Bond, Tie
from tui.review.anchors import anchor, pair
from tui.settings import Settings

LINK = ("slash", *"second", "enter", "p", "slash", *"nobody", "enter", "p")
"""Links A s6 and B s6 from any place of their pair."""


def cells(reader, words):
    """What stands behind the claim with these words, which end it."""
    return line_of(reader, words).split(words)[1].split()


def panel(reader):
    return str(reader.app.screen.query_one("#about").render())


async def test_a_link_by_hand_joins_two_claims_and_taking_it_back_parts_them(reviewing):  # noqa: F811
    async with reviewing(pair=None, size=(120, 40)) as reader:
        await reader.press("T")
        before = reader.lines
        assert cells(reader, "follows in spring.") == ["●", "·", "·", "1/3"]
        await reader.press("q", "space", "j", "space", "c", *LINK, "T")
        assert cells(reader, "follows in spring.") == ["●P", "●P", "·", "2/3"]
        await reader.press("slash", *"second", "enter", "equals_sign")
        assert "A s6 – B s6  linked by hand  ann" in panel(reader)
        await reader.press("q", "q", "U", "T")
        assert reader.lines == before


async def test_what_was_parted_is_two_claims_whose_cells_say_so(reviewing):  # noqa: F811
    async with reviewing(size=(120, 40)) as reader:
        await reader.press("slash", *"lasted", "enter", "P", "T")
        assert sorted([cells(reader, "nine weeks."), cells(reader, "seven weeks.")]) == [
            ["!", "·×", "·", "1/3"],
            ["·×", "!", "·", "1/3"],
        ]


async def test_a_link_that_leads_around_what_was_parted_is_said_not_to_count(reviewing, path, tmp_path):  # noqa: F811
    async with reviewing(pair=None, size=(120, 40)) as reader:
        session = reader.app.session
        ends = [anchor(session.reviewing.version(number), sentence) for number, sentence in ((0, 2), (1, 2), (2, 1))]
        for one, other, tie in ((0, 1, Tie.BROKEN), (0, 2, Tie.PINNED), (1, 2, Tie.PINNED)):
            session.reviewing.record(Bond(pair(ends[one], ends[other]), tie))
        await reader.press("T", "slash", *"seven", "enter", "equals_sign")
        assert panel(reader).startswith("B s3 – C s2: this link does not count here")
        await reader.press("slash", *"Shopkeepers", "enter")
        assert "does not count" not in panel(reader)


async def test_a_sheet_that_one_comes_back_to_counts_what_was_linked_meanwhile(reviewing):  # noqa: F811
    async with reviewing(pair=None, size=(120, 40)) as reader:
        await reader.press("M", "l", "l", "enter", "q")
        before = reader.lines[0].split()[-3:]
        await reader.press("enter", *LINK, "q")
        now = reader.lines[0].split()[-3:]
        assert (before[0], before[2]) == (now[0], now[2])
        assert int(before[1]) < int(now[1])


async def test_an_opened_claim_stays_open_when_links_change_what_claims_there_are(reviewing):  # noqa: F811
    async with reviewing(pair=None, size=(120, 40)) as reader:
        await reader.press("space", "j", "space", "c", *LINK, "q", "T", "slash", *"second", "enter", "z")
        assert "B s6  Nobody has named the cost so far." in line_of(reader, "Nobody")
        await reader.press("z", "slash", *"ship", "enter", "z", "enter", "U", "q")
        assert reader.lines[0].startswith("▎  The swing bridge over the Lenn reopened on Monday")
        assert "B s5  The first ship passed at noon." in line_of(reader, "B s5")
        assert cells(reader, "follows in spring.") == ["●", "·", "·", "1/3"]


async def test_cells_have_the_verdict_and_the_note_of_their_sentences(reviewing):  # noqa: F811
    async with reviewing(size=(120, 40)) as reader:
        await reader.press(
            "r", "slash", *"ship", "enter", "a", "slash", *"ship", "enter", "r", "i", *"ask", "enter", "T"
        )
        assert cells(reader, "passed at noon.") == ["●a✎", "●a", "●", "3/3"]
        await reader.press("equals_sign")
        assert "your verdict by its key" in panel(reader)


async def test_hits_of_a_search_in_all_sources_have_the_notes_on_them(reviewing):  # noqa: F811
    async with reviewing(pair=None, size=(120, 40)) as reader:
        await reader.press("S", *"weeks", "enter")
        assert not [line for line in reader.lines if "✎" in line]
        await reader.press("enter", "i", *"ask", "enter", "q")
        (noted,) = [line for line in reader.lines if "✎" in line[:3]]
        assert "weeks" in noted
        await reader.press("equals_sign")
        assert "✎ ask  ann" in panel(reader)


async def test_sources_are_counted_anew_beside_a_text_when_a_link_is_taken_back(reviewing):  # noqa: F811
    async with reviewing(pair=None, size=(120, 40)) as reader:
        await reader.press("enter", "number_sign")
        assert "1/3" in line_of(reader, "second inspection")
        await reader.press("q", "space", "j", "space", "c", *LINK, "q", "g", "enter")
        assert "2/3" in line_of(reader, "second inspection")
        await reader.press("U", "q", "enter")
        assert "1/3" in line_of(reader, "second inspection")


async def test_a_candidate_judged_unrelated_marks_no_cell_and_no_sentence(reviewing):  # noqa: F811
    async with reviewing(pair=None, size=(120, 40)) as reader:
        await reader.press("enter", "number_sign")
        assert "2/3!" in line_of(reader, "lasted nine weeks")
        await reader.press("q", "space", "j", "space", "c", "r", "slash", *"lasted", "enter", "0", "r", "T")
        assert cells(reader, "seven weeks.") == ["●0", "●0", "·", "2/3"]
        await reader.press("q", "q", "k", "enter")
        assert "2/3 " in line_of(reader, "lasted nine weeks")


async def test_of_two_reviewers_each_has_their_own_links_and_their_own_verdict_on_a_candidate(reviewing, path):  # noqa: F811
    async with reviewing(size=(120, 40)) as reader:
        await reader.press(*LINK, "r", "slash", *"lasted", "enter", "0")
    async with reviewing(
        pair=None, settings=Settings(reviewer="bob"), size=(120, 40), library=Library.open(path)
    ) as reader:
        await reader.press("T")
        assert cells(reader, "follows in spring.") == ["●", "·", "·", "1/3"]
        await reader.press("C")
        assert "judged unrelated" in reader.lines[0]
        await reader.press("enter", "r", "exclamation_mark", "r", "q")
        assert "judged conflict" in reader.lines[0]
