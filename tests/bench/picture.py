"""README's picture: the pair of two bundled articles, drawn from the app itself.

python -m tests.bench.picture .github/pair.svg
"""

import asyncio
import re
import sys
from pathlib import Path

from tui.app.app import SummitApp
from tui.app.sitting.session import Session
from tui.articles import Collection, bundled
from tui.comparer import Comparer
from tui.settings import Settings


async def picture() -> str:
    app = SummitApp(Session.opened(Collection(bundled()), Comparer(), Settings()), pair=(1, 4))
    async with app.run_test(size=(120, 30)) as pilot:
        await app.workers.wait_for_complete()
        await pilot.press("right_square_bracket", "equals_sign")
        await pilot.pause()
        svg = app.export_screenshot()
    svg = re.sub(r"@font-face \{.*?\}", "", svg, flags=re.DOTALL).replace("<text ", '<text xml:space="preserve" ')
    return "\n".join(line.rstrip() for line in svg.splitlines()) + "\n"


Path(sys.argv[1]).write_text(asyncio.run(picture()), encoding="utf-8")
