"""The command `summit-tui`: one module per command, imported when it runs, so that none pays for another.

May import everything below it. What only some runs need (the engine, rich, Textual) is imported inside functions.
"""

import atexit
import gc
import sys
from collections.abc import Sequence

_HELD = 200_000
"""Objects a command may have made since garbage was last looked for; Python looks after every 700."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line and give its exit code: 0 done, 1 the answer is no, 2 a usage or input error."""
    from tui.cli import errors, output

    try:
        code = _dispatch(sys.argv[1:] if argv is None else [*argv])
        output.finish()
    except output.ReaderLeft:
        return 0
    except errors.CommandError as error:
        output.settle()
        return errors.report_all([(error.name, error.reason)])
    except KeyboardInterrupt:
        output.abandon()
        return 130
    except Exception as error:  # users get a sentence; developers start Python in development mode
        from tui.library import LibraryError

        if isinstance(error, LibraryError):
            output.settle()
            return errors.report_all([(error.where, error.reason)])
        if sys.flags.dev_mode:
            raise
        output.abandon()
        return errors.report_all([("internal error", f"{type(error).__name__}: {error}")])
    return code


def _dispatch(arguments: list[str]) -> int:
    """Run the command that the first argument names, else open the reader on all of them."""
    if arguments == ["--version"]:
        from tui import __version__
        from tui.cli import output

        output.write(f"summit-tui {__version__}\n")
        return 0
    from tui.cli.commands import COMMANDS, module_of, plain

    if (known := plain(arguments)) is not None:
        from tui.cli import open as reader

        return reader.run(known)
    from importlib import import_module

    from tui.cli import parsing

    name = arguments[0] if arguments and arguments[0] in COMMANDS else None
    if name:
        _collect_seldom()
    command: parsing.Command = import_module(module_of(name))
    parser = parsing.parser(name)
    command.describe(parser)
    try:
        options = parser.parse_args(arguments[1:] if name else arguments)
    except SystemExit as asked:  # --help and --version end here
        return int(asked.code or 0)
    return command.run(options)


def _collect_seldom() -> None:
    """Look for garbage seldom, and not at the end: there is little, and looking takes a tenth of a short command."""
    gc.set_threshold(_HELD)
    atexit.register(gc.freeze)
