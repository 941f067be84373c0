"""Sentences of a report's sources as quotations."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tui.articles.paragraphs import bullet_size
from tui.collation.model import Claim
from tui.collation.survey import Survey
from tui.collation.told import Candidate, Cited
from tui.facts import Fact, Kind, Quantity
from tui.reports import by_hand
from tui.reports.account import Account
from tui.reports.dossier.model import Claimed, Disputed, Parted, Quote
from tui.text.spans import Span
from tui.text.witness import Kind as Place


class Quoting:
    """Quotes these sources, which are the survey's, in its order."""

    def __init__(self, accounts: Sequence[Account], survey: Survey) -> None:
        self._accounts = accounts
        self._places = [account.places for account in accounts]
        self._telling = _telling(survey)
        self._survey = survey
        self._ties = by_hand.by_hand(accounts, survey.collation)
        self._hands = survey.collation.by_hand

    @property
    def labels(self) -> list[str]:
        """What the sources are called."""
        return [account.label for account in self._accounts]

    def claim(self, number: int, claim: Claim) -> Claimed:
        """The claim with every sentence that makes it, by source."""
        return Claimed(
            number=number,
            quote=self._quote(*claim.representative),
            said=tuple(self._quote(source, at) for source in claim.sources for at in claim.sentences[source]),
            stances=tuple(claim.stance(source).value for source in range(len(self._accounts))),
            corroboration=claim.corroboration,
            origins=claim.origins,
            similarity=claim.similarity,
            parts=tuple(self._parts(number)),
            ties=self._ties.get(number, ()),
            hands=tuple(by_hand.sign(self._hands, number, source) for source in range(len(self._accounts))),
        )

    def _parts(self, claim: int) -> Iterator[Parted]:
        place = self._survey.parted(claim)
        if place is None:
            return
        whole = self._quote(*place)
        for part in self._survey.parts_of(*place):
            quote = replace(whole, span=part.span, text=self._accounts[place.source].witness.text[slice(*part.span)])
            speaking = tuple(source for source, sentences in enumerate(part.sentences) if sentences)
            yield Parted(quote, speaking, part.is_counted)

    def dispute(self, candidate: Candidate) -> Disputed:
        """Every sentence of both sides; one sentence that says both once."""
        left = tuple(map(self.cited, (candidate.left, *candidate.left_too)))
        right = tuple(map(self.cited, (candidate.right, *candidate.right_too)))
        if len(left) == len(right) == 1 and (left[0].source, left[0].span) == (right[0].source, right[0].span):
            left, right = (replace(left[0], marked=left[0].marked + right[0].marked),), ()
        return Disputed(candidate.kind, candidate.rule, candidate.reason, left, right, candidate.verdict)

    def marked(self, quote: Quote) -> Quote:
        """The sentence with those of its figures and quotations marked that no other origin has."""
        sentence = self._accounts[quote.source].witness.sentence_at(quote.span.start)
        return replace(quote, marked=tuple(self._telling.get((quote.source, sentence), ())))

    def is_told(self, quote: Quote) -> bool:
        """Whether the sentence stands in the text, and is no title or heading."""
        witness = self._accounts[quote.source].witness
        return witness.sentences[witness.sentence_at(quote.span.start)].kind not in (Place.TITLE, Place.HEADING)

    def _quote(self, source: int, sentence: int) -> Quote:
        """The sentence; of an item of a list what stands behind its bullet, since reports have lists of their own."""
        witness = self._accounts[source].witness
        span, kind, _ = witness.sentences[sentence]
        if kind is Place.LIST:
            span = Span(span.start + bullet_size(witness.quote(sentence)), span.end)
        return Quote(source, span, witness.text[slice(*span)], self._places[source][sentence], witness.language)

    def cited(self, cited: Cited) -> Quote:
        """What is cited, marked in the sentences over which it runs."""
        whole = self._quote(cited.source, cited.sentence)
        witness = self._accounts[cited.source].witness
        last = min(witness.sentence_at(cited.span.end - 1), len(witness.sentences) - 1)
        span = Span(whole.span.start, max(whole.span.end, witness.sentences[last].span.end))
        return replace(whole, span=span, text=witness.text[slice(*span)], marked=(cited.span,))


def _telling(survey: Survey) -> dict[tuple[int, int], list[Span]]:
    """By source and sentence, the figures, and the quotations that no other origin gives in the same words."""
    origins, common = survey.collation.origins, set()
    for rendering in survey.variants:
        left, right = rendering.left, rendering.right
        if rendering.relation != "changed" and origins[left.source] != origins[right.source]:
            common |= {(left.source, left.span), (right.source, right.span)}
    found: dict[tuple[int, int], list[Span]] = {}
    for source, facts in enumerate(survey.facts):
        for fact in facts:
            if _is_figure(fact) or (fact.kind is Kind.QUOTATION and (source, fact.span) not in common):
                found.setdefault((source, fact.sentence), []).append(fact.span)
    return found


def _is_figure(fact: Fact) -> bool:
    """Whether it is a quantity, and no mere rank."""
    return isinstance(fact.value, Quantity) and not fact.value.ordinal
