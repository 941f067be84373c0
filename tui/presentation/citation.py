"""Sentences quoted with where they stand."""

from collections.abc import Sequence

from tui.text.shown import one_line, shown
from tui.text.witness import Witness


def citation(witness: Witness, sentences: Sequence[int], *, label: str, title: str) -> str:
    """The sentences of one text in quotation marks, then its label, title and their numbers, on one line."""
    quoted = " ".join(one_line(witness.quote(sentence)) for sentence in sentences)
    places = [witness.cite(sentence) for sentence in sentences]
    place = places[0] if len(places) == 1 else f"{places[0]}–{places[-1]}"
    return f'"{quoted}" — [{label}] {shown(title)}, {place}'
