import subprocess
import sys

SCRIPT = """
import sys
import tui.articles
early = [name for name in HEAVY if name in sys.modules]
from tui.articles import bundled, read, witness
witness(read(bundled()[0]))
late = [name for name in ("charset_normalizer", "numpy", "textual") if name in sys.modules]
print(early, late)
"""


def test_importing_and_reading_stay_light():
    heavy = ("charset_normalizer", "numpy", "platformdirs", "sentencex", "textual", "rich")
    program = SCRIPT.replace("HEAVY", repr(heavy))
    found = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert found.stdout.split("\n")[0] == "[] []"
