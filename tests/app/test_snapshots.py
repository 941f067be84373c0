"""Pictures of the screens, on articles written for them; drawn anew with `--snapshot-update`, then looked at."""

import os

import pytest
import textual

from tui.app.app import SummitApp
from tui.app.screens.library import LibraryScreen
from tui.app.screens.pair import PairScreen
from tui.app.sitting.session import Session
from tui.app.widgets.bar import Bar
from tui.app.widgets.page_view import PageView
from tui.articles import Collection, find_sources
from tui.comparer import Comparer
from tui.presentation.layout import Layout
from tui.settings import Settings
from tui.terminals import Depth

DRAWN_WITH = "8.2"
"""The Textual of the pictures: what another draws may differ and still be right."""

pytestmark = pytest.mark.skipif(
    textual.__version__.rsplit(".", 1)[0] != DRAWN_WITH, reason=f"drawn with Textual {DRAWN_WITH}"
)

REPORTS = os.environ.get("TEXTUAL_SNAPSHOT_TEMPDIR", "")
"""Where the plugin, which says so before any test runs, collects what differs."""

HARBOUR = """\
Swing bridge reopens after nine weeks

By Ruth Alder

The swing bridge over the Lenn reopened to traffic on Monday, nine weeks after a barge struck its eastern pier.

Engineers replaced forty bolts and a bearing that weighs eleven tonnes. “It turns like a door again,” said the \
harbour master, Inge Holm.

The repair cost 2.4 million euros, of which the barge's insurer will pay half.

What comes next

The first ship passed at noon. A second inspection follows in spring.

Also read: Ferries return to winter hours
"""

MORNING = """\
Bridge over the Lenn turns again — but who pays?

By Paul Winter

The first ship passed at noon.

The swing bridge over the river Lenn reopened to cars and lorries on Monday, ten weeks after a barge struck its \
eastern pier.

“It turns like a gate again,” said the harbour master, Inge Holm, after engineers had replaced sixty bolts and a \
bearing that weighs eleven tonnes.

Shopkeepers on the island speak of a lost summer. The town council has refused to name the cost.

© Morning Post
"""

LETTER = """\
桥梁 and bridges: a letter

Cafés on the quay stayed open. Não faltou pão, wrote one owner 🙂, and 渡船 carried the guests.
"""


@pytest.fixture
def draws(snap_compare, tmp_path, monkeypatch):
    """Whether the app looks as before: `draws((80, 24), "enter")` presses keys, then compares pictures."""
    monkeypatch.setenv("TEXTUAL_SNAPSHOT_TEMPDIR", REPORTS)
    for name, text in (("harbour.txt", HARBOUR), ("morning.txt", MORNING), ("letter.txt", LETTER)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "scan.txt").write_bytes(b"\x00\x01\x02\xff" * 64)

    def compare_pictures(size, *keys, pair=None, layout=None, depth=Depth.TRUE):
        sources = find_sources([str(tmp_path / f"{name}.txt") for name in ("harbour", "morning", "letter", "scan")])
        session = Session.opened(Collection(sources), Comparer(), Settings(layout=layout, reviewer="ann"))
        app = SummitApp(session, depth=depth, pair=pair)

        async def prepare(pilot):
            await settle(pilot)
            for key in keys:
                await pilot.press(key)
                await settle(pilot)

        return snap_compare(app, terminal_size=size, run_before=prepare)

    return compare_pictures


async def settle(pilot):
    """Wait for the workers, and for what they found to be shown."""
    while True:
        await pilot.pause()
        await pilot.app.workers.wait_for_complete()
        for _ in range(3):
            await pilot.pause()
        if is_complete(pilot.app.screen):
            return


def is_complete(screen):
    if isinstance(screen, LibraryScreen):
        is_read = "so far" not in screen.query_one("#title", Bar).text
        return is_read and bool(screen.query_one("#preview", PageView).port.page.lines)
    return not isinstance(screen, PairScreen) or screen.pairing is not None


def test_the_list_stands_above_its_preview(draws):
    assert draws((80, 24), "space")


def test_the_list_stands_beside_its_preview(draws):
    assert draws((120, 40))


def test_the_reader_keeps_its_measure_and_shows_hits(draws):
    assert draws((120, 40), "enter", "right_parenthesis", "slash", *"pier", "enter")


def test_a_pair_is_interleaved_where_columns_are_narrow(draws):
    assert draws((80, 24), "right_square_bracket", pair=(0, 1))


def test_a_pair_stands_side_by_side(draws):
    assert draws((120, 40), "right_square_bracket", pair=(0, 1))


def test_a_pair_stands_side_by_side_on_a_large_screen_and_says_why(draws):
    assert draws((200, 60), "right_square_bracket", "equals_sign", pair=(0, 1))


def test_a_redline_tells_both_in_one_text(draws):
    assert draws((80, 24), pair=(0, 1), layout=Layout.REDLINE)


def test_help_lies_over_the_pair(draws):
    assert draws((80, 24), "question_mark", pair=(0, 1))


def test_without_colours_signs_tell_the_classes(draws, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    assert draws((120, 40), pair=(0, 1), depth=Depth.NONE)


def test_sixteen_colours_are_the_terminals_own(draws):
    assert draws((120, 40), pair=(0, 1), depth=Depth.ANSI)


def test_the_margin_of_an_article_tells_how_many_sources_say_each_sentence(draws):
    assert draws((80, 24), "enter", "number_sign")


def test_the_table_tells_who_makes_each_claim(draws):
    assert draws((80, 24), "j", "B", "T", "l")


def test_texts_stand_in_step(draws):
    assert draws((120, 40), "T", "v", "j")


def test_verdicts_links_and_notes_stand_beside_the_sentences(draws):
    keys = ("r", "space", "exclamation_mark", "i", *"sic", "enter", "a", "slash", *"council", "enter", "p")
    assert draws((80, 24), *keys, "slash", *"spring", "enter", "p", pair=(0, 1))


def test_the_queue_lists_what_is_open(draws):
    assert draws((120, 40), "colon", *"queue", "enter", "a", "tilde", pair=(0, 1))
