"""Words found in every article of a library."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tui.alignment.content import words_of
from tui.articles.collection import label_of
from tui.articles.origin import Source, source_of
from tui.library.contents import inflated, sentences_of, text_of
from tui.library.library import Library
from tui.text.spans import Span
from tui.text.tokens import tokenize
from tui.text.typography import fold

MOST = 100
"""Hits that are given unless more or fewer are asked for."""

RANKED = 10_000
"""Where more articles have the words, those added last are given instead of the best."""

FEW = 500
"""Of a collection of so many articles each is asked by itself, however large the library is around it."""

_OPENING = "\"'([{¿¡"
_QUOTED = re.compile(r'["“”„«»]([^"“”„«»]+)["“”„«»]|(\S+)')
_LANGUAGES = """
    WITH RECURSIVE found (language) AS (
      SELECT min(language) FROM held
      UNION ALL SELECT (SELECT min(language) FROM held WHERE language > found.language) FROM found
      WHERE language IS NOT NULL)
    SELECT language FROM found WHERE language IS NOT NULL"""
_COUNTED = "SELECT articles FROM form WHERE form = ?"
_STEM = """
    WITH RECURSIVE cut (form) AS (
      VALUES (?) UNION ALL SELECT substr(form, 1, length(form) - 1) FROM cut WHERE length(form) > 3)
    SELECT form FROM form JOIN cut USING (form) ORDER BY length(form) DESC LIMIT 1"""
_MATCHES = """
    SELECT words.rowid, number, -bm25(words) FROM words JOIN holding ON holding.article = words.rowid
    WHERE words MATCH ? AND collection = ? AND removed IS NULL"""
_BEST = f"{_MATCHES} ORDER BY rank, words.rowid LIMIT ?"
_LATEST = """
    SELECT words.rowid, number, 0.0 FROM words CROSS JOIN holding ON holding.article = words.rowid
    WHERE words MATCH ? AND collection = ? AND removed IS NULL ORDER BY words.rowid DESC LIMIT ?"""
_EACH = """
    SELECT words.rowid, number, -bm25(words) FROM holding CROSS JOIN words ON words.rowid = holding.article
    WHERE words MATCH ? AND collection = ? AND removed IS NULL LIMIT ?"""
_CONTENT = """
    SELECT source, "key", original, text, parts, forms FROM article JOIN content ON content.article = article.id
    WHERE article.id = ?"""


class Hit(NamedTuple):
    """A sentence that answers: its article, its number there, furniture counted, and where it stands in the text.

    `score` is above 0.0 and larger the better, and 0.0 where articles were not ranked.
    """

    source: Source
    label: str
    sentence: int
    span: Span
    text: str
    score: float


class Found(NamedTuple):
    """The hits, best first; `more` says that there are others, `ranked` that the best are given, not the latest."""

    hits: tuple[Hit, ...]
    more: bool
    ranked: bool


class Term(NamedTuple):
    """One word of a query, or several in a row: in the forms that each language gives them.

    A word that no article has is taken for the beginning of one, `begins`; `forms` are then stems that it may have.
    """

    forms: tuple[tuple[str, ...], ...]
    begins: str = ""

    @property
    def expression(self) -> str:
        """It in the index's language."""
        wanted = [quoted(" ".join(form)) for form in self.forms]
        return f"({' OR '.join([*wanted, quoted(self.begins) + '*'] if self.begins else wanted)})"

    def counted(self, sentences: Sequence[str], forms: Sequence[str]) -> list[bool]:
        """Whether each sentence has it, by its text and by the forms of its words, spaces around and between them."""
        if self.begins:
            return [self._begins_in(sentence, line) for sentence, line in zip(sentences, forms, strict=True)]
        if len(self.forms) == 1:
            wanted = f" {' '.join(self.forms[0])} "
            return [wanted in line for line in forms]
        needles = [f" {' '.join(form)} " for form in self.forms]
        return [any(wanted in line for wanted in needles) for line in forms]

    def _begins_in(self, sentence: str, forms: str) -> bool:
        words = fold(sentence).split() if len(forms) > 2 else ()  # furniture has no forms
        return f" {self.begins}" in forms or any(word.lstrip(_OPENING).startswith(self.begins) for word in words)


