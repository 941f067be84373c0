"""Who an article says it is by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.text.shown import shown

if TYPE_CHECKING:
    from tui.articles import Article, Summary


def credits_of(article: Article | Summary) -> str:
    """Who wrote it, when, and whose wire it is, with `none stated` where the source is silent."""
    stated = f'"{article.wire}"' if article.agency is None else f'{article.agency} ("{article.wire}")'
    wire = f"wire: {stated if article.wire else 'none'}"
    byline = f"by {article.byline}" if article.byline else "by: none stated"
    return shown(f"{byline} · date: {article.date or 'none stated'} · {wire}")
