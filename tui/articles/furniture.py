"""The table of rules that tells what is the site's from what is the author's."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from typing import NamedTuple

from tui.articles import names
from tui.articles.names import NAME, compiled
from tui.text.witness import Kind

LONGEST_LINE = 250
"""Code points; a longer line is furniture only where a rule allows for it."""
SENTENCE = 60
"""Code points from which a line with a full stop is a sentence, tried only by the rules that ask for it."""

AGENCY, DAY = "\ue000", "\ue001"
"""What stands for a news agency and for a day in the lines that patterns read."""

_LINK = r"!?\[([^\[\]]*)\]\([^()]*\)"
_STRAIGHT = str.maketrans("‘’ʼ“”–—‒―‐‑", "'''\"\"------")
_OPENING = frozenset("\"'.!?$€£@([{©¡¿")
_CLOSING = frozenset("\"'.!?)]}%")
_BRACKETED = r"\(([^()]*)\)|\[([^\[\]]*)\]"
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*[kKmM]?(?![^\W_])")
_YEAR = r"\d{4}|\d[-/.]\d"
_LABELLED = re.compile(r"\s*(?:[:|]|：|\s-\s)\s*")
_LABELS_END = (":", "：", "|", " - ")
_DIGIT = re.compile(r"\d")


class Finding(NamedTuple):
    """The rule that a line answers to; `subject` is the person that the rule says the line is about.

    Where `signs` is True the line answers to it only if that person signs the article.
    """

    rule: str
    kind: Kind
    subject: str | None = None
    signs: bool = False


class Line(NamedTuple):
    """A line in the two forms that rules compare: `plain` keeps case and digits, `key` neither."""

    plain: str
    key: str

    @classmethod
    def of(cls, written: str) -> "Line":
        """The forms of a line as it is written."""
        plain = re.sub(_LINK, r"\1", written) if "](" in written and not written.startswith("![") else written
        plain = " ".join(plain.translate(_STRAIGHT).split())
        plain = _without_ornaments(plain)
        if plain.startswith(("(", "[")) and (bracketed := re.fullmatch(_BRACKETED, plain)):
            plain = (bracketed[1] or bracketed[2] or "").strip()
        return cls(plain, _key(plain))


def as_written(written: str, plain: str) -> str:
    """A part of a line in its own characters: `plain` has straight quotation marks."""
    at = written.translate(_STRAIGHT).find(plain)
    return plain if at < 0 else written[at : at + len(plain)]


def _without_ornaments(plain: str) -> str:
    """The line without bullets, arrows, colons and the like around it; a hash stays where a word follows it."""
    start, end = 0, len(plain)
    while start < end and _is_ornament(plain[start]) and plain[start] not in _OPENING:
        if plain[start] == "#" and plain[start + 1 : start + 2].isalnum():
            break
        start += 1
    while start < end and (
        (_is_ornament(plain[end - 1]) and plain[end - 1] not in _CLOSING) or plain[:end].endswith("..")
    ):
        end -= 2 if plain[end - 1] == "." else 1
    return plain[start:end].strip(" .") if plain[end - 1 : end] == "." and end < len(plain) else plain[start:end]


def _is_ornament(char: str) -> bool:
    """Whether it is punctuation, a symbol, a space or a control character."""
    return not char.isalnum() and unicodedata.category(char)[0] in "PSZC"


def _key(plain: str) -> str:
    folded = plain.casefold()
    return _NUMBER.sub("#", folded) if _DIGIT.search(folded) else folded


class Pattern(NamedTuple):
    """A regular expression for a whole line, in which agencies and days may have been replaced.

    Where `named` is True the line begins with a person's name.
    """

    source: str
    marked: bool
    named: bool


class Rule(NamedTuple):
    """One row of the table; its patterns are compiled when a line first holds what they need.

    Where `marked` is True what they need may be a news agency or a day.
    """

    name: str
    places: frozenset[str]
    kind: Kind
    needs: tuple[str, ...]
    starts: tuple[str, ...]
    marked: bool
    patterns: tuple[Pattern, ...]
    longest: int
    sentences: bool

    def finds(self, line: Line, marked: Callable[[], str]) -> re.Match[str] | None:
        """The whole line as one of the patterns reads it; `marked` gives it with agencies and days replaced."""
        if not (self._may_find(line.key) or (self.marked and self._may_find(marked()))):
            return None
        tried = (
            compiled(pattern.source).fullmatch(marked() if pattern.marked else line.plain)
            for pattern in self.patterns
            if not pattern.named or compiled(NAME).match(line.plain)
        )
        return next(filter(None, tried), None)

    def _may_find(self, text: str) -> bool:
        """Whether the text holds what the patterns need: most are never compiled."""
        unneeded = not self.needs and not self.starts
        return unneeded or text.startswith(self.starts) or any(map(text.__contains__, self.needs))


class RuleBook(NamedTuple):
    """All rules, by what they look at: whole lines, labels, patterns; and news agencies, the longest name first."""

    lines: Mapping[str, tuple[Rule, ...]]
    labels: Mapping[str, tuple[Rule, ...]]
    patterned: Mapping[str, tuple[Rule, ...]]
    agencies: tuple[str, ...]

    def find(self, line: Line, place: str) -> Finding | None:
        """The first rule that says what a line in this place (top, head, body, tail) is, None for the author's."""
        if not line.key:
            return None
        rule = self._by_line(line.key, place) or self._by_label(line, place)
        if rule and len(line.plain) <= rule.longest:
            return Finding(rule.name, rule.kind)
        return self._by_pattern(line, place)

    def agency(self, text: str) -> str | None:
        """The first news agency named in a text."""
        agencies = self.agencies_in(text)
        found = agencies.search(text) if agencies else None
        return found.group() if found and found.group().casefold() != "agencies" else None

    def agencies_in(self, text: str) -> re.Pattern[str] | None:
        """What finds the agencies that the text may name, as words of their own; None where it names none.

        A pattern of all agencies takes longer to compile than some articles to read.
        """
        named = [re.escape(name) for name in self.agencies if name in text]
        return re.compile(rf"(?<!\w)(?:{'|'.join(named)})(?!\w)") if named else None

    def _by_line(self, key: str, place: str) -> Rule | None:
        rules = self.lines.get(key) or ()
        if not rules and key[-1] in ".!" and key.count(" ") >= 2:
            rules = self.lines.get(key[:-1]) or ()
        return next((rule for rule in rules if place in rule.places), None)

    def _by_label(self, line: Line, place: str) -> Rule | None:
        labelled = any(map(line.plain.__contains__, _LABELS_END))
        mark = _LABELLED.search(line.plain) if labelled else None
        if mark is None or not line.plain[mark.end() :]:
            return None
        rules = self.labels.get(_key(line.plain[: mark.start()])) or ()
        return next((rule for rule in rules if place in rule.places), None)

    def _by_pattern(self, line: Line, place: str) -> Finding | None:
        size = len(line.plain)
        is_sentence = size > LONGEST_LINE or (size >= SENTENCE and line.plain[-1] in ".?!\"'")
        kept: list[str] = []

        def marked() -> str:
            if not kept:
                kept.append(self._marked(line.plain, days=not is_sentence))
            return kept[0]

        for rule in self.patterned[place]:
            if size <= rule.longest and (rule.sentences or not is_sentence) and (found := rule.finds(line, marked)):
                named = found.groupdict()
                signer = named.get("signer")
                return Finding(rule.name, rule.kind, signer or named.get("subject"), signs=bool(signer))
        return None

    def _marked(self, plain: str, *, days: bool) -> str:
        """The line with one character for each agency, and for each day whose year is stated; a long one has none."""
        if len(plain) > 2 * LONGEST_LINE:
            return ""
        agencies = self.agencies_in(plain)
        marked = agencies.sub(AGENCY, plain) if agencies else plain
        if days and re.search(_YEAR, plain):
            marked = compiled(names.DAY).sub(lambda found: DAY if re.search(_YEAR, found[0]) else found[0], marked)
        return marked
