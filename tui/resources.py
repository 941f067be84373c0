"""Where the style sheets and the bundled articles lie, in a wheel and in a checkout alike."""

from pathlib import Path

_PACKAGE = Path(__file__).parent


def _folder(name: str) -> Path:
    """The folder inside the package where a wheel puts it, else the one beside it in a checkout."""
    shipped = _PACKAGE / name
    return shipped if shipped.is_dir() else _PACKAGE.parent / name


STYLES_DIR = _folder("styles")
SEEDS_DIR = _folder("seeds")
