"""Lines of a few words."""

import pytest

from tui.presentation.bars import Part, fitted, telling

LEFT = (Part(" A"), Part("  s1/9"), Part("  harbour 1/2", "key"))
RIGHT = (Part("row 1/12 "),)


@pytest.mark.parametrize(
    ("width", "line"),
    [
        (49, " A  s1/9  harbour 1/2  linked by hand   row 1/12 "),
        (40, " A  s1/9  linked by hand       row 1/12 "),
        (28, " A  s1/9  linked by hand"),
        (20, " linked by hand"),
        (10, " linked b…"),
    ],
)
def test_a_message_is_read_in_full_as_long_as_the_line_could_hold_it(width, line):
    drawn = fitted(*telling(LEFT, Part("linked by hand"), RIGHT, width), width)
    assert "".join(part.text for part in drawn).rstrip() == line.rstrip()
