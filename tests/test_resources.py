"""The user's own folders are those that other programs of the system would take."""

import platformdirs
import pytest

from tui.resources import user_folder


@pytest.mark.parametrize(
    "variables",
    [
        {},
        {"XDG_CONFIG_HOME": "", "XDG_DATA_HOME": ""},
        {"XDG_CONFIG_HOME": None, "XDG_DATA_HOME": None},
        {"XDG_CONFIG_HOME": None, "XDG_DATA_HOME": None, "HOME": "/home/ann lee"},
        {"XDG_CONFIG_HOME": "relative", "XDG_DATA_HOME": "  /spaced "},
        {"XDG_CONFIG_HOME": "/a/b/", "XDG_DATA_HOME": "/"},
    ],
)
def test_they_are_where_platformdirs_has_them(monkeypatch, variables):
    for name, value in variables.items():
        if value is None:
            monkeypatch.delenv(name, raising=False)
        else:
            monkeypatch.setenv(name, value)
    assert user_folder("config") == platformdirs.user_config_path("summit-tui")
    assert user_folder("data") == platformdirs.user_data_path("summit-tui")
