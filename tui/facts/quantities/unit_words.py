"""Units of measure and currencies, as they are written."""

from fractions import Fraction

from tui.facts.word_sets import word_set

_PLAIN = [
    "millimetre",
    "centimetre",
    "metre",
    "kilometre",
    "inch",
    "yard",
    "mile",
    "hectare",
    "acre",
    "gram",
    "kilogram",
    "tonne",
    "ton",
    "ounce",
    "litre",
    "millilitre",
    "gallon",
    "pint",
    "second",
    "minute",
    "hour",
    "day",
    "week",
    "month",
    "year",
    "watt",
    "kilowatt",
    "megawatt",
    "gigawatt",
    "terawatt",
    "volt",
    "megabyte",
    "gigabyte",
    "terabyte",
    "hertz",
    "megahertz",
    "gigahertz",
    "decibel",
    "calorie",
    "kilocalorie",
    "joule",
    "degree",
    "knot",
    "millisecond",
    "micrometre",
    "nanometre",
    "microgram",
    "milligram",
    "light-year",
    "furlong",
    "fathom",
    "carat",
]
"""Units whose plural has an s; a pint of beer is counted, and so is none here."""

_SPELT_APART = {"metre": "meter", "litre": "liter"}
_COUNTED = frozenset({"pint", "calorie"})


def _words() -> dict[str, tuple[str, Fraction]]:
    units: dict[str, tuple[str, Fraction]] = {}
    for unit in _PLAIN:
        if unit in _COUNTED:
            continue
        for british, american in (("", ""), *_SPELT_APART.items()):
            spelt = unit.replace(british, american) if british else unit
            units[spelt] = units[f"{spelt}s"] = (unit, Fraction(1))
    units["inches"] = ("inch", Fraction(1))
    units["hertz"] = ("hertz", Fraction(1))
    return units


UNITS: dict[str, tuple[str, Fraction]] = _words() | {
    "foot": ("foot", Fraction(1)), "feet": ("foot", Fraction(1)), "stone": ("stone", Fraction(1)),
    "kilo": ("kilogram", Fraction(1)), "kilos": ("kilogram", Fraction(1)), "tonnes": ("tonne", Fraction(1)),
    "decade": ("year", Fraction(10)), "decades": ("year", Fraction(10)),
    "century": ("year", Fraction(100)), "centuries": ("year", Fraction(100)),
    "millennium": ("year", Fraction(1000)), "millennia": ("year", Fraction(1000)),
    "fortnight": ("week", Fraction(2)), "fortnights": ("week", Fraction(2)),
    "percent": ("percent", Fraction(1)), "times": ("time", Fraction(1)), "celsius": ("celsius", Fraction(1)),
    "fahrenheit": ("fahrenheit", Fraction(1)), "magnitude": ("magnitude", Fraction(1)),
}  # fmt: skip
"""Words for units, to the unit and how many of it one is."""

SHORT_UNITS: dict[str, tuple[str, Fraction]] = {
    short: (unit, Fraction(1))
    for short, unit in {
        "km": "kilometre", "kms": "kilometre", "cm": "centimetre", "mm": "millimetre", "ft": "foot", "in": "inch",
        "yd": "yard", "yds": "yard", "kg": "kilogram", "kgs": "kilogram", "mg": "milligram", "g": "gram",
        "lb": "pound", "lbs": "pound", "oz": "ounce", "st": "stone", "ml": "millilitre", "l": "litre", "L": "litre",
        "C": "celsius", "F": "fahrenheit", "GW": "gigawatt", "MW": "megawatt", "kW": "kilowatt", "TW": "terawatt",
        "kWh": "kilowatt hour", "MWh": "megawatt hour", "GWh": "gigawatt hour", "TWh": "terawatt hour",
        "Hz": "hertz", "MHz": "megahertz", "GHz": "gigahertz", "MB": "megabyte", "GB": "gigabyte", "TB": "terabyte",
        "hrs": "hour", "hr": "hour", "h": "hour", "mins": "minute", "min": "minute", "secs": "second", "sec": "second",
        "m": "metre", "ha": "hectare", "t": "tonne", "dB": "decibel", "pc": "percent", "pp": "percentage point",
        "yrs": "year", "yr": "year", "nm": "nanometre",
    }.items()
}  # fmt: skip
"""Behind digits only."""
GLUED_ONLY = frozenset({"in", "g", "l", "L", "C", "F", "h", "t", "st", "pc", "m", "min", "ha"})
"""Short units that are words or letters of their own where a space parts them from the number."""

SPEEDS = {
    "mph": ("mile", "hour"), "kph": ("kilometre", "hour"), "kmh": ("kilometre", "hour"), "mpg": ("mile", "gallon"),
    "kmph": ("kilometre", "hour"), "bpd": ("barrel", "day"),
}  # fmt: skip