def search(library: Library, query: str, collection: int, most: int = MOST) -> Found:
    """The sentences with these words, whatever their case, spelling and ending; `"words in quotes"` in that order.

    Every article that is found has all the words; its sentences with all of them are hits, without one the first of
    those with most.

    Raises:
        LibraryError: The library cannot be asked.
    """
    terms = terms_of(library, query)
    if not terms:
        return Found((), more=False, ranked=True)
    rows, ranked = _articles(library, terms, collection, most)
    hits: list[Hit] = []
    for article, number, score in rows:
        if len(hits) > most:
            break
        hits.extend(_hits(library, terms, article, number, score))
    return Found(tuple(hits[:most]), more=len(hits) > most, ranked=ranked)


def terms_of(library: Library, query: str) -> tuple[Term, ...]:
    """The query's words and phrases that carry content."""
    languages = [language for (language,) in library.store().ask(_LANGUAGES)] or ["en"]
    found = (_term(library, phrase or word, languages) for phrase, word in _QUOTED.findall(query))
    return tuple(term for term in found if term is not None)


def _term(library: Library, written: str, languages: Sequence[str]) -> Term | None:
    """What is searched for one word or phrase; None where it carries no content."""
    folded = [tokenize(written, language=language).forms for language in languages]
    keys = [tuple(words_of(language).content_keys(forms)) for language, forms in zip(languages, folded, strict=True)]
    forms = tuple(dict.fromkeys(key for key in keys if key))
    if not forms:
        return None
    if len(forms[0]) == 1 and not any(_count(library, form) for form in forms):
        begins = folded[0][0]
        return Term(tuple((stem,) for (stem,) in library.store().ask(_STEM, (begins,))), begins)
    return Term(forms)


def _count(library: Library, form: Sequence[str]) -> int:
    """In how many articles the rarest of these forms stands."""
    counts = (library.store().ask(_COUNTED, (one,)) for one in form)
    return min(rows[0][0] if rows else 0 for rows in counts)


def _articles(
    library: Library, terms: Sequence[Term], collection: int, most: int
) -> tuple[list[tuple[int, int, float]], bool]:
    """Articles with all the terms, with their numbers and scores; and whether they are ranked."""
    ask = library.store().ask
    expression = " AND ".join(term.expression for term in terms)
    counts = (sum(_count(library, form) for form in term.forms) for term in terms if not term.begins)
    ((size,),) = ask("SELECT count(*) FROM (SELECT 1 FROM holding WHERE collection = ? LIMIT ?)", (collection, FEW + 1))
    if size <= FEW:
        rows = ask(_EACH, (expression, collection, FEW))
        return sorted(rows, key=lambda row: (-row[2], row[1])), True
    ranked = min(counts, default=0) <= RANKED
    return ask(_BEST if ranked else _LATEST, (expression, collection, most + 1)), ranked


def _hits(library: Library, terms: Sequence[Term], article: int, number: int, score: float) -> Iterator[Hit]:
    """The article's sentences with all the terms, without one the first of those with most."""
    rows = library.store().ask(_CONTENT, (article,))
    for source, key, original, text, parts, forms in rows:
        whole, spans = text_of(original, text), sentences_of(parts)
        sentences = [whole[slice(*span)] for span in spans]
        lines = [f" {line} " for line in inflated(forms).split("\n")]
        counts = [sum(each) for each in zip(*(term.counted(sentences, lines) for term in terms), strict=True)]
        best = max(counts)
        found = [at for at, count in enumerate(counts) if count == best > 0]
        for at in found if best == len(terms) else found[:1]:
            told = round(score * best / len(terms), 4)
            yield Hit(source_of(source, key), label_of(number), at, spans[at], sentences[at], told)


def quoted(form: str) -> str:
    """The form as the index's language has it."""
    return f'"{form.replace(chr(34), chr(34) * 2)}"'
