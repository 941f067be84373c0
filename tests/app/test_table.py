"""The table of claims at every width and for few and many sources, and a survey that takes long."""

import pytest

from tests.app.test_opening import shown, until
from tui.articles import find_sources


def shown_rows(reader):
    return [line for line in reader.lines if line.strip()]


async def test_three_texts_stand_in_step_where_the_screen_is_wide(opened, harbour):
    async with opened(sources=harbour, size=(120, 40)) as reader:
        await reader.press("j", "T", "v")
        assert [part.split()[0] for part in reader.title.split("│")] == ["A", "B", "C"]
        crane = next(line for line in reader.lines if "crane fell" in line)
        assert [text.strip(" ▎")[:9] for text in crane.split("│")] == ["A crane f", "A crane f", "At Larnmo"]
        assert "in the order of B" in reader.status
        await reader.press("slash")
        await reader.type("ferries")
        await reader.press("enter", "h", "enter")
        assert "A is silent on this" in reader.status
        await reader.press("l", "l", "enter")
        assert reader.sentence.startswith("Ferries will sail")
        await reader.press("q", "v")
        assert "A B C" in reader.title


async def test_texts_in_step_need_a_wide_screen_and_leave_the_table(opened, harbour):
    async with opened(sources=harbour, size=(80, 24)) as reader:
        await reader.press("T", "v")
        assert "needs 110 columns" in reader.status
        assert "A B C" in reader.title
    async with opened(sources=harbour, size=(120, 40)) as reader:
        await reader.press("T", "j", "v")
        before = reader.view.entry.spot
        await reader.resize(80, 24)
        assert "A B C" in reader.title
        assert reader.view.entry.spot == before
        await reader.resize(120, 40)
        assert "│" in reader.title


async def test_one_readable_source_makes_no_table(opened, tmp_path):
    (tmp_path / "a.txt").write_text("A title\n\nSome words here.\n", encoding="utf-8")
    (tmp_path / "b.txt").write_text("", encoding="utf-8")
    async with opened(sources=find_sources([str(tmp_path)])) as reader:
        await reader.press("T")
        assert "needs two sources" in reader.status
        await reader.press("M")
        assert "needs two sources" in reader.status
        await reader.press("L", "u")
        assert "needs two sources" in reader.status
        await reader.press("enter", "l", "v")
        assert not shown_rows(reader)


@pytest.fixture
def crowd(tmp_path):
    for number in range(60):
        text = f"A crane fell into the harbour of Larnmouth on Monday. Witness {number} ran towards pier {number}."
        (tmp_path / f"{number:02}.txt").write_text(f"Account {number}\n\n{text}\n", encoding="utf-8")
    return find_sources([str(tmp_path)])


@pytest.mark.parametrize("key", ["T", "M"])
async def test_cells_that_do_not_fit_move_into_sight_with_the_chosen_source(opened, crowd, key):
    async with opened(sources=crowd) as reader:
        await reader.press(key)
        assert all(len(line) <= 80 for line in reader.lines)
        assert reader.title.rstrip().endswith(">")
        await reader.press("5", "8", "l")
        assert "BF Account 57" in reader.status
        assert "< " in reader.title
        await reader.press("l", "l", "l")
        assert "Account" not in reader.status
        assert all(len(line) <= 80 for line in reader.lines)


async def test_the_chosen_cell_is_the_one_of_its_source_wherever_the_window_is(opened, crowd):
    async with opened(sources=crowd) as reader:
        await reader.press("T", "5", "0", "l", "enter")
        assert reader.title.startswith(" AX ")


async def test_a_survey_tells_how_far_it_is_and_is_stopped_and_begun_anew(opened, harbour, endless):
    async with opened(sources=harbour) as reader:
        reader.app.simulate_key("T")
        await shown(reader, "surveying every source … 42%")
        for key in ("j", "colon", *"stop", "enter"):
            reader.app.simulate_key(key)
        await shown(reader, "stopped")
        await until(reader, endless.is_set)
        await reader.settle()
        assert not shown_rows(reader)
        await reader.press("T")
        assert "crane fell" in shown_rows(reader)[0]


