"""The sources of a report, found again."""

import hashlib
import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from tui.articles import Article, Source, Unreadable, bundled, find_sources, read
from tui.articles.originals import content_of
from tui.cli.reaching import single_articles
from tui.library import Library
from tui.library.digests import article_of_bytes
from tui.reports.dossier.checking import Present
from tui.reports.dossier.receipts import Stamped


def find_present(
    stamped: Sequence[Stamped], names: Sequence[str], folder: Path, library: Library | None = None
) -> dict[str, Present]:
    """The sources that can be found, by the SHA-256 that the report names.

    A file with the same bytes comes first, whatever it is called, then one of the same name that is no other source.
    They are looked for among `names` (files and folders), and only where none is there in the report's folder, this one
    and the folders directly inside: a copy elsewhere does not vouch for a file that was named. Bundled articles and
    what the library holds of the same bytes come last, since they never change.

    Raises:
        LibraryError: The library cannot be asked.
        Unreadable: A file of that name cannot be read.
    """
    wanted = {name for source in stamped for name in (source.file, source.file.partition("#")[0])}
    places = [*map(_singles, (find_sources(names), _by_name(wanted, (folder, Path.cwd())))), _hashes(bundled())]
    known = {source.sha256 for source in stamped}
    found = {}
    for source in stamped:
        same = next(filter(None, (_same(source, hashes, known) for hashes in places)), None)
        article = read(same) if same is not None else _held(source, library)
        if article is not None:
            found[source.sha256] = Present(article.source.name, article.sha256, article.text)
    return found


def _held(stamp: Stamped, library: Library | None) -> Article | None:
    return article_of_bytes(library, stamp.sha256, stamp.file) if library is not None else None


def _singles(sources: Iterable[Source]) -> dict[Source, str]:
    return _hashes(dict.fromkeys(one for one in single_articles(list(sources)) if isinstance(one, Source)))


def _hashes(sources: Iterable[Source]) -> dict[Source, str]:
    return {source: sha256 for source in sources if (sha256 := _hash(source))}


def _same(stamp: Stamped, hashes: dict[Source, str], known: Iterable[str]) -> Source | None:
    """The first source with the same bytes, else the first of the same name that is no other source."""
    equal = (source for source, sha256 in hashes.items() if sha256 == stamp.sha256)
    return next(equal, None) or next(_called(stamp.file, hashes, known), None)


def _called(name: str, hashes: dict[Source, str], known: Iterable[str]) -> Iterator[Source]:
    """The files of that name that are none of the report's other sources."""
    for source, sha256 in hashes.items():
        if source.path is not None and source.file_name == name and sha256 not in known:
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
