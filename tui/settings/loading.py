"""The settings of one start: from the command line, the environment and the file, each with where it came from."""

import os
import re
from collections.abc import Iterator, Mapping
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

from tui.resources import user_folder
from tui.settings.model import SETTINGS, Settings

DEFAULT = "default"
"""The origin of a value that nobody set."""

FILE_BYTES = 1 << 20
"""A settings file beyond this size is not one."""

_BY_NAME = {setting.name: setting for setting in SETTINGS}
_LONGEST_SHOWN = 40


class Loaded(NamedTuple):
    """The settings of this start; `origins` goes by a setting's name, or `keys.` and an action's id.

    `path` is where the file lies, whether or not there is one.
    """

    settings: Settings
    origins: Mapping[str, str]
    warnings: tuple[str, ...]
    path: Path


class _Given(NamedTuple):
    name: str
    value: object
    origin: str


def load(environ: Mapping[str, str], flags: Mapping[str, object]) -> Loaded:
    """The settings of this start.

    Args:
        environ: The environment: `SUMMIT_CUT` and its like, `NO_COLOR`, and `SUMMIT_CONFIG` for the file.
        flags: What the command line says, by a setting's name; None where it says nothing.
    """
    path = config_path(environ)
    warnings: list[str] = []
    text, table = _file(path, warnings, wanted=bool(environ.get("SUMMIT_CONFIG")))
    origins = dict.fromkeys(_BY_NAME, DEFAULT)
    values: dict[str, Any] = {}
    given = chain(_from_file(path, text, table, warnings), _from_environ(environ), _from_flags(flags))
    for name, value, origin in given:
        setting = _BY_NAME[name]
        try:
            values[setting.field] = setting.read(value)
        except (ValueError, OverflowError):
            where = origin.removeprefix("file ")
            warnings.append(f"{where}: {name}: expected {setting.expected}, found {_shortened(value)}")
        else:
            origins[name] = origin
    keys = _keys(path, text, table.get("keys", {}), origins, warnings)
    if values.get("guest"):
        values["read_only"] = True
    return Loaded(Settings(**values, keys=keys), origins, tuple(warnings), path)


def config_path(environ: Mapping[str, str]) -> Path:
    """Where the settings file lies, whether or not there is one."""
    if named := environ.get("SUMMIT_CONFIG"):
        return Path(os.path.expanduser(named))  # noqa: PTH111 (of a home that is unknown pathlib makes an error)
    return user_folder("config") / "config.toml"


def nearest(name: str, known: Mapping[str, object]) -> str:
    """What a name that nobody knows was probably meant to be, as the end of a sentence; empty without a guess."""
    from difflib import get_close_matches  # noqa: PLC0415 (only after a mistake)

    close = get_close_matches(name, known, 1)
    return f"; did you mean {close[0]}?" if close else ""


def _file(path: Path, warnings: list[str], *, wanted: bool) -> tuple[str, dict[str, Any]]:
    """The file's text and what it says; nothing, and a line in `warnings`, where it is not to be had."""
    try:
        with path.open("rb") as file:
            content = file.read(FILE_BYTES + 1)
        import tomllib  # noqa: PLC0415 (only where there is a file)

        text = content.decode("utf-8-sig") if len(content) <= FILE_BYTES else ""
        if len(content) > FILE_BYTES:
            warnings.append(f"{path}: over {FILE_BYTES:,} bytes, not read")
        return text, tomllib.loads(text)
    except FileNotFoundError as error:
        if wanted:
            warnings.append(f"{path}: {error.strerror}")
    except OSError as error:
        warnings.append(f"{path}: {error.strerror}")
    except UnicodeDecodeError:
        warnings.append(f"{path}: not UTF-8, not read")
    except (ValueError, RecursionError) as error:
        warnings.append(f"{path}: not TOML, not read: {' '.join(str(error).split())}")
    return "", {}


def _from_file(path: Path, text: str, table: Mapping[str, Any], warnings: list[str]) -> Iterator[_Given]:
    for written, value in table.items():
        name, origin = written.replace("_", "-"), _origin(path, text, written)
        if name in _BY_NAME:
            yield _Given(name, value, origin)
        elif name != "keys":
            meant = nearest(name, {**_BY_NAME, "keys": None})
            warnings.append(f"{origin.removeprefix('file ')}: unknown setting {_shortened(written)}{meant}")
        elif not isinstance(value, dict):
            where = origin.removeprefix("file ")
            warnings.append(f"{where}: keys: expected a table [keys], found {_shortened(value)}")


def _from_environ(environ: Mapping[str, str]) -> Iterator[_Given]:
    if environ.get("NO_COLOR"):
        yield _Given("colors", "mono", "environment NO_COLOR")
    for setting in SETTINGS:
        if environ.get(setting.variable):
            yield _Given(setting.name, environ[setting.variable], f"environment {setting.variable}")


def _from_flags(flags: Mapping[str, object]) -> Iterator[_Given]:
    for name, value in flags.items():
        if value is not None:
            yield _Given(name, value, f"option --{'no-' if value is False else ''}{name}")


def _keys(
    path: Path, text: str, table: object, origins: dict[str, str], warnings: list[str]
) -> dict[str, tuple[str, ...]]:
    """The keys by action id, one by one, as they are written."""
    keys: dict[str, tuple[str, ...]] = {}
    for name, value, origin in _key_rows(path, text, table):
        words = [value] if isinstance(value, str) else value
        if not (isinstance(words, list) and all(isinstance(word, str) for word in words)):
            warnings.append(f"{origin.removeprefix('file ')}: {name}: expected keys, found {_shortened(value)}")
        else:
            keys[name] = tuple(key for word in words for key in (word.split() or ["space"] * bool(word)))
            origins[f"keys.{name}"] = origin
    return keys


def _key_rows(path: Path, text: str, table: object, prefix: str = "") -> Iterator[_Given]:
    """The actions' ids with their keys: an id without quotes makes tables within tables."""
    for name, value in table.items() if isinstance(table, dict) else ():
        if isinstance(value, dict):
            yield from _key_rows(path, text, value, f"{prefix}{name}.")
        else:
            yield _Given(prefix + name, value, _origin(path, text, prefix + name))


def _origin(path: Path, text: str, name: str) -> str:
    """The file, and the line that begins with the name where one does."""
    begins = re.compile(rf"""\s*(["']?){re.escape(name)}\1\s*=""")
    lines = (number for number, line in enumerate(text.splitlines(), start=1) if begins.match(line))
    number = next(lines, None)
    return f"file {path}" if number is None else f"file {path}:{number}"


def _shortened(value: object) -> str:
    written = repr(value)
    return written if len(written) <= _LONGEST_SHOWN else written[: _LONGEST_SHOWN - 1] + "…"
