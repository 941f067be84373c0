"""Where the style sheets and the bundled articles lie, in a wheel and in a checkout alike, and the user's own files."""

import os
import sys
from pathlib import Path
from typing import Literal

_PACKAGE = Path(__file__).parent


def _folder(name: str) -> Path:
    """The folder inside the package where a wheel puts it, else the one beside it in a checkout."""
    shipped = _PACKAGE / name
    return shipped if shipped.is_dir() else _PACKAGE.parent / name


STYLES_DIR = _folder("styles")
SEEDS_DIR = _folder("seeds")

_NAME = "summit-tui"
_XDG = {"config": ("XDG_CONFIG_HOME", ".config"), "data": ("XDG_DATA_HOME", ".local/share")}


def user_folder(kind: Literal["config", "data"]) -> Path:
    """The reader's own folder for what the user writes, or for what it remembers, whether or not there is one.

    platformdirs knows it on every system, and is asked wherever it is not plain: on Linux alone, importing it would
    take a tenth of the time to the first picture.
    """
    variable, usual = _XDG[kind]
    home = os.environ.get("HOME", "")
    folder = os.environ.get(variable) or f"{home}/{usual}"
    plain = folder.startswith("/") and folder == folder.strip() and home.startswith("/")
    if sys.platform == "linux" and plain and "ANDROID_ROOT" not in os.environ:
        return Path(folder, _NAME)
    import platformdirs  # noqa: PLC0415

    return platformdirs.user_config_path(_NAME) if kind == "config" else platformdirs.user_data_path(_NAME)
