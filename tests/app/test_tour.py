import pytest

from tui.app.screens.pair import PairScreen
from tui.app.screens.reader import ReaderScreen
from tui.articles import find_sources
from tui.library import Library
from tui.settings import Settings


@pytest.fixture
def newcomers(opened, tmp_path):
    """Open the app as somebody's next start, on the library that all of their starts share."""

    def start(**options):
        return opened(library=Library.open(tmp_path / "library.sqlite3"), newcomer=True, **options)

    return start


def panel(reader):
    about = reader.app.screen.query_one("#about")
    return str(about.render()) if about.display else ""


async def test_the_first_start_tells_what_the_first_keys_do_here(newcomers):
    async with newcomers() as reader:
        told = panel(reader)
        assert "enter   reads A, Trump" in told
        assert "space   marks A; go on to B with j, and c" in told


@pytest.mark.parametrize(
    ("key", "done"),
    [
        ("enter", lambda reader: isinstance(reader.app.screen, ReaderScreen)),
        ("j", lambda reader: reader.status.startswith(" B ")),
        ("5", lambda reader: "5 " in reader.status),
        ("equals_sign", lambda reader: "A short tour" not in panel(reader) and panel(reader)),
    ],
)
async def test_any_key_leaves_the_tour_and_acts(newcomers, key, done):
    async with newcomers() as reader:
        await reader.press(key)
        assert done(reader)
        if key == "enter":
            await reader.press("q")
        assert "A short tour" not in panel(reader)


@pytest.mark.parametrize("key", ["q", "escape"])
async def test_the_keys_that_go_back_close_the_tour_and_no_more(newcomers, key):
    async with newcomers() as reader:
        await reader.press(key)
        assert reader.app.is_running
        assert not panel(reader)
        assert reader.status.startswith(" A ")


async def test_the_tour_is_not_shown_again(newcomers):
    async with newcomers() as reader:
        assert panel(reader)
        await reader.press("Q")
    async with newcomers() as reader:
        assert not panel(reader)


async def test_there_is_no_tour_without_a_library_to_remember_it(opened, tmp_path):
    path = tmp_path / "library.sqlite3"
    path.write_text("no database at all, and long enough to be taken for one")
    async with opened(library=Library.open(path), newcomer=True) as reader:
        assert not panel(reader)


async def test_a_tour_of_one_article_speaks_of_no_other(newcomers, tmp_path):
    (tmp_path / "one.txt").write_text("Strike {goes} on\n\nThe dock workers voted on Saturday to go on with it.\n")
    async with newcomers(sources=find_sources([str(tmp_path / "one.txt")])) as reader:
        assert "reads A, Strike {goes} on" in panel(reader)
        assert "marks" not in panel(reader)


async def test_the_tour_names_the_keys_as_they_are_set(newcomers):
    async with newcomers(settings=Settings(keys={"list.open": ("o",), "move.down": ("x",)})) as reader:
        assert "o       reads A" in panel(reader)
        assert "go on to B with x" in panel(reader)


async def test_the_tour_is_shown_again_when_asked_for(opened):
    async with opened() as reader:
        assert not panel(reader)
        await reader.press("colon", *"tour", "enter")
        assert "reads A" in panel(reader)
        await reader.press("j", "enter", "colon", *"tour", "enter")
        assert "reads the next article, C" in panel(reader)
        await reader.press("q")
        assert not panel(reader)


async def test_the_pair_has_a_tour_of_its_own(opened):
    async with opened(pair=(1, 4), size=(60, 15)) as reader:
        await reader.press("colon", *"tour", "enter")
        assert "] [     walk what B and E do not share" in panel(reader)
        await reader.press("right_square_bracket")
        assert isinstance(reader.app.screen, PairScreen)
        assert not panel(reader)
