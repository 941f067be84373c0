"""A report as Markdown, in which every quotation stands between comments that say where it is from."""

from collections.abc import Iterable, Iterator, Sequence

from tui.reports.claims import SIGNS
from tui.reports.dossier import words
from tui.reports.dossier.anchors import markdown_quote, markdown_source
from tui.reports.dossier.model import Claimed, Disputed, Dossier, Quote, Section, ToConfirm
from tui.reports.markdown import escaped

_WIDEST = 20
"""Sources that have a column each; more are named behind the claim."""


def report_markdown(dossier: Dossier) -> str:
    """The whole report, with tables as GitHub writes them; what a source says stays text."""
    return "\n\n".join(_parts(dossier)) + "\n"


def _parts(dossier: Dossier) -> Iterator[str]:
    yield f"# {words.title(len(dossier.accounts))}"
    yield _stamp(dossier)
    yield "## Sources"
    yield "\n".join(_source(dossier, number) for number in range(len(dossier.accounts)))
    for section, write in _SECTIONS.items():
        if section in dossier.sections:
            yield from write(dossier)
    yield words.CHECK


def _candidates(dossier: Dossier) -> Iterator[str]:
    yield "## Candidates for conflict"
    yield words.CANDIDATES if dossier.disputes else words.NO_CANDIDATES
    yield from _list(_dispute(dossier, dispute) for dispute in dossier.disputes)


def _confirming(dossier: Dossier) -> Iterator[str]:
    yield "## To confirm"
    for cause, entries in dossier.causes.items():
        yield f"### {words.CAUSES[cause]}"
        yield from _list(_to_confirm(dossier, entry) for entry in entries)


def _table(dossier: Dossier) -> Iterator[str]:
    yield "## Claims and sources"
    yield words.legend(dossier)
    yield "\n".join(_claims(dossier))
    further = list(_list(_further(dossier)))
    if further:
        yield from ("### Further sentences, by number of claim", *further)
    parts = list(_list(_parted(dossier)))
    if parts:
        yield from ("### Claims in part, by number of claim", words.PARTS, *parts)


def _paired(dossier: Dossier) -> Iterator[str]:
    if dossier.pairs:
        yield "## Pairs"
        yield words.PAIRS
        yield "\n".join(_pairs(dossier))


def _stamp(dossier: Dossier) -> str:
    stamp = dossier.stamp
    told = (
        f"Made {stamp.made} by summit-tui {stamp.version} for {stamp.reviewer}",
        f"scorer {stamp.scorer}, sentences joined to claims from {stamp.joined:.2f}",
    )
    return escaped("; ".join(told)) + "."


def _source(dossier: Dossier, number: int) -> str:
    account, origin = dossier.accounts[number], dossier.origins[number]
    article = account.article
    echo = f"one origin with {dossier.labels[origin]}" if origin != number else ""
    stated = (article.byline or "no byline", article.date or "no date", echo, account.file)
    told = " · ".join(escaped(one) for one in stated if one)
    hidden = markdown_source(dossier, number)
    return f"- **{escaped(account.label)}** {escaped(article.title)}<br>{told} · SHA-256 `{article.sha256}` {hidden}"


def _digest(dossier: Dossier) -> Iterator[str]:
    yield "## Digest"
    yield words.DIGEST
    if dossier.digest.several:
        yield "### Said by several"
        yield from _list(
            f"{_quotation(dossier, claim.quote)} — {escaped(_counted(claim, dossier.labels))}"
            for claim in dossier.digest.several
        )
    for label, told in zip(dossier.labels, dossier.digest.alone, strict=True):
        if told:
            yield f"### Only in {escaped(label)}"
            yield from _list(_quotation(dossier, claim.quote) for claim in told)


def _dispute(dossier: Dossier, dispute: Disputed) -> str:
    sides = (f"  - {_quotation(dossier, quote)}{_marks(quote)}" for quote in dispute.quotes)
    return "\n".join((f"candidate: {escaped(dispute.reason)} (rule {escaped(dispute.rule)}){dispute.judged}", *sides))


def _to_confirm(dossier: Dossier, entry: ToConfirm) -> str:
    quotes = [f"  - {_quotation(dossier, quote)}{_marks(quote)}" for quote in entry.quotes]
    return "\n".join((f"[ ] {escaped(entry.reason)}", *quotes))


def _marks(quote: Quote) -> str:
    return f" — {escaped('; '.join(quote.marks))}" if quote.marks else ""


def _claims(dossier: Dossier) -> Iterator[str]:
    labels = list(map(escaped, dossier.labels))
    columns = labels if len(labels) <= _WIDEST else ["Says"]
    yield f"| No. | Claim | {' | '.join(columns)} | Sources | Origins |"
    yield f"| --: | :-- |{' :-: |' * len(columns)} --: | --: |"
    for claim in dossier.claims:
        signs = [f"{SIGNS[stance]}{hand}" for stance, hand in zip(claim.stances, claim.hands, strict=True)]
        if len(labels) > _WIDEST:
            signs = [words.listed(claim.speaking, labels)]
        cells = (
            str(claim.number + 1),
            _quotation(dossier, claim.quote) + _remarked(claim),
            *signs,
            str(claim.corroboration),
            str(claim.origins),
        )
        yield f"| {' | '.join(cells)} |"


def _remarked(claim: Claimed) -> str:
    said = filter(None, (claim.remark.judged and f"judged {claim.remark.judged}", claim.remark.noted, claim.tied))
    return "".join(f" — {escaped(words)}" for words in said)


def _further(dossier: Dossier) -> Iterator[str]:
    for claim in dossier.claims:
        for quote in claim.said:
            if quote != claim.quote:
                yield f"{claim.number + 1}: {_quotation(dossier, quote)}"


def _parted(dossier: Dossier) -> Iterator[str]:
    for claim in dossier.claims:
        for part in claim.parts:
            said = (
                f"{len(part.speaking)}: {words.listed(part.speaking, dossier.labels)}"
                if part.counted
                else "not counted"
            )
            yield f"{claim.number + 1}: {_quotation(dossier, part.quote)} — {escaped(said)}"


def _pairs(dossier: Dossier) -> Iterator[str]:
    labels = list(map(escaped, dossier.labels))
    yield "| Pair | Both | Only the first | Only the second | Candidates |"
    yield "| :-- | --: | --: | --: | --: |"
    for pair in dossier.closest:
        counts = (pair.both, pair.left_only, pair.right_only, pair.conflicts)
        yield f"| {labels[pair.left]} and {labels[pair.right]} | {' | '.join(map(str, counts))} |"


def _counted(claim: Claimed, labels: Sequence[str]) -> str:
    origins = f", {claim.origins} origins" if claim.origins < claim.corroboration else ""
    differing = f"; {words.listed(claim.differing, labels)} may differ" if claim.differing else ""
    return f"{claim.corroboration} sources{origins}: {words.listed(claim.speaking, labels)}{differing}"


def _quotation(dossier: Dossier, quote: Quote) -> str:
    """The place comes first, so that no line begins with a comment."""
    text = escaped(" ".join(quote.text.split()))
    return f"**{escaped(quote.place)}** {markdown_quote(dossier, quote, text)}"


def _list(entries: Iterable[str]) -> Iterator[str]:
    written = "\n".join(f"- {entry}" for entry in entries)
    if written:
        yield written


_SECTIONS = {
    Section.DIGEST: _digest,
    Section.CONFLICTS: _candidates,
    Section.CONFIRM: _confirming,
    Section.CLAIMS: _table,
    Section.PAIRS: _paired,
}
"""What writes each section, in their order."""
