"""A text whose file changes while it is read."""

from collections.abc import Sequence

from tui.app.screens.opening import screen_of
from tui.app.screens.review.screen import ReviewScreen
from tui.app.screens.text import TextScreen
from tui.library import find_place, place_at
from tui.presentation.spot import Spot
from tui.text.shown import shown

WATCH_SECONDS = 2.0
"""How often the files of what is on the screen are looked at."""


class ReloadingScreen(TextScreen, ReviewScreen):
    """Says when a file has changed, and reads it anew on the key that also takes in what others have done."""

    _told_of: Sequence[int] = ()

    def on_mount(self) -> None:
        self.set_interval(WATCH_SECONDS, self.look_for_changes)

    def look_for_changes(self) -> None:
        """Say which articles on the screen have changed on disk, once."""
        changed = self._changed()
        if changed and changed != self._told_of and self.is_current and not self.asking:
            self.say(f"{self._labels(changed)} changed on disk: {self.key_of('review.reload')} reloads")
            self._told_of = changed

    def _labels(self, numbers: Sequence[int]) -> str:
        return " and ".join(map(self.session.collection.label, numbers))

    def _changed(self) -> list[int]:
        spot = self.spot()
        return [] if spot is None else [*filter(self.session.collection.has_changed, dict.fromkeys(spot.articles))]

    def action_reload(self) -> None:
        changed, spot = self._changed(), self.spot()
        if not changed or spot is None:
            super().action_reload()
            return
        before = self.witness_of(spot.side)
        if trouble := self.session.reread(changed):
            self.say(shown(trouble), "error")
            return
        number = spot.articles[0 if len(spot.articles) == 1 else spot.side]
        now = self.session.collection.witness(number)
        sentence = find_place(place_at(before, spot.sentence), now) or 0
        screen = screen_of(self.session, Spot(spot.articles, spot.side, sentence))
        screen.say_first(f"reloaded {self._labels(changed)}")
        self.app.switch_screen(screen)
