"""The sources of a report, found again."""

import hashlib
import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from tui.articles import Source, Unreadable, bundled, find_sources, read
from tui.articles.sources import content_of
from tui.reports.dossier.checking import Present
from tui.reports.dossier.receipts import Stamped


def find_present(stamped: Sequence[Stamped], names: Sequence[str], folder: Path) -> dict[str, Present]:
    """The sources that can be found, by the SHA-256 that the report names.

    A file with the same bytes comes first, whatever it is called, then one of the same name that is no other source.
    They are looked for among `names` (files and folders), in the report's folder and this one, in the folders directly
    inside, and among the bundled articles.

    Raises:
        Unreadable: A file of that name cannot be read.
    """
    wanted = {source.file for source in stamped}
    pool = dict.fromkeys([*find_sources(names), *_by_name(wanted, (folder, Path.cwd())), *bundled()])
    hashes = {source: sha256 for source in pool if (sha256 := _hash(source))}
    by_hash = {sha256: source for source, sha256 in reversed(hashes.items())}
    known = {source.sha256 for source in stamped}
    found = {}
    for source in stamped:
        same = by_hash.get(source.sha256) or next(_called(source.file, hashes, known), None)
        if same is not None:
            article = read(same)
            found[source.sha256] = Present(same.name, article.sha256, article.text)
    return found


def _called(name: str, hashes: dict[Source, str], known: Iterable[str]) -> Iterator[Source]:
    """The files of that name that are none of the report's other sources."""
    for source, sha256 in hashes.items():
        if source.path is not None and source.path.name == name and sha256 not in known:
            yield source


def _by_name(names: Iterable[str], folders: Iterable[Path]) -> Iterator[Source]:
    """Files of these names in the folders and in those directly inside."""
    plain = sorted(name for name in names if "/" not in name)
    for folder in folders:
        for place in (folder, *_inside(folder)):
            for name in plain:
                if os.path.isfile(path := place / name):  # noqa: PTH113 (raises nothing, whatever the name)
                    yield Source(path)


def _inside(folder: Path) -> list[Path]:
    try:
        with os.scandir(folder) as entries:
            return sorted(Path(entry.path) for entry in entries if entry.name[:1] != "." and entry.is_dir())
    except OSError:
        return []


def _hash(source: Source) -> str | None:
    """The SHA-256 of its bytes, None where they cannot be read."""
    try:
        return hashlib.sha256(content_of(source)).hexdigest()
    except Unreadable:
        return None
