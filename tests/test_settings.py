import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.settings import DEFAULT, SETTINGS, Settings, config_path, load, over_ssh, reviewer, wanted_colors, wants_mouse


@pytest.fixture
def config(tmp_path):
    """Writes the settings file and loads it: `config("cut = 0.4", SUMMIT_CUT="0.5", flags={"cut": 0.6})`."""

    def loaded(content, *, flags=None, **environ):
        path = tmp_path / "config.toml"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return load({"SUMMIT_CONFIG": str(path), **environ}, flags or {})

    return loaded


def test_without_a_file_everything_is_as_by_default_and_nothing_is_wrong():
    loaded = load({}, {})
    assert loaded.settings == Settings()
    assert set(loaded.origins.values()) == {DEFAULT}
    assert loaded.warnings == ()


def test_the_file_lies_in_the_configuration_folder_unless_the_environment_names_it(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert config_path({}) == tmp_path / "summit-tui" / "config.toml"
    assert config_path({"SUMMIT_CONFIG": "/elsewhere.toml"}).as_posix() == "/elsewhere.toml"
    monkeypatch.setenv("HOME", str(tmp_path))
    assert config_path({"SUMMIT_CONFIG": "~/mine.toml"}) == tmp_path / "mine.toml"


def test_options_win_over_the_environment_that_over_the_file_that_over_the_default(config):
    path = config("").path
    for given_to, cut, origin in (
        ({}, 0.4, f"file {path}:2"),
        ({"SUMMIT_CUT": "0.5"}, 0.5, "environment SUMMIT_CUT"),
        ({"SUMMIT_CUT": "0.5", "flags": {"cut": 0.6}}, 0.6, "option --cut"),
        ({"SUMMIT_CUT": "0.5", "flags": {"cut": None}}, 0.5, "environment SUMMIT_CUT"),
        ({"SUMMIT_CUT": "2"}, 0.4, f"file {path}:2"),
    ):
        loaded = config("# mine\ncut = 0.4\n", **given_to)
        assert (loaded.settings.cut, loaded.origins["cut"]) == (cut, origin)
        assert loaded.origins["layout"] == DEFAULT


@pytest.mark.parametrize(
    ("line", "field", "value"),
    [
        ("cut = 1", "cut", 1.0),
        ('layout = "redline"', "layout", "redline"),
        ('layout = "auto"', "layout", None),
        ("measure = 88", "measure", 88),
        ('measure = "full"', "measure", None),
        ("furniture = false", "furniture", False),
        ("strict = true", "strict", True),
        ("min-words = 4", "min_words", 4),
        ("min_words = 4", "min_words", 4),
        ('theme = "summit-light"', "theme", "summit-light"),
        ("colors = 256", "colors", "256"),
        ('colors = "mono"', "colors", "mono"),
        ("ascii = true", "ascii", "on"),
        ('ascii = "auto"', "ascii", "auto"),
        ("mouse = false", "mouse", "off"),
        ('mouse = "on"', "mouse", "on"),
        ("wire = false", "wire", False),
        ("save = false", "save", False),
        ('library = "/srv/case.sqlite3"', "library", "/srv/case.sqlite3"),
        ('library = "auto"', "library", None),
        ("read-only = true", "read_only", True),
        ("guest = true", "read_only", True),
        ('reviewer = "Ada Lee"', "reviewer", "Ada Lee"),
        ('preset = "vim"', "preset", "vim"),
    ],
)
def test_each_setting_is_read_from_the_file_and_from_the_environment(config, line, field, value):
    loaded = config(line)
    assert getattr(loaded.settings, field) == value
    assert loaded.warnings == ()
    name, _, written = line.partition(" = ")
    variable = f"SUMMIT_{name.upper().replace('-', '_')}"
    loaded = config("", **{variable: written.strip('"')})
    assert getattr(loaded.settings, field) == value
    assert loaded.origins[name.replace("_", "-")] == f"environment {variable}"


@pytest.mark.parametrize(
    "line",
    [
        *("cut = 2", "cut = nan", "cut = true", 'cut = "half"', "cut = [0.3]", "cut = 1" + "0" * 400),
        *('layout = "columns"', "layout = true", "measure = 61", "measure = 60.0", "furniture = 2", 'strict = "maybe"'),
        *("min-words = -1", "min-words = 1000000", "min-words = true", 'theme = "pink"', "theme = 3"),
        *(
            "colors = 8",
            "ascii = {}",
            'mouse = "loud"',
            "wire = 0.0",
            "save = []",
            "library = 3",
            'library = ""',
            'reviewer = " "',
            'reviewer = "\\u001b[m"',
            'preset = "emacs"',
        ),
    ],
)
def test_a_bad_value_is_one_line_that_names_file_key_and_what_was_expected(config, line):
    name = line.split(" = ")[0]
    loaded = config(f"strict = true\n{line}\n" if name != "strict" else f"\n{line}\n")
    expected = next(setting.expected for setting in SETTINGS if setting.name == name)
    (warning,) = loaded.warnings
    assert warning.startswith(f"{loaded.path}:2: {name}: expected {expected}, found ")
    assert len(warning) < len(str(loaded.path)) + 150
    assert getattr(loaded.settings, name.replace("-", "_")) == getattr(Settings(), name.replace("-", "_"))
    assert loaded.settings.strict is (name != "strict")


def test_a_library_in_the_home_folder_is_found_there(config, monkeypatch):
    monkeypatch.setenv("HOME", "/home/ada")
    assert config('library = "~/case.sqlite3"').settings.library == "/home/ada/case.sqlite3"


def test_a_reviewer_is_the_one_set_else_the_login(monkeypatch):
    monkeypatch.setenv("LOGNAME", "ada\x1b")
    assert reviewer(Settings(reviewer="Bo")) == "Bo"
    assert reviewer(Settings()) == "ada"


def test_a_bad_value_in_the_environment_names_the_variable(config):
    assert config("", SUMMIT_MEASURE="61").warnings == (
        "environment SUMMIT_MEASURE: measure: expected 60, 72, 88 or \"full\", found '61'",
    )


def test_an_unknown_setting_is_told_with_the_nearest_one(config):
    loaded = config('colours = "16"\nzzz = 1\ncut = 0.5\n')
    assert loaded.warnings == (
        f"{loaded.path}:1: unknown setting 'colours'; did you mean colors?",
        f"{loaded.path}:2: unknown setting 'zzz'",
    )
    assert loaded.settings.cut == 0.5


@pytest.mark.parametrize("content", ["cut = \n", "[keys\n", b"theme = \xff", "a = " + "[" * 100_000, "#" * 2_000_000])
def test_a_broken_file_is_one_line_and_leaves_the_defaults(config, content):
    loaded = config(content, SUMMIT_CUT="0.5")
    (warning,) = loaded.warnings
    assert warning.startswith(f"{loaded.path}: ")
    assert "\n" not in warning
    assert loaded.settings == Settings(cut=0.5)


def test_a_file_that_the_environment_names_must_be_there(tmp_path):
    for path, reason in ((tmp_path / "none.toml", "No such file or directory"), (tmp_path, "Is a directory")):
        assert load({"SUMMIT_CONFIG": str(path)}, {}).warnings == (f"{path}: {reason}",)


def test_keys_are_written_with_or_without_quotes_and_several_as_words_or_as_a_list(config):
    loaded = config(
        'cut = 0.4\n[keys]\n"diff.next-hunk" = "n ctrl+n"\nsearch.next = ["]", " "]\n"app.quit-chord" = ""\n'
        "[keys.move]\ntop = []\n"
    )
    assert loaded.warnings == ()
    assert loaded.settings.keys == {
        "diff.next-hunk": ("n", "ctrl+n"),
        "search.next": ("]", "space"),
        "app.quit-chord": (),
        "move.top": (),
    }
    assert loaded.origins["keys.diff.next-hunk"] == f"file {loaded.path}:3"
    assert loaded.origins["keys.move.top"] == f"file {loaded.path}"


def test_keys_that_are_not_text_are_told(config):
    loaded = config('[keys]\n"diff.next-hunk" = 3\n')
    assert loaded.warnings == (f"{loaded.path}:2: diff.next-hunk: expected keys, found 3",)
    loaded = config('keys = "n"')
    assert loaded.warnings == (f"{loaded.path}:1: keys: expected a table [keys], found 'n'",)


def test_no_color_means_no_colours_unless_something_closer_says_otherwise(config):
    for environ, flags, colors, origin in (
        ({"NO_COLOR": "1"}, {}, "mono", "environment NO_COLOR"),
        ({"NO_COLOR": ""}, {}, "256", None),
        ({"NO_COLOR": "1", "SUMMIT_COLORS": "16"}, {}, "16", "environment SUMMIT_COLORS"),
        ({"NO_COLOR": "1"}, {"colors": "true"}, "true", "option --colors"),
    ):
        loaded = config("colors = 256", flags=flags, **environ)
        assert loaded.settings.colors == colors
        assert loaded.origins["colors"] == (origin or f"file {loaded.path}:1")


def test_an_option_that_switches_off_is_named_as_it_was_written():
    assert load({}, {"mouse": False, "wire": True}).origins["mouse"] == "option --no-mouse"
    assert load({}, {"mouse": False, "wire": True}).origins["wire"] == "option --wire"


@pytest.mark.parametrize(
    ("environ", "remote"),
    [
        ({}, False),
        ({"SSH_CONNECTION": "10.0.0.1 1 10.0.0.2 22"}, True),
        ({"SSH_TTY": "/dev/pts/1"}, True),
        ({"SSH_CLIENT": "10.0.0.1 1 22"}, True),
        ({"SSH_TTY": ""}, False),
        ({"SSH_AUTH_SOCK": "/run/agent"}, False),
        ({"MOSH_SERVER_NETWORK_TMOUT": "60"}, True),
        ({"MOSH_PREDICTION_DISPLAY": "always"}, False),
    ],
)
def test_only_a_terminal_at_the_other_end_of_a_line_is_over_ssh(environ, remote):
    assert over_ssh(environ) is remote
    assert wants_mouse(Settings(), environ) is not remote
    assert wants_mouse(Settings(mouse="on"), environ)
    assert not wants_mouse(Settings(mouse="off"), environ)
    assert wanted_colors(Settings(), environ) == ("16" if remote else "auto")
    assert wanted_colors(Settings(colors="true"), environ) == "true"


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)


@given(st.dictionaries(st.sampled_from([setting.name for setting in SETTINGS]), values))
def test_no_value_whatever_breaks_the_start(flags):
    settings = load({}, flags).settings
    assert 0.0 <= settings.cut <= 1.0
    assert not math.isnan(settings.cut)
    assert settings.measure in (60, 72, 88, None)
