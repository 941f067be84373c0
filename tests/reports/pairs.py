"""Small pairs made by hand, for reports to write."""

from hashlib import sha256
from pathlib import Path

from tui.alignment.model import Alignment, Bead, Comparison, Counts, Link, Passage, Reason, Relation
from tui.articles.model import Article, Block
from tui.articles.origin import Source
from tui.reports.account import Account
from tui.text.sides import Side, Sides
from tui.text.spans import Span
from tui.text.tokens import tokenize
from tui.text.witness import Kind, Sentence, Witness


def account(label, lines, *, title="A title", byline=None, path="folder/article.txt", kinds=None):
    """An article of one sentence a line; `kinds` names those that are no body."""
    text, sentences = "", []
    for number, line in enumerate(lines):
        span = Span(len(text), len(text) + len(line))
        text += line + "\n"
        sentences.append(Sentence(span, (kinds or {}).get(number, Kind.BODY), tokenize(text, span)))
    blocks = tuple(Block(sentence.span, sentence.kind) for sentence in sentences)
    digest = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    article = Article(
        key=digest[:16],
        text=text,
        title=title,
        byline=byline,
        wire=None,
        date=None,
        language="en",
        blocks=blocks,
        source=Source(Path(path)),
        sha256=digest,
        encoding="utf-8",
    )
    return Account(label, article, Witness(text, tuple(sentences)))


def whole(account, number):
    """The place of a whole sentence."""
    return account.witness.sentences[number].span


def find(account, words):
    """The place where the words first stand."""
    start = account.witness.text.index(words)
    return Span(start, start + len(words))


def bead(left, right, relation, *, moved=False, similarity=None, passages=()):
    return Bead(tuple(left), tuple(right), relation, moved, similarity, tuple(passages))


def alignment(accounts, beads, *, links=(), cut=0.3):
    """The beads counted, as an alignment holds them."""
    found = [bead.relation for bead in beads]
    counts = Counts(*(found.count(relation) for relation in Relation), sum(bead.moved for bead in beads))
    comparison = Comparison(accounts.map(lambda account: account.witness), tuple(links))
    return Alignment(comparison, cut, tuple(links), tuple(beads), counts)


def alone(accounts):
    """Nothing linked: every sentence but furniture in a bead of its own."""
    beads = []
    for side, relation in zip(Side, (Relation.LEFT_ONLY, Relation.RIGHT_ONLY), strict=True):
        for number, sentence in enumerate(accounts[side].witness.sentences):
            if sentence.kind is not Kind.FURNITURE:
                left, right = ((number,), ()) if side is Side.LEFT else ((), (number,))
                beads.append(bead(left, right, relation))
    return alignment(accounts, beads)


def talks():
    """Two short accounts: a reworded sentence, an identical one that moved, one on each side alone, furniture."""
    left = account(
        "B",
        [
            "The talks lasted less than three hours.",
            "They took no questions.",
            "Snow fell all day.",
            "No comments:",
        ],
        byline="Ann Example",
        kinds={3: Kind.FURNITURE},
    )
    right = account(
        "E",
        ["They took no questions.", "The talks went on for seven hours.", "A band played."],
        title="Another | title",
        path="folder/other.txt",
    )
    accounts = Sides(left, right)
    shared = [
        Passage(find(left, "The talks"), find(right, "The talks")),
        Passage(find(left, "hours"), find(right, "hours")),
    ]
    same = Passage(whole(left, 1), whole(right, 0))
    links = (Link(1, 0, 1.0), Link(0, 1, 0.62, (Reason("words", "talks hours"),)))
    beads = [
        bead([0], [1], Relation.REWORDED, similarity=0.62, passages=shared),
        bead([1], [0], Relation.IDENTICAL, moved=True, similarity=1.0, passages=[same]),
        bead([2], [], Relation.LEFT_ONLY),
        bead([], [2], Relation.RIGHT_ONLY),
    ]
    return accounts, alignment(accounts, beads, links=links)
