"""A screen with a title above, a status and key hints below, and a prompt that opens in their place."""

from abc import abstractmethod
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from rich.text import Text
from textual import events
from textual.app import ComposeResult
from textual.binding import ActiveBinding, BindingType
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static

from tui.app.guests import CLOSED_ACTIONS
from tui.app.keymap import SURVEY, bindings, key_name
from tui.app.messages import ReportTold
from tui.app.pumps import LeanScreen
from tui.app.sitting.session import Session
from tui.app.typeahead import TypeAheadApp
from tui.app.widgets.bar import Bar, Part
from tui.app.widgets.line_view import LineView
from tui.app.widgets.prompt import Prompt
from tui.presentation.bars import Hint, hint_parts, telling

if TYPE_CHECKING:
    from tui.app.work.reporting import Reporting


class Command(NamedTuple):
    """Something the palette does by name: what it is for, and what runs with the value typed after it.

    One that is done `at_once` does not wait for a screen that is still opening.
    """

    title: str
    run: Callable[[str], None]
    at_once: bool = False


class FramedScreen(LeanScreen):
    """The frame that the list, the reader, the pair and the sheets share.

    `HINTS` names the bindings worth a place in it, `TOUR` those that a newcomer is told of, with what they do.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(SURVEY)]
    AUTO_FOCUS = ".body"
    HINTS: ClassVar[Sequence[str]] = ()
    TOUR: ClassVar[Sequence[tuple[str, str]]] = ()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self._said: Part | None = None
        self._take: Callable[[str], bool] | None = None
        self._tour: Text | None = None
        self._hinted = 0
        self.reporting: Reporting | None = None
        self.touched = False

    def compose(self) -> ComposeResult:
        yield Bar(id="title")
        yield from self.body()
        yield Static(id="about", markup=False)
        yield Bar(id="status", well="status")
        yield Prompt(id="prompt")
        yield Bar(id="hints")

    @abstractmethod
    def body(self) -> Iterator[Widget]:
        """What stands between the title and the status; the widget of class `body` takes the keys."""

    @abstractmethod
    def status(self) -> tuple[Sequence[Part], Sequence[Part]]:
        """The status line's left and right parts."""

    @property
    @abstractmethod
    def subject(self) -> int:
        """The number of the article that one looks at, which some lenses are about."""

    @abstractmethod
    def about(self) -> Sequence[str]:
        """What the panel of `=` says of the thing under the cursor."""

    def commands(self) -> Mapping[str, Command]:
        """What the palette can do here beyond the keys, by name."""
        from tui.app.screens.review.commands import review_commands  # noqa: PLC0415

        return {"tour": Command("what the first keys do here", lambda _: self.show_tour()), **review_commands(self)}

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """False, for a guest, for what is closed: its key does nothing and is not named."""
        return False if self.session.guest and action in CLOSED_ACTIONS else super().check_action(action, parameters)

    def say_stopped(self, busy: bool) -> None:  # noqa: FBT001 (what the stop itself gives)
        """Pass over the keys that wait for what was stopped, and say whether there was anything."""
        app = self.app
        assert isinstance(app, TypeAheadApp)
        app.let_go()
        self.say("stopped" if busy else "nothing is under way")

    def tour_names(self) -> Mapping[str, str]:
        """What the names in the steps of the tour stand for now."""
        return {}

    def leave(self) -> bool:
        """Give up what lies over this screen; False where there is nothing but the screen itself."""
        panel = self.query_one("#about")
        lies, panel.display = bool(panel.display), False
        return lies

    def on_mount(self) -> None:
        self.query_one("#about").display = False
        self.query_one("#prompt").display = False

    def on_screen_resume(self) -> None:
        self.call_after_refresh(self._show_hints_anew)

    def on_resize(self) -> None:
        if self.size.width != self._hinted:
            self.show_hints()

    def on_key(self, event: events.Key) -> None:
        """A message stays until the next key, and so does the tour; a letter that was asked for is taken.

        The key that goes back ends the tour and no more: whoever wants to be rid of it does not mean to quit.
        """
        self.hush()
        backs = {active.binding.key for active in self.keys_by_id().get("app.back", ())} if self._tour else set()
        self._end_tour()
        take, self._take = self._take, None
        if event.key in backs or (take is not None and (event.key == "escape" or take(event.character or ""))):
            event.stop()
            event.prevent_default()

    def ask_letter(self, text: str, take: Callable[[str], bool]) -> None:
        """Say what is asked for; `take` gets the character of the next key, and gives False where it is none of those.

        Such a key does what it always does; escape gives up.
        """
        self.say(text)
        self._take = take

    def on_line_view_moved(self, event: LineView.Moved) -> None:
        """A count that is being typed is a key like any other."""
        if event.view.pending:
            self._end_tour()

    def show_tour(self) -> None:
        """Tell in the panel what the first keys do here, until one is pressed."""
        from tui.app.screens.tour import tour  # noqa: PLC0415 (seen once)

        panel = self.query_one("#about", Static)
        self._tour = tour(self.TOUR, self.tour_names(), self.keys_by_id(), self.size.width - 2)
        panel.display = True
        self.show_status()

    def _end_tour(self) -> None:
        self.touched = True
        if self._tour is not None:
            self._tour = None
            self.query_one("#about").display = False

    @property
    def asking(self) -> bool:
        """Whether the next key is an answer."""
        return self._take is not None or bool(self.query_one("#prompt").display)

    def hush(self, look: str | None = None) -> None:
        """Take the message back, if there is one and it has the look, where one is named."""
        if self._said is not None and look in (None, self._said.look):
            self._said = None
            self.show_status()

    def say(self, text: str, look: str = "key") -> None:
        """Show a message in the status line until the next key."""
        self._said = Part(text, look)
        self.show_status()

    def say_first(self, text: str) -> None:
        """Have a message for when this screen, which is still to come, stands."""
        self._said = Part(text, "key")

    def show_status(self) -> None:
        """Bring the status line and the open panel up to date."""
        left, right = self.status()
        if self._said:
            left, right = telling(left, self._said, right, self.size.width)
        self.query_one("#status", Bar).show(left, right)
        panel = self.query_one("#about", Static)
        if panel.display:
            panel.update(self._tour or "\n".join(self.about()))

    def on_prompt_closed(self) -> None:
        self.show_hints()

    def show_hints(self) -> None:
        """Name the keys most used here, as many as fit, and where to find the rest."""
        if self.query_one("#prompt").display:
            return
        self._hinted = self.size.width
        self.query_one("#hints", Bar).show(hint_parts(self.HINTS, self.hints(), self.size.width))

    def _show_hints_anew(self) -> None:
        """Name the keys again, unless another screen was put in place of this one meanwhile."""
        if self.is_current:
            self.show_hints()

    def keys_by_id(self) -> dict[str, list[ActiveBinding]]:
        """The bindings that work now, by id, each with its shortest key first."""
        found: dict[str, list[ActiveBinding]] = {}
        for active in self.active_bindings.values():
            if active.binding.id is not None:
                found.setdefault(active.binding.id, []).append(active)
        for bound in found.values():
            bound.sort(key=lambda active: len(key_name(active.binding.key)))
        return found

    def key_of(self, name: str) -> str:
        """The first key of a binding as it is printed; empty where it has none now."""
        bound = self.keys_by_id().get(name)
        return key_name(bound[0].binding.key) if bound else ""

    def hints(self) -> dict[str, Hint]:
        """The first key and the hint of every binding that works now and that a keyboard can send, by id."""
        first = {name: bound[0].binding for name, bound in self.keys_by_id().items()}
        named = {name: Hint(key_name(binding.key), binding.description) for name, binding in first.items()}
        return {name: hint for name, hint in named.items() if hint.key}

    def ask(self, sign: str, text: str, then: Callable[[str], None]) -> None:
        """Open the prompt; `then` gets the answer, and nothing happens where it is given up."""
        self.query_one("#prompt", Prompt).ask(sign, text, then)

    def open_sheet(self, screen: Screen[None]) -> None:
        """Show a sheet over this screen."""
        self.app.push_screen(screen)

    def action_lens(self) -> None:
        """Ask for the letter of a lens, and look through it."""
        from tui.app.screens.lenses import LENSES  # noqa: PLC0415

        def look(letter: str) -> bool:
            if letter in LENSES:
                self.open_sheet(LENSES[letter].open(self.session, self.subject))
            return letter in LENSES

        self.ask_letter("  ".join(f"{letter} {lens.name}" for letter, lens in LENSES.items()), look)

    def action_search_everywhere(self) -> None:
        """Ask for words, and list every sentence that has them."""
        self.ask("S", "", self._search_everywhere)

    def _search_everywhere(self, query: str) -> None:
        if query.strip():
            from tui.app.screens.found import FoundScreen  # noqa: PLC0415

            self.open_sheet(FoundScreen(self.session, query.strip(), self.subject))

    def action_table(self) -> None:
        from tui.app.screens.table import TableScreen  # noqa: PLC0415

        self.open_sheet(TableScreen(self.session, self.subject))

    def action_grid(self) -> None:
        from tui.app.screens.table import GridScreen  # noqa: PLC0415

        self.open_sheet(GridScreen(self.session, self.subject))

    def action_candidates(self) -> None:
        from tui.app.screens.facts import CandidatesScreen  # noqa: PLC0415

        self.open_sheet(CandidatesScreen(self.session, self.subject))

    def action_annotations(self) -> None:
        from tui.app.screens.review.annotations import AnnotationsScreen  # noqa: PLC0415

        self.open_sheet(AnnotationsScreen(self.session, self.subject))

    def action_report(self) -> None:
        """Save a report on all sources, or give up the one that is being saved."""
        from tui.app.screens.saving import save_report  # noqa: PLC0415

        save_report(self)

    def on_report_told(self, event: ReportTold) -> None:
        self.say(event.text, event.look)

    def action_about(self) -> None:
        """Open or close the panel about the thing under the cursor."""
        panel = self.query_one("#about")
        panel.display = not panel.display
        self.show_status()
