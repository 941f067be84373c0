import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui import settings
from tui.key_names import key_of
from tui.keys import ALWAYS, PANES, TABLE
from tui.remapping import PRESETS, Keymap, resolve


def actions_of(keymap, pane):
    """What each key does in a pane: the nearest widget that knows it decides, and in one widget what was changed."""
    actions = {}
    for tables in pane:
        here = {}
        for key in (key for table in tables for key in table):
            for each in keymap.bindings.get(key.id, key.keys).split(","):
                here.setdefault(each, []).append(key.id)
        for each, names in here.items():
            changed = [name for name in names if name in keymap.bindings]
            actions.setdefault(each, changed or names)
    return actions


LIST, READER, PAIR, HELP, _, CHOICE, *_ = PANES


def test_nothing_asked_for_is_nothing_changed():
    assert resolve("default", {}) == Keymap({}, (), ())


def test_by_default_no_key_has_two_meanings_in_one_pane():
    for pane in PANES:
        keys = [each for tables in pane for table in tables for key in table for each in key.keys.split(",")]
        assert len(keys) == len(set(keys))


def test_an_actions_own_keys_take_the_place_of_the_default_ones():
    keymap = resolve("default", {"list.compare": ["X", "ctrl+t"]})
    assert keymap == Keymap({"list.compare": "X,ctrl+t"}, (), ())


def test_a_key_wanted_for_two_actions_of_a_pane_is_told_and_the_own_choice_has_it():
    keymap = resolve("default", {"diff.next-hunk": ["n"]})
    assert keymap.clashes == ("n: search.next vs diff.next-hunk (using diff.next-hunk)",)
    assert actions_of(keymap, PAIR)["n"] == ["diff.next-hunk"]
    assert actions_of(keymap, READER)["n"] == ["search.next"]


def test_two_actions_that_change_keys_do_not_clash():
    keymap = resolve("default", {"diff.next-hunk": ["n"], "search.next": ["]"]})
    assert keymap.clashes == keymap.warnings == ()
    assert actions_of(keymap, PAIR)[key_of("]")] == ["search.next"]


def test_of_two_own_choices_the_later_has_the_key():
    keymap = resolve("default", {"pair.swap": ["X"], "pair.fold": ["X", "Z"], "reading.zen": ["X"]})
    assert set(keymap.clashes) == {
        "X: pair.swap vs reading.zen (using reading.zen)",
        "X: pair.fold vs reading.zen (using reading.zen)",
        "Z: app.quit-chord vs pair.fold (using pair.fold)",
    }
    assert actions_of(keymap, PAIR)["X"] == ["reading.zen"]
    assert actions_of(keymap, PAIR)["Z"] == ["pair.fold"]


def test_actions_that_are_never_active_together_may_share_a_key():
    assert resolve("default", {"list.mark": ["x"]}).clashes == ()


def test_an_own_choice_further_out_has_its_key_before_a_default_further_in():
    keymap = resolve("default", {"app.redraw": ["j"]})
    assert keymap.clashes == tuple(
        f"j: {name} vs app.redraw (using app.redraw)" for name in ("move.down", "help.down", "choice.down")
    )
    assert keymap.bindings["move.down"] == "down"
    for pane in PANES:
        assert actions_of(keymap, pane)["j"] == ["app.redraw"]


def test_what_is_shadowed_in_one_pane_keeps_its_key_in_the_others():
    keymap = resolve("default", {"list.mark": ["q"]})
    assert keymap.clashes == ("q: app.back vs list.mark (using list.mark)",)
    assert actions_of(keymap, LIST)["q"] == ["list.mark"]
    assert actions_of(keymap, PAIR)["q"] == ["app.back"]


def test_an_own_choice_comes_before_the_presets():
    keymap = resolve("newsboat", {"reading.zen": ["n"]})
    assert keymap.clashes == ("n: reading.next-article vs reading.zen (using reading.zen)",)
    assert keymap.bindings["reading.next-article"] == "J"


