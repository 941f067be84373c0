"""What can judge how alike two sentences are, by plain names."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.alignment.scorer import Scorer

SCORERS: Mapping[str, str] = {
    "context": "what two sentences share, and how their neighbours stand",
    "words": "what two sentences share, each pair by itself",
    "wording": "how many of the same words stand in the same order",
}
"""The names, and what each looks at."""

DEFAULT_SCORER = "context"


def scorer(name: str) -> "Scorer":
    """The scorer of that name; its libraries are imported only now.

    Raises:
        KeyError: There is none.
    """
    from tui.alignment.scorer import SameWording, alone, fitted  # noqa: PLC0415

    made: dict[str, Callable[[], Scorer]] = {"context": fitted, "words": alone, "wording": SameWording}
    return made[name]()
