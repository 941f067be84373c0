from tui.app.screens.library import LibraryScreen
from tui.app.screens.pair import PairScreen
from tui.app.screens.reader import ReaderScreen
from tui.articles import find_sources


async def test_the_list_shows_the_bundled_articles_by_label(opened):
    async with opened(size=(120, 40)) as reader:
        rows = [line.split(None, 3) for line in reader.lines if "[ ]" in line]
        assert [row[-1].split()[0] for row in rows][:1] == ["Trump"]
        assert [line.replace("▎", " ").split()[2] for line in reader.lines if "[ ]" in line] == list("ABCDE")


async def test_the_cursor_follows_j_k_g_and_counts(opened):
    async with opened() as reader:
        await reader.press("j", "j")
        assert reader.status.startswith(" C ")
        await reader.press("k")
        assert reader.status.startswith(" B ")
        await reader.press("G")
        assert reader.status.startswith(" E ")
        await reader.press("g", "3", "j")
        assert reader.status.startswith(" D ")
        await reader.press("2", "G")
        assert reader.status.startswith(" B ")


async def test_space_marks_and_the_cursor_stays(opened):
    async with opened() as reader:
        await reader.press("j", "space")
        assert reader.status.startswith(" B ")
        assert any("[x] B" in line for line in reader.lines)
        await reader.press("space")
        assert not any("[x]" in line for line in reader.lines)


async def test_two_articles_open_as_a_pair_in_three_keys(opened):
    async with opened() as reader:
        await reader.press("j", "space", "j", "j", "j", "c")
        assert isinstance(reader.app.screen, PairScreen)
        assert "B ⇄ E" in reader.title


async def test_c_without_a_mark_says_what_to_do(opened):
    async with opened() as reader:
        await reader.press("c")
        assert isinstance(reader.app.screen, LibraryScreen)
        assert "space" in reader.status


async def test_of_articles_with_one_title_the_file_is_named(opened, tmp_path):
    for name, title in (("a", "The Ferry"), ("b", "The Ferry"), ("c", "The Bridge")):
        (tmp_path / f"{name}.txt").write_text(f"{title}\n\nOne sentence stands here.\n")
    async with opened(sources=find_sources([str(tmp_path)])) as reader:
        for named in (["a.txt"], ["b.txt"], []):
            assert [word for word in reader.status.split() if word.endswith(".txt")] == named
            await reader.press("j")


async def test_the_preview_follows_the_cursor(opened):
    async with opened(size=(120, 40)) as reader:
        preview = reader.app.screen.query_one("#preview")
        before = preview.render_line(0).text
        await reader.press("j")
        while preview.render_line(0).text == before:
            await reader.settle()


async def test_a_broken_file_is_a_row_with_its_reason_and_the_rest_opens(opened, tmp_path):
    (tmp_path / "a.txt").write_text("A Title\n\nOne sentence stands here.\n")
    (tmp_path / "b.txt").write_bytes(b"\x00\x01\x02\xff" * 64)
    async with opened(sources=find_sources([str(tmp_path)])) as reader:
        assert any("b.txt" in line and "binary" in line for line in reader.lines)
        await reader.press("j", "enter")
        assert "binary" in reader.status
        assert isinstance(reader.app.screen, LibraryScreen)
        await reader.press("k", "enter")
        assert isinstance(reader.app.screen, ReaderScreen)


async def test_thousands_of_articles_are_listed_and_moved_over(opened, tmp_path):
    for number in range(300):
        (tmp_path / f"{number:04}.txt").write_text(f"Title {number}\n\nOne sentence stands here.\n")
    sources = find_sources([str(tmp_path)]) * 7
    async with opened(sources=sources[:2_000]) as reader:
        await reader.press("G")
        assert "2000/2000" in reader.status
        await reader.press("5", "0", "percent_sign")
        assert "1000/2000" in reader.status


async def test_the_cursor_is_always_to_be_seen_and_no_room_left_below(opened, tmp_path):
    for number in range(40):
        (tmp_path / f"{number:02}.txt").write_text(f"Title {number}{' and on' * (number % 3 * 6)}\n\nIt stands here.\n")
    async with opened(size=(62, 20), sources=find_sources([str(tmp_path)])) as reader:
        for keys in ("G", "12k", "f", "b", "3d", "g", "25G", "k", "G", "5k", "99j"):
            await reader.press(*keys)
            assert sum("[ ]" in line and line.startswith("▎") for line in reader.lines) == 1, keys
            assert any(reader.lines[-2:]), keys
        await reader.resize(62, 40)
        assert any(reader.lines[-2:])  # a row of two lines may not fit above
        assert reader.status.startswith(" AN ")


async def test_about_tells_who_wrote_it_and_when(opened):
    async with opened() as reader:
        await reader.press("G", "equals_sign")
        panel = str(reader.app.screen.query_one("#about").render())
        assert "date: none stated" in panel
        assert "sentences" in panel


async def test_q_quits_from_the_list(opened):
    async with opened() as reader:
        await reader.press("q")
        assert reader.app.return_code == 0
