import pytest
from rich.cells import cell_len

from tests.presentation.pairs import witness
from tui.articles.model import Block
from tui.presentation.page import Emphasis
from tui.presentation.reader import ReadingStyle, paragraphs, read_page
from tui.text.sentences import segment
from tui.text.spans import Span
from tui.text.witness import Kind, Witness


@pytest.fixture
def article():
    lines = ["A Title", "One came. Two came later than one did.", "12 Comments"]
    text = "\n".join(lines)
    kinds = [Kind.TITLE, Kind.BODY, Kind.FURNITURE]
    blocks, place = [], 0
    for line, kind in zip(lines, kinds, strict=True):
        blocks.append(Block(Span(place, place + len(line)), kind))
        place += len(line) + 1
    return Witness(text, segment(text, [(b.span, b.kind) for b in blocks])), tuple(blocks)


def shown(page):
    return ["".join(r.text for cell in line.cells for r in (*cell.gutter, *cell.runs)).strip() for line in page.lines]


def test_sentences_of_a_paragraph_flow_together(article):
    assert shown(read_page(*article, 80)) == [
        "A Title",
        "",
        "One came. Two came later than one did.",
        "",
        "# 12 Comments",
    ]


def test_furniture_is_marked_and_can_be_hidden(article):
    assert shown(read_page(*article, 80, ReadingStyle(furniture=False)))[-1].startswith("One came")
    last = read_page(*article, 80).lines[-1].cells[0]
    assert {run.emphasis for run in last.runs} == {Emphasis.FURNITURE}


def test_the_text_keeps_its_measure_in_a_wide_page(article):
    page = read_page(*article, 200, ReadingStyle(measure=20))
    assert page.columns[0].width == 20
    assert all(cell_len("".join(r.text for r in line.cells[0].runs)) <= 20 for line in page.lines)


def test_a_narrow_page_is_filled(article):
    assert read_page(*article, 40).columns[0].width == 36


def test_each_sentence_is_a_place_for_the_cursor(article):
    page = read_page(*article, 30)
    assert [stop.sentence for stop in page.stops] == [0, 1, 2, 3]


def test_paragraphs_hold_the_sentences_of_their_block(article):
    assert paragraphs(*article) == ((0,), (1, 2), (3,))


def test_an_article_without_text_is_an_empty_page():
    page = read_page(Witness("", ()), (), 80)
    assert page.lines == ()
    assert page.stops == ()


def test_list_items_hang(article):
    item = witness("- one two three four five six seven")
    block = Block(item.sentences[0].span, Kind.LIST)
    listed = Witness(item.text, segment(item.text, [(block.span, Kind.LIST)]))
    lines = read_page(listed, (block,), 24).lines
    assert "".join(r.text for r in lines[1].cells[0].runs).startswith("  ")
