"""How many there are of something, in words."""


def counted(number: int, noun: str) -> str:
    """The number with thousands apart, and the noun, in the plural unless it is one."""
    return f"{number:,} {noun}{'s' * (number != 1)}"
