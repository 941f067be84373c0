import pytest

from tui.articles import find_sources

PARAGRAPHS = [
    "The council met on Monday evening to settle the budget for the harbour bridge.",
    "Engineers warned that the northern pier had sunk by nine centimetres since spring.",
    "Shopkeepers along the quay asked for lower rents until the works are finished.",
    "A ferry will carry pedestrians across the river from the first of October.",
]


@pytest.fixture
def shuffled(tmp_path):
    (tmp_path / "a.txt").write_text("\n\n".join(["The bridge", *PARAGRAPHS]))
    (tmp_path / "b.txt").write_text("\n\n".join(["The bridge", PARAGRAPHS[3], *PARAGRAPHS[:3]]))
    return find_sources([str(tmp_path)])


def moved_row(reader):
    pairing = reader.app.screen.pairing
    return next(
        n for n, row in enumerate(pairing.rows) if row.bead is not None and pairing.alignment.beads[row.bead].moved
    )


async def walk_to(reader, row):
    while reader.view.port.stop.row != row:
        await reader.press("right_parenthesis")


async def test_a_moved_paragraph_is_marked_and_neither_lost_nor_new(opened, shuffled):
    async with opened(sources=shuffled, pair=(0, 1)) as reader:
        counts = reader.app.screen.pairing.alignment.counts
        assert counts.moved == 1
        assert counts.left_only == counts.right_only == 0
        assert any("↕" in line for line in reader.lines)


async def test_enter_shows_where_a_moved_row_stands_then_goes_there(opened, shuffled):
    async with opened(sources=shuffled, pair=(0, 1)) as reader:
        row = moved_row(reader)
        await walk_to(reader, row)
        await reader.press("enter")
        assert any("↕ B s1" in " ".join(line.split()) or "B s1" in line for line in reader.lines)
        assert reader.view.port.stop.row == row
        await reader.press("enter")
        assert reader.view.port.stop.row != row
        await reader.press("ctrl+o")
        assert reader.view.port.stop.row == row


async def test_from_a_moved_row_enter_goes_to_what_stands_before_it_on_the_right(opened, tmp_path):
    (tmp_path / "a.txt").write_text("\n\n".join(["The bridge", *PARAGRAPHS]))
    (tmp_path / "b.txt").write_text("\n\n".join(["The bridge", *PARAGRAPHS[2:], *PARAGRAPHS[:2]]))
    async with opened(sources=find_sources([str(tmp_path)]), pair=(0, 1)) as reader:
        pairing = reader.app.screen.pairing
        for number, row in enumerate(pairing.rows):
            there = pairing.moved_to(number)
            if there is not None:
                assert pairing.rows[there].right[-1] == row.right[0] - 1


async def test_q_closes_what_enter_opened(opened, shuffled):
    async with opened(sources=shuffled, pair=(0, 1)) as reader:
        await walk_to(reader, moved_row(reader))
        before = len(reader.app.screen.pairing.rows)
        await reader.press("enter")
        assert len(reader.app.screen.pairing.rows) == before + 1
        await reader.press("q")
        assert len(reader.app.screen.pairing.rows) == before


async def test_monotone_order_leaves_nothing_moved(opened, shuffled):
    async with opened(sources=shuffled, pair=(0, 1)) as reader:
        await reader.press("colon")
        await reader.type("order monotone")
        await reader.press("enter")
        counts = reader.app.screen.pairing.alignment.counts
        assert counts.moved == 0
        assert counts.left_only == counts.right_only == 1
        assert "monotone" in reader.status
        await reader.press("colon")
        await reader.type("order free")
        await reader.press("enter")
        assert reader.app.screen.pairing.alignment.counts.moved == 1


async def test_the_strip_shows_the_whole_pair(opened, shuffled):
    async with opened(sources=shuffled, pair=(0, 1), size=(80, 24)) as reader:
        strip = reader.app.screen.query_one("#overview")
        drawn = "".join(strip.render_line(y).text for y in range(strip.size.height))
        assert "↕" in drawn
        assert "=" in drawn


@pytest.mark.parametrize("width", [109, 110, 111, 112])
async def test_the_strip_never_costs_the_second_column(opened, shuffled, width):
    async with opened(sources=shuffled, pair=(0, 1), size=(width, 24)) as reader:
        assert len(reader.view.port.page.columns) == (2 if width >= 110 else 1)
        assert ("side by side" in reader.title) == (width >= 110)
