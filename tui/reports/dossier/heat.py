"""Heat maps as the paths that draw them: one path for all cells of a shade, so that many cells stay a small page."""

from collections.abc import Iterable
from dataclasses import dataclass

from tui.reports.dossier.model import Claimed, Dossier

SHADES = 5
"""Steps of darkness, from 1 on."""


@dataclass(frozen=True, slots=True)
class Strip:
    """A source's row, one unit for each claim: the cells of each class, and the same in words."""

    source: int
    paths: tuple[tuple[str, str], ...]
    """Class and path data; what is silent has no cell, and what differs half of one in another colour."""
    says: int
    shared: int
    differs: int


@dataclass(frozen=True, slots=True)
class Grid:
    """Sources by sources, one unit each: the cells of each shade."""

    size: int
    paths: tuple[tuple[str, str], ...]


def strips(dossier: Dossier) -> tuple[Strip, ...]:
    """A strip for each source; a claim is the darker the more origins make it."""
    return tuple(_strip(source, dossier.claims, len(set(dossier.origins))) for source in range(len(dossier.accounts)))


def _strip(source: int, claims: Iterable[Claimed], origins: int) -> Strip:
    cells: dict[str, list[tuple[int, int]]] = {}
    halves: list[int] = []
    says = shared = 0
    for at, claim in enumerate(claims):
        stance = claim.stances[source]
        if stance == "silent":
            continue
        says += 1
        shared += claim.corroboration > 1
        share = (claim.origins - 1) / max(1, origins - 1)
        cells.setdefault(f"shade-{_shade(share)}", []).append((at, 0))
        if stance == "differs":
            halves.append(at)
    paths = _paths(cells)
    if halves:
        paths += (("differs", "".join(f"M{at} .5h1v.5h-1z" for at in halves)),)
    return Strip(source, paths, says, shared, len(halves))


def grid(dossier: Dossier) -> Grid:
    """How many of the claims of two sources both make, for every two; a source with itself has no cell."""
    cells: dict[str, list[tuple[int, int]]] = {}
    most = max((pair.share for pair in dossier.pairs), default=0.0) or 1.0
    for pair in dossier.pairs:
        if pair.both:
            shade = cells.setdefault(f"shade-{_shade(pair.share / most)}", [])
            shade += [(pair.left, pair.right), (pair.right, pair.left)]
    return Grid(len(dossier.accounts), _paths(cells))


def _shade(share: float) -> int:
    return 1 + round(share * (SHADES - 1))


def _paths(cells: dict[str, list[tuple[int, int]]]) -> tuple[tuple[str, str], ...]:
    return tuple((name, "".join(f"M{x} {y}h1v1h-1z" for x, y in places)) for name, places in sorted(cells.items()))
