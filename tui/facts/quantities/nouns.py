"""The noun of what is counted."""

from functools import lru_cache

from tui.facts.quantities.lexing import HYPHENS, NUMBER, WORD, Lexemes
from tui.facts.quantities.number_words import NUMBER_WORDS
from tui.facts.word_sets import word_set
from tui.text.languages import language

_IRREGULAR = {
    "people": "person", "men": "man", "women": "woman", "children": "child", "feet": "foot", "teeth": "tooth",
    "mice": "mouse", "geese": "goose", "oxen": "ox", "lives": "life", "wives": "wife", "knives": "knife",
    "wolves": "wolf", "leaves": "leaf", "thieves": "thief", "shelves": "shelf", "loaves": "loaf", "calves": "calf",
    "halves": "half", "police": "police", "aircraft": "aircraft", "sheep": "sheep", "fish": "fish", "deer": "deer",
    "species": "species", "series": "series", "crew": "crew", "cattle": "cattle", "personnel": "personnel",
    "spacecraft": "spacecraft", "hovercraft": "hovercraft", "offspring": "offspring", "staff": "staff",
    "criteria": "criterion", "phenomena": "phenomenon", "bacteria": "bacterium", "crises": "crisis",
    "analyses": "analysis", "bases": "base", "movies": "movie", "cookies": "cookie", "ties": "tie", "lies": "lie",
    "shoes": "shoe", "toes": "toe", "buses": "bus", "gases": "gas", "viruses": "virus", "statuses": "status",
    "campuses": "campus", "bonuses": "bonus", "caches": "cache", "headaches": "headache", "aches": "ache",
    "axes": "axe", "selves": "self", "elves": "elf", "zombies": "zombie", "rookies": "rookie", "calories": "calorie",
    "heroes": "hero", "potatoes": "potato", "tomatoes": "tomato", "volcanoes": "volcano", "torpedoes": "torpedo",
    "echoes": "echo", "vetoes": "veto", "tornadoes": "tornado", "mosquitoes": "mosquito", "cargoes": "cargo",
    "fishermen": "fisherman", "quizzes": "quiz", "salmon": "salmon", "bison": "bison", "youth": "youth",
    "dead": "", "wounded": "", "injured": "", "missing": "", "others": "", "overs": "over", "its": "", "whereas": "",
    "lens": "lens", "news": "", "always": "", "perhaps": "", "besides": "", "sometimes": "", "towards": "",
    "upwards": "", "downwards": "", "afterwards": "", "overseas": "", "indoors": "", "outdoors": "", "is": "",
    "was": "", "has": "", "does": "", "this": "", "us": "", "as": "", "versus": "", "ours": "", "theirs": "", "yes": "",
    "plus": "", "minus": "", "thus": "", "across": "", "less": "", "unless": "", "yours": "", "hers": "", "his": "",
    "says": "", "points": "point", "previous": "", "various": "", "serious": "", "famous": "", "dangerous": "",
}  # fmt: skip
"""Plurals without an s or with an unusual one; those that look like plurals and are none have no singular."""


@lru_cache(maxsize=4096)
def singular(word: str) -> str | None:
    """The singular of a plural noun in lower case; None for what does not look like one."""
    known = _IRREGULAR.get(word)
    if known is not None:
        return known or None
    if word.endswith("men") and len(word) > 4:
        return f"{word[:-2]}an"
    if len(word) < 3 or not word.endswith("s") or word.endswith(("ss", "us", "is", "'s", "’s", "ous")):
        return None
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    if word.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return word[:-2]
    return word[:-1]


BOUNDARIES = (
    language("en").function_words
    - word_set("other others own more same such few fewer less just only even near like back still")
) | word_set("according ago later earlier away apart old long tall wide deep high each apiece told said say says")
_SKIPPED = word_set("other others own more same such")
_VERBS = word_set(
    "put let shut brought sent built bought caught taught sold rang sang swam threw wore drove rode shook stole "
    "flew drank ate came went took won lost fell rose saw left began made said ran got gave had did became grew "
    "met drew led held kept paid sat spoke stood told thought broke beat fought found felt died lived struck "
    "sank come go take lose see leave begin make say get give become grow meet die"
)
_QUALITIES = word_set(
    "big small new old young red yellow green blue black white major minor main large great good bad best worst "
    "high low long short early late full half free fresh further clear close deep extra common public private "
    "foreign local senior junior top key only single double direct recent straight consecutive successive "
    "guilty separate different heavy light hot cold wet dry open dead live human sole clean rare real whole "
    "named so-called"
)
_ENDINGS = ("al", "ous", "ful", "ive", "ic", "ish", "ible", "able", "less", "ary", "ian", "ese", "ent", "ant", "ern")
_NOUN_ENDINGS = word_set(
    "final semi-final quarter-final president student parent accident agent incident patient client resident "
    "moment event percent tournament apartment parliament government document statement investment department "
    "payment agreement appointment applicant restaurant participant defendant plant giant immigrant migrant "
    "goal hospital trial meal deal animal festival rival metal medal arrival proposal individual signal journal "
    "burial funeral capital official general criminal professional clinic attic music critic topic mechanic "
    "picnic fish dish wish novel table cable vehicle motive detective executive relative drive dive library "
    "salary anniversary secretary missionary dictionary musician politician physician civilian technician "
    "electrician italian pedestrian guardian librarian talent element instrument argument experiment monument "
    "continent tent cent garment shipment treatment judgment movement settlement supplement improvement "
    "achievement assignment attempt veteran orphan warrant servant infant elephant grant consultant merchant "
    "assistant occupant tenant lieutenant variant attendant terminal mural canal renewal withdrawal removal "
    "approval appeal referral manual principal portal pedal petal crystal interval survival"
)


