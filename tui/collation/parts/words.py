"""A sentence as a row of words, with what stands between them and what each may be."""

from collections.abc import Iterator
from functools import cached_property

from tui.facts.lexicon import words
from tui.facts.word_sets import word_set
from tui.text.languages import language
from tui.text.spans import Span
from tui.text.tokens import Tokens

PRONOUNS = word_set("he she it they we i you there")
DETERMINERS = word_set("the a an this that these those his her its their our my your some any every each another")
_PREPOSITIONS = word_set(
    "about above across after against along amid among around as at before behind below beside between beyond by "
    "despite during except for from in inside into like near of off on onto out outside over past per since through "
    "throughout to toward towards under until up upon via with within without"
)
_NUMBERS = word_set(
    "one two three four five six seven eight nine ten eleven twelve dozens hundreds thousands several twenty thirty "
    "forty fifty sixty seventy eighty ninety"
)
_IRREGULAR = word_set(
    "beat became began bit blew bought broke brought built came caught chose cost cut dealt died drew drove fell felt "
    "flew fought found froze gave got grew heard held hid hit hurt kept knew laid led left let lit lost made met paid "
    "put quit ran rang read rode rose said sank sat saw sent set shook shot shut slept slid sold sought spent spoke "
    "spread stole stood struck swam swept swung taught thought threw told took tore went withdrew woke won wore wrote"
)
"""Past forms that have no ending."""
_PAST_ENDING = 4
"""Letters from which a word in -ed may be a verb's past: red and bed are none."""
_OPENING, _CLOSING = "“«(", "”»)"


class Row:
    """The words of a sentence by their places; `before[n]` is what stands between word n and the one before it."""

    def __init__(self, tokens: Tokens) -> None:
        self.forms = tokens.forms
        self.written = tokens.written
        self.spans = tokens.spans
        self._text = text = tokens.text
        ends = [tokens.span.start, *(span.end for span in tokens.spans)]
        self.before = [text[end : span.start] for end, span in zip(ends, tokens.spans, strict=False)]
        self.enclosed = tuple(self._enclosed())

    def __len__(self) -> int:
        return len(self.forms)

    def _enclosed(self) -> Iterator[bool]:
        """For each word whether it stands between quotation marks or in brackets."""
        depth, straight = 0, False
        for gap in self.before:
            for sign in gap:
                depth += (sign in _OPENING) - (sign in _CLOSING)
                straight ^= sign == '"'
            yield depth > 0 or straight

    @cached_property
    def commas(self) -> tuple[int, ...]:
        """The words in front of which a comma stands."""
        return tuple(place for place, gap in enumerate(self.before) if "," in gap)

    def span(self, first: int, end: int) -> Span:
        """Where the words from the first up to, without, the end stand, with a quotation mark that belongs to them."""
        start, stop = self.spans[first].start, self.spans[end - 1].end
        for opening, closing in zip(_OPENING, _CLOSING, strict=True):
            inside = self._text[start:stop]
            if inside.count(opening) > inside.count(closing) and self._text[stop : stop + 1] == closing:
                stop += 1
            if inside.count(closing) > inside.count(opening) and self._text[start - 1 : start] == opening:
                start -= 1
        return Span(start, stop)

    def form(self, place: int) -> str:
        """The word's form; nothing past the end."""
        return self.forms[place] if 0 <= place < len(self.forms) else ""

    def is_content(self, place: int) -> bool:
        """Whether the word carries content."""
        form = self.form(place)
        return form[:1].isalnum() and form not in language("en").function_words

    def is_preposition(self, place: int) -> bool:
        """Whether the word may be a preposition."""
        return self.form(place) in _PREPOSITIONS

    def is_number(self, place: int) -> bool:
        """Whether the word counts something."""
        return self.form(place)[:1].isdigit() or self.form(place) in _NUMBERS

    def is_name(self, place: int) -> bool:
        """Whether the word has a capital."""
        return 0 <= place < len(self.written) and self.written[place][:1].isupper()

    def is_finite(self, place: int) -> bool:
        """Whether the word is an auxiliary that has a subject."""
        form = self.form(place)
        return (form in words("finite") and form not in ("be", "been")) or form.endswith("n't") or form == "cannot"

    def is_past(self, place: int) -> bool:
        """Whether the word may be a verb in the past; behind an article or a preposition it is none."""
        form = self.form(place)
        regular = form.endswith("ed") and len(form) > _PAST_ENDING
        if not regular and form not in _IRREGULAR:
            return False
        return not place or not (self.form(place - 1) in DETERMINERS or self.is_preposition(place - 1))

    def has_verb(self, first: int, end: int) -> bool:
        """Whether one of these words is surely or likely a finite verb."""
        return any(self.is_finite(place) or self.is_past(place) for place in range(first, end))
