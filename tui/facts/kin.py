"""Words that news uses for one and the same thing, by which two settings are known to be of it."""

from functools import lru_cache

from tui.text.languages import language

_KIN = (
    "talks negotiations discussions meeting summit dialogue conversation conference",
    "fire blaze inferno wildfire", "quake earthquake tremor", "blast explosion bombing detonation",
    "crash collision accident wreck", "war conflict fighting invasion hostilities", "protest demonstration rally march",
    "storm hurricane cyclone typhoon tempest", "strike walkout stoppage", "trial hearing proceedings",
    "match game fixture", "vote election poll ballot referendum", "price cost", "pay wage salary",
    "firm company business",
    "police officers", "attack assault raid", "flood flooding deluge", "blackout outage",
    "sale takeover acquisition purchase deal",
    "ceasefire truce armistice", "profit earnings", "revenue sales turnover", "jobs posts positions roles",
    "home house property", "ship vessel boat", "plane aircraft jet airliner", "lorry truck", "delay hold-up wait",
    "sentence jail prison imprisonment", "rise increase growth", "fall drop decline decrease",
    "study research survey trial",
    "last take run go continue", "begin start open", "end finish close", "shooting gunfire", "victim casualty",
    "concert gig show performance", "rescue evacuation", "speech address", "visit trip tour", "border frontier",
)  # fmt: skip


@lru_cache(maxsize=1)
def _stems() -> dict[str, str]:
    english = language("en")
    kin: dict[str, str] = {}
    for words in _KIN:
        for stem in english.stems(words.split()):
            kin.setdefault(stem, words.split(maxsplit=1)[0])
    return kin


def joined(stems: list[str]) -> list[str]:
    """The stems, each that has kin replaced by what all of its kin are replaced by."""
    kin = _stems()
    return [kin.get(stem, stem) for stem in stems]
