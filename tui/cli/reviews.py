"""The command `reviews`."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from tui.cli.commands import COMMANDS
from tui.cli.errors import CommandError
from tui.cli.parsing import DEFAULT_CUT, add_collection, add_text_options, cut
from tui.cli.settings import add_library, add_reviewer

if TYPE_CHECKING:
    from tui.review.acts import Act
    from tui.review.history import History

_SUFFIXES = (".jsonl", ".json", ".csv")


def describe(parser: ArgumentParser) -> None:
    """Add the options of `reviews`."""
    parser.description = f"Handle {COMMANDS['reviews']}."
    parser.epilog = (
        "examples:\n  summit-tui reviews export -o mine.csv --by ann\n  summit-tui reviews import theirs.jsonl"
        "\n  summit-tui reviews sensitivity B E"
    )
    parser.add_argument(
        "action",
        metavar="ACTION",
        choices=tuple(_ACTIONS),
        help="list what stands; export every act as JSON lines or CSV; import FILE... that export wrote; calibration: "
        "how often reviewers found what the tool did, by similarity; sensitivity: what another cut changes of LEFT and "
        "RIGHT",
    )
    parser.add_argument(
        "names", metavar="NAME", nargs="*", default=(), help="the files or articles that the action takes"
    )
    parser.add_argument("-o", "--output", metavar="FILE", help="where to export to: .jsonl, or .csv for a spreadsheet")
    parser.add_argument("--by", metavar="NAME", help="list, export and calibration: the acts of this reviewer alone")
    parser.add_argument("--standing", action="store_true", help="export: what stands, without what was undone")
    parser.add_argument("--json", action="store_true", help="calibration and sensitivity: write JSON")
    parser.add_argument("--cut", type=cut, default=DEFAULT_CUT, metavar="F", help="sensitivity: the cut in use")
    add_library(parser)
    add_collection(parser, "sensitivity: the collection of the library that labels are of")
    add_reviewer(parser)
    add_text_options(parser, "the terminal's")


def run(options: Namespace) -> int:
    """Do what the action says."""
    counts = {"import": (1, None), "sensitivity": (2, 2)}
    least, most = counts.get(options.action, (0, 0))
    if len(options.names) < least or (most is not None and len(options.names) > most):
        wanted = {"import": "FILE…", "sensitivity": "LEFT RIGHT"}.get(options.action, "no names")
        raise CommandError("reviews", f"{options.action} takes {wanted}")
    return _ACTIONS[options.action](options)


def _list(options: Namespace) -> int:
    from tui.cli import output
    from tui.cli.drawing import write_lines
    from tui.cli.ink import ink_for
    from tui.cli.review_lines import listed_lines

    standing = _history(options).standing(options.by)
    if not standing:
        output.write("no verdicts, links or notes stand\n")
        return 0
    write_lines(listed_lines(standing, output.columns(options.width), ink_for(options.color)))
    return 0


def _export(options: Namespace) -> int:
    from tui.cli.output import write_document
    from tui.cli.saving import save
    from tui.reports.reviews import review_csv, review_jsonl

    suffix = _SUFFIXES[0] if options.output is None else Path(options.output).suffix.lower()
    if suffix not in _SUFFIXES:
        raise CommandError(options.output, f"no such format; the suffix is {', '.join(_SUFFIXES[:-1])} or .csv")
    history = _history(options)
    acts = history.standing() if options.standing else history.acts
    written = (review_csv if suffix == ".csv" else review_jsonl)(_by(options.by, acts))
    if options.output is None:
        write_document(written)
    else:
        save(Path(options.output), written)
    return 0


def _import(options: Namespace) -> int:
    """Take the acts in and say whose they are: nobody but the file vouches for the names in it."""
    from collections import Counter

    from tui.cli.output import write
    from tui.cli.reviewed import acts_in, reviews_of
    from tui.text.shown import shown

    acts = [act for name in options.names for act in acts_in(name)]
    with reviews_of(options, writing=True) as reviews:
        known, stood = {act.id for act in reviews.history.acts}, reviews.history.standing()
        new = reviews.take_in(acts)
        standing = {act.id for act in reviews.history.standing()}
    write(f"{new} new, {len(acts) - new} there already\n")
    came = Counter({act.id: act.reviewer for act in acts if act.id not in known}.values())
    gone = Counter(act.reviewer for act in stood if act.id not in standing)
    for name, count in sorted(came.items()):
        later = f", later than {gone[name]} that stood here" if gone[name] else ""
        write(f"{shown(name)}: {count} new{later}\n")
    return 0


def _calibration(options: Namespace) -> int:
    from tui.cli import output
    from tui.review.calibration import calibration, candidates

    history = _history(options)
    verdicts = [verdict for _, verdict in history.verdicts(options.by)]
    steps = calibration([*verdicts, *(bond for _, bond in history.bonds(options.by))])
    rules = candidates(verdicts)
    if options.json:
        from tui.reports.records import encode
        from tui.reports.review_tables import calibration_record

        output.write_document(encode(calibration_record(steps, rules)))
    else:
        from tui.cli.drawing import write_lines
        from tui.cli.ink import ink_for
        from tui.cli.review_lines import calibration_lines

        write_lines(calibration_lines(steps, rules, ink_for(options.color)))
    return 0


def _sensitivity(options: Namespace) -> int:
    from tui.alignment.comparison import compare
    from tui.cli import output
    from tui.cli.reviewed import located, reviews_of
    from tui.cli.two import two_accounts
    from tui.review.sensitivity import sensitivity

    accounts = two_accounts("reviews", options.names[0], options.names[1], options)
    with reviews_of(options) as reviews:
        history, reviewer = reviews.history, reviews.reviewer
    found = located(history, ((account.article, account.witness) for account in accounts))
    comparison = compare(*accounts.map(lambda account: account.witness))
    effects = sensitivity(comparison, found, reviewer, cut=options.cut)
    if options.json:
        from tui.reports.records import encode
        from tui.reports.review_tables import sensitivity_record

        output.write_document(encode(sensitivity_record(effects, options.cut, reviewer)))
    else:
        from tui.cli.drawing import write_lines
        from tui.cli.ink import ink_for
        from tui.cli.review_lines import sensitivity_lines

        width = output.columns(options.width)
        write_lines(sensitivity_lines(effects, options.cut, reviewer, width, ink_for(options.color)))
    return 0


def _history(options: Namespace) -> "History":
    from tui.cli.reviewed import reviews_of

    with reviews_of(options) as reviews:
        if options.by is not None and options.by not in {act.reviewer for act in reviews.history.acts}:
            raise CommandError(options.by, "no reviewer of the library")
        return reviews.history


def _by(reviewer: str | None, acts: "tuple[Act, ...]") -> "list[Act]":
    return [act for act in acts if reviewer in (None, act.reviewer)]


_ACTIONS: Mapping[str, Callable[[Namespace], int]] = {
    "list": _list,
    "export": _export,
    "import": _import,
    "calibration": _calibration,
    "sensitivity": _sensitivity,
}
