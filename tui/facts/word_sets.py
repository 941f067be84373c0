"""Sets of words as they are listed in rules."""


def word_set(*listed: str) -> frozenset[str]:
    """The words of lists in which white space parts them."""
    return frozenset(word for words in listed for word in words.split())
