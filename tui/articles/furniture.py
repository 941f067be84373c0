"""The table of rules that tells what is the site's from what is the author's."""

import re
import tomllib
import warnings
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from tui.articles.names import DAY, NAME, compiled
from tui.text.witness import Kind

TABLE = Path(__file__).with_name("furniture.toml")
LONGEST_LINE = 600
"""Code points; a longer line is never furniture."""

_PLACES = {
    "anywhere": frozenset({"top", "head", "body", "tail"}),
    "top": frozenset({"top"}),
    "head": frozenset({"top", "head"}),
    "tail": frozenset({"tail"}),
    "ends": frozenset({"top", "head", "tail"}),
}
_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()]*\)")
_SPACES = re.compile(r"\s+")
_STRAIGHT = str.maketrans("‘’ʼ“”«»–—‒―‐‑", '\'\'\'""""------')
_AROUND = re.compile(r"""^(?:[^\w"'.!?$€£@#(\[{©!]|[_*]|#(?=[#\s]))+|(?:[^\w"'.!?)\]}%]|[_*])+$""")
_BRACKETED = re.compile(r"\(([^()]*)\)|\[([^\[\]]*)\]")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*[kKmM]?(?![^\W_])")
_LABELLED = re.compile(r"\s*(?:[:：|]|\s-\s)\s*")


class InvalidRules(Exception):  # noqa: N818 (the rules are invalid)
    """A table of rules is broken; the message says where."""


@dataclass(frozen=True, slots=True)
class Finding:
    """The rule that a line answers to; `subject` is the person that the rule says the line is about."""

    rule: str
    kind: Kind
    subject: str | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A line in the two forms that rules compare: `plain` keeps case and digits, `key` neither."""

    plain: str
    key: str

    @classmethod
    def of(cls, written: str) -> "Line":
        """The forms of a line as it is written."""
        plain = _LINK.sub(r"\1", written) if "](" in written and not written.startswith("![") else written
        plain = _SPACES.sub(" ", plain.translate(_STRAIGHT)).strip()
        plain = _AROUND.sub("", plain)
        bracketed = _BRACKETED.fullmatch(plain)
        if bracketed:
            plain = (bracketed[1] or bracketed[2] or "").strip()
        return cls(plain, _key(plain))


def as_written(written: str, plain: str) -> str:
    """A part of a line in its own characters: `plain` has straight quotation marks."""
    at = written.translate(_STRAIGHT).find(plain)
    return plain if at < 0 else written[at : at + len(plain)]


def _key(plain: str) -> str:
    folded = plain.casefold()
    return _AROUND.sub("", _NUMBER.sub("#", folded) if any(map(str.isdigit, folded)) else folded)


@dataclass(frozen=True, slots=True)
class Rule:
    """One row of the table; its patterns are compiled when a line first needs them."""

    name: str
    places: frozenset[str]
    kind: Kind
    needs: tuple[str, ...]
    sources: tuple[str, ...]

    def finds(self, line: Line) -> re.Match[str] | None:
        """The whole line as one of the patterns reads it."""
        if self.needs and not any(need in line.key or need in line.plain for need in self.needs):
            return None
        found = (compiled(source).fullmatch(line.plain) for source in self.sources)
        return next(filter(None, found), None)


@dataclass(frozen=True, slots=True)
class RuleBook:
    """All rules, by what they look at: whole lines, labels, patterns."""

    lines: Mapping[str, tuple[Rule, ...]]
    labels: Mapping[str, tuple[Rule, ...]]
    patterned: tuple[Rule, ...]
    agencies: re.Pattern[str]

    def find(self, line: Line, place: str) -> Finding | None:
        """The first rule that says what a line in this place (top, head, body, tail) is, None for the author's."""
        if not line.key or len(line.plain) > LONGEST_LINE:
            return None
        rule = self._by_line(line.key, place) or self._by_label(line, place)
        if rule:
            return Finding(rule.name, rule.kind)
        for patterned in self.patterned:
            if place in patterned.places and (found := patterned.finds(line)):
                return Finding(patterned.name, patterned.kind, found.groupdict().get("subject"))
        return None

    def agency(self, text: str) -> str | None:
        """The first news agency named in a text."""
        found = self.agencies.search(text)
        return found.group() if found and found.group().casefold() != "agencies" else None

    def _by_line(self, key: str, place: str) -> Rule | None:
        rules = self.lines.get(key) or ()
        if not rules and key[-1] in ".!" and key.count(" ") >= 2:
            rules = self.lines.get(key[:-1]) or ()
        return next((rule for rule in rules if place in rule.places), None)

    def _by_label(self, line: Line, place: str) -> Rule | None:
        mark = _LABELLED.search(line.plain)
        if mark is None or not line.plain[mark.end() :]:
            return None
        rules = self.labels.get(_key(line.plain[: mark.start()])) or ()
        return next((rule for rule in rules if place in rule.places), None)


