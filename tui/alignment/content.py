"""Which words carry content, and what of each must be equal."""

from collections.abc import Iterable
from functools import lru_cache
from itertools import repeat
from typing import NamedTuple

from tui.text.languages import language as language_of
from tui.text.sides import Sides
from tui.text.witness import Witness

UNDETERMINED = "und"
"""ISO 639's code for no one language: words are compared without stems, and none is a function word."""


class Word(NamedTuple):
    """What of a token must be equal to another's: the stem of a content word, the form of any other."""

    key: str
    content: bool


class Words(dict[str, Word]):
    """What is compared of each token's form in one language, filled as forms are met."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._language = language_of(language)

    def learn(self, forms: Iterable[str]) -> None:
        """Meet many forms at once, which costs a fraction of meeting them one by one."""
        if len(self) >= _REMEMBERED:
            self.clear()
        new = {form for form in {*forms} if form not in self}  # a set less this dictionary would visit all of that
        said = new - self._language.function_words
        content = [form for form in said if form.isalnum() or any(map(str.isalnum, form))]
        stems = self._language.stems(content)
        self.update({form: Word(form, content=False) for form in new.difference(content)})
        self.update(zip(content, map(Word, stems, repeat(True)), strict=False))

    def content_keys(self, forms: Iterable[str]) -> list[str]:
        """What is compared of those forms that carry content, in their order."""
        return [key for key, content in map(self.__getitem__, forms) if content]

    def __missing__(self, form: str) -> Word:
        self.learn([form])
        return self[form]


_REMEMBERED = 200_000


@lru_cache(maxsize=256)
def words_of(language: str) -> Words:
    """What is compared of the words of a language."""
    return Words(language)


def common_language(witnesses: Sides[Witness]) -> str:
    """The language that both witnesses are in, `und` where they are in two."""
    left, right = witnesses.map(lambda witness: witness.language)
    return left if left == right else UNDETERMINED
