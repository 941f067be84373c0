"""What is worked out from reviews, as JSON records."""

from collections.abc import Iterable, Sequence

from tui.reports.records import Record, headed
from tui.review.agreement import Agreement, Share
from tui.review.anchors import Anchor
from tui.review.calibration import Rule, Step
from tui.review.located import Standing
from tui.review.rows import row_of
from tui.review.sensitivity import Effect


def agreement_record(found: Agreement, names: tuple[str, str]) -> Record:
    """A `summit-tui/agreement@1` record; a share or kappa that nothing can be said of is null."""
    return {
        **headed("summit-tui/agreement@1"),
        "mine": names[0],
        "theirs": names[1],
        "n": found.n,
        "agreed": found.overall.agreed,
        "agreement": found.share,
        "kappa": found.overall.kappa,
        "classes": {judgement.value: _share(share) for judgement, share in found.classes},
        "disagreements": [
            {
                "mine": both.mine.judgement.value,
                "theirs": both.theirs.judgement.value,
                "sentences": [_sentence(anchor) for anchor in both.mine.anchors],
            }
            for both in found.disagreements
        ],
    }


def calibration_record(steps: Iterable[Step], rules: Iterable[Rule]) -> Record:
    """A `summit-tui/calibration@1` record."""
    return {
        **headed("summit-tui/calibration@1"),
        "steps": [step._asdict() for step in steps],
        "candidates": [rule._asdict() for rule in rules],
    }


def sensitivity_record(effects: Iterable[Effect], cut: float, reviewer: str) -> Record:
    """A `summit-tui/sensitivity@1` record."""
    return {
        **headed("summit-tui/sensitivity@1"),
        "settings": {"cut": cut},
        "reviewer": reviewer,
        "cuts": [
            {
                "cut": effect.cut,
                "links": effect.links,
                "beads": effect.beads,
                "kept": effect.kept,
                "gone": _reviewed(effect.gone),
                "new": _reviewed(effect.new),
            }
            for effect in effects
        ],
    }


def _share(share: Share) -> Record:
    return {"mine": share.mine, "theirs": share.theirs, "agreed": share.agreed, "kappa": share.kappa}


def _reviewed(found: Sequence[Standing]) -> list[Record]:
    return [
        {
            "verdict": row_of(standing.act)["value"],
            "sentences": [_sentence(anchor) for anchor in standing.mark.anchors],
        }
        for standing in found
    ]


def _sentence(anchor: Anchor) -> Record:
    return anchor._asdict()
