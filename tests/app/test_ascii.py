import html
import re

import pytest

from tui.settings import Settings

ALLOWED = "’‘“”–éÉ"
"""What the bundled articles write; the program itself draws none of it."""


@pytest.mark.parametrize("keys", [(), ("enter",), ("space", "j", "c"), ("question_mark",), ("colon",)])
@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_every_screen_is_drawn_in_ascii(opened, keys, size):
    async with opened(settings=Settings(ascii=True), size=size) as reader:
        await reader.press(*keys)
        svg = reader.app.export_screenshot(simplify=True)
        drawn = "".join(html.unescape(text) for text in re.findall(r"<text[^>]*>([^<]*)</text>", svg))
        foreign = {c for c in drawn if ord(c) > 126} - set(ALLOWED) - {"\xa0"}
        assert foreign == set()


async def test_glyphs_are_drawn_as_they_are_otherwise(opened):
    async with opened() as reader:
        assert "▎" in reader.app.export_screenshot()
