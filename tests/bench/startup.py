"""What starting costs: CPU of each command beside bare Python and Textual, and the first picture beside peers.

    python tests/bench/startup.py [--runs N] [--ptybench FOLDER] [options of ptybench …]

CPU is user and system time of the whole process as the kernel counts it, the least of N runs that take turns
with the others. The peers of `peers.toml` are measured by ptybench where it is found; options that are not of
this program go to it (`--256`, `--only "summit-tui pair,vim -d"`).
"""

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
CHECKOUT = HERE.parents[1]
PTYBENCH = CHECKOUT.parent / "shared" / "bench" / "ptybench"
BASE = "import textual.app"
COMMANDS = {
    "bare python": ("-c", ""),
    BASE: ("-c", "import textual.app"),
    "--version": ("-m", "tui", "--version"),
    "--help": ("-m", "tui", "--help"),
    "list": ("-m", "tui", "list"),
    "diff B E": ("-m", "tui", "diff", "B", "E"),
    "diff B E --json": ("-m", "tui", "diff", "B", "E", "--json"),
}


def variables(**more):
    """The environment without what distorts a start, the checkout's package in reach."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return kept | {"PYTHONPATH": str(CHECKOUT)} | more


def cpu(arguments):
    """Milliseconds of user and system time of one run of Python."""
    quiet = [(os.POSIX_SPAWN_OPEN, descriptor, os.devnull, os.O_RDWR, 0) for descriptor in (0, 1)]
    child = os.posix_spawn(sys.executable, (sys.executable, *arguments), variables(), file_actions=quiet)
    _, status, used = os.wait4(child, 0)
    if status:
        raise SystemExit(f"{' '.join(arguments)}: exit status {os.waitstatus_to_exitcode(status)}")
    return (used.ru_utime + used.ru_stime) * 1000


def commands(runs):
    """Prints the least CPU of each command, and its ratio to importing Textual."""
    least = dict.fromkeys(COMMANDS, float("inf"))
    for _ in range(runs + 1):  # the first turn compiles what is not compiled yet and is never the least
        for name, arguments in COMMANDS.items():
            least[name] = min(least[name], cpu(arguments))
    print(f"| {'command':<20} | CPU ms | × {BASE} |\n|{'-' * 22}|-------:|{'-' * 21}:|")
    for name, used in least.items():
        print(f"| {name:<20} | {used:6.0f} | {used / least[BASE]:20.2f} |")


def peers(ptybench, options):
    """Prints ptybench's table for the programs in `peers.toml`, one with 10,000 articles among them."""
    with tempfile.TemporaryDirectory() as folder:
        for number in range(10_000):
            text = f"Article number {number}\n\nIts first sentence says {number}. Its second one says nothing.\n"
            Path(folder, f"{number:05}.txt").write_text(text, encoding="utf-8")
        places = {
            "PTYBENCH": str(ptybench),
            "MANY": folder,
            "SUMMIT": f"{sys.executable} -m tui --no-save",
            "AGAIN": f"{sys.executable} -m tui",
            "XDG_DATA_HOME": str(Path(folder, ".again")),  # the library, of which a walk of the articles sees nothing
            "PYTHON": sys.executable,
        }
        command = [sys.executable, str(ptybench / "ptybench.py"), "suite", str(HERE / "peers.toml"), *options]
        return subprocess.run(command, env=variables(**places), check=False).returncode


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=5, help="runs of each program (default 5)")
    parser.add_argument(
        "--ptybench", type=Path, default=PTYBENCH, help="folder of ptybench (default beside the checkout)"
    )
    arguments, options = parser.parse_known_args()
    commands(arguments.runs)
    print()
    if not (arguments.ptybench / "ptybench.py").is_file():
        print(f"no ptybench in {arguments.ptybench}: the peers are not measured")
        return 0
    return peers(arguments.ptybench, ["--runs", str(arguments.runs), *options])


if __name__ == "__main__":
    sys.exit(main())
