"""Sources read and taken into a library, many at a time."""

import os
import signal
import time
from collections import deque
from collections.abc import Callable, Generator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import closing
from multiprocessing import get_context
from typing import NamedTuple

from tui.articles.origin import Source, Unreadable
from tui.articles.originals import original_of
from tui.articles.reading import article_from, members_of, witness
from tui.library.contents import Stored, stored
from tui.library.holdings import Added, Holdings

BATCH = 512
"""Articles that are taken in together, all of them or none."""

BATCH_SECONDS = 2.0
"""What has been read for so long is taken in, however little it is."""

SHARE = 32
"""Sources that a process reads at a time."""

MANY = 4 * SHARE
"""From so many files on, processes of their own read them."""

MOST_PROCESSES = 8
"""No more read at once, however many processors there are."""


class Read(NamedTuple):
    """What came of a source: articles as they are stored, and the lines that say what could not be read."""

    articles: tuple[Stored, ...]
    failed: tuple[tuple[str, str], ...]


class Step(NamedTuple):
    """What has been taken in at once: what became of each article and its title, what failed, and sources done."""

    added: tuple[tuple[Added, str], ...]
    failed: tuple[tuple[str, str], ...]
    done: int


def add(
    holdings: Holdings, collection: int, sources: Sequence[Source], *, stopped: Callable[[], bool] = bool
) -> Generator[Step, None, None]:
    """Take the articles of sources into a collection, in their order; what a step tells of is on disk.

    Whoever stops asking, or `stopped`, leaves what was added in the library.

    Raises:
        LibraryError: The library does not keep them.
    """
    articles: list[Stored] = []
    failed: list[tuple[str, str]] = []
    begun, done = time.monotonic(), 0
    with closing(_found(sources)) as found:
        for done, one in enumerate(found, start=1):
            articles += one.articles
            failed += one.failed
            if len(articles) >= BATCH or time.monotonic() - begun > BATCH_SECONDS:
                yield _step(holdings, collection, articles, failed, done)
                articles, failed, begun = [], [], time.monotonic()
            if stopped():
                break
    if articles or failed:
        yield _step(holdings, collection, articles, failed, done)


def read_source(source: Source) -> Read:
    """Every article of a source as it is stored; an address is asked anew, whatever it gave before."""
    if source.address is not None:
        from tui.articles.fetching import forget  # noqa: PLC0415 (most sources are files)

        forget(source.address)
    articles, failed = [], []
    try:
        members: tuple[Source, ...] = members_of(source)
    except Unreadable as error:
        members, failed = (), [(error.source.name, error.reason)]
    for member in members:
        try:
            articles.append(_stored(member))
        except Unreadable as error:
            failed.append((error.source.name, error.reason))
    return Read(tuple(articles), tuple(failed))


def _stored(source: Source) -> Stored:
    original = original_of(source)
    article = article_from(source, original)
    return stored(article, witness(article), original.content)


def _step(
    holdings: Holdings, collection: int, articles: list[Stored], failed: list[tuple[str, str]], done: int
) -> Step:
    added = holdings.add(articles, collection) if articles else ()
    titles = (one.summary.title for one in articles)
    return Step(tuple(zip(added, titles, strict=True)), tuple(failed), done)


def _found(sources: Sequence[Source]) -> Generator[Read, None, None]:
    """What came of each source, in order."""
    workers = min(os.cpu_count() or 1, MOST_PROCESSES)
    if len(sources) < MANY or workers < 2:
        yield from map(read_source, sources)
    else:
        yield from _read_aside(sources, workers)


def _read_aside(sources: Sequence[Source], workers: int) -> Generator[Read, None, None]:
    """The same from processes that read on while a batch is taken in."""
    ahead = BATCH // SHARE + workers
    waiting: deque[Future[list[Read]]] = deque()
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=_leave_interrupts) as pool:
        try:
            for at in range(0, len(sources), SHARE):
                waiting.append(pool.submit(_read_share, sources[at : at + SHARE]))
                if len(waiting) > ahead:
                    yield from waiting.popleft().result()
            while waiting:
                yield from waiting.popleft().result()
        finally:
            for future in waiting:
                future.cancel()


def _read_share(sources: Sequence[Source]) -> list[Read]:
    return [*map(read_source, sources)]


def _leave_interrupts() -> None:
    """Have ctrl+c end the command, which then ends its processes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
