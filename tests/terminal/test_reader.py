"""From the list through an article to a pair, by keyboard, as the screen shows it."""

import re

import pytest

from tui.resources import SEEDS_DIR

TITLES = (
    "Trump Suffers 'Major Defeat' After Failure of Talks With Putin",
    "Trump Snubs Reports of 'Major Defeat' After Talks With Putin",
    "Putin Gains Recognition — Did Trump Come Back Empty-Handed From Alaska Summit?",
    "Putin Claims Victory After Alaska Summit with Trump",
    "Trump–Putin Alaska Summit: Talks Fail to Yield Breakthrough",
)
TO_B_AND_E = ("j", "space", "j", "j", "j", "space", "c")


def listed(terminal):
    terminal.expect(lambda seen: all(title[:30] in seen.flowing for title in TITLES))


def paired(terminal):
    listed(terminal)
    terminal.press(*TO_B_AND_E)
    terminal.expect(lambda seen: "B ⇄ E" in seen.text and "row 1/" in seen.text)


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
def test_it_opens_on_the_five_bundled_articles(summit, size):
    terminal = summit(size=size)
    listed(terminal)
    assert terminal.full_screen


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
def test_two_marked_articles_open_as_a_pair(summit, size):
    terminal = summit(size=size)
    paired(terminal)
    terminal.expect("Trump Snubs Reports")
    terminal.press("q")
    listed(terminal)


def test_enter_opens_an_article_and_q_goes_back(summit):
    terminal = summit()
    listed(terminal)
    terminal.press("j", "enter")
    terminal.expect("f page")
    terminal.expect("Joint Base Elmendorf–Richardson")
    terminal.press("q")
    listed(terminal)


def test_a_pair_is_two_columns_where_there_is_room_and_one_where_there_is_not(summit):
    wide, narrow = summit(size=(120, 40)), summit(size=(80, 24))
    for terminal in (wide, narrow):
        paired(terminal)
    columns = re.compile(r"The highly anticipated.*The highly anticipated")
    wide.expect(lambda seen: columns.search(seen.text))
    narrow.expect("The highly anticipated")
    assert not columns.search(narrow.text)


def test_every_difference_is_walked_to_the_last_one(summit):
    terminal = summit()
    paired(terminal)
    rows = [1]
    while True:
        terminal.press("]")
        terminal.expect(lambda seen: row(seen) != rows[-1] or "last difference" in seen.text)
        if "last difference" in terminal.text:
            break
        rows.append(row(terminal))
    assert len(rows) > 20
    assert rows == sorted(rows)
    terminal.press("[")
    terminal.expect(lambda seen: row(seen) == rows[-2])


def row(terminal):
    """The number of the row under the cursor, as the status line tells it."""
    return int(re.search(r"row (\d+)/", terminal.rows[-2])[1])


def test_a_search_counts_its_hits_here_and_in_every_source(summit):
    texts = [path.read_text().lower() for path in sorted(SEEDS_DIR.iterdir())]
    here, everywhere = texts[0].count("ceasefire"), sum(text.count("ceasefire") for text in texts)
    terminal = summit()
    listed(terminal)
    terminal.press("enter")
    terminal.expect("f page")
    terminal.press("/")
    terminal.expect(lambda seen: seen.rows[-2].strip() == "/")
    terminal.type("ceasefire")
    terminal.press("enter")
    terminal.expect(f"ceasefire 1/{here} in A · {everywhere} in 5 sources")
    terminal.press("n")
    terminal.expect(f"ceasefire 2/{here} in A")
    terminal.press("N", "N")
    terminal.expect("search hit top; N again goes to the end")
    terminal.press("N")
    terminal.expect(f"ceasefire {here}/{here} in A")


def test_words_typed_faster_than_the_prompt_opens_are_searched(summit):
    terminal = summit()
    listed(terminal)
    terminal.press("enter")
    terminal.expect("f page")
    terminal.type("/ceasefire\r")
    terminal.expect("ceasefire 1/")


@pytest.mark.parametrize("keys", [("j", "j", "j", "j", "enter"), TO_B_AND_E], ids=["article", "pair"])
def test_what_is_read_at_the_top_stays_there_when_the_size_changes(summit, keys):
    terminal = summit(size=(200, 30))
    listed(terminal)
    terminal.press(*keys)
    terminal.expect(lambda seen: "f page" in seen.text or "] diff" in seen.text)
    terminal.settle()
    terminal.press("f", "f")
    terminal.settle()
    words = " ".join(re.split(r" {3,}|│", terminal.rows[1].lstrip("▎~<>=#↕┌└ "))[0].split()[:4])
    terminal.resize(80, 24)
    terminal.expect(lambda seen: words in " ".join(" ".join(seen.rows[1:4]).split()))


def test_help_is_shown_and_closed(summit):
    terminal = summit()
    listed(terminal)
    terminal.press("?")
    terminal.expect(lambda seen: "mark for comparing" in seen.text)
    terminal.press("q")
    listed(terminal)


def test_a_clicked_article_is_the_one_that_enter_opens(summit):
    terminal = summit()
    listed(terminal)
    terminal.expect(lambda seen: seen.mode(1003))
    terminal.settle(1.0)
    terminal.click(20, terminal.row_of(TITLES[3][:30]))
    terminal.settle()
    terminal.press("enter")
    terminal.expect("f page")
    terminal.expect("Putin leveraged the Alaska summit")
