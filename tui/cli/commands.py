"""The commands by name, and the command line that needs no grammar: switches, then sources."""

from collections.abc import Sequence
from types import SimpleNamespace

COMMANDS = {
    "list": "the articles: label, title, byline, date, words, sentences",
    "read": "articles as clean text",
    "diff": "two articles, sentence by sentence",
    "table": "what several articles claim, and which of them says it",
    "facts": "numbers, quotations, names, dates and sources, and what clashes",
    "report": "a report on several articles, to be read, printed and checked again",
    "verify": "whether every quotation of a report still stands in its source",
    "reviews": "verdicts, links and notes: listed, exported, imported, weighed",
    "agree": "how well two reviewers agree, and on what they do not",
    "add": "articles into the library: files, folders, addresses, feeds",
    "remove": "articles out of the library, until they are brought back or erased",
    "search": "words in every article of the library, with the sentences",
    "related": "the articles of the library that share most with one",
    "tag": "what you write beside an article, as wire=agency",
    "export": "a collection of the library as one file",
    "import": "such a file into the library",
    "backup": "a copy of the library, complete while others use it",
    "check": "whether the library is sound, and mend it",
    "config": "the settings: each value and where it came from",
    "doctor": "what this terminal can do, what was switched off, and how to get more",
}
"""What can stand first on the command line, and what it gives; any other word is a source."""

SWITCHES = ("mouse", "ascii", "wire", "save", "read-only", "guest")
"""The settings that an option turns on, `--save`, and off, `--no-save`."""

_SWITCHED = {f"--{no}{name}": (name, not no) for name in SWITCHES for no in ("", "no-")}


def module_of(command: str | None) -> str:
    """The module of a command, or of the reader, which is no command; Python has the word import for itself."""
    return f"tui.cli.{'open' if command is None else 'import_' if command == 'import' else command}"


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
