"""The commands by name, and the command line that needs no grammar: switches, then sources."""

from collections.abc import Sequence
from types import SimpleNamespace

COMMANDS = {
    "list": "the articles: label, title, byline, date, words, sentences",
    "read": "articles as clean text",
    "diff": "two articles, sentence by sentence",
    "table": "what several articles claim, and which of them says it",
    "facts": "numbers, quotations, names, dates and sources of several articles, and what of it clashes",
    "report": "a report on several articles, to be read, printed and checked again",
    "verify": "whether every quotation of a report still stands in its source",
    "config": "the settings: each value and where it came from",
    "doctor": "what this terminal can do, what was switched off and why, and how to get more",
}
"""What can stand first on the command line, and what it gives; any other word is a source."""

SWITCHES = ("mouse", "ascii", "wire", "save", "read-only")
"""The settings that an option turns on, `--save`, and off, `--no-save`."""

_SWITCHED = {f"--{no}{name}": (name, not no) for name in SWITCHES for no in ("", "no-")}


def plain(arguments: Sequence[str]) -> SimpleNamespace | None:
    """The options and sources of the reader; None where it takes a grammar to tell them, or a command is asked for.

    The grammar says the same of them, and importing it would take a tenth of the time to the first picture.
    """
    rest, options = list(arguments), {}
    while rest and rest[0] in _SWITCHED:
        name, on = _SWITCHED[rest.pop(0)]
        options[name.replace("-", "_")] = on
    if any(word.startswith("-") and word != "-" for word in rest) or (not options and rest and rest[0] in COMMANDS):
        return None
    return SimpleNamespace(sources=rest, **options)
