"""What reading sends over a line, and that nothing but q is needed to get out of anything."""

import pytest

SSH = {"SSH_CONNECTION": "10.0.0.1 1 10.0.0.2 22", "COLORTERM": None}
LIST, ARTICLE, PAIR = "space mark", "f page", "row 1/"
SCREENFUL = 80 * 24
SYNCHRONIZED = b"\x1b[?2026h"


@pytest.fixture
def reading(summit):
    """The reader at 80x24 over ssh, with an article or a pair open and nothing left to send."""

    def opened(screen, **options):
        terminal = summit(size=(80, 24), variables=SSH, **options)
        terminal.expect(LIST)
        terminal.press(*({"article": ("enter",), "pair": ("space", "j", "space", "c")}[screen]))
        terminal.expect({"article": ARTICLE, "pair": PAIR}[screen])
        terminal.settle()
        return terminal

    return opened


def sent(terminal, *keys):
    """What the keys make the reader send until it has nothing more to say."""
    before = len(terminal.raw)
    terminal.press(*keys)
    terminal.expect(lambda seen: len(seen.raw) > before)
    terminal.settle()
    return terminal.raw[before:]


@pytest.mark.parametrize("screen", ["article", "pair"])
def test_a_page_costs_little_more_than_its_text_and_a_line_less_than_half(reading, screen):
    terminal = reading(screen)
    assert max(len(sent(terminal, "f")) for _ in range(3)) <= 1.3 * SCREENFUL
    assert max(len(sent(terminal, "j")) for _ in range(5)) <= SCREENFUL / 2


def test_keys_typed_together_are_shown_together(reading):
    terminal = reading("pair")
    one = len(sent(terminal, "j"))
    before = len(terminal.raw)
    terminal.type("j" * 20)
    terminal.settle()
    assert len(terminal.raw) - before < 10 * one
    together = terminal.text
    terminal.press("g")
    terminal.settle()
    for _ in range(21):
        sent(terminal, "j")
    assert terminal.text == together


@pytest.mark.parametrize("screen", ["article", "pair"])
def test_a_page_comes_in_one_picture(reading, screen):
    terminal = reading(screen, answers="modern")
    for key in ("f", "f", "b", "G", "g"):
        assert sent(terminal, key).count(SYNCHRONIZED) <= 2, "the page, and then the line that tells the place"


@pytest.mark.parametrize(
    ("opens", "shows", "leaves"),
    [
        ("?", "Keys", "q"),
        (":", "an action", "\r"),
        ("/", "/", "\x7f"),
        ("/xy", "/xy", "\x7f\x7f\x7f"),
        ("V", "", "q"),
        ("&Putin\r", "&", "q"),
        ("t", "", "q"),
    ],
)
def test_whatever_opens_is_left_without_escape(summit, opens, shows, leaves):
    """Where escape is slow, over a line or in a multiplexer, other keys do all that it does."""
    terminal = summit("--no-save", size=(80, 24))
    terminal.expect(LIST)
    terminal.press("enter")
    terminal.expect(ARTICLE)
    terminal.settle()
    before = terminal.rows
    terminal.type(opens)
    terminal.expect(lambda seen: seen.rows != before and shows in seen.text)
    terminal.settle()
    terminal.type(leaves)
    terminal.expect(lambda seen: seen.rows[:-2] == before[:-2] and seen.rows[-1] == before[-1])
