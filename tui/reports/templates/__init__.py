"""Web pages from templates in which every text is safe: escaped as HTML, and without a character that could act."""

from base64 import b64encode
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from tui import __version__
from tui.text.shown import shown

_FOLDER = Path(__file__).parent


def render(template: str, **known: Any) -> str:
    """The page that the template makes of what is known.

    Its style and the policy that allows nothing but this style come from the template's own style sheets.
    """
    style = Markup("".join(_sheet(name) for name in ("page.css", template.replace(".html", ".css"))))  # noqa: S704 (ours)
    digest = b64encode(sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    return _environment().get_template(template).render(known, style=style, policy=policy, version=__version__)


def _sheet(name: str) -> str:
    return (_FOLDER / name).read_text(encoding="utf-8") if (_FOLDER / name).exists() else ""


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(_FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_safe,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def _safe(value: object) -> object:
    """The value as it may be shown; markup is the templates' own."""
    return shown(value) if isinstance(value, str) and not isinstance(value, Markup) else value
