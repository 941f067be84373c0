"""Every kind of text has something to be drawn with, in every theme."""

import pytest

from tui.app.colours.inks import ATTRIBUTES, WELLS, ink
from tui.app.colours.palettes import ANSI, PALETTES
from tui.presentation.page import Emphasis


@pytest.mark.parametrize("theme", list(PALETTES))
@pytest.mark.parametrize("well", list(WELLS))
def test_every_look_has_an_ink_of_the_themes_own_colours(well, theme):
    for look in WELLS[well].inks:
        colour, ground, attributes = ink(well, look, theme)
        assert {colour, ground} <= {*PALETTES[theme], ""}
        assert ground
        assert ATTRIBUTES.issuperset(attributes)


def test_every_emphasis_of_a_page_has_an_ink():
    named = {emphasis.value for emphasis in Emphasis if emphasis is not Emphasis.DIVERGENT}
    assert named <= WELLS["page"].inks.keys()


@pytest.mark.parametrize("well", list(WELLS))
def test_attributes_stand_in_only_for_looks_that_there_are(well):
    assert WELLS[well].ansi.keys() <= WELLS[well].inks.keys()


@pytest.mark.parametrize("theme", sorted(ANSI))
def test_what_is_muted_by_its_colour_is_dim_without_it(theme):
    assert ink("list", "muted", theme).attributes == ("dim",)
    assert ink("page", "furniture", theme).attributes == ("dim",)