@lru_cache(maxsize=1)
def rule_book() -> RuleBook:
    """The rules that come along and the user's own; a broken table of the user's is left out with a warning."""
    tables: list[Mapping[str, Any]] = [tomllib.loads(TABLE.read_text(encoding="utf-8"))]
    own = user_table()
    try:
        if own.is_file():
            tables.append(_checked(tomllib.loads(own.read_text(encoding="utf-8"))))
    except (OSError, ValueError, InvalidRules) as error:
        warnings.warn(f"{own}: {' '.join(str(error).split())}; the rules in it are left out", stacklevel=2)
    return _book(tables)


def user_table() -> Path:
    """Where the user's own rules lie, whether or not there are any."""
    from platformdirs import user_config_path  # noqa: PLC0415 (only when a text is read)

    return user_config_path("summit-tui") / "furniture.toml"


def _checked(table: Mapping[str, Any]) -> Mapping[str, Any]:
    """The table, whose every pattern is known to compile.

    Raises:
        InvalidRules: A rule lacks its name, stands in an unknown place, or has a pattern that is none.
    """
    if not isinstance(rows := table.get("rule", []), list):
        raise InvalidRules("`rule` must be written [[rule]]")
    for number, row in enumerate(rows, start=1):
        try:
            rule = _rule(row, "")
            for source in rule.sources:
                re.compile(source, re.IGNORECASE)
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
    agencies = "|".join(sorted(map(re.escape, names), key=len, reverse=True))
    lines: dict[str, tuple[Rule, ...]] = {}
    labels: dict[str, tuple[Rule, ...]] = {}
    patterned: list[Rule] = []
    for row in (row for table in tables for row in table.get("rule", ())):
        rule = _rule(row, agencies)
        for phrase in _entries(row, "lines"):
            lines[phrase] = (*lines.get(phrase, ()), rule)
        for phrase in _entries(row, "labels"):
            labels[phrase] = (*labels.get(phrase, ()), rule)
            lines[phrase] = (*lines.get(phrase, ()), rule) if len(phrase.split()) > 1 else lines.get(phrase, ())
        if rule.sources:
            patterned.append(rule)
    return RuleBook(lines, labels, tuple(patterned), re.compile(rf"(?<!\w)(?:{agencies})(?!\w)"))


def _rule(row: Mapping[str, Any], agencies: str) -> Rule:
    """A row of the table with its places spelt out and its patterns' words filled in."""
    where, kind = row.get("where", "anywhere"), row.get("kind", "furniture")
    if where not in _PLACES:
        raise ValueError(f"where must be one of {', '.join(_PLACES)}")
    if kind not in ("furniture", "caption"):
        raise ValueError("kind must be furniture or caption")
    agency = rf"(?-i:(?:{agencies})(?!\w))"
    sources = tuple(
        source.replace("{name}", NAME).replace("{agency}", agency).replace("{day}", DAY)
        for source in _entries(row, "patterns", split="\n")
    )
    needs: list[str] = []
    for need in _entries(row, "needs"):
        needs.extend(agencies.replace("\\", "").split("|") if need == "{agency}" else [need])
    return Rule(row["name"], _PLACES[where], Kind(kind), tuple(needs), sources)


def _entries(table: Mapping[str, Any], name: str, *, split: str = "\n|") -> Iterator[str]:
    """The entries of a list, or of a text with one between two bars or on each line."""
    value = table.get(name, "")
    if isinstance(value, str):
        value = re.split(f"[{re.escape(split)}]", value)
    if not all(isinstance(entry, str) for entry in value):
        raise TypeError(f"{name} must hold text")
    return (entry.strip() for entry in value if entry.strip())
