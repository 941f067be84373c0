"""What a library's articles answer, as JSON records."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from tui.articles import Summary

if TYPE_CHECKING:
    from tui.library.related import Related
    from tui.library.search import Found
    from tui.reports.records import Record


def search_record(query: str, found: "Found") -> "Record":
    """A `summit-tui/search@1` record: the sentences that answer, best first, with the key of the text they stand in."""
    hits = [
        {
            "source": hit.label,
            "key": hit.source.version,
            "sentence": hit.sentence,
            "start": hit.span.start,
            "end": hit.span.end,
            "text": hit.text,
            "score": hit.score,
        }
        for hit in found.hits
    ]
    return {"schema": "summit-tui/search@1", "query": query, "hits": hits, "more": found.more, "ranked": found.ranked}


def related_record(summary: Summary, found: "Iterable[tuple[Related, Summary]]") -> "Record":
    """A `summit-tui/related@1` record: what shares most with an article, the closest first."""
    articles = [
        {"label": one.label, "key": other.key, "title": other.title, "share": one.share, "words": one.words}
        for one, other in found
    ]
    return {"schema": "summit-tui/related@1", "source": summary.label, "key": summary.key, "articles": articles}
