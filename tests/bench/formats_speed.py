"""What reading documents costs in CPU, in this process and in the one that parses.

    python tests/bench/formats_speed.py [--runs 40]

Reads each of `tests/articles/made` again and again. The first of a format also starts the process and imports the
library; the others are the mean of the runs.
"""

import argparse
import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from tui.articles import bundled, find_sources, members_of, read, witness  # noqa: E402
from tui.articles.formats import apart  # noqa: E402

MADE = ROOT / "tests" / "articles" / "made"


def spent() -> float:
    """Milliseconds of CPU so far, of processes that have ended too."""
    apart._PARSER.end()  # a process is counted once it has ended
    times = os.times()
    return 1000 * (times.user + times.system + times.children_user + times.children_system)


def main() -> None:
    """Print a line for each document."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=40)
    runs = parser.parse_args().runs
    witness(read(bundled()[0]))
    print(f"{'document':<20} {'first ms':>9} {'others ms':>10}")
    for name in sorted(path.name for path in MADE.iterdir()):
        source = members_of(find_sources([str(MADE / name)])[0])[-1]
        before = spent()
        witness(read(source))
        first = spent() - before
        for _ in range(runs + 1):
            witness(read(source))
        others = (spent() - before - 2 * first) / runs
        print(f"{name:<20} {first:>9.0f} {others:>10.1f}")


if __name__ == "__main__":
    main()
