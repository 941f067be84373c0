"""What starting costs: CPU of each command beside bare Python and Textual, and the first picture beside peers.

    python tests/bench/startup.py [--runs N] [--ptybench FOLDER] [options of ptybench …]

CPU is user and system time of the whole process as the kernel counts it, of commands the least of N runs that take
turns with the others. What a list costs until it takes keys, and the peers of `peers.toml`, are measured by ptybench
where it is found, as medians; options that are not of this program go to it (`--256`, `--only "summit-tui pair,less"`).
"""

import argparse
import os
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from statistics import median

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
ANSWERS = {
    "bare Textual": ("", "HELLO READY", "$PYTHON $PTYBENCH/apps/hello.py"),
    "list": ("j", "2/5", "$SUMMIT"),
    "list again": ("j", "2/5", "$AGAIN"),
    "10,000 articles": ("j", "2/10000", "$SUMMIT $MANY"),
}
"""By name the key that is typed at the first output, what then shows, and the command; bare Textual gets no key."""


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


@contextmanager
def places(ptybench):
    """The variables that commands are written with, 10,000 articles among what they name."""
    with tempfile.TemporaryDirectory() as folder:
        for number in range(10_000):
            text = f"Article number {number}\n\nIts first sentence says {number}. Its second one says nothing.\n"
            Path(folder, f"{number:05}.txt").write_text(text, encoding="utf-8")
        yield {
            "PTYBENCH": str(ptybench),
            "MANY": folder,
            "SUMMIT": f"{sys.executable} -m tui --no-save",
            "AGAIN": f"{sys.executable} -m tui",
            "XDG_DATA_HOME": str(Path(folder, ".again")),  # the library, of which a walk of the articles sees nothing
            "PYTHON": sys.executable,
        }


def answer(bench, key, ready, command, environ):
    """CPU ms, ms and MB until a program that gets a key at its first output shows what it does; then MB a second on."""
    session = bench.Session({**bench.DEFAULTS, "size": "120x40", "cmd": f"exec {command}", "env": environ})
    try:
        session.pump(60, 20, 20, until=lambda: session.term.pending)
        session.send(key.encode())
        seen = None
        while seen is None:
            session.pump(0.002, 0.01, 0.02)
            seen = session.term.sync(ready)
            if session.event("exit") or bench.now() - session.t0 > 20:
                raise SystemExit(f"{command}: no {ready}")
        pids, memory, _ = session.usage()
        cpu = bench.cpu_of(pids)
        session.pump(1.5, 1.5, 1.5)
        return cpu * 1000, (seen - session.t0) * 1000, memory, session.usage()[1]
    finally:
        session.close()


def answers(bench, runs, environ):
    """Prints what each list costs until it answers a key, and its ratios to bare Textual until that is painted."""
    rows = {name: [] for name in ANSWERS}
    for _ in range(runs):
        for name, asked in ANSWERS.items():
            rows[name].append(answer(bench, *asked, environ))
    print(f"| {'until it answers a key':<26} | CPU ms |    × |   ms | MB then | a second on |    × |")
    print(f"|{'-' * 28}|-------:|-----:|-----:|--------:|------------:|-----:|")
    bare = None
    for name, measured in rows.items():
        cpu, seen, then, later = map(median, zip(*measured, strict=True))
        bare = bare or (cpu, later)
        print(f"| {name:<26} | {cpu:6.0f} | {cpu / bare[0]:4.2f} | {seen:4.0f} | {then:7.1f} | {later:11.1f}", end="")
        print(f" | {later / bare[1]:4.2f} |")


def peers(ptybench, options, environ):
    """Prints ptybench's table for the programs in `peers.toml`."""
    command = [sys.executable, str(ptybench / "ptybench.py"), "suite", str(HERE / "peers.toml"), *options]
    return subprocess.run(command, env=environ, check=False).returncode


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
    sys.path.insert(0, str(arguments.ptybench))
    with places(arguments.ptybench) as named:
        answers(import_module("ptybench"), arguments.runs, variables(**named))
        print()
        return peers(arguments.ptybench, ["--runs", str(arguments.runs), *options], variables(**named))


if __name__ == "__main__":
    sys.exit(main())
