from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.presentation.page import Emphasis
from tui.presentation.wrapping import breaks, clip, flow, runs_of
from tui.text.sides import Side
from tui.text.spans import Span

TEXTS = st.text(st.sampled_from("ab é́ 首脑。\u00a0\n\t\x1b\u200b\u00ad👩‍🚀 שלום."), max_size=60)


def run(text):
    return list(runs_of(text, Span(0, len(text)), Emphasis.PLAIN, Side.LEFT, 0))


def lines(text, width):
    return ["".join(run.text for run in line) for line in flow(run(text), width)]


@given(TEXTS, st.integers(2, 20))
def test_no_line_is_wider_than_the_column(text, width):
    assert all(cell_len(line) <= width for line in lines(text, width))


@given(TEXTS, st.integers(1, 20))
def test_wrapping_loses_nothing_but_white_space(text, width):
    shown = "".join(r.text for r in run(text))
    assert "".join("".join(lines(text, width)).split()) == "".join(shown.split())


@given(TEXTS)
def test_each_character_of_a_run_has_its_place_in_the_text(text):
    for r in run(text):
        assert len(r.text) == r.span.end - r.span.start
        for character, place in zip(r.text, range(*r.span), strict=True):
            assert character == text[place] or character in " \ufffd"


def test_lines_break_at_spaces_only():
    assert lines("talks that lasted less than three hours", 12) == ["talks that", "lasted less", "than three", "hours"]


def test_a_word_wider_than_the_column_is_cut():
    assert lines("abcdefghij kl", 4) == ["abcd", "efgh", "ij", "kl"]


def test_wide_characters_fill_the_line_without_spaces():
    assert lines("首脑会谈没有结果", 6) == ["首脑会", "谈没有", "结果"]


def test_a_closing_mark_of_an_unspaced_script_stays_with_its_word():
    assert all(not line.startswith("。") for line in lines("首脑会谈。没有结果。", 6))


def test_combining_marks_stay_with_their_letters():
    assert lines("cafe\u0301 cafe\u0301", 4) == ["cafe\u0301", "cafe\u0301"]


def test_no_control_character_is_shown():
    shown = "".join(lines("a\x1b[31mb\x07\u202ec\x9b", 80))
    assert not any(character < " " or character in "\x9b\x7f\u202e" for character in shown)


def test_an_empty_text_makes_no_lines():
    assert flow([], 10) == ()
    assert breaks("   ", 10) == []


@given(TEXTS, st.integers(1, 12))
def test_a_clipped_text_fits(text, width):
    assert cell_len(clip(text, width)) <= width