def test_an_action_can_be_left_without_a_key():
    keymap = resolve("default", {"app.quit-chord": []})
    assert keymap.warnings == ()
    assert actions_of(keymap, LIST).get("Z") is None
    assert "app.quit-chord" in keymap.bindings


@pytest.mark.parametrize(
    ("key", "warning"),
    [
        ("ZZ", "pair.fold: no key is called 'ZZ'"),
        ("ctrl+q", "pair.fold: ctrl+q always quits"),
        ("5", "pair.fold: 5 is a digit of a count"),
        ("ctrl+m", "pair.fold: terminals send ctrl+m as enter"),
        ("ctrl+[", "pair.fold: terminals send ctrl+[ as esc"),
        ("ctrl+i", "pair.fold: terminals send ctrl+i as tab"),
        ("ctrl+h", "pair.fold: terminals send ctrl+h as backspace"),
    ],
)
def test_a_key_that_cannot_be_had_is_told_and_changes_nothing(key, warning):
    assert resolve("default", {"pair.fold": [key]}) == Keymap({}, (), (warning,))
    assert resolve("default", {"pair.fold": [key, "X"]}).bindings == {"pair.fold": "X"}


def test_a_digit_stays_where_it_is_by_default():
    keymap = resolve("default", {"review.unrelated": ["0", "X"]})
    assert keymap.warnings == ()
    assert keymap.bindings == {"review.unrelated": "0,X"}


@pytest.mark.parametrize("key", ["ctrl+shift+x", "ctrl+1", "shift+enter"])
def test_a_key_that_few_terminals_send_is_told_and_used(key):
    keymap = resolve("default", {"pair.fold": [key]})
    assert keymap.warnings == (f"pair.fold: few terminals send {key}",)
    assert keymap.bindings == {"pair.fold": key_of(key)}


def test_an_unknown_action_is_told_with_the_nearest_one():
    assert resolve("default", {"dif.next-hunk": ["n"], "zzz": []}) == Keymap(
        {}, (), ("unknown action 'dif.next-hunk'; did you mean diff.next-hunk?", "unknown action 'zzz'")
    )


def test_the_way_out_cannot_be_changed():
    keymap = resolve("default", {ALWAYS.id: ["X"]})
    assert keymap == Keymap({}, (), ("app.leave: its key is always ctrl+q",))
    assert resolve("default", {ALWAYS.id: []}).bindings == {}


def test_the_presets_are_those_that_can_be_set():
    assert tuple(PRESETS) == settings.PRESETS


@pytest.mark.parametrize("preset", PRESETS)
def test_a_preset_changes_what_it_names_and_gives_no_key_two_meanings(preset):
    keymap = resolve(preset, {})
    assert set(keymap.bindings) == set(PRESETS[preset])
    assert keymap.clashes == keymap.warnings == ()
    for name, written in PRESETS[preset].items():
        assert resolve("default", {name: written.split()}).warnings == ()
        assert keymap.bindings[name] == ",".join(map(key_of, written.split()))


some_keys = st.sampled_from(["n", "j", "q", "]", "space", "ctrl+q", "ctrl+n", "enter", "esc", "Q", "tab", "?"])
own = st.dictionaries(st.sampled_from([*TABLE, "zzz"]), st.lists(some_keys, max_size=3), max_size=8)


@given(st.sampled_from(list(PRESETS)), own)
def test_whatever_is_chosen_a_key_has_one_meaning_and_ctrl_q_quits(preset, keys):
    keymap = resolve(preset, keys)
    assert ALWAYS.id not in keymap.bindings
    for pane in PANES:
        actions = actions_of(keymap, pane)
        assert actions[ALWAYS.keys] == [ALWAYS.id]
        assert all(len(names) == 1 for names in actions.values())
    assert set(keymap.bindings) <= set(TABLE)
