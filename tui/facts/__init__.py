"""Facts: what a sentence states in numbers, dates, quotations, names and attributions, and how two facts clash.

Every fact keeps its exact place and has a normal value. Pure; may import `tui.text` and, to compare wording,
rapidfuzz. Knows nothing of articles: a text and the day it was written are enough.
"""

from tui.facts.extract import extract, facts_of
from tui.facts.model import (
    COUNT,
    Attribution,
    Bound,
    Conflict,
    Date,
    Fact,
    Kind,
    Modality,
    Name,
    NameSort,
    Precision,
    Quantity,
    Quotation,
    Value,
)

__all__ = [
    "COUNT",
    "Attribution",
    "Bound",
    "Conflict",
    "Date",
    "Fact",
    "Kind",
    "Modality",
    "Name",
    "NameSort",
    "Precision",
    "Quantity",
    "Quotation",
    "Value",
    "extract",
    "facts_of",
]