async def test_leaving_a_survey_ends_it(opened, harbour, endless):
    async with opened(sources=harbour) as reader:
        reader.app.simulate_key("T")
        await shown(reader, "42%")
        reader.app.simulate_key("q")
        await until(reader, endless.is_set)
        await shown(reader, "3 articles")


async def test_keys_typed_while_the_survey_is_under_way_wait_for_its_entries(opened, harbour, endless):
    async with opened(sources=harbour) as reader:
        for key in ("T", "l", "l", "enter"):
            reader.app.simulate_key(key)
        await shown(reader, "42%")
        endless.set()
        await until(reader, lambda: reader.title.startswith(" B"))


async def test_an_article_is_read_while_its_sources_are_counted(opened, harbour, endless):
    async with opened(sources=harbour) as reader:
        await reader.press("enter")
        reader.app.simulate_key("number_sign")
        await shown(reader, "counting sources … 42%")
        before = reader.view.port.cursor
        reader.app.simulate_key("right_parenthesis")
        await until(reader, lambda: reader.view.port.cursor > before)
        assert not endless.is_set()
        for key in ("colon", *"stop", "enter"):
            reader.app.simulate_key(key)
        await shown(reader, "stopped")
        await until(reader, endless.is_set)
        assert not reader.app.session.backing


async def test_what_a_long_list_leaves_out_is_said(opened, harbour, monkeypatch):
    monkeypatch.setattr("tui.app.work.surveying.MOST", 2)
    async with opened(sources=harbour) as reader:
        await reader.press("T")
        assert "the first 2 articles; 1 more left out" in reader.status
        await reader.press("q", "j", "j", "L", "u")
        assert "C is not among the sources surveyed" in reader.status
        await reader.press("q", "enter", "number_sign")
        assert "only the first 2 articles are counted" in reader.status
        await reader.press("K")
        assert "n/2 say it" in reader.status


async def test_motions_and_filters_work_on_texts_in_step(opened, harbour):
    async with opened(sources=harbour, size=(120, 40)) as reader:
        await reader.press("T", "v", "G")
        last = len(reader.view.port.page.stops)
        assert reader.status.startswith(f" {last}/{last}")
        await reader.press("g", "2", "j")
        assert reader.status.startswith(f" 3/{last}")
        await reader.press("5", "0", "percent_sign", "k")
        assert 1 <= reader.view.port.cursor + 1 < last
        await reader.press("ampersand")
        await reader.type("inquiry")
        await reader.press("enter")
        assert len(reader.view.port.page.stops) == 1
        await reader.press("q", "h")
        assert reader.app.screen.source == 2


async def test_a_claim_opens_to_its_parts_and_to_all_that_say_it(opened, tmp_path):
    texts = {
        "one": "The talks in the old mill ended with no truce, no prisoner exchange and no date.",
        "two": "The main aim, a truce in the valley, was not achieved. A band played.",
        "three": "Despite no truce or new money, the minister was pleased. Snow fell on the pass.",
    }
    for name, text in texts.items():
        (tmp_path / f"{name}.txt").write_text(f"The {name} account\n\n{text}\n", encoding="utf-8")
    async with opened(sources=find_sources([str(tmp_path)])) as reader:
        await reader.press("enter", "number_sign", "right_parenthesis")
        assert "no truce 3/3 · no prisoner exchange 1/3 · no date 1/3" in reader.status
        await reader.press("enter")
        lines = [line.strip(" ▎") for line in reader.lines]
        at = lines.index("no truce  3/3")
        assert lines[at + 1].startswith("B s2  Despite no truce")
        assert any(line.startswith("C s2  The main aim") for line in lines[at:])
        await reader.press("z")
        assert "no truce  3/3" not in "\n".join(reader.lines)
        assert not reader.view.entry.indent
        await reader.press("z", "j", "j", "enter")
        assert reader.sentence.startswith("Despite no truce")
