"""The tour on a terminal: once, and only for who waits for it."""

from tui.resources import SEEDS_DIR

TOUR = "A short tour"
DETAILS_OF_A = "23 sentences"


def test_the_first_start_has_a_tour_and_the_second_has_none(summit):
    terminal = summit()
    terminal.expect(TOUR)
    terminal.press("j")
    terminal.expect(lambda seen: TOUR not in seen.text and "25 sentences" in seen.text)
    terminal.press("Q")
    assert terminal.expect_exit() == 0
    again = summit()
    again.expect(DETAILS_OF_A)
    again.settle()
    assert TOUR not in again.text


def test_nobody_who_named_a_source_or_keeps_nothing_is_shown_a_tour(summit):
    for arguments in ([str(SEEDS_DIR)], ["--no-save"]):
        terminal = summit(*arguments)
        terminal.expect(DETAILS_OF_A)
        terminal.settle()
        assert TOUR not in terminal.text
    summit().expect(TOUR)


def test_keys_typed_before_the_first_picture_keep_the_tour_away(summit):
    terminal = summit()
    terminal.expect(lambda seen: seen.pid)
    terminal.type("j")
    terminal.expect("25 sentences")
    terminal.settle()
    assert TOUR not in terminal.text
    terminal.press("Q")
    assert terminal.expect_exit() == 0
    summit().expect(TOUR)
