"""Everything that reviewers did, gathered over all articles of the list."""

from collections import defaultdict
from collections.abc import Sequence

from tui.app.sitting.reviewing import Reviewing
from tui.articles import Unreadable
from tui.presentation.review.entries import Annotation
from tui.presentation.spot import Spot
from tui.review.acts import Act, Note, Redo, Undo, Verdict
from tui.review.located import Where
from tui.review.settling import settled
from tui.text.sides import Side


def annotations(reviewing: Reviewing) -> tuple[Annotation, ...]:
    """What stands of everyone's acts, by article or pair of articles in the order of the list, then by sentence.

    Reads the articles that something was done to.
    """
    standing = [act for act in reviewing.history.standing() if _says_something(act)]
    numbers = _readable(reviewing, standing)
    located = reviewing.located(numbers)
    wheres = {act.id: tuple(sorted(located.wheres(act))) for act in standing}
    open_pairs = _disagreements(standing, wheres)
    found = [
        _annotation(reviewing, act, numbers, wheres[act.id], open_pairs)._replace(reworded=located.is_reworded(act))
        for act in standing
    ]
    return tuple(sorted(found, key=lambda one: (not one.spot.articles, one.spot, one.act.time)))


def _says_something(act: Act) -> bool:
    return not isinstance(act.deed, Note) or bool(act.deed.text)


def _readable(reviewing: Reviewing, acts: Sequence[Act]) -> list[int]:
    """The articles of the list that something was done to, as far as they can be read."""
    numbers = sorted({number for act in acts for number in reviewing.numbers_of(act) if number is not None})
    readable = []
    for number in numbers:
        try:
            reviewing.version(number)
        except Unreadable:
            continue
        readable.append(number)
    return readable


def _disagreements(acts: Sequence[Act], wheres: dict[str, tuple[Where, ...]]) -> set[tuple[Where, ...]]:
    """The pairs on which reviewers differ and nobody has decided."""
    verdicts: dict[tuple[Where, ...], list[Verdict]] = defaultdict(list)
    for act in acts:
        if isinstance(act.deed, Verdict) and wheres[act.id]:
            verdicts[wheres[act.id]].append(act.deed)
    return {pair for pair, found in verdicts.items() if settled(found) is None}


def _annotation(
    reviewing: Reviewing,
    act: Act,
    numbers: Sequence[int],
    wheres: tuple[Where, ...],
    open_pairs: set[tuple[Where, ...]],
) -> Annotation:
    assert not isinstance(act.deed, (Undo, Redo))
    spot = Spot(tuple(numbers[where.text] for where in wheres), Side.LEFT, wheres[0].sentence if wheres else 0)
    witnesses = [reviewing.version(numbers[where.text]).witness for where in wheres]
    labels = [reviewing.label(numbers[where.text]) for where in wheres]
    sentences = tuple(
        (f"{label} {witness.cite(where.sentence)}", witness.quote(where.sentence))
        for label, witness, where in zip(labels, witnesses, wheres, strict=True)
    )
    lost = tuple((f"“{anchor.title}”", anchor.quotation) for anchor in act.deed.anchors)
    return Annotation(act, act.deed, spot, sentences or lost, isinstance(act.deed, Verdict) and wheres in open_pairs)
