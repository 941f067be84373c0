from tui.app.screens.library import LibraryScreen


def first_words(reader):
    return next(line.strip() for line in reader.lines if line.strip())


async def test_enter_reads_and_q_goes_back(opened):
    async with opened() as reader:
        await reader.press("enter")
        assert reader.title.startswith(" A ")
        await reader.press("q")
        assert isinstance(reader.app.screen, LibraryScreen)


async def test_lines_and_pages_move_as_in_less(opened):
    async with opened() as reader:
        await reader.press("G", "enter")
        height = reader.view.size.height
        for keys, expected in (
            ("j", 1),
            (["5", "j"], 6),
            ("k", 5),
            ("f", 5 + height),
            ("b", 5),
            ("d", 5 + height // 2),
        ):
            await reader.press(*keys)
            assert reader.view.port.top == expected
        await reader.press("G")
        assert reader.status.count("100%") == 1
        await reader.press("g", "g")
        assert reader.view.port.top == 0


async def test_a_count_and_percent_go_there(opened):
    async with opened() as reader:
        await reader.press("G", "enter", "5", "0", "percent_sign")
        assert any(f" {share}%" in reader.status for share in (49, 50, 51))
        await reader.press("1", "2", "G")
        assert "s12/" in reader.status


async def test_sentence_and_paragraph_motions_move_the_cursor(opened):
    async with opened() as reader:
        await reader.press("enter")
        seen = [reader.sentence]
        for _ in range(3):
            await reader.press("right_parenthesis")
            seen.append(reader.sentence)
        assert len(set(seen)) == 4
        await reader.press("3", "left_parenthesis")
        assert reader.sentence == seen[0]
        await reader.press("right_curly_bracket", "right_curly_bracket")
        text = reader.app.session.collection.article(0).text
        assert text[text.index(reader.sentence) - 1] == "\n"


async def test_the_sentence_under_the_cursor_stays_in_sight(opened):
    async with opened() as reader:
        await reader.press("enter")
        for key in ("f", "d", "j", "u", "b", "G", "g"):
            await reader.press(key)
            stop, view = reader.view.port.stop, reader.view
            assert stop.last >= view.port.top
            assert stop.first < view.port.top + view.size.height


async def test_search_counts_here_and_everywhere(opened):
    async with opened() as reader:
        await reader.press("enter", "slash")
        await reader.type("ceasefire")
        await reader.press("enter")
        texts = [reader.app.session.collection.article(n).text.casefold().count("ceasefire") for n in range(5)]
        assert f"ceasefire 1/{texts[0]} in A · {sum(texts)} in 5 sources" in reader.status
        await reader.press("n")
        assert f"ceasefire 2/{texts[0]} in A" in reader.status
        assert "ceasefire" in reader.sentence.casefold()
        await reader.press("N", "N")
        assert "search hit top; N again goes to the end" in reader.status
        await reader.press("N")
        assert "wrapped to the end" in reader.status
        assert f"ceasefire {texts[0]}/{texts[0]} in A" in reader.status


async def test_a_search_goes_on_through_the_next_articles(opened):
    async with opened() as reader:
        await reader.press("enter", "slash")
        await reader.type("ceasefire")
        await reader.press("enter", "J", "n")
        assert "in B" in reader.status
        assert "ceasefire" in reader.sentence.casefold()


async def test_past_the_last_hit_the_next_article_follows_when_asked_again(opened):
    async with opened() as reader:
        await reader.press("enter", "slash")
        await reader.type("limousine")
        await reader.press("enter")
        assert "not found" in reader.status
        await reader.press("n")
        assert "not found here: limousine; next in D: n again" in reader.status
        await reader.press("n")
        assert reader.status.startswith(" D ")
        assert "limousine 1/1 in D" in reader.status
        assert "limousine" in reader.sentence
        await reader.press("n")
        assert "search hit bottom; n again goes to the top" in reader.status
        await reader.press("ctrl+o")
        assert reader.status.startswith(" A ")


async def test_a_search_goes_back_to_the_last_hit_of_the_article_before(opened):
    async with opened() as reader:
        await reader.press("j", "enter", "slash")
        await reader.type("ceasefire")
        await reader.press("enter", "g", "N", "N")
        status = reader.status
        assert status.startswith(" A ")
        place, count = status.split("ceasefire ")[1].split(" in ")[0].split("/")
        assert place == count


async def test_a_motion_between_takes_the_offer_of_the_next_article_back(opened):
    async with opened() as reader:
        await reader.press("enter", "slash")
        await reader.type("ceasefire")
        await reader.press("enter", "G", "n", "k", "n")
        assert reader.status.startswith(" A ")


async def test_the_next_hit_is_the_one_after_the_cursor(opened):
    async with opened() as reader:
        await reader.press("enter", "slash")
        await reader.type("ceasefire")
        await reader.press("enter", "G", "N")
        place, count = reader.status.split("ceasefire ")[1].split(" in ")[0].split("/")
        assert place == count


async def test_words_that_stand_nowhere_are_said_so(opened):
    async with opened() as reader:
        await reader.press("enter", "slash")
        await reader.type("xyzzy")
        await reader.press("enter")
        assert "not found" in reader.status


async def test_escape_gives_a_search_up(opened):
    async with opened() as reader:
        await reader.press("enter", "slash", "a", "escape", "j")
        assert reader.view.port.top == 1
        assert reader.app.session.query == ""


async def test_the_measure_cycles_and_no_word_is_cut(opened):
    async with opened(size=(120, 40)) as reader:
        await reader.press("enter")
        words = set(reader.app.session.collection.article(0).text.split())
        widths = []
        for _ in range(4):
            widths.append(reader.view.port.page.columns[0].width)
            shown = " ".join(line.replace("▎", " ") for line in reader.lines).split()
            assert set(shown) <= words | {"#"}
            await reader.press("w")
        assert widths[0] == 72
        assert sorted(widths)[:3] == [60, 72, 88]
        assert max(widths) > 100


async def test_resizing_keeps_the_top_sentence_and_the_cursor(opened):
    async with opened(size=(200, 60)) as reader:
        await reader.press("G", "enter", "2", "0", "j", "right_parenthesis")
        before, cursor = first_words(reader).split()[:3], reader.sentence
        await reader.resize(80, 24)
        assert reader.sentence == cursor
        assert " ".join(before) in " ".join(" ".join(reader.lines[:4]).replace("▎", " ").split())


async def test_zen_hides_all_but_the_text_and_restores_it(opened):
    async with opened() as reader:
        await reader.press("enter")
        height = reader.view.size.height
        await reader.press("V")
        assert reader.view.size.height == 24
        await reader.press("y")
        assert reader.view.size.height == 23
        assert "yank.txt" in reader.status
        await reader.press("j")
        assert reader.view.size.height == 24
        await reader.press("V")
        assert reader.view.size.height == height


async def test_next_and_previous_article(opened):
    async with opened() as reader:
        await reader.press("enter", "J")
        assert reader.title.startswith(" B ")
        await reader.press("K", "K")
        assert reader.title.startswith(" A ")
        assert "first article" in reader.status


async def test_an_article_opens_where_it_was_left(opened):
    async with opened() as reader:
        await reader.press("G", "enter", "f", "right_parenthesis")
        left = reader.sentence
        await reader.press("q", "enter")
        assert reader.sentence == left


async def test_reading_on_shows_in_the_list(opened):
    async with opened() as reader:
        await reader.press("enter", "q")
        assert any("◐" in line for line in reader.lines)
        await reader.press("enter", "G", "q")
        assert any("✓" in line for line in reader.lines)


async def test_furniture_can_be_hidden(opened):
    async with opened(size=(80, 60)) as reader:
        await reader.press("enter", "G")
        assert any(line.lstrip("▎ ").startswith("# ") for line in reader.lines)
        await reader.press("colon")
        await reader.type("boilerplate")
        await reader.press("enter")
        assert not any(line.lstrip("▎ ").startswith("# ") for line in reader.lines)
