"""The table of furniture rules, read from its file and from the user's own."""

import re
import tomllib
import warnings
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from tui.articles.furniture import AGENCY, DAY, LONGEST_LINE, Pattern, Rule, RuleBook
from tui.articles.names import NAME, compiled
from tui.resources import user_folder
from tui.text.witness import Kind

TABLE = Path(__file__).with_name("furniture.toml")

_PLACES = {
    "anywhere": frozenset({"top", "head", "body", "tail"}),
    "top": frozenset({"top"}),
    "head": frozenset({"top", "head"}),
    "below": frozenset({"head", "tail"}),
    "tail": frozenset({"tail"}),
    "ends": frozenset({"top", "head", "tail"}),
}


class InvalidRules(Exception):  # noqa: N818 (the rules are invalid)
    """A table of rules is broken; the message says where."""


@lru_cache(maxsize=1)
def rule_book() -> RuleBook:
    """The rules that come along and the user's own; a broken table of the user's is left out with a warning."""
    tables: list[Mapping[str, Any]] = [tomllib.loads(TABLE.read_text(encoding="utf-8"))]
    own = user_table()
    try:
        if own.is_file():
            tables.append(_checked(tomllib.loads(own.read_text(encoding="utf-8"))))
    except (OSError, TypeError, ValueError, InvalidRules) as error:
        warnings.warn(f"{own}: {' '.join(str(error).split())}; the rules in it are left out", stacklevel=2)
    return _book(tables)


def user_table() -> Path:
    """Where the user's own rules lie, whether or not there are any."""
    return user_folder("config") / "furniture.toml"


def _checked(table: Mapping[str, Any]) -> Mapping[str, Any]:
    """The table, whose every pattern is known to compile.

    Raises:
        InvalidRules: A rule lacks its name, stands in an unknown place, or has a pattern that is none.
    """
    if not isinstance(rows := table.get("rule", []), list):
        raise InvalidRules("rule must be written [[rule]]")
    _entries(table, "agencies")
    for number, row in enumerate(rows, start=1):
        try:
            rule = _rule(row)
            for pattern in rule.patterns:
                compiled(pattern.source)
            for entry in ("lines", "labels"):
                _entries(row, entry)
        except (KeyError, TypeError, ValueError, AttributeError, re.error) as error:
            raise InvalidRules(
                f"rule {number} ({row.get('name', 'no name') if isinstance(row, dict) else row}): {error}"
            ) from None
    return table


def _book(tables: Iterable[Mapping[str, Any]]) -> RuleBook:
    tables = list(tables)
    names = [name for table in tables for name in _entries(table, "agencies")]
    lines: dict[str, tuple[Rule, ...]] = {}
    labels: dict[str, tuple[Rule, ...]] = {}
    patterned: list[Rule] = []
    for row in (row for table in tables for row in table.get("rule", ())):
        rule = _rule(row)
        for phrase in map(str.casefold, _entries(row, "lines")):
            lines[phrase] = (*lines.get(phrase, ()), rule)
        for phrase in map(str.casefold, _entries(row, "labels")):
            labels[phrase] = (*labels.get(phrase, ()), rule)
            lines[phrase] = (*lines.get(phrase, ()), rule) if len(phrase.split()) > 1 else lines.get(phrase, ())
        if rule.patterns:
            patterned.append(rule)
    by_place = {place: tuple(rule for rule in patterned if place in rule.places) for place in _PLACES["anywhere"]}
    return RuleBook(lines, labels, by_place, tuple(sorted(names, key=len, reverse=True)))


def _rule(row: Mapping[str, Any]) -> Rule:
    """A row of the table with its places spelt out and its patterns' words filled in."""
    where, kind = row.get("where", "anywhere"), row.get("kind", "furniture")
    if where not in _PLACES:
        raise ValueError(f"where must be one of {', '.join(_PLACES)}")
    if kind not in ("furniture", "caption"):
        raise ValueError("kind must be furniture or caption")
    name, longest, sentences = row["name"], row.get("longest", LONGEST_LINE), row.get("sentences", False)
    if not (isinstance(name, str) and isinstance(longest, int) and isinstance(sentences, bool)):
        raise TypeError("name must be text, longest a number, sentences true or false")
    patterns = tuple(map(_pattern, _entries(row, "patterns", split="\n")))
    needs = [need.replace("{agency}", AGENCY).replace("{day}", DAY) for need in _entries(row, "needs")]
    inside = tuple(need for need in needs if not need.startswith("^"))
    starts = tuple(need.removeprefix("^") for need in needs if need.startswith("^"))
    marked = any(AGENCY in need or DAY in need for need in needs)
    return Rule(name, _PLACES[where], Kind(kind), inside, starts, marked, patterns, longest, sentences)


def _pattern(written: str) -> Pattern:
    """A pattern with its words in braces filled in."""
    source = written.replace("{name}", NAME).replace("{agency}", AGENCY).replace("{day}", DAY)
    named = written.startswith(("{name}", "(?P<signer>{name}", "(?P<subject>{name}"))
    return Pattern(source, AGENCY in source or DAY in source, named)


def _entries(table: Mapping[str, Any], name: str, *, split: str = "|") -> Iterator[str]:
    """The entries of a list, or of a text with one on each line or between two bars."""
    value = table.get(name, "")
    if isinstance(value, str):
        value = value.replace("\n", split).split(split)
    if not (isinstance(value, list) and all(isinstance(entry, str) for entry in value)):
        raise TypeError(f"{name} must hold text")
    return filter(None, map(str.strip, value))
