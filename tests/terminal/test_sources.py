"""Articles of one's own: folders with broken files, two files as a pair, standard input beside the keys."""

import pytest

FIRST = "The Ferry Is Late Again\n\nThe ferry left the harbour at noon. Forty people waited on the pier.\n"
SECOND = "Ferry Leaves at Noon\n\nAt noon the ferry left the harbour. The captain said nothing about the delay.\n"
ESCAPES = (
    "A \x1b]0;owned\x07 title\n\n"
    + "The harbour lies quiet in the evening and nobody is to be seen. " * 20
    + "A sentence with \x1b[31mred, \x9b31m and \x1b[2J in it \u202estands here.\n"
)


@pytest.fixture
def folder(tmp_path):
    """Two good articles with three broken ones between them."""
    (tmp_path / "news").mkdir()
    for name, content in {
        "1-good.txt": FIRST.encode(),
        "2-binary.txt": bytes(range(256)) * 40,
        "3-empty.txt": b"",
        "4-escapes.txt": ESCAPES.encode(),
        "5-good.txt": SECOND.encode(),
    }.items():
        (tmp_path / "news" / name).write_bytes(content)
    return tmp_path / "news"


def row_without(terminal, name):
    """The rest of the row that a file's name stands in."""
    return terminal.rows[terminal.row_of(name)].replace(name, "")


def test_a_broken_file_is_a_row_with_its_reason_and_the_rest_opens(summit, folder):
    terminal = summit("news")
    terminal.expect("The Ferry Is Late Again")
    terminal.expect("Ferry Leaves at Noon")
    for name, reason in {"2-binary.txt": "binary", "3-empty.txt": "empty"}.items():
        terminal.expect(lambda seen, name=name, reason=reason: reason in row_without(seen, name))
    assert red(terminal, "3-empty.txt")
    terminal.press("enter")
    terminal.expect("f page")
    terminal.expect("Forty people waited")
    terminal.press("q")
    terminal.expect("space mark")
    terminal.press("j", "enter")
    terminal.expect(lambda seen: "binary" in seen.rows[-2])
    terminal.press("G", "enter")
    terminal.expect("f page")
    terminal.expect("The captain said nothing")
    terminal.press("Q")
    assert terminal.expect_exit() == 0


def red(terminal, text):
    """Whether the text is drawn in more red than green and blue."""
    row = terminal.row_of(text)
    colour = terminal.cell(terminal.rows[row].index(text), row).fg
    red, green, blue = bytes.fromhex(colour)
    return red > max(green, blue)


def test_two_files_open_as_a_pair_at_once(summit, folder):
    terminal = summit("news/1-good.txt", "news/5-good.txt")
    terminal.expect("A ⇄ B")
    terminal.expect("Forty people waited")


def test_control_characters_of_an_article_never_reach_the_terminal(summit, folder):
    terminal = summit("news/4-escapes.txt")
    terminal.expect("title")
    terminal.press("enter")
    terminal.expect("f page")
    terminal.press("G")
    terminal.expect("�stands")
    for forbidden in ("owned\x07", "\x1b[31mred", "\x9b", "\u202e"):
        assert forbidden not in terminal.raw.decode()


def test_standard_input_is_an_article_and_the_keys_still_come_from_the_terminal(start, folder):
    from tests.terminal.harness import SUMMIT

    terminal = start(("sh", "-c", f"cat news/1-good.txt | {' '.join(SUMMIT)} -"))
    terminal.expect("The Ferry Is Late Again")
    terminal.press("enter")
    terminal.expect("f page")
    terminal.expect("Forty people waited")
    terminal.press("Q")
    assert terminal.expect_exit() == 0
    assert terminal.left_on() == ()


def test_a_missing_file_is_one_line_and_no_full_screen(summit):
    terminal = summit("missing.txt")
    assert terminal.expect_exit() == 2
    assert terminal.text.count("\n") == len(terminal.rows) - 1
    assert terminal.rows[0].startswith("summit-tui: missing.txt: ")
    assert not terminal.rows[1]
    assert terminal.left_on() == ()
