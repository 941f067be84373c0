"""The two sides of a comparison, neither of which is the original."""

from collections.abc import Callable
from enum import IntEnum
from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")
S = TypeVar("S")


class Side(IntEnum):
    """One of the two columns."""

    LEFT = 0
    RIGHT = 1

    @property
    def other(self) -> "Side":
        """The side across."""
        return Side.RIGHT if self is Side.LEFT else Side.LEFT


class Sides(NamedTuple, Generic[T]):
    """One thing for each side: `sides[Side.LEFT]` is `sides.left`."""

    left: T
    right: T

    def map(self, function: Callable[[T], S]) -> "Sides[S]":
        """What the function makes of each."""
        return Sides(function(self.left), function(self.right))

    @property
    def swapped(self) -> "Sides[T]":
        """The same two, the other way round."""
        return Sides(self.right, self.left)
