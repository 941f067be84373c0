"""A short tour: what the first keys of a screen do, on what it shows."""

from collections.abc import Mapping, Sequence

from rich.text import Text
from textual.binding import ActiveBinding

from tui.app.keymap import key_name
from tui.presentation.wrapping import clip
from tui.text.shown import shown

Steps = Sequence[tuple[str, str]]
"""For each line the ids of its keys, and what they do; `{name}` is on the screen, `{keys[move.down]}` another key."""

_KEYS_WIDTH = 8
_FIRST_LINE = "A short tour: the next key ends it; :tour shows it again."


def tour(steps: Steps, names: Mapping[str, str], keys: Mapping[str, Sequence[ActiveBinding]], width: int) -> Text:
    """The tour in lines of at most `width` cells; steps with a name or a key that there is not are left out."""
    first = {name: key_name(bound[0].binding.key) for name, bound in keys.items()}
    lines = [Text(clip(_FIRST_LINE, width))]
    for ids, words in steps:
        try:
            pressed = " ".join(first[name] for name in ids.split()).ljust(_KEYS_WIDTH)
            told = shown(words.format(keys=first, **names))
        except KeyError:
            continue
        lines.append(Text.assemble((pressed, "bold"), clip(told, max(1, width - len(pressed)))))
    return Text("\n").join(lines)
