"""Attributions: who is given as the source of what a sentence says."""

from tui.facts.model import Attribution, Fact, Kind
from tui.facts.speech import Speech


def find(speech: Speech) -> tuple[Fact, ...]:
    """The sources of an English text with their verbs, in its order; none inside quotations."""
    witness = speech.reading.witness
    return tuple(
        Fact(
            Kind.ATTRIBUTION,
            saying.span,
            Attribution(saying.source, saying.named, saying.verb),
            witness.sentence_at(saying.span.start),
        )
        for line in speech.lines
        for saying in line.sayings
        if not saying.implied
    )
