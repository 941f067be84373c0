"""Small reports made by hand."""

from fractions import Fraction

from tests.reports.pairs import account, find
from tui.collation.model import Claim, Collation, Place
from tui.collation.survey import Survey
from tui.collation.told import Candidate, Cited
from tui.facts import Bound, Fact, Kind, Quantity, Quotation
from tui.reports.dossier.making import make_dossier
from tui.reports.dossier.model import Stamp

STAMP = Stamp(version="9.9", scorer="context", joined=0.3, reviewer="Ann Reader", made="2026-01-02T03:04:05Z")


def hours(account, words, number, *, bound=Bound.EXACT):
    """A length of time as a fact."""
    place = find(account, words)
    low, high = (None, Fraction(number)) if bound is Bound.BELOW else (Fraction(number), Fraction(number))
    return Fact(Kind.QUANTITY, place, Quantity(low, high, "hour", bound), account.witness.sentence_at(place.start))


def quoted(account, words):
    """A quotation as a fact."""
    place = find(account, words)
    return Fact(
        Kind.QUOTATION, place, Quotation(tuple(words.lower().split())), account.witness.sentence_at(place.start)
    )


def cited(source, fact):
    return Cited(source, fact.sentence, fact.span)


def ferry():
    """Four sources: all but D tell of the ferry, A and B clash on how long, C quotes, D echoes B and adds a day."""
    accounts = [
        account("A", ["The ferry took less than three hours.", "Snow fell."], title="One", path="cases/one.txt"),
        account("B", ["The ferry was seven hours at sea.", "Nobody waited."], title="Two", path="cases/two.txt"),
        account("C", ["The ferry came late.", "“We are sorry,” said the captain."], title="Three", path="three.txt"),
        account("D", ["Nobody waited.", "It took a day."], title="Four", path="four.txt"),
    ]
    a, b, c, _ = accounts
    facts = (
        (hours(a, "less than three hours", 3, bound=Bound.BELOW),),
        (hours(b, "seven hours", 7),),
        (quoted(c, "We are sorry"),),
        (),
    )
    claims = (
        Claim(((0,), (0,), (0,), ()), Place(2, 0), 0.5, 3, differing=(1,)),
        Claim(((), (1,), (), (0,)), Place(1, 1), 1.0, 1),
        Claim(((1,), (), (), ()), Place(0, 1), 1.0, 1),
        Claim(((), (), (1,), ()), Place(2, 1), 1.0, 1),
        Claim(((), (), (), (1,)), Place(3, 1), 1.0, 1),
    )
    told = ((0, 2), (0, 1), (0, 3), (1, 4))
    collation = Collation(tuple(one.witness for one in accounts), claims, told, (0, 1, 2, 1))
    reason = "< 3 h and 7 h cannot both hold"
    conflict = Candidate("quantity", cited(0, facts[0][0]), cited(1, facts[1][0]), "disjoint-bounds", reason)
    return accounts, Survey(collation, facts, (conflict,))


def report(accounts=None, survey=None):
    """The report on the ferry, or on these."""
    if accounts is None:
        accounts, survey = ferry()
    return make_dossier(accounts, survey, STAMP)


def alone(*accounts):
    """Every sentence a claim of its own, with no facts."""
    claims, told = [], []
    for source, one in enumerate(accounts):
        told.append(tuple(range(len(claims), len(claims) + len(one.witness.sentences))))
        for sentence in range(len(one.witness.sentences)):
            sentences = tuple((sentence,) if other == source else () for other in range(len(accounts)))
            claims.append(Claim(sentences, Place(source, sentence), 1.0, 1))
    origins = tuple(range(len(accounts)))
    collation = Collation(tuple(one.witness for one in accounts), tuple(claims), tuple(told), origins)
    return report(accounts, Survey(collation, ((),) * len(accounts)))
