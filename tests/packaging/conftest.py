"""The terminals of `tests/terminal`, for shells that complete."""

from tests.terminal.conftest import start

__all__ = ["start"]
