"""Sources that are fetched, and sources that hold several articles, made single articles for a list."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress

from tui.articles import Reach, Source, Unreadable
from tui.articles.sources import may_hold_several
from tui.cli.errors import tell


def reach_of(options: object) -> Reach:
    """What the options say of how far reading may go."""
    return Reach(private=getattr(options, "allow_private", False), linked=getattr(options, "follow", False))


def single_articles(chosen: Sequence[int | Source]) -> Iterator[int | Source]:
    """What was chosen, feeds and web archives as the articles in them; addresses are fetched side by side.

    A source that cannot be read stays itself: reading it again says why. People at a terminal see how far it is.
    """
    from tui.articles import members_of
    from tui.cli.progress import Progress

    new = [one for one in chosen if isinstance(one, Source) and one.version is None]
    if any(one.path is None and one.address is None for one in new):
        _ask_for_text()
    addresses = [one for one in new if one.address is not None]
    if addresses:
        _fetch_together(addresses)
    with Progress("looking into sources,", len(chosen)) as progress:
        for done, one in enumerate(chosen, 1):
            try:
                yield from members_of(one) if isinstance(one, Source) and may_hold_several(one) else (one,)
            except Unreadable:
                yield one
            progress.reach(done)


def _ask_for_text() -> None:
    """Tell people at a keyboard that the text is for them to type; of a pipe and in scripts nothing is said."""
    if all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stderr)):
        tell("reading what you type or paste; ctrl+d on a line of its own ends it")


def _fetch_together(sources: Sequence[Source]) -> None:
    """Begin to fetch, from each host one page after the other; whoever wants a page then waits for it."""
    from threading import Thread

    by_host: dict[str, list[Source]] = {}
    for source in sources:
        by_host.setdefault((source.address or "//").split("/", 3)[2].lower(), []).append(source)
    if sys.stderr is not None and sys.stderr.isatty():
        tell("fetching " + ", ".join(source.name for source in sources[:3]) + " …" * (len(sources) > 3))
    for of_host in by_host.values():
        Thread(target=_fetch, args=(of_host,), daemon=True).start()


def _fetch(sources: Sequence[Source]) -> None:
    from tui.articles import members_of

    for source in sources:
        with suppress(Unreadable):
            members_of(source)