SIGNS = {
    "$": "USD", "£": "GBP", "€": "EUR", "¥": "JPY", "₹": "INR", "₽": "RUB", "₩": "KRW", "₴": "UAH", "₺": "TRY",
    "₦": "NGN", "₪": "ILS", "฿": "THB", "₱": "PHP", "₫": "VND",
}  # fmt: skip
DOLLARS = {
    "us": "USD", "a": "AUD", "au": "AUD", "c": "CAD", "ca": "CAD", "can": "CAD", "nz": "NZD", "hk": "HKD", "s": "SGD",
    "sg": "SGD", "nt": "TWD", "r": "BRL", "mx": "MXN", "j": "JMD", "z": "ZWL",
}  # fmt: skip
"""What stands before the sign of the dollar."""
CODES = word_set(
    "USD EUR GBP JPY CNY RMB CHF AUD CAD NZD HKD SGD INR RUB KRW SEK NOK DKK PLN CZK HUF TRY ZAR BRL MXN UAH "
    "ILS THB IDR MYR PHP VND NGN KES EGP SAR AED QAR PKR BDT"
)
BEFORE_DIGITS = {"rs": "INR", "rm": "MYR"}

CURRENCIES: dict[str, tuple[str, Fraction]] = {
    word: (code, Fraction(1))
    for words, code in {
        "dollar dollars": "USD", "euro euros": "EUR", "yen": "JPY", "won": "KRW", "yuan renminbi": "CNY",
        "rupee rupees": "INR", "rouble roubles ruble rubles": "RUB", "franc francs": "CHF", "zloty zlotys": "PLN",
        "hryvnia hryvnias hryvnya": "UAH", "rand": "ZAR", "baht": "THB", "ringgit": "MYR", "rupiah": "IDR",
        "naira": "NGN", "reais": "BRL", "forint forints": "HUF", "lira liras": "TRY", "shekel shekels": "ILS",
        "kronor": "SEK", "dirham dirhams": "AED", "riyal riyals": "SAR", "taka": "BDT", "sterling": "GBP",
    }.items()
    for word in words.split()
} | {
    "pence": ("GBP", Fraction(1, 100)), "penny": ("GBP", Fraction(1, 100)),
    "cent": ("USD", Fraction(1, 100)), "cents": ("USD", Fraction(1, 100)),
}  # fmt: skip
QUALIFIED = {
    ("us", "dollar"): "USD", ("american", "dollar"): "USD", ("australian", "dollar"): "AUD",
    ("canadian", "dollar"): "CAD", ("new zealand", "dollar"): "NZD", ("hong kong", "dollar"): "HKD",
    ("singapore", "dollar"): "SGD", ("taiwan", "dollar"): "TWD", ("swiss", "franc"): "CHF",
    ("egyptian", "pound"): "EGP", ("lebanese", "pound"): "LBP", ("syrian", "pound"): "SYP",
    ("mexican", "peso"): "MXN", ("argentine", "peso"): "ARS", ("philippine", "peso"): "PHP",
    ("colombian", "peso"): "COP", ("chilean", "peso"): "CLP", ("swedish", "kronor"): "SEK", ("swedish", "krona"): "SEK",
    ("norwegian", "kroner"): "NOK", ("danish", "kroner"): "DKK", ("pakistani", "rupee"): "PKR",
    ("indian", "rupee"): "INR", ("saudi", "riyal"): "SAR", ("turkish", "lira"): "TRY", ("chinese", "yuan"): "CNY",
    ("japanese", "yen"): "JPY", ("south korean", "won"): "KRW", ("russian", "rouble"): "RUB",
    ("russian", "ruble"): "RUB", ("british", "pound"): "GBP", ("czech", "crown"): "CZK", ("czech", "koruna"): "CZK",
}  # fmt: skip

TAKEN_FOR = word_set(
    "second minute hour day night week fortnight month quarter year decade season barrel share head person "
    "ticket litre liter gallon ton tonne ounce pound kilo kilogram gram bushel unit household piece bottle pint "
    "pop seat game match session student pupil child home house mile kilometre metre copy word call visit trip "
    "plate box bag pack packet dose vehicle car customer employee worker family room throw time shift lesson "
    "load crate sack therm"
)
"""What an amount may be for after `a`: $80 a barrel."""
TIMES = word_set("second minute hour day week fortnight month year decade century")
LENGTHS = TIMES | {"mile", "metre", "meter", "kilometre", "kilometer", "foot", "inch", "yard", "tonne", "ton"}
"""Units that `a` may stand before where one of them is meant."""
