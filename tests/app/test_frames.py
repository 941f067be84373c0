"""A frame sent to a terminal that shows the old rows makes it show the new ones."""

import random

import pyte
from hypothesis import given
from hypothesis import strategies as st

from tests.app.picture import Picture, cells_of
from tui.app.wire.frames import Scroll, frame, joined, scroll_between, scrolled
from tui.app.wire.looks import change, look

WIDTH = 24
LOOKS = [
    "",
    "1",
    "2",
    "1;2",
    "3;4",
    "7",
    "4;21",
    "1;38;5;9",
    "38;5;9;48;5;39",
    "2;31",
    "31;44",
    "48;2;1;2;3",
    "1;90;107",
]
WORDS = ["a", "word", " ", "      ", "…", "日本", "語", "é", "e\u0301", "👩\u200d🚀", "क्षि", "▎ ", "한글", "x" * 9]


def filled(runs, width=WIDTH):
    """A row of exactly `width` cells that begins with the runs."""
    row, used = [], 0
    for text, style in runs:
        size = len(cells_of([(text, style)])) if text else 0
        if used + size <= width:
            row.append((text, style))
            used += size
    return joined([*row, (" " * (width - used), runs[-1][1] if runs else "")])


looks = st.sampled_from(LOOKS)
rows = st.lists(st.tuples(st.sampled_from(WORDS), looks), max_size=9).map(filled)
pictures = st.lists(rows, min_size=1, max_size=9)


@st.composite
def changes(draw):
    """A picture and another one: its rows moved, some of them changed or new."""
    old = draw(pictures)
    lines = draw(st.integers(-3, 3))
    pool = [*old, *draw(pictures)]
    new = [old[y + lines] if 0 <= y + lines < len(old) else draw(st.sampled_from(pool)) for y in range(len(old))]
    for y in draw(st.sets(st.integers(0, len(old) - 1), max_size=2)):
        new[y] = draw(rows)
    known = draw(st.sampled_from(["all", "none", "some"]))
    if known == "all":
        return old, old, new
    shown = [row if known == "some" and draw(st.booleans()) else None for row in old]
    return old, shown, new


def shows(picture, rows):
    """Whether the cells are those of the rows; a mark that stands alone belongs to the cell before it."""
    return picture.cells == [cells_of(row) for row in rows]


@given(changes())
def test_a_frame_makes_the_terminal_show_the_new_rows(change_of_rows):
    old, known, new = change_of_rows
    picture = Picture(WIDTH, len(old))
    picture.feed(frame([None] * len(old), old, WIDTH))
    assert shows(picture, old)
    picture.feed(frame(known, new, WIDTH))
    assert shows(picture, new)
    assert picture.look == (frozenset(), "", "")
    assert (picture.top, picture.bottom) == (0, len(old) - 1)


@given(changes())
def test_another_terminal_shows_the_same_text(change_of_rows):
    old, known, new = change_of_rows
    sure = [[(text, style) for text, style in row if text.isascii()] for row in (*old, *new)]
    old, new = [filled(row) for row in sure[: len(old)]], [filled(row) for row in sure[len(old) :]]
    known = [row if before is not None else None for row, before in zip(old, known, strict=True)]
    screen = pyte.Screen(WIDTH, len(old))
    screen.set_mode(pyte.modes.LNM)
    screen.reset_mode(pyte.modes.DECAWM)
    stream = pyte.Stream(screen)
    stream.feed(frame([None] * len(old), old, WIDTH))
    stream.feed(frame(known, new, WIDTH))
    assert screen.display == ["".join(text for text, _ in row) for row in new]


@given(pictures)
def test_nothing_is_sent_where_nothing_changed(picture):
    assert frame(picture, picture, WIDTH) == ""


@given(looks, looks)
def test_a_change_of_look_is_complete_and_no_longer_than_a_reset(before, after):
    picture = Picture(1, 1)
    sequence = change(look(before), look(after))
    picture.feed(change("", look(before)) + sequence + "x")
    assert picture.cells[0] == cells_of([("x", after)])
    assert len(sequence) <= len(f"\x1b[0;{after}m")


def test_spellings_of_one_look_are_one():
    assert look("1;39;49") == look("1") == "1"
    assert look("2;1;38;5;39;49") == look("1;2;38;5;39")
    assert look("39;49") == ""


def text_rows(count, seed=1):
    words = random.Random(seed)
    return [joined([(words.randbytes(WIDTH // 2).hex(), "")]) for _ in range(count)]


def test_rows_that_move_are_scrolled_not_sent():
    text = text_rows(40)
    bars = [joined([(name.ljust(WIDTH), "7")]) for name in ("title", "status")]
    old, new = [bars[0], *text[:20], bars[1]], [bars[0], *text[1:21], bars[1]]
    assert scroll_between(old, new) == Scroll(1, 20, 1)
    assert scroll_between(new, old) == Scroll(1, 20, -1)
    assert len(frame(old, new, WIDTH)) < 3 * WIDTH


def test_rows_that_move_beside_what_stays_are_scrolled_too():
    lines = [row[0][0] for row in text_rows(11)]

    def beside(texts):
        return [filled([(text[:20], ""), (mark, "1")]) for text, mark in zip(texts, "|~~~~!~~~*", strict=True)]

    assert scroll_between(beside(lines[:10]), beside(lines[1:])) == Scroll(0, 9, 1)


def test_no_scroll_where_it_would_send_more():
    text = text_rows(20)
    assert scroll_between(text, text) is None
    assert scroll_between(text[:10], text[10:]) is None
    assert scroll_between(text, [*text[1:2], *text[1:]]) is None
    assert scroll_between([None] * 20, text) is None


def test_a_scroll_leaves_the_rows_around_it():
    text = text_rows(5)
    blank = joined([(" " * WIDTH, "")])
    assert scrolled(text, Scroll(1, 3, 2), WIDTH) == [text[0], text[3], blank, blank, text[4]]
    assert scrolled(text, Scroll(1, 3, -1), WIDTH) == [text[0], blank, text[1], text[2], text[4]]


def test_only_the_changed_stretch_of_a_row_is_sent():
    old = joined([("left side    ", "31"), ("right side ", "34")])
    new = joined([("left side    ", "31"), ("right hand ", "34")])
    assert frame([old], [new], WIDTH) == "\x1b[1;20H\x1b[34mhand\x1b[m"


def test_text_of_unsure_width_is_sent_with_its_whole_row_and_the_place_found_again():
    old, new = filled([("ab👩\u200d🚀cd", "")]), filled([("ab👩\u200d🚀ce", "")])
    assert frame([old], [new], WIDTH) == "\x1b[1Hab👩\u200d🚀\x1b[1;5Hce\x1b[K"
