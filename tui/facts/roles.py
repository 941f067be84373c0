"""What happened to those who are counted: the dead, the injured, those for and those against."""

from collections.abc import Sequence

from tui.facts.quantities.number_words import NUMBER_WORDS
from tui.facts.word_sets import word_set

_ROLES: dict[str, str] = {
    word: role
    for role, words in {
        "dead": "kill kills killed killing die dies died dying dead death deaths fatal fatalities fatality "
        "murder murders murdered murdering drowned "
        "perished bodies body",
        "hurt": "injure injured injuring injuries injury wound wounded wounding hurt hospitalised "
        "hospitalized casualties",
        "missing": "missing unaccounted disappeared vanished",
        "held": "arrest arrested arrests arresting detain detained detaining charged custody jailed convicted",
        "saved": "rescued rescue saved survivors survivor survived alive evacuated evacuees freed released",
        "lost": "defeat defeats loses",
        "for": "favour favor backed supported approve approved approves",
        "against": "against opposed disapprove disapproved rejected",
        "bought": "bought buys buy purchased imported imports",
        "sold": "sold sells sell exported exports",
    }.items()
    for word in words.split()
}  # fmt: skip
_LIST = word_set("and or plus")


def role(before: Sequence[str], after: Sequence[str]) -> str:
    """The role that the nearest telling word gives; what stands behind counts first, up to the next of a list.

    Right behind another number it is told of that one: two cars crash, 14 hurt.
    """
    behind = _up_to_list(["died" if _are_dying(after, place) else word for place, word in enumerate(after[:8])])
    behind = behind[: next((place for place in range(len(behind)) if _is_count(behind[place:])), len(behind))]
    ahead = _up_to_list(before[::-1][:8])
    found = [(place, _ROLES[word]) for words in (behind, ahead) for place, word in enumerate(words) if word in _ROLES]
    return min(found, key=lambda one: one[0])[1] if found else ""


def _are_dying(words: Sequence[str], place: int) -> bool:
    """Whether a word begins `lost their lives`."""
    return words[place] == "lost" and words[place + 2 : place + 3] in (["lives"], ["life"])


def _is_count(words: Sequence[str]) -> bool:
    """Whether words begin with a number that has a role of its own: 14 hurt, 14 people hurt."""
    counts = words[0].isdecimal() or words[0] in NUMBER_WORDS
    return counts and any(word in _ROLES for word in words[1:3])


def _up_to_list(words: Sequence[str]) -> Sequence[str]:
    return words[: next((place for place, word in enumerate(words) if word in _LIST), len(words))]
