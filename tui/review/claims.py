"""What reviewers say of claims that several texts make."""

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from tui.review.acts import Judgement, Note
from tui.review.located import Located, Where
from tui.review.settling import settled
from tui.text.shown import one_line


class Remark(NamedTuple):
    """What is settled of a claim's sentences, each judgement once, and the notes on them: who wrote it, and what."""

    verdicts: tuple[Judgement, ...] = ()
    notes: tuple[tuple[str, str], ...] = ()

    @property
    def judged(self) -> str:
        """The judgements in a line."""
        return ", ".join(verdict.value for verdict in self.verdicts)

    @property
    def noted(self) -> str:
        """The notes in a line that is safe to show, each behind who wrote it."""
        return "; ".join(f"{reviewer}: {one_line(text)}" for reviewer, text in self.notes)


UNREMARKED = Remark()
"""Nobody has said anything."""


def cells_of_verdicts(
    located: Located, told: Sequence[Sequence[int | None]], reviewer: str
) -> dict[tuple[int, int], set[Judgement]]:
    """The reviewer's own verdicts, by the claims that they are on and the texts of their sentences. O(pairs).

    A verdict on two sentences of one claim is on that claim; on sentences of two claims only a conflict is, on both.
    """
    found: dict[tuple[int, int], set[Judgement]] = defaultdict(set)
    for pair in located.pairs:
        verdict = located.verdict(*pair, reviewer)
        if verdict is None:
            continue
        for claim in _claims_of(pair, told, verdict.judgement):
            for where in pair:
                if told[where.text][where.sentence] == claim:
                    found[claim, where.text].add(verdict.judgement)
    return found


def remarks(located: Located, told: Sequence[Sequence[int | None]], claims: int) -> tuple[Remark, ...]:
    """What there is to say of each claim. O(sentences and acts).

    A verdict on two sentences of one claim is on that claim; on sentences of two claims only a conflict is, on both.

    Args:
        located: The acts on the texts.
        told: The number of the claim that each sentence of each text makes, None where it makes none.
        claims: How many claims there are.
    """
    verdicts: dict[int, set[Judgement]] = defaultdict(set)
    for one, other in located.pairs:
        said = settled(located.said(one, other))
        if said is not None:
            for number in _claims_of((one, other), told, said):
                verdicts[number].add(said)
    notes: dict[int, dict[tuple[str, str], None]] = defaultdict(dict)
    for text, sentences in enumerate(told):
        for sentence, claim in enumerate(sentences):
            for standing in located.notes(Where(text, sentence)) if claim is not None else ():
                if isinstance(standing.mark, Note):
                    notes[claim or 0][standing.act.reviewer, standing.mark.text] = None
    return tuple(
        Remark(tuple(said for said in Judgement if said in verdicts[claim]), tuple(notes[claim]))
        for claim in range(claims)
    )


def _claims_of(pair: tuple[Where, Where], told: Sequence[Sequence[int | None]], said: Judgement) -> set[int]:
    """The claims that a judgement on two sentences is on."""
    made = {told[where.text][where.sentence] for where in pair}
    return {claim for claim in made if claim is not None} if len(made) == 1 or said is Judgement.CONFLICT else set()
