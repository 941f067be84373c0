import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.app.wire.ascii import encodable
from tui.presentation.glyphs import ASCII
from tui.settings import Settings

ALLOWED = "’‘“”–éÉ"
"""What the bundled articles write; the program itself draws none of it."""

SCREENS = [
    (),
    ("B",),
    ("enter",),
    ("enter", "number_sign"),
    ("space", "j", "c"),
    ("T", "l"),
    ("T", "v"),
    ("M",),
    ("question_mark",),
    ("colon",),
]
"""The keys that open what is looked at."""


@pytest.mark.parametrize("keys", SCREENS)
@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_every_screen_is_drawn_in_ascii(opened, keys, size):
    async with opened(settings=Settings(ascii="on"), size=size) as reader:
        await reader.press(*keys)
        svg = reader.app.export_screenshot(simplify=True)
        drawn = "".join(html.unescape(text) for text in re.findall(r"<text[^>]*>([^<]*)</text>", svg))
        foreign = {c for c in drawn if ord(c) > 126} - set(ALLOWED) - {"\xa0"}
        assert foreign == set()


async def test_glyphs_are_drawn_as_they_are_otherwise(opened):
    async with opened() as reader:
        assert "▎" in reader.app.export_screenshot()


@pytest.mark.parametrize(
    ("encoding", "text", "shown"),
    [
        ("ascii", "“Orbán’s” plan — 首脑", '"Orban\'s" plan - ????'),
        ("latin-1", "“Orbán’s” plan — 首脑", '"Orbán\'s" plan - ????'),
        ("cp1252", "“Orbán’s” plan — 首脑", "“Orbán’s” plan — ????"),
        ("ascii", "cafe\u0301", "cafe"),
        ("koi8-r", "Путин │ é", "Путин │ e"),
    ],
)
def test_what_an_encoding_lacks_has_something_near_in_its_place(encoding, text, shown):
    assert encodable(text, encoding) == shown


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "koi8-r", "shift_jis"])
@given(text=st.text(st.characters(exclude_categories=("Cc", "Cs"))))
def test_every_text_can_be_encoded(encoding, text):
    encodable(text, encoding).encode(encoding)


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "koi8-r"])
@given(text=st.text("aé“—首…↕한é", max_size=20))
def test_as_many_cells_are_filled(encoding, text):
    assert cell_len(encodable(text, encoding)) == cell_len(text)


@pytest.mark.parametrize("keys", SCREENS)
async def test_only_signs_that_plain_fonts_have_are_drawn(opened, keys):
    """Light lines, arrows and the signs of the classes: nothing that needs a font of icons."""
    async with opened(size=(120, 40)) as reader:
        await reader.press(*keys)
        svg = reader.app.export_screenshot(simplify=True)
    drawn = {c for text in re.findall(r"<text[^>]*>([^<]*)</text>", svg) for c in html.unescape(text) if ord(c) > 126}
    assert drawn - {*ALLOWED, "\xa0"} <= {*map(chr, ASCII), *"─│┌┐└┘├┤▏▕▊▁▔↑↓←→◀▶"}