def _is_quality(word: str) -> bool:
    """Whether a word is more likely an adjective than the noun that is counted."""
    if word in _QUALITIES or (word.endswith(("ed", "ly")) and len(word) > 4):
        return True
    if word.endswith("est") and len(word) > 5:
        return word not in _IN_EST
    return word.endswith(_ENDINGS) and word not in _NOUN_ENDINGS and len(word) > 4


def _run(lexemes: Lexemes, place: int, longest: int) -> list[str]:
    """The words of the noun group from a place on; a compound with hyphens is one word."""
    words: list[str] = []
    while len(words) < longest:
        lexeme = lexemes.at(place)
        opens = lexeme.sort == WORD or (lexeme.sort == NUMBER and lexemes.glued_chain(place + 1))
        if not opens or lexeme.low in BOUNDARIES or (lexeme.low in NUMBER_WORDS and words):
            break
        written, place = lexeme.text, place + 1
        while lexemes.glued_chain(place) or (lexemes.glued_chain_of_letters(place + 1) and lexemes.at(place).glued):
            written, place = f"{written}-{lexemes[place + 1].text}", place + 2
        if lexemes.at(place).text in HYPHENS and lexemes.at(place).glued:
            break
        if lexeme.low.endswith(("'s", "’s")):
            words.clear()
            continue
        words.append(written)
    return words


def many(lexemes: Lexemes, place: int, *, title: bool = False) -> str | None:
    """The singular of the plural noun that the group at `place` has for its head; None where there is none near."""
    place = _into_group(lexemes, place)
    words = _run(lexemes, place, 5)
    singulars = [
        None if word[0].isupper() and not title and not word[:2].isupper() else singular(word.lower()) for word in words
    ]
    first = next((index for index, one in enumerate(singulars) if one), None)
    if first is None or any(word in _VERBS for word in words[:first]):
        return None
    if any(word.endswith("ing") and index == first - 1 == 0 for index, word in enumerate(words[:first])):
        return singulars[first]
    while first + 1 < len(words) and singulars[first + 1] and words[first + 1] not in _PRESENT:
        first += 1
    return (singulars[first] or "").rsplit("-", maxsplit=1)[-1] or None


def _into_group(lexemes: Lexemes, place: int) -> int:
    """The place behind `other`, `of their last nine` and the like, where what is counted is named."""
    while lexemes.at(place).low in _SKIPPED:
        place += 1
    if _of_whom(lexemes, place):
        place += 2
        while (
            lexemes.at(place).low in _AMONG or lexemes.at(place).low in NUMBER_WORDS or lexemes.at(place).sort == NUMBER
        ):
            place += 1
    return place


_DETERMINERS = word_set("the its their his her our my your these those")
_AMONG = word_set("last first next past final previous opening remaining other")
_PRESENT = word_set(
    "gets has goes receives earns pays works holds gives says means remains needs includes wants makes takes leaves"
)


def _of_whom(lexemes: Lexemes, place: int) -> bool:
    """Six of their last nine matches: the group goes on behind a determiner, and what is counted is named there."""
    determiner = lexemes.at(place + 1)
    return lexemes.at(place).low == "of" and (
        determiner.low in _DETERMINERS or determiner.low in NUMBER_WORDS or determiner.sort == NUMBER
    )


def one(lexemes: Lexemes, place: int, *, title: bool = False) -> str | None:
    """The noun in the singular that the group at `place` has for its head; None where there is none near."""
    words = _run(lexemes, place + (lexemes.at(place).low in _SKIPPED), 4)
    while len(words) > 1 and (_ends_group(words[-1].lower()) or (words[-1][0].isupper() and not title)):
        words.pop()
    if len(words) > 1 and words[1].lower() in _VERBS:
        del words[1:]
    if len(words) > 2 and words[2].lower() in _VERBS:
        del words[2:]
    lower = [word.lower() for word in words]
    kept = next((index for index, word in enumerate(lower) if not _is_quality(word)), None)
    if kept is None or (words[kept][0].isupper() and not title and not words[kept].isupper()):
        return None
    while kept + 1 < len(lower) and not _is_quality(lower[kept + 1]) and not _ends_group(lower[kept + 1]):
        kept += 1
    return singular(lower[kept]) or lower[kept]


_IN_EST = word_set("forest arrest protest interest request conquest contest harvest")


def _ends_group(word: str) -> bool:
    """Whether a word behind a noun is more likely a verb or adverb than a part of the group."""
    return word in _VERBS or word.endswith(("ed", "ing", "ly")) or (word.endswith("s") and not word.endswith("ss"))
