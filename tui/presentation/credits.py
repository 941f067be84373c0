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
    date = article.date or "none stated"
    moment = f"{day_of(date)} {date[11:]}".strip() if _has_hour(date) else date
    return shown(f"{byline} · date: {moment} · {wire}")


def day_of(date: str) -> str:
    """The day alone of a date in ISO 8601 with its hour; any other as it is."""
    return date[:10] if _has_hour(date) else date


def _has_hour(date: str) -> bool:
    return date[10:11] == "T" and date[:4].isdigit()


def tags_of(summary: Summary) -> str:
    """What readers wrote beside it, `wire=agency country=DE`; empty where nothing is."""
    return shown(" ".join(f"{name}={value}" for name, value in summary.tags))
