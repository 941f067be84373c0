"""What can be said at the prompt, and what each word does."""

from argparse import ArgumentTypeError
from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from tui.cli.parsing import cut as similarity
from tui.cli.walks import Refused
from tui.text.shown import one_line

if TYPE_CHECKING:
    from tui.cli.turns import Conversation


class Command(NamedTuple):
    """What a word at the prompt does: its names, the first one spelt out; what follows them; and its purpose."""

    names: tuple[str, ...]
    follows: str
    purpose: str
    answer: Callable[["Conversation", str], Iterable[str]]


def understood(line: str) -> tuple[Command | None, str]:
    """The command whose name the line starts with, the longest name first, and what follows it."""
    words = line.split(" ")
    for count in (3, 2, 1):
        name, rest = " ".join(words[:count]), " ".join(words[count:])
        command = _BY_NAME.get(name) or _BY_NAME.get(name.casefold())
        if command is not None and len(words) >= count:
            return command, rest
    return None, ""


def _only(conversation: "Conversation", switch: str) -> Iterable[str]:
    if switch.casefold() not in ("", "on", "off"):
        raise Refused("differences only takes on or off")
    return conversation.pair().show_only_differences(only=switch.casefold() != "off")


def _cut(conversation: "Conversation", value: str) -> Iterable[str]:
    pair = conversation.pair()
    if not value:
        return [f"cut {pair.cut:.2f}"]
    try:
        return pair.set_cut(similarity(value))
    except ArgumentTypeError as error:
        raise Refused(one_line(str(error))) from None


def _place(conversation: "Conversation", asked: str, *, sentence: bool) -> Iterable[str]:
    return [conversation.walk.go_to(asked, sentence=sentence) if asked else conversation.walk.here()]


def _judge(name: str, conversation: "Conversation", _: str) -> Iterable[str]:
    return [conversation.review.judge(conversation.pair(), name)]


def _noted(conversation: "Conversation", words: str) -> str:
    return conversation.review.note(conversation.walk, words)


def _turned(conversation: "Conversation", *, back: bool) -> str:
    return conversation.review.turn(conversation.walk, back=back)


def _help(_: "Conversation", name: str) -> Iterable[str]:
    """Every command in three lines, or one command in one."""
    if not name:
        names = [_called(command) for command in COMMANDS]
        return [f"Commands: {', '.join(names)}.", "A number goes to that row. help NAME says what one does."]
    command, rest = understood(name)
    if command is None or rest:
        raise Refused(f"unknown command: {one_line(name)}; help names them all")
    return [f"{_called(command)}: {command.purpose}."]


def _called(command: Command) -> str:
    name, *others = command.names
    also = ", ".join(other or "an empty line" for other in others)
    return " ".join(filter(None, (name, command.follows, f"({also})" if also else "")))


COMMANDS = (
    Command(("next", "n", ""), "", "the next line", lambda its, _: [its.walk.step(1)]),
    Command(("back", "b", "previous"), "", "the line before", lambda its, _: [its.walk.step(-1)]),
    Command(("row",), "N", "the row with that number, or this one", lambda its, n: _place(its, n, sentence=False)),
    Command(
        ("sentence", "s"),
        "N",
        "the sentence with that number; in a pair of the left article, or after a label: sentence B 5",
        lambda its, n: _place(its, n, sentence=True),
    ),
    Command(("first", "g"), "", "the first line", lambda its, _: [its.walk.end(last=False)]),
    Command(("last", "e"), "", "the last line", lambda its, _: [its.walk.end(last=True)]),
    Command(
        ("difference", "d", "next difference"),
        "",
        "the next row that differs",
        lambda its, _: [its.pair().difference(1)],
    ),
    Command(
        ("previous difference", "D", "pd"),
        "",
        "the row before that differs",
        lambda its, _: [its.pair().difference(-1)],
    ),
    Command(
        ("candidate", "!", "next candidate"),
        "",
        "the next candidate for conflict, with both sentences; a verdict after it is on the two",
        lambda its, _: [its.pair().next_candidate()],
    ),
    Command(
        ("find", "f"), "WORDS", "the next line with these words, or the last ones", lambda its, words: its.find(words)
    ),
    Command(("again", "a"), "", "the last answer once more", lambda its, _: its.last or [its.walk.here()]),
    Command(("where", "w"), "", "where you are", lambda its, _: [its.walk.where()]),
    Command(
        ("why", "y"), "", "why the sentences of this row stand together, or alone", lambda its, _: its.pair().why()
    ),
    Command(("words", "v"), "", "which words vary in this row", lambda its, _: its.pair().words()),
    Command(("differences only", "o", "only"), "on or off", "leave out the rows that are the same", _only),
    Command(("cut", "c"), "NUMBER", "the lowest similarity, 0.0 to 1.0, that links sentences", _cut),
    *(
        Command((name,), "", f"your verdict on this row: {purpose}", partial(_judge, name))
        for name, purpose in (
            ("agree", "both say the same"),
            ("conflict", "they cannot both hold"),
            ("reworded", "the same in other words"),
            ("unrelated", "they have nothing to do with each other"),
        )
    ),
    Command(
        ("note",),
        "WORDS",
        "your note on this row or sentence; none take it away",
        lambda its, words: [_noted(its, words)],
    ),
    Command(("undo",), "", "take back your last verdict, link or note here", lambda its, _: [_turned(its, back=True)]),
    Command(("redo",), "", "bring back what you took back", lambda its, _: [_turned(its, back=False)]),
    Command(("list", "l"), "", "the articles", lambda its, _: its.list()),
    Command(("read", "r"), "LABEL", "one article, sentence by sentence", lambda its, label: its.read(label)),
    Command(("pair", "p"), "LABEL LABEL", "two articles, row by row", lambda its, labels: its.compare(labels)),
    Command(("headings", "t"), "", "titles and headings", lambda its, _: its.walk.headings() or ["no headings"]),
    Command(("help", "h", "?"), "NAME", "every command, or what one of them does", _help),
    Command(("quit", "q"), "", "end", lambda its, _: its.quit()),
)
"""Everything that can be said at the prompt."""

_BY_NAME = {name: command for command in COMMANDS for name in command.names}
