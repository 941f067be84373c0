"""A conversation about articles: a line of words in, a few lines out. Needs no terminal."""

from argparse import ArgumentTypeError
from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from tui.alignment.model import Progress
from tui.articles import Unreadable
from tui.cli.parsing import cut as similarity
from tui.cli.places import Places
from tui.cli.sources import Selection
from tui.cli.spoken_review import SpokenReview
from tui.cli.walks import ArticleWalk, ListWalk, Refused, Walk
from tui.comparer import Comparer
from tui.library import Library
from tui.reports.account import Account
from tui.settings import Settings
from tui.settings.login import reviewer
from tui.text.shown import one_line
from tui.text.sides import Sides

if TYPE_CHECKING:
    from tui.cli.pair_walk import PairWalk


class Command(NamedTuple):
    """What a word at the prompt does: its names, the first one spelt out; what follows them; and its purpose."""

    names: tuple[str, ...]
    follows: str
    purpose: str
    answer: Callable[["Conversation", str], Iterable[str]]


class Conversation:
    """What is being read, and what was said last; `over` once the reader has quit.

    `progress` is called while two articles are compared, and may end that by raising. Reading places are kept in
    the library; without one they last for this conversation.
    """

    def __init__(
        self,
        selection: Selection,
        settings: Settings,
        *,
        progress: Progress | None = None,
        library: Library | None = None,
    ) -> None:
        self.over = False
        self.last: tuple[str, ...] = ()
        self.found = ""
        self._selection = selection
        self._settings = settings
        self._progress = progress
        self._comparer = Comparer()
        library = library or Library.open(None)
        self._places = Places(library)
        self.review = SpokenReview(library, reviewer(settings))
        self.walk: Walk = ListWalk(selection.collection, selection.chosen)

    def open(self) -> tuple[str, ...]:
        """What is said at first: one article, two as a pair, else the list."""
        labels = [self._selection.collection.label(number) for number in self._selection.chosen]
        if len(labels) == 1:
            return self.answer(f"read {labels[0]}")
        if len(labels) == 2:
            return self.answer(f"pair {' '.join(labels)}")
        return self.answer("list")

    def answer(self, line: str) -> tuple[str, ...]:
        """The answer to one line; never without a line, unless it ends the conversation."""
        try:
            self.last = tuple(self._answers(" ".join(line.split())))
        except Refused as refused:
            self.last = (str(refused),)
        except Unreadable as unreadable:
            self.last = (one_line(f"{unreadable.source.name} cannot be read: {unreadable.reason}"),)
        self.walk.keep(self._places)
        trouble = self._places.take_trouble()
        return (*self.last, one_line(trouble)) if trouble else self.last

    def _answers(self, line: str) -> Iterable[str]:
        if line.isascii() and line.isdigit():
            line = f"row {line}"
        command, rest = _understood(line)
        if command is None:
            raise Refused(f"unknown command: {one_line(line)}; help names them all")
        if rest and not command.follows:
            raise Refused(f"{command.names[0]} takes nothing after it; help {command.names[0]} says what it does")
        return command.answer(self, rest)

    def pair(self) -> "PairWalk":
        """The pair that is being read.

        Raises:
            Refused: It is something else.
        """
        from tui.cli.pair_walk import PairWalk

        if not isinstance(self.walk, PairWalk):
            raise Refused("that is for two articles; for example: pair A B")
        return self.walk

    def read(self, label: str) -> Iterable[str]:
        """Read the article with this label."""
        return self._opened(ArticleWalk(self._account(label), furniture=self._settings.furniture))

    def compare(self, labels: str) -> Iterable[str]:
        """Read two articles as a pair; one alone is compared with the article that is being read."""
        names = labels.split()
        if len(names) == 1 and isinstance(self.walk, ArticleWalk):
            names.insert(0, self.walk.account.label)
        if len(names) != 2:
            raise Refused("pair needs two labels; for example: pair A B")
        accounts = Sides(*map(self._account, names))
        from tui.cli.pair_walk import PairWalk, Reading

        settings = self._settings
        bonds = self._places.bonds(accounts, reviewer(settings))
        reading = Reading(settings.cut, settings.min_words, settings.furniture, settings.strict, bonds)
        comparison = self._comparer.compare(accounts.left.witness, accounts.right.witness, progress=self._progress)
        return self._opened(PairWalk(accounts, comparison, reading))

    def _opened(self, walk: Walk) -> Iterable[str]:
        """What is said of a text at first, with a word before the line where the reader left off."""
        self.walk = walk
        resumed = walk.resume(self._places)
        *lines, here = walk.opening()
        return [*lines, "Where you left it; first goes to the start.", here] if resumed else [*lines, here]

    def list(self) -> Iterable[str]:
        """The list of articles."""
        self.walk = ListWalk(self._selection.collection, self._selection.chosen)
        return self.walk.opening()

    def find(self, words: str) -> Iterable[str]:
        """Find the words, or the last ones again."""
        self.found = words or self.found
        if not self.found:
            raise Refused("find what? for example: find the president")
        return self.walk.find(self.found)

    def quit(self) -> Iterable[str]:
        """End the conversation."""
        self.over = True
        return ()

    def _account(self, label: str) -> Account:
        try:
            number = self._selection.collection.find(label)
        except KeyError:
            raise Refused(
                f"no article {one_line(label)}; list names them" if label else "read which? list names them"
            ) from None
        return self._selection.account(number)


