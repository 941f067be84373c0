"""Lists that lie over a screen: the keys of the focused pane, and every action by name."""

from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import ClassVar, NamedTuple

from textual.app import ComposeResult
from textual.binding import ActiveBinding, BindingType
from textual.containers import Vertical
from textual.dom import DOMNode
from textual.screen import ModalScreen, Screen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from tui.app.keymap import HELP, PALETTE, bindings, everywhere, key_name
from tui.app.widgets.field import Field
from tui.app.widgets.hanging import Hanging
from tui.resources import STYLES_DIR

STYLE = STYLES_DIR / "overlay.tcss"


class Action(NamedTuple):
    """Something that can be done: its title, the keys that do it, and what does it, given a value.

    One that is done `at_once` does not wait for a screen that is still opening.
    """

    title: str
    keys: str
    run: Callable[[str], object]
    at_once: bool = False


def actions_of(bindings: Mapping[str, Sequence[ActiveBinding]]) -> Iterator[Action]:
    """The bindings that work now, one action each, with all of its keys; a screen's own before those it shares."""
    nodes = list(dict.fromkeys(active[0].node for active in bindings.values()))
    for active in sorted(bindings.values(), key=lambda active: (nodes.index(active[0].node), _shared(active[0]))):
        node, binding, *_ = active[0]
        keys = " ".join(key_name(each.binding.key) for each in active)
        yield Action(binding.tooltip, keys, partial(_act, node, binding.action), node is node.app)


def _shared(active: ActiveBinding) -> int:
    """How far up among a screen's classes a binding is named; 0 is the screen's own, or no screen's."""
    classes = type(active.node).__mro__ if isinstance(active.node, Screen) else ()
    held = ({own.id for own in vars(kind).get("BINDINGS", ())} for kind in classes)
    return next((n for n, ids in enumerate(held) if active.binding.id in ids), 0)


def _act(node: DOMNode, action: str, value: str) -> Awaitable[bool]:
    """Run a binding's action where it is bound; it takes no value."""
    del value
    return node.app.run_action(action, node)


class HelpScreen(ModalScreen[None]):
    """The keys that work in the pane below, its own first; a slash filters them."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(HELP), *everywhere()]
    AUTO_FOCUS = ""
    CSS_PATH = STYLE

    def __init__(self, actions: Sequence[Action], notes: Sequence[str]) -> None:
        super().__init__()
        self._actions = actions
        self._notes = notes

    def compose(self) -> ComposeResult:
        with Vertical(id="panel"):
            yield Static("Keys   (j k scroll · / filters · ? q esc close)", id="heading", markup=False)
            yield Field(placeholder="filter", compact=True, id="filter")
            yield OptionList(id="lines", markup=False)

    def on_mount(self) -> None:
        self.query_one("#filter").display = False
        self._fill("")

    def _fill(self, words: str) -> None:
        lines = self.query_one("#lines", OptionList)
        lines.clear_options()
        wanted = words.casefold().split()
        rows: dict[str, Hanging | str] = {f"{a.keys} {a.title}": Hanging(a.keys, a.title, 16) for a in self._actions}
        rows |= {note: note for note in ("", *self._notes)}
        kept = [Option(line) for text, line in rows.items() if all(word in text.casefold() for word in wanted)]
        lines.add_options(kept or [Option("nothing of that name", disabled=True)])

    def on_input_changed(self, event: Input.Changed) -> None:
        self._fill(event.value)

    def on_input_submitted(self) -> None:
        self.query_one("#lines").focus()

    def action_filter(self) -> None:
        answer = self.query_one("#filter", Input)
        answer.display = True
        answer.focus()

    def action_scroll(self, step: int) -> None:
        lines = self.query_one("#lines", OptionList)
        lines.scroll_relative(y=step * max(1, lines.size.height // 2), animate=False)


class Choice(NamedTuple):
    """An action chosen in the palette, and the value typed after its name."""

    action: Action
    value: str


class PaletteScreen(ModalScreen[Choice | str | None]):
    """Takes an action's name in part, or a command and its value; gives back words that name nothing."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(PALETTE), *everywhere()]

    CSS_PATH = STYLE

    def __init__(self, actions: Sequence[Action], commands: Mapping[str, Action]) -> None:
        super().__init__()
        self._actions = actions
        self._commands = commands
        self._found: list[Choice] = []

    def compose(self) -> ComposeResult:
        with Vertical(id="panel"):
            yield Field(placeholder="an action, or a command such as cut 0.4", compact=True, id="filter")
            yield OptionList(id="lines", markup=False)

    def on_mount(self) -> None:
        self.query_one("#lines").can_focus = False
        self.query_one("#filter").focus()
        self._fill("")

    def _fill(self, words: str) -> None:
        """List what answers the words: a command named in full, then those that begin so, then the rest."""
        name, _, value = words.strip().partition(" ")
        named = [n for n in self._commands if n == name] + [
            n for n in self._commands if n.startswith(name) and n != name
        ]
        self._found = [Choice(self._commands[n], value.strip()) for n in named]
        wanted = words.casefold().split()
        self._found += [Choice(a, "") for a in self._actions if all(word in a.title.casefold() for word in wanted)]
        lines = self.query_one("#lines", OptionList)
        lines.clear_options()
        lines.add_options([Option(Hanging(choice.action.keys, choice.action.title, 13)) for choice in self._found])
        lines.highlighted = 0 if self._found and words.strip() else None
        if not self._found:
            lines.add_option(Option("nothing of that name", disabled=True))

    def on_input_changed(self, event: Input.Changed) -> None:
        self._fill(event.value)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        chosen = self.query_one("#lines", OptionList).highlighted
        words = event.value.strip()
        self.dismiss(self._found[chosen] if chosen is not None else words or None)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(self._found[event.option_index])

    def action_choose(self, step: int) -> None:
        lines = self.query_one("#lines", OptionList)
        if self._found:
            start = lines.highlighted if lines.highlighted is not None else -1 if step > 0 else 0
            lines.highlighted = (start + step) % lines.option_count
