"""Keys as their users want them: presets, the users' own, and what is wrong with those."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from tui.key_names import COUNTS, UNBOUND, key_name, key_of, seldom_sent, sent_as
from tui.keys import ALWAYS, PANES, TABLE
from tui.settings import nearest

PRESETS: Mapping[str, Mapping[str, str]] = {
    "default": {},
    "vim": {
        "move.down": "j ↓ ctrl+e",
        "move.up": "k ↑ ctrl+y",
        "move.half-down": "ctrl+d",
        "move.half-up": "ctrl+u",
        "move.page-down": "ctrl+f PgDn",
        "move.page-up": "ctrl+b PgUp",
        "pair.cycle": "ctrl+w tab shift+tab",
    },
    "less": {
        "move.down": "j ↓ e ctrl+e",
        "move.up": "k ↑ ctrl+y ctrl+k",
        "move.page-down": "f ctrl+f ctrl+v PgDn",
        "app.help": "h ? F1",
        "pair.left": "←",
        "cells.left": "←",
    },
    "newsboat": {
        "reading.next-article": "n J",
        "reading.previous-article": "p K",
        "search.next": "*",
        "search.previous": "#",
        "reader.backing": "@",
        "review.pin": "e",
    },
}
"""The keys, as they are printed, that a preset gives; what it does not name stays as it is."""

_DEFAULT, _PRESET, _OWN = range(3)


class Keymap(NamedTuple):
    """The keys that differ from the defaults, by action id, in Textual's words; and what their user should know.

    An action that has lost its last key has one that no keyboard sends. `clashes` are lines such as
    `n: search.next vs diff.next-hunk (using diff.next-hunk)`.
    """

    bindings: Mapping[str, str]
    clashes: tuple[str, ...]
    warnings: tuple[str, ...]


class _Choice(NamedTuple):
    """An action's keys, and how much they weigh against another's: of two of the user's own the later wins."""

    keys: tuple[str, ...]
    weight: int


class _Clash(NamedTuple):
    """A key that two actions of one pane have; `nearer` by how many widgets the loser gets it before the winner."""

    key: str
    loser: str
    winner: str
    nearer: int


def resolve(preset: str, keys: Mapping[str, Iterable[str]]) -> Keymap:
    """The keys under a preset and with the user's own, which are written as they are printed.

    Of two actions that one key would reach in one pane, the user's choice has it before the preset's, and that
    before the default. `ctrl+q` quits whatever they say.
    """
    if not keys and not PRESETS.get(preset):
        return Keymap({}, (), ())
    warnings: list[str] = []
    chosen = {key.id: _Choice(tuple(key.keys.split(",")), _DEFAULT) for key in TABLE.values()}
    for name, written in PRESETS.get(preset, {}).items():
        chosen[name] = _Choice(tuple(filter(None, map(key_of, written.split()))), _PRESET)
    for weight, (name, words) in enumerate(keys.items(), start=_OWN):
        given = tuple(words)
        usable = tuple(dict.fromkeys(_usable(name, given, warnings)))
        if usable or (name in TABLE and name != ALWAYS.id and not given):
            chosen[name] = _Choice(usable, weight)
    clashes: list[_Clash] = []
    while lost := _lost(chosen, found := tuple(_clashes(chosen))):
        clashes += found
        chosen = {
            name: _without(choice, {key for loser, key in lost if loser == name}) for name, choice in chosen.items()
        }
    clashes += found
    lines = (f"{key_name(key)}: {loser} vs {winner} (using {winner})" for key, loser, winner, _ in clashes)
    return Keymap(_changed(chosen), tuple(dict.fromkeys(lines)), tuple(warnings))


def _usable(name: str, words: Iterable[str], warnings: list[str]) -> Iterator[str]:
    """The keys that these words name and that the action can have; the others are told in `warnings`."""
    if name == ALWAYS.id:
        warnings.append(f"{name}: its key is always {key_name(ALWAYS.keys)}")
        return
    if name not in TABLE:
        warnings.append(f"unknown action {name!r}{nearest(name, TABLE)}")
        return
    for word in words:
        key = key_of(word)
        if key is None:
            warnings.append(f"{name}: no key is called {word!r}")
        elif key == ALWAYS.keys:
            warnings.append(f"{name}: {key_name(key)} always quits")
        elif key in COUNTS and key not in TABLE[name].keys.split(","):
            warnings.append(f"{name}: {key} is a digit of a count")
        elif other := sent_as(key):
            warnings.append(f"{name}: terminals send {key_name(key)} as {key_name(other)}")
        else:
            if seldom_sent(key):
                warnings.append(f"{name}: few terminals send {key_name(key)}")
            yield key


def _clashes(chosen: Mapping[str, _Choice]) -> Iterator[_Clash]:
    """Each key that would reach two actions of a pane, unless both have it by default: then the nearer is meant."""
    for pane in PANES:
        reached: dict[str, dict[str, int]] = {}
        for depth, tables in enumerate(pane):
            for name in (key.id for table in tables for key in table):
                for key in chosen[name].keys:
                    reached.setdefault(key, {})[name] = depth
        for key, depths in reached.items():
            winner = max(depths, key=lambda name: chosen[name].weight)
            if chosen[winner].weight > _DEFAULT:
                for loser in (name for name in depths if name != winner):
                    yield _Clash(key, loser, winner, depths[winner] - depths[loser])


def _lost(chosen: Mapping[str, _Choice], clashes: Iterable[_Clash]) -> set[tuple[str, str]]:
    """The keys that actions lose to others, each with its action.

    A loser keeps its key in other panes where it can: where the winner gets the key first anyhow.
    """
    clashes = tuple(clashes)
    changed = {name for name, choice in chosen.items() if _is_changed(name, choice)}
    changed |= {clash.loser for clash in clashes if clash.nearer > 0}
    lost = {(clash.loser, clash.key) for clash in clashes if clash.nearer > 0}
    return lost | {(clash.loser, clash.key) for clash in clashes if clash.nearer == 0 and clash.loser in changed}


def _without(choice: _Choice, keys: set[str]) -> _Choice:
    return choice._replace(keys=tuple(key for key in choice.keys if key not in keys)) if keys else choice


def _changed(chosen: Mapping[str, _Choice]) -> dict[str, str]:
    """The keys of each action that has others than by default."""
    changed = {name: chosen[name].keys for name in TABLE if _is_changed(name, chosen[name])}
    return {name: ",".join(keys) or UNBOUND + name for name, keys in changed.items()}


def _is_changed(name: str, choice: _Choice) -> bool:
    return choice.weight > _DEFAULT or ",".join(choice.keys) != TABLE[name].keys
