"""Small witnesses, written out or drawn at random."""

import random
from collections.abc import Sequence

from hypothesis import strategies as st

from tui.alignment.model import Comparison, Link
from tui.text.sides import Sides
from tui.text.spans import Span
from tui.text.tokens import tokenize
from tui.text.witness import Kind, Sentence, Witness

WORDS = ("the", "of", "not", "river", "rivers", "mayor", "mayors", "bridge", "Bridge", "42", "flood", "opened", "%")
_CHANCE = random.Random(11)
SENTENCES = (
    *(" ".join(_CHANCE.choices(WORDS, k=_CHANCE.randint(1, 8))) + "." for _ in range(200)),
    *(["* * *", "…", "The mayor opened the bridge.", "The mayor opened the bridge!"] * 50),
)
"""One choice for each sentence: drawing them word by word took longer than comparing them."""
SIMILARITIES = (0.0, 0.2, 0.45, 0.5, 0.5, 0.8, 0.9)


def witness(*sentences: str, kinds: Sequence[Kind] | None = None, language: str = "en") -> Witness:
    """These sentences, a line each, all of them body unless told otherwise."""
    text = "\n".join(sentences)
    cut, start = [], 0
    for number, sentence in enumerate(sentences):
        span = Span(start, start + len(sentence))
        kind = kinds[number] if kinds else Kind.BODY
        cut.append(Sentence(span, kind, tokenize(text, span, language=language)))
        start = span.end + 1
    return Witness(text, tuple(cut), language)


def comparison(left: Witness, right: Witness, *links: tuple[int, int, float]) -> Comparison:
    """Made-up links between two witnesses, strongest first."""
    ordered = sorted(links, key=lambda link: (-link[2], link[0], link[1]))
    return Comparison(Sides(left, right), tuple(Link(*link) for link in ordered))


@st.composite
def witnesses(draw, min_size=0, max_size=7):
    """Sentences of few words, some furniture, some without a token, some twice."""
    sentences = draw(st.lists(st.sampled_from(SENTENCES), min_size=min_size, max_size=max_size))
    kind = st.sampled_from([Kind.BODY, Kind.BODY, Kind.BODY, Kind.TITLE, Kind.FURNITURE])
    return witness(*sentences, kinds=[draw(kind) for _ in sentences])


@st.composite
def comparisons(draw, *, beside_itself=False):
    """Two witnesses, or one beside itself, and any links between sentences that are not furniture."""
    left = draw(witnesses())
    right = left if beside_itself else draw(witnesses())
    pairs = [
        (i, j)
        for i, one in enumerate(left.sentences)
        for j, other in enumerate(right.sentences)
        if Kind.FURNITURE not in (one.kind, other.kind)
    ]
    linked = draw(st.lists(st.sampled_from(pairs), unique=True)) if pairs else []
    return comparison(left, right, *((i, j, draw(st.sampled_from(SIMILARITIES))) for i, j in linked))
