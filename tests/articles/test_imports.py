"""What stays out of a process that lists and reads."""

import subprocess
import sys
from pathlib import Path

MADE = Path(__file__).parent / "made"
PARSERS = ("trafilatura", "lxml", "feedparser", "pypdf", "mammoth", "fastwarc", "xml.sax", "email.message", "zipfile")
"""What parses documents: imported in a process of its own."""

SCRIPT = """
import sys
import tui.articles
early = [name for name in EARLY if name in sys.modules]
from tui.articles import Collection, bundled, find_sources, read, witness
witness(read(bundled()[0]))
late = [name for name in LATE if name in sys.modules]
listed = Collection(find_sources([FOLDER]))
titles = [listed.glimpsed(number).title for number in range(len(listed))]
asked = [name for name in (*PARSERS, "ssl", "tui.articles.formats.apart") if name in sys.modules]
formats = sorted({read(find_sources([FOLDER + name])[0]).format for name in ("/page.html", "/chromium.pdf")})
parsed = [name for name in PARSERS if name in sys.modules]
print(early, late, asked, len(titles), formats, parsed)
"""


def test_importing_listing_and_reading_stay_light():
    names = {
        "EARLY": ("charset_normalizer", "numpy", "platformdirs", "sentencex", "textual", "rich", "subprocess"),
        "LATE": ("charset_normalizer", "numpy", "textual", "subprocess"),
        "FOLDER": str(MADE),
        "PARSERS": PARSERS,
    }
    program = "\n".join(f"{name} = {value!r}" for name, value in names.items()) + SCRIPT
    found = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[] [] [] 10 ['html', 'pdf'] []"
