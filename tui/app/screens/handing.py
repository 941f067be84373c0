"""Handing text over: to the clipboard, a shell command, or an editor."""

import os

from textual.app import SuspendNotSupported

from tui.app.screens.text import TextScreen
from tui.presentation.citation import citation
from tui.settings import over_ssh
from tui.text.shown import shown
from tui.text.sides import Side

_LONGEST_LINE = 200


class HandingScreen(TextScreen):
    """Copies sentences with their citation, pipes the text, and opens the source where one stands."""

    def action_copy(self) -> None:
        here = self.view.port.here
        if here is not None:
            count = self.view.take_count() or 1
            side, first = here
            numbers = self.witness_of(side).numbers
            following = [n for n in range(first + 1, len(numbers)) if numbers[n] is not None]
            self.hand_over([self.cite(side, (first, *following[: count - 1]))])

    def cite(self, side: Side, sentences: tuple[int, ...]) -> str:
        """Sentences of a side with their citation."""
        label = next(label for each, _, label in self.texts() if each is side)
        return citation(self.witness_of(side), sentences, label=label, title=self.article_of(side).title)

    def hand_over(self, quotations: list[str]) -> None:
        """Copy quotations, one a line, and say where they went."""
        from tui.app.clipboard import copy  # noqa: PLC0415

        driver = self.app._driver  # noqa: SLF001 (the only way to a write in the terminal's own order)
        write = driver.write if driver is not None else lambda _: None
        self.say(copy("\n".join(quotations), write, os.environ, remote=over_ssh(os.environ)))

    def action_pipe(self) -> None:
        self.ask("|", "", self.pipe)

    def pipe(self, command: str) -> None:
        """Run a shell command on the focused side's text; a line of output is shown below, more in the pager."""
        from subprocess import TimeoutExpired  # noqa: PLC0415

        from tui.app import programs  # noqa: PLC0415

        if not command.strip():
            return
        witness = self.witness_of(self.view.port.side)
        try:
            code, output = programs.run_shell(command, shown_lines(witness.text))
        except (OSError, TimeoutExpired) as error:
            self.say(shown(f"{command}: {error}"), "error")
            return
        lines = output.strip().splitlines()
        if len(lines) <= 1 and len(output) <= _LONGEST_LINE:
            self.say(shown(lines[0] if lines else f"no output, exit {code}").strip(), "key" if code == 0 else "error")
            return
        try:
            with self.app.suspend():
                programs.page(os.environ, output)
        except (SuspendNotSupported, OSError) as error:
            self.say(shown(f"pager: {error or 'not in this terminal'}"), "error")

    def action_edit(self) -> None:
        from tui.app import programs  # noqa: PLC0415

        here = self.view.port.here
        article = self.article_of(self.view.port.side)
        path = article.source.path
        if here is None or path is None or article.format not in ("text", "markdown"):
            came = (
                "is no plain text"
                if path
                else "came from the web"
                if article.source.address
                else "came from standard input"
            )
            self.say(f"no file to open: it {came}", "error")
            return
        witness = self.witness_of(here[0])
        line = witness.text.count("\n", 0, witness.sentences[here[1]].span.start) + 1
        command = programs.viewer(os.environ, path, line)
        if command is None:
            self.say("no editor or pager: set EDITOR", "error")
            return
        try:
            with self.app.suspend():
                programs.run_here(command)
        except (SuspendNotSupported, OSError) as error:
            self.say(shown(f"{command[0]}: {error or 'not in this terminal'}"), "error")
        self.app.refresh(layout=True)


def shown_lines(text: str) -> str:
    """A text safe for another program's screen, its line ends kept."""
    return "\n".join(shown(line) for line in text.splitlines()) + "\n"