def _understood(line: str) -> tuple[Command | None, str]:
    """The command whose name the line starts with, the longest name first, and what follows it."""
    words = line.split(" ")
    for count in (3, 2, 1):
        name, rest = " ".join(words[:count]), " ".join(words[count:])
        command = _BY_NAME.get(name) or _BY_NAME.get(name.casefold())
        if command is not None and len(words) >= count:
            return command, rest
    return None, ""


def _only(conversation: Conversation, switch: str) -> Iterable[str]:
    if switch.casefold() not in ("", "on", "off"):
        raise Refused("differences only takes on or off")
    return conversation.pair().show_only_differences(only=switch.casefold() != "off")


def _cut(conversation: Conversation, value: str) -> Iterable[str]:
    pair = conversation.pair()
    if not value:
        return [f"cut {pair.cut:.2f}"]
    try:
        return pair.set_cut(similarity(value))
    except ArgumentTypeError as error:
        raise Refused(one_line(str(error))) from None


def _place(conversation: Conversation, asked: str, *, sentence: bool) -> Iterable[str]:
    return [conversation.walk.go_to(asked, sentence=sentence) if asked else conversation.walk.here()]


def _judge(name: str, conversation: Conversation, _: str) -> Iterable[str]:
    return [conversation.review.judge(conversation.pair(), name)]


def _noted(conversation: Conversation, words: str) -> str:
    return conversation.review.note(conversation.pair(), words)


def _turned(conversation: Conversation, *, back: bool) -> str:
    return conversation.review.turn(conversation.pair(), back=back)


def _help(_: Conversation, name: str) -> Iterable[str]:
    """Every command in three lines, or one command in one."""
    if not name:
        names = [_called(command) for command in COMMANDS]
        return [f"Commands: {', '.join(names)}.", "A number goes to that row. help NAME says what one does."]
    command, rest = _understood(name)
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
    Command(("find", "f"), "WORDS", "the next line with these words, or the last ones", Conversation.find),
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
    Command(("note",), "WORDS", "your note on this row; none take it away", lambda its, words: [_noted(its, words)]),
    Command(("undo",), "", "take back your last verdict, link or note here", lambda its, _: [_turned(its, back=True)]),
    Command(("redo",), "", "bring back what you took back", lambda its, _: [_turned(its, back=False)]),
    Command(("list", "l"), "", "the articles", lambda its, _: its.list()),
    Command(("read", "r"), "LABEL", "one article, sentence by sentence", Conversation.read),
    Command(("pair", "p"), "LABEL LABEL", "two articles, row by row", Conversation.compare),
    Command(("headings", "t"), "", "titles and headings", lambda its, _: its.walk.headings() or ["no headings"]),
    Command(("help", "h", "?"), "NAME", "every command, or what one of them does", _help),
    Command(("quit", "q"), "", "end", lambda its, _: its.quit()),
)
"""Everything that can be said at the prompt."""

_BY_NAME = {name: command for command in COMMANDS for name in command.names}
